"""What each value reads: the evidence behind it."""

from guiju.plan.model import CalculationPlan, Compute, Series
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression


def reads_of(plan: CalculationPlan) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give for each calculated value the values that it reads; one entry for each tier."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for book in (plan.rules, *plan.profiles):
        for step in book.steps:
            if isinstance(step, Compute):
                found.setdefault(step.path, _reads(step.value))
            elif isinstance(step, Series):
                bounds = dict.fromkeys((*_paths(step.low), *_paths(step.high)))
                found.setdefault(step.path, (tuple(bounds),))
    return found


def _reads(value: Expression) -> tuple[tuple[str, ...], ...]:
    if isinstance(value, typed.Preferred):
        return tuple(_paths(tier) for tier, _ in value.tiers)
    return (_paths(value),)


def _paths(node: Expression) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(r.path for r in typed.readings(node) if isinstance(r, typed.Reading))
    )
