"""The ranges that a standard declares for its data: limits, and what is usual."""

from collections.abc import Iterator
from typing import NamedTuple

from guiju.plan.model import CalculationPlan
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression


class Range(NamedTuple):
    """Bounds of a datum in its declared unit; None where there is none."""

    low: float | None
    high: float | None


def declared_ranges(plan: CalculationPlan) -> dict[str, list[Range]]:
    """Give for each path the ranges that provisions name for it."""
    found: dict[str, list[Range]] = {}
    for provision in plan.rules.provisions:
        if provision.condition is not None:
            for path, bounds in _ranges(provision.condition):
                found.setdefault(path, []).append(bounds)
    return found


def _ranges(node: Expression) -> Iterator[tuple[str, Range]]:
    match node:
        case typed.InRange(value=typed.Reading() as value):
            yield value.path, Range(_number(node.low), _number(node.high))
        case typed.Compared(left=typed.Reading() as value):
            bound = _number(node.right)
            if node.operator in ("<", "<="):
                yield value.path, Range(None, bound)
            elif node.operator in (">", ">="):
                yield value.path, Range(bound, None)
        case typed.Both():
            yield from _ranges(node.left)
            yield from _ranges(node.right)


def _number(node: Expression) -> float | None:
    value = constant(node)
    return None if value is None else float(value)
