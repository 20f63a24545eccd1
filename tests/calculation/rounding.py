"""What rounding decides: numbers and findings that no calculation with floats can be sure of."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from guiju.plan.model import CalculationPlan
from guiju.plan.reference import ReferenceResult, evaluate
from guiju.plan.reference.bounded import Bounded, error_of
from guiju.plan.reference.evaluate import no_others
from guiju.plan.reference.formulas import slack
from guiju.plan.reference.provisions import CODES
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

Found = set[tuple[str, str]]
Plans = Callable[[str], CalculationPlan | None]
Sides = tuple[Expression, ...]
"""The two sides of a comparison, and what they may differ by if that is written."""


def bounded(
    plan: CalculationPlan,
    declaration: Mapping[str, object],
    plans: Plans = no_others,
    asked: Sides = (),
) -> ReferenceResult:
    """Evaluate exactly; every number tells how far floats may be from it."""
    return evaluate(plan, declaration, plans, asked, Bounded.read)


def rounded_away(
    found: Found,
    plan: CalculationPlan,
    declaration: Mapping[str, object],
    plans: Plans = no_others,
) -> Found:
    """Give those of ``found``, by code and path, which no calculation with floats can decide.

    Only a provision on the whole standard can be one: its numbers are asked of the exact reference.
    """
    undecided: Found = set()
    for provision in plan.rules.provisions if found else ():
        if provision.condition is None or provision.force not in CODES or provision.group:
            continue
        one = CODES[provision.force].id, provision.place or provision.path
        if one in found and _is_near(provision.condition, plan, declaration, plans):
            undecided.add(one)
    return undecided


def _is_near(
    condition: Expression,
    plan: CalculationPlan,
    declaration: Mapping[str, object],
    plans: Plans,
) -> bool:
    """Tell whether the sides of a comparison may as well be where it decides otherwise."""
    for sides in _compared(condition):
        found = bounded(plan, declaration, plans, sides).answers
        if all(isinstance(value, Fraction) for value in found):
            left, right, *within = found
            off = abs(left - right) - sum(within, Fraction(0))
            if abs(off) <= slack(left, right) + Fraction(min(error_of(off), 1e300)):
                return True
    return False


def _compared(node: Expression) -> Iterator[Sides]:
    """Give the sides of every comparison in a condition."""
    if isinstance(node, typed.Compared):
        yield tuple(typed.parts_of(node))
    elif isinstance(node, typed.InRange):
        yield node.value, node.low
        yield node.value, node.high
    for part in typed.parts_of(node):
        yield from _compared(part)
