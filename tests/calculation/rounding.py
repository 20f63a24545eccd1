"""What rounding decides: numbers that cancel out, and findings on what differs by no more."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice

from guiju.plan.model import CalculationPlan
from guiju.plan.reference import evaluate
from guiju.plan.reference.evaluate import no_others
from guiju.plan.reference.provisions import CODES
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from tests.calculation.compiled import Declaration

NEAR = 1e-12
"""Of the largest result: what cancels out may differ by the rounding of what made it."""
Found = set[tuple[str, str]]


def rounded_away(
    found: Found,
    plan: CalculationPlan,
    declaration: Declaration,
    plans: Callable[[str], CalculationPlan | None] = no_others,
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
    declaration: Declaration,
    plans: Callable[[str], CalculationPlan | None],
) -> bool:
    compared = tuple(_compared(condition))
    exact = evaluate(plan, declaration, plans, asked=[side for pair in compared for side in pair])
    slack = NEAR * largest_of(exact.results)
    pairs = zip(exact.answers[::2], exact.answers[1::2], strict=True)
    return any(
        isinstance(left, Fraction) and isinstance(right, Fraction) and abs(left - right) <= slack
        for left, right in pairs
    )


def _compared(node: Expression) -> Iterator[tuple[Expression, Expression]]:
    """Give the two sides of every comparison in a condition."""
    if isinstance(node, typed.Compared):
        yield node.left, node.right
    elif isinstance(node, typed.InRange):
        yield node.value, node.low
        yield node.value, node.high
    for part in typed.parts_of(node):
        yield from _compared(part)


def added_up(
    plan: CalculationPlan,
    declaration: Declaration,
    plans: Callable[[str], CalculationPlan | None] = no_others,
) -> dict[str, float]:
    """Give for every result line the exact sum of what its formula adds or takes off, in size.

    Footprints agree to a part of themselves, so their difference does to that part of this sum.
    """
    lines = {line.path: tuple(_addends(line.value)) for line in plan.rules.results}
    asked = [node for addends in lines.values() for node in addends]
    answers = iter(evaluate(plan, declaration, plans, asked=asked).answers)
    sizes = {path: list(islice(answers, len(addends))) for path, addends in lines.items()}
    return {path: _sizes(values) for path, values in sizes.items()}


def _addends(node: Expression) -> Iterator[Expression]:
    """Give what a formula adds or takes off, none of it multiplied."""
    if isinstance(node, typed.Arithmetic) and node.operator in ("+", "-"):
        yield from _addends(node.left)
        yield from _addends(node.right)
    else:
        yield node


def _sizes(values: Iterable[object]) -> float:
    return sum((abs(float(value)) for value in values if isinstance(value, Fraction)), 0.0)


def largest_of(results: Mapping[str, object]) -> float:
    """Give the largest of results."""
    return max((abs(float(v)) for v in results.values() if isinstance(v, Fraction)), default=0.0)
