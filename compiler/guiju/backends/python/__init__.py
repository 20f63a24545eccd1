"""A readable Python module that calculates declarations, one function per unit process."""

from collections.abc import Iterator

from guiju.backends.model import Artifact, Backend
from guiju.backends.python.module import to_module
from guiju.plan.model import CalculationPlan


def emit(plan: CalculationPlan) -> Iterator[Artifact]:
    """Write the calculator; it needs ``guiju_runtime`` beside it and nothing else."""
    yield Artifact("calculator.py", to_module(plan).encode())


BACKEND = Backend(name="calculator", summary="Python calculator / Python 计算器", emit=emit)
