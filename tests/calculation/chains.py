"""Standards that use each other's results, with the calculators and plans of all of them."""

import functools
import types
from collections.abc import Callable, Mapping

from guiju.plan.model import CalculationPlan
from guiju_dsl.source import SourceText
from guiju_runtime.calculator import Calculator
from tests.calculation.compiled import calculator, compile_text, shipped

Texts = tuple[tuple[str, str], ...]
"""Names and texts of standards, the one that is calculated first."""


@functools.cache
def chain(texts: Texts) -> Mapping[str, tuple[CalculationPlan, types.ModuleType]]:
    """Compile standards that find each other by name, once for each set of texts."""
    sources = {name: SourceText(name=f"{name}.pcr", text=text) for name, text in texts}

    def find(name: str) -> SourceText | None:
        return sources.get(name) or shipped(name)

    plans = {name: compile_text(text, find) for name, text in texts}
    return {name: (plan, calculator(plan)) for name, plan in plans.items()}


def calculators(texts: Texts) -> Callable[[str], Calculator | None]:
    """Give the calculators of standards by name."""
    compiled = chain(texts)
    return lambda name: compiled[name][1].CALCULATOR if name in compiled else None


def plans(texts: Texts) -> Callable[[str], CalculationPlan | None]:
    """Give the plans of standards by name."""
    compiled = chain(texts)
    return lambda name: compiled[name][0] if name in compiled else None
