"""A JavaScript calculator in one file, for web pages and programs."""

from collections.abc import Iterator

from guiju.backends.javascript.module import to_module
from guiju.backends.model import Artifact, Backend
from guiju.plan.model import CalculationPlan


def emit(plan: CalculationPlan) -> Iterator[Artifact]:
    """Write the calculator; it needs nothing beside it."""
    yield Artifact("calculator.js", to_module(plan).encode())


BACKEND = Backend(name="javascript", summary="JavaScript calculator / JavaScript 计算器", emit=emit)
