"""The data of a plan as an Excel form: to fill in, to print, and to be read back."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from guiju.backends.form.workbook import to_workbook
from guiju.backends.model import Artifact, Backend

if TYPE_CHECKING:
    from guiju.plan.model import CalculationPlan

__all__ = ["BACKEND", "to_workbook"]


def emit(plan: "CalculationPlan") -> Iterator[Artifact]:
    """Give the form in Chinese and in English."""
    yield Artifact("form.xlsx", to_workbook(plan.data_model, "zh"))
    yield Artifact("form.en.xlsx", to_workbook(plan.data_model, "en"))


BACKEND = Backend(
    name="forms",
    summary="Excel form of the data to collect · 数据收集表（Excel）",
    emit=emit,
)
