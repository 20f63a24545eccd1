"""Bring values into one unit."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_runtime.units import PLAIN_NUMBER, Unit


def is_bare(value: Expression) -> bool:
    """Tell whether a value is a constant without a unit, or a choice among such constants."""
    match value:
        case typed.Number():
            return value.unit == PLAIN_NUMBER
        case typed.Opposite():
            return is_bare(value.operand)
        case typed.Cases() | typed.Preferred():
            return all(is_bare(part) for part in _alternatives(value))
        case _:
            return False


def is_zero(value: Expression) -> bool:
    """Tell whether a value is a bare 0, which is a zero of anything."""
    return isinstance(value, typed.Number) and value.value == 0 and value.unit == PLAIN_NUMBER


def taken_as(value: Expression, unit: Unit) -> Expression:
    """Give a bare number as so many of ``unit``."""
    match value:
        case typed.Number():
            return replace(value, unit=unit)
        case typed.Opposite():
            return replace(value, operand=taken_as(value.operand, unit), unit=unit)
        case typed.Cases():
            branches = tuple((test, taken_as(part, unit)) for test, part in value.branches)
            last = taken_as(value.otherwise, unit) if value.otherwise is not None else None
            return replace(value, branches=branches, otherwise=last, unit=unit)
        case typed.Preferred():
            tiers = tuple((taken_as(part, unit), label) for part, label in value.tiers)
            return replace(value, tiers=tiers, unit=unit)
        case _:
            return value


def _alternatives(value: typed.Cases | typed.Preferred) -> Iterator[Expression]:
    if isinstance(value, typed.Preferred):
        yield from (part for part, _ in value.tiers)
        return
    yield from (part for _, part in value.branches)
    if value.otherwise is not None:
        yield value.otherwise


def plain(value: Expression) -> Expression | None:
    """Give a ratio as a plain number; None if it has a dimension."""
    return in_unit(value, PLAIN_NUMBER)


def in_unit(value: Expression, unit: Unit) -> Expression | None:
    """Give ``value`` in ``unit``; None if the two measure different things."""
    own = unit_of(value)
    if own is unit:
        return value
    if not own.same_kind(unit):
        return None
    if own.factor == unit.factor:
        return value
    return _converted(value, own.factor / unit.factor, unit)


def _converted(value: Expression, ratio: Fraction, unit: Unit) -> Expression:
    """Convert a value; of alternatives each one, so that a tier or branch stays the outermost."""
    match value:
        case typed.Preferred():
            tiers = tuple((_converted(tier, ratio, unit), label) for tier, label in value.tiers)
            return typed.Preferred(tiers=tiers, unit=unit)
        case typed.Cases():
            branches = tuple((test, _converted(v, ratio, unit)) for test, v in value.branches)
            last = value.otherwise
            otherwise = _converted(last, ratio, unit) if last is not None else None
            return replace(value, branches=branches, otherwise=otherwise, unit=unit)
        case typed.Converted():
            return _converted(value.operand, value.ratio * ratio, unit)
        case _ if ratio == 1:
            return value
        case _:
            return typed.Converted(operand=value, ratio=ratio, unit=unit)
