"""What ``× 44 / 12`` makes of carbon: written masses that turn one substance into another.

Source: molar masses rounded to whole numbers, as the formulas of national standards print them.
"""

from typing import Final

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_runtime.units import PLAIN_NUMBER, Unit, UnknownUnit, parse_unit
from guiju_runtime.units.table import MASSES_THAT_TAKE_A_SUBSTANCE

CONVERSIONS: Final = {
    (44, 12): ("C", "CO2"),
    (28, 12): ("C", "CO"),
    (16, 12): ("C", "CH4"),
    (44, 28): ("N", "N2O"),
}
"""Masses above and below the line, and the substances that they relate."""


def converted(operator: str, left: Expression, right: Expression, unit: Unit) -> Unit:
    """Give ``unit``, which the operands make, with the substance that the masses lead to."""
    related = CONVERSIONS.get(_masses(operator, left, right))
    if related is None or not unit.substance:
        return unit
    before, after = related
    words = unit.text.split("/", 1)
    above = words[0].split("·")
    carrying = [mass + before for mass in MASSES_THAT_TAKE_A_SUBSTANCE if mass + before in above]
    if not carrying:
        return unit
    place = above.index(carrying[0])
    above[place] = carrying[0].removesuffix(before) + after
    try:
        return parse_unit("/".join(["·".join(above), *words[1:]]))
    except UnknownUnit:
        return unit


def _masses(operator: str, left: Expression, right: Expression) -> tuple[int, int]:
    """Find plain whole numbers: ``x * a / b``, ``x * (a / b)`` or ``a / b * x``."""
    match operator, left, right:
        case "/", typed.Arithmetic(operator="*", right=above), below:
            return _whole(above), _whole(below)
        case "*", typed.Arithmetic(operator="/", left=above, right=below), _ if _whole(above):
            return _whole(above), _whole(below)
        case "*", _, typed.Arithmetic(operator="/", left=above, right=below):
            return _whole(above), _whole(below)
        case _:
            return 0, 0


def _whole(value: Expression) -> int:
    """Give a plain whole number as it is written; 0 for anything else."""
    if not isinstance(value, typed.Number) or unit_of(value) != PLAIN_NUMBER:
        return 0
    return int(value.value) if value.value.denominator == 1 else 0
