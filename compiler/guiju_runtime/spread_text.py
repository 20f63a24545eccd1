"""Read the uncertainty that a declaration states beside a value."""

import re
from fractions import Fraction

from guiju_runtime.messages import Text
from guiju_runtime.quantity import NoNumberError, NotFiniteError, PartedDigitsError, quantity
from guiju_runtime.spread import (
    BOUNDED,
    PARAMETERS,
    SPREADS,
    Stated,
    StatedKind,
    reason_against,
    stated_as,
)
from guiju_runtime.units import PLAIN_NUMBER, Unit, UnknownUnit, parse_data_unit

_CALL = re.compile(r"\s*([^\s()]+)\s*\(([^()]*)\)\s*")
_WIDE = str.maketrans("（），、", "(),,")
A_SPREAD = Text(
    zh="不小于 0 的比值，如 5 %；或 lognormal(1.2)、uniform(低, 高)、triangular(低, 最可能, 高)、"
    "basic(1.05)",
    en="a ratio of 0 or more, such as 5 %; or lognormal(1.2), uniform(low, high), "
    "triangular(low, likely, high), basic(1.05)",
)


def read_spread(given: object, unit: Unit, value: Fraction | None) -> Stated | None:
    """Read a ratio, a distribution of a value in ``unit`` or a basic uncertainty; else None.

    Args:
        value: what it is about, where that is known: it lies within the bounds.
    """
    kind, parts = _parts(given)
    if kind is None or len(parts) != PARAMETERS[kind]:
        return None
    own = unit if kind in BOUNDED else PLAIN_NUMBER
    numbers = [_number(part, own) for part in parts]
    known = tuple(number for number in numbers if number is not None)
    if len(known) < len(numbers) or reason_against(kind, known, value) is not None:
        return None
    return stated_as(kind, tuple(float(number) for number in known))


def _parts(given: object) -> tuple[StatedKind | None, list[object]]:
    call = _CALL.fullmatch(given.translate(_WIDE)) if isinstance(given, str) else None
    if call is None:
        return "normal", [given]
    return SPREADS.get(call[1]), list(call[2].split(","))


def _number(given: object, unit: Unit) -> Fraction | None:
    try:
        read = quantity(given.strip() if isinstance(given, str) else given)
        own = parse_data_unit(read.unit)
    except (NoNumberError, NotFiniteError, PartedDigitsError, UnknownUnit):
        return None
    if not read.unit:
        return read.value
    if own.dimension != unit.dimension or not own.same_kind(unit):
        return None
    return read.value * own.factor / unit.factor
