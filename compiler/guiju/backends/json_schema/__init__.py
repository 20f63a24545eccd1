"""The data of a plan as a JSON Schema, for editors and for programs that send declarations."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from guiju.backends.json_schema.schema import to_schema
from guiju.backends.model import Artifact, Backend

if TYPE_CHECKING:
    from guiju.plan.model import CalculationPlan

__all__ = ["BACKEND", "to_schema"]


def emit(plan: "CalculationPlan") -> Iterator[Artifact]:
    """Describe the file of a declaration."""
    text = json.dumps(to_schema(plan.data_model), ensure_ascii=False, indent=2)
    yield Artifact("data.schema.json", f"{text}\n".encode())


BACKEND = Backend(
    name="schema",
    summary="JSON Schema of the data to collect · 数据的 JSON Schema",
    emit=emit,
)
