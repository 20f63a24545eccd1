"""Put conditions on the tape."""

import math
from fractions import Fraction

from guiju.tape.lowering import UNREAD, Lowered, Lowering
from guiju_dsl.standard import expressions as typed
from guiju_runtime.messages import Text

TOLERANCE = Fraction(1, 10**12)
"""Two quantities that agree to twelve digits count as equal in a test."""


def given(lowering: Lowering, node: typed.IsGiven) -> Lowered:
    """Tell whether a datum was collected; a default is not."""
    kept = lowering.values[node.path]
    there = lowering.builder.both(kept.there, lowering.builder.inverse(kept.defaulted))
    return Lowered(there, lowering.builder.no)


def slack(lowering: Lowering, left: int, right: int) -> int:
    """Give what two quantities may differ by and count as equal."""
    sizes = lowering.builder.applied("abs", left), lowering.builder.applied("abs", right)
    larger = lowering.builder.applied("max", *sizes)
    return lowering.builder.times(lowering.builder.number(TOLERANCE), larger)


def at_most(lowering: Lowering, left: int, right: int) -> int:
    """Tell whether ``left`` <= ``right``, to twelve digits."""
    builder = lowering.builder
    low, high = builder.constant(left), builder.constant(right)
    if isinstance(low, Fraction) and high is None:
        return builder.compared("at_most", builder.number(least_above(low)), right)
    if isinstance(high, Fraction) and low is None:
        return builder.compared("at_most", left, builder.number(-least_above(-high)))
    bound = lowering.builder.plus(right, slack(lowering, left, right))
    return lowering.builder.compared("at_most", left, bound)


def least_above(bound: Fraction) -> Fraction:
    """Give the least number that counts as no less than ``bound``, to twelve digits."""
    constant = bound.numerator / bound.denominator

    def counts(value: float) -> bool:
        return constant <= value + float(TOLERANCE) * max(abs(constant), abs(value))

    high = constant
    low = constant - 3 * float(TOLERANCE) * abs(constant)
    if counts(low):
        return Fraction(high)  # 0, or so small that nothing is between
    while (middle := low + (high - low) / 2) not in (low, high):
        low, high = (low, middle) if counts(middle) else (middle, high)
    assert math.nextafter(high, -math.inf) == low
    return Fraction(high)


def compared(lowering: Lowering, node: typed.Compared) -> Lowered:
    """Compare two quantities."""
    left, right = lowering.lowered(node.left), lowering.lowered(node.right)
    absent = lowering.builder.either(left.absent, right.absent)
    if node.operator in ("=", "!="):
        bound = slack(lowering, left.value, right.value)
        if node.within is not None:
            within = lowering.lowered(node.within)
            absent = lowering.builder.either(absent, within.absent)
            bound = lowering.builder.plus(within.value, bound)
        apart = lowering.builder.applied("abs", lowering.builder.minus(left.value, right.value))
        held = lowering.builder.compared("at_most", apart, bound)
        return Lowered(held if node.operator == "=" else lowering.builder.inverse(held), absent)
    small, large = left.value, right.value
    if node.operator in (">=", "<"):
        small, large = large, small
    held = at_most(lowering, small, large)
    return Lowered(held if "=" in node.operator else lowering.builder.inverse(held), absent)


def day_of(lowering: Lowering, node: typed.DayOf) -> Lowered:
    """Do with a day what is done with any comparison of dates: a tape reads none."""
    same = typed.IsOneOf(value=node.operand, options=(), negated=False)
    return Lowered(lowering.builder.zero, lowering.lowered(same).absent)


def in_range(lowering: Lowering, node: typed.InRange) -> Lowered:
    """Tell whether a quantity lies between two others."""
    value, low, high = (lowering.lowered(part) for part in (node.value, node.low, node.high))
    held = lowering.builder.both(
        at_most(lowering, low.value, value.value), at_most(lowering, value.value, high.value)
    )
    return Lowered(held, lowering.any_of(part.absent for part in (value, low, high)))


def one_of(lowering: Lowering, node: typed.IsOneOf) -> Lowered:
    """Tell whether a value is among those named."""
    unread = UNREAD.get(typed.kind_of(node.value))
    if unread is not None:
        reason = Text(zh=f"比较{unread.zh}", en=f"a comparison of {unread.en}")
        return lowering.unread(reason, "yes_no")
    value, absent = lowering.lowered(node.value)
    options = [lowering.lowered(option).value for option in node.options]
    found = lowering.any_of(_same(lowering, value, option) for option in options)
    return Lowered(lowering.builder.inverse(found) if node.negated else found, absent)


def _same(lowering: Lowering, value: int, option: int) -> int:
    if lowering.builder.nodes[value].kind != "truth":
        return lowering.builder.compared("same", value, option)
    return lowering.builder.where(option, value, lowering.builder.inverse(value))


def both(lowering: Lowering, node: typed.Both) -> Lowered:
    """Join two conditions; the right one counts only where the left does not decide."""
    left = lowering.lowered(node.left)
    undecided = left.value if node.operator == "and" else lowering.builder.inverse(left.value)
    with lowering.only(undecided):
        right = lowering.lowered(node.right)
    join = lowering.builder.both if node.operator == "and" else lowering.builder.either
    absent = lowering.builder.either(left.absent, lowering.builder.both(undecided, right.absent))
    return Lowered(join(left.value, right.value), absent)


def inverse(lowering: Lowering, node: typed.Inverse) -> Lowered:
    """Tell whether a condition does not hold."""
    value, absent = lowering.lowered(node.operand)
    return Lowered(lowering.builder.inverse(value), absent)
