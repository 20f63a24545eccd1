"""Bring values into one unit."""

from dataclasses import replace
from fractions import Fraction
from typing import TypeGuard

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, Number, unit_of
from guiju_runtime.units import PLAIN_NUMBER, Unit


def is_bare(value: Expression) -> TypeGuard[Number]:
    """Tell whether a value is a constant without a unit."""
    return isinstance(value, Number) and value.unit == PLAIN_NUMBER


def is_zero(value: Expression) -> TypeGuard[Number]:
    """Tell whether a value is a bare 0, which is a zero of anything."""
    return is_bare(value) and value.value == 0


def taken_as(value: Number, unit: Unit) -> Number:
    """Give a bare number as so many of ``unit``."""
    return replace(value, unit=unit)


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
            return typed.Cases(branches=branches, otherwise=otherwise, kind=value.kind, unit=unit)
        case typed.Converted():
            return _converted(value.operand, value.ratio * ratio, unit)
        case _ if ratio == 1:
            return value
        case _:
            return typed.Converted(operand=value, ratio=ratio, unit=unit)
