"""Find the value of a datum or factor for which a target is just met.

The range is tried at many values first, so that a figure that goes up and down, jumps, or has no
value somewhere is seen; then each place where the target begins or ceases to be met is narrowed
down.
"""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from guiju.changing import calculated, value_of
from guiju.command_codes import CommandFault
from guiju.inputs import Input, named, rows_of
from guiju.library import Data, Result, Standard
from guiju.question_codes import NOT_A_NUMBER
from guiju.ranges import Range, range_of
from guiju.targets import Target, target_of
from guiju_runtime.arithmetic import TOLERANCE
from guiju_runtime.findings import Finding

STEPS = 24
"""Into how many parts a range is divided."""
WIDENINGS = 10
"""How often four times the value is tried where nothing bounds it."""
TURNS = 200
NEAR = 1e-9
"""Differences of a figure smaller than this ratio are not taken for a rise or a fall."""


class Tried(Struct, frozen=True, kw_only=True):
    """A value of the input, and what the figure comes to; None if it has no value."""

    value: float
    figure: object
    met: bool | None


class Crossing(Struct, frozen=True, kw_only=True):
    """Where a target begins or ceases to be met.

    Attributes:
        last: the outermost value that meets it; ``first`` the next that does not.
        upwards: whether it is met below.
        jump: whether the figure jumps over the bound here.
    """

    last: Tried
    first: Tried
    upwards: bool
    jump: bool


class Solution(Struct, frozen=True, kw_only=True):
    """What became of the question.

    Attributes:
        declared: the value that the declaration gives, with what it comes to; beyond the range it
            is not searched.
        crossings: the nearest to the declared value first; none if the target is met nowhere, or
            everywhere.
        tried: in the order of values.
        monotone: whether the figure only rises, or only falls, over the range.
        flat: whether it is the same everywhere.
        before: the calculation of the declaration.
        result: the calculation with the answer; of the declaration if there is none.
    """

    known: Input
    target: Target
    range: Range
    declared: Tried
    crossings: tuple[Crossing, ...]
    tried: tuple[Tried, ...]
    monotone: bool
    flat: bool
    before: Result
    result: Result

    def new_findings(self) -> tuple[Finding, ...]:
        """Give what is found with the answer only; all that is found if there is none."""
        known = self.before.findings if self.crossings else ()
        return tuple(one for one in self.result.findings if one not in known)

    @property
    def answer(self) -> Tried | None:
        """Give the value for which the target is just met, the nearest to the declared one."""
        return self.crossings[0].last if self.crossings else None

    @property
    def best(self) -> Tried | None:
        """Give the value that comes nearest to the target; None where there is no order."""
        sized = [(d, t) for t in self.tried if (d := _missed(self.target, t)) is not None]
        return min(sized, key=lambda pair: pair[0])[1] if sized else None


def _missed(target: Target, tried: Tried) -> float | None:
    """Give by how much a target is missed; less than 0 where it is met with room to spare."""
    distance = target.distance(tried.figure)
    if distance is None:
        return None
    if target.operator == "=":
        return abs(distance)
    return -distance if target.operator in (">=", ">") else distance


def solve(standard: Standard, data: Data, name: str, target: str, between: str = "") -> Solution:
    """Find the value of the input called ``name`` for which ``target`` is just met.

    Args:
        between: the range to search, ``low .. high``; else that which the standard declares.

    Raises:
        CommandFault: a file cannot be read; input, target or range are not what they must be.
    """
    before = standard.calculate(data)
    known = named(standard.plan, rows_of(before.calculation.reading), name)
    if known.datum.kind != "number":
        raise CommandFault(NOT_A_NUMBER, name=known.name)
    question = _Question(
        standard=standard,
        before=before,
        known=known,
        target=target_of(target, before.calculation),
    )
    return question.answered(range_of(standard.plan, known, between))


class _Question(Struct, frozen=True, kw_only=True):
    """What is asked of a declaration."""

    standard: Standard
    before: Result
    known: Input
    target: Target

    def calculated(self, value: float) -> Result:
        """Calculate the declaration with another value of the input."""
        change = self.known, value, Fraction(repr(value))
        return calculated(self.standard, self.before.declaration, [change])

    def tried(self, value: float) -> Tried:
        """Give what the figure comes to with another value."""
        return _tried(self.target, value, self.calculated(value))

    def answered(self, limits: Range) -> Solution:
        """Try the range, and narrow down where the target begins or ceases to be met."""
        start = value_of(self.known, self.before)
        own = float(start) if isinstance(start, float | int) else math.nan
        declared = _tried(self.target, own, self.before)
        points = [self.tried(value) for value in _values(limits, own)]
        if limits.low <= own <= limits.high:  # one beyond is no answer, nor is what lies before it
            points.append(declared)
        points.sort(key=lambda one: one.value)
        found = [
            _narrowed(a, b, self.tried, self.target) for a, b in pairwise(points) if _parts(a, b)
        ]
        nearest = sorted(found, key=lambda crossing: _away(crossing, own))
        return Solution(
            known=self.known,
            target=self.target,
            range=limits,
            declared=declared,
            crossings=tuple(nearest),
            tried=tuple(points),
            monotone=_is_monotone(points),
            flat=_is_flat(points),
            before=self.before,
            result=self.calculated(nearest[0].last.value) if nearest else self.before,
        )


def _tried(target: Target, value: float, result: Result) -> Tried:
    figure = target.value(result.calculation)
    return Tried(value=value, figure=figure, met=target.holds(figure))


def _values(limits: Range, own: float) -> Iterator[float]:
    """Give the values to try: even steps over the range, ever longer ones where it has no end."""
    size = abs(own) if own == own and own else 1.0
    low = limits.low if math.isfinite(limits.low) else -2 * size
    high = limits.high if math.isfinite(limits.high) else max(2 * size, low + size)
    values = {low + (high - low) * step / STEPS for step in range(STEPS + 1)}
    if math.isinf(limits.high):
        values |= {high * 4.0**power for power in range(1, WIDENINGS)}
    if math.isinf(limits.low):
        values |= {-size * 4.0**power for power in range(1, WIDENINGS)}
    yield from sorted(values - {own})


def _parts(left: Tried, right: Tried) -> bool:
    """Tell whether the target begins or ceases to be met between two values."""
    return None not in (left.met, right.met) and left.met != right.met


def _narrowed(
    left: Tried, right: Tried, tried: Callable[[float], Tried], target: Target
) -> Crossing:
    """Narrow two values down to where the target is just met, or jumped over.

    Turn by turn the chord of the figure is followed, and the way halved.
    """
    for turn in range(TURNS):
        last = left if left.met else right
        if target.is_just_met(last.figure):
            break
        value = _chord(left, right, target) if turn % 2 == 0 else None
        value = left.value + (right.value - left.value) / 2 if value is None else value
        if value in (left.value, right.value):
            break
        middle = tried(value)
        if middle.met is None:
            break
        left, right = (middle, right) if middle.met == left.met else (left, middle)
    last, first = (left, right) if left.met else (right, left)
    jump = not (isinstance(target.bound, str) or target.is_just_met(last.figure))
    return Crossing(last=last, first=first, upwards=bool(left.met), jump=jump)


def _chord(left: Tried, right: Tried, target: Target) -> float | None:
    """Give where the chord between two values meets the bound; None if that is not between them."""
    a, b = target.distance(left.figure), target.distance(right.figure)
    if a is None or b is None or a == b:
        return None
    value = left.value - a * (right.value - left.value) / (b - a)
    return value if left.value < value < right.value else None


def _away(crossing: Crossing, own: float) -> float:
    return abs(crossing.last.value - own) if own == own else abs(crossing.last.value)


def _is_flat(points: list[Tried]) -> bool:
    """Tell whether the input changes nothing."""
    figures = [float(p.figure) for p in points if isinstance(p.figure, float | int)]
    apart = max(figures, default=0.0) - min(figures, default=0.0)
    return len(figures) > 1 and apart <= TOLERANCE * max(map(abs, figures))


def _is_monotone(points: list[Tried]) -> bool:
    figures = [float(p.figure) for p in points if isinstance(p.figure, float | int)]
    steps = [b - a for a, b in pairwise(figures)]
    slack = NEAR * max((abs(figure) for figure in figures), default=0.0)
    return all(step <= slack for step in steps) or all(step >= -slack for step in steps)
