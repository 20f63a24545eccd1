"""Where the value of an input may lie: what the standard declares, else what can be."""

import math
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from guiju.command_codes import CommandFault
from guiju.inputs import DatumInput, Input, read_text
from guiju.plan.model import CalculationPlan
from guiju.question_codes import NOT_A_RANGE
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression

Bounds = tuple[float, float]


class Range(Struct, frozen=True, kw_only=True):
    """Where a value may lie [unit of its input]; an end may be infinite.

    Attributes:
        low_declared: whether the standard, or the question, says the lower end; ``high_declared``
            the upper one.
    """

    low: float
    high: float
    low_declared: bool
    high_declared: bool

    @property
    def declared(self) -> bool:
        """Tell whether both ends are said."""
        return self.low_declared and self.high_declared


def range_of(plan: CalculationPlan, known: Input, between: str) -> Range:
    """Give the range that ``between`` asks for, else that of the limits of the standard.

    Raises:
        CommandFault: ``between`` is no range.
    """
    if between:
        return _asked(known, between)
    low, high = (0.0, math.inf) if _is_not_negative(known) else (-math.inf, math.inf)
    found = list(_limits(plan, known)) if isinstance(known, DatumInput) else []
    for least, most in found:
        low, high = max(low, least), min(high, most)
    return Range(
        low=low,
        high=high,
        low_declared=any(math.isfinite(least) for least, _ in found),
        high_declared=any(math.isfinite(most) for _, most in found),
    )


def _is_not_negative(known: Input) -> bool:
    """Tell whether a value can only be 0 or more: an amount; a factor of which no row is less."""
    if isinstance(known, DatumInput):
        return known.datum.amount
    return all(row.value >= 0 for row in known.table.rows)


def _asked(known: Input, between: str) -> Range:
    """Read ``low .. high``, each with its unit."""
    ends = [end.strip() for end in between.replace("～", "..").split("..")]
    values = [read_text(known, end) for end in ends]
    numbers = [float(value) for value in values if isinstance(value, Fraction)]
    if len(numbers) != 2 or not numbers[0] < numbers[1]:
        raise CommandFault(NOT_A_RANGE, written=between, unit=known.unit or "1")
    return Range(low=numbers[0], high=numbers[1], low_declared=True, high_declared=True)


def _limits(plan: CalculationPlan, known: DatumInput) -> Iterator[Bounds]:
    """Give the limits that compare the datum alone with numbers."""
    for provision in plan.rules.provisions:
        if provision.force == "limit" and provision.condition is not None:
            yield from _bounds(provision.condition, known.datum.path)


def _bounds(condition: Expression, path: str) -> Iterator[Bounds]:
    match condition:
        case typed.Both(operator="and", left=left, right=right):
            yield from _bounds(left, path)
            yield from _bounds(right, path)
        case typed.InRange() if _reads(condition.value, path):
            yield _number(condition.low, -math.inf), _number(condition.high, math.inf)
        case typed.Compared(operator="<=" | "<") if _reads(condition.left, path):
            yield -math.inf, _number(condition.right, math.inf)
        case typed.Compared(operator=">=" | ">") if _reads(condition.left, path):
            yield _number(condition.right, -math.inf), math.inf
        case _:
            return


def _reads(node: Expression, path: str) -> bool:
    return isinstance(node, typed.Reading) and node.path == path


def _number(node: Expression, without: float) -> float:
    """Give a bound that is a number; ``without`` where it depends on data."""
    value = constant(node)
    return without if value is None else value.numerator / value.denominator
