"""Constant data as code."""

from dataclasses import fields, is_dataclass
from fractions import Fraction

from guiju.program.code import (
    Argument,
    Choice,
    Code,
    Mapping,
    Nothing,
    Several,
    Truth,
    Words,
    record,
)

WHOLE = 10**15
"""Whole numbers below are printed as such: floats hold them exactly."""


def literal(value: object) -> Code:
    """Give ``value`` as code."""
    match value:
        case tuple():
            return Several(tuple(literal(part) for part in value))
        case dict():
            return Mapping(tuple((literal(k), literal(v)) for k, v in value.items()))
        case frozenset():
            return Choice(tuple(literal(part) for part in sorted(value)))
        case _:
            return _record(value) if is_dataclass(value) else _single(value)


def _record(value: object) -> Code:
    parts = (
        Argument(f.name, literal(getattr(value, f.name)))
        for f in fields(value)  # type: ignore[arg-type]  # only what is a dataclass comes here
        if f.init and getattr(value, f.name) != f.default
    )
    return record(type(value).__name__, *parts)


def _single(value: object) -> Code:
    match value:
        case str():
            return Words(value)
        case bool():
            return Truth(value)
        case None:
            return Nothing()
        case float():
            return float_text(value)
        case _:
            return repr(value)


def number_text(value: Fraction) -> str:
    """Print a constant: a whole number as such, else the nearest float."""
    if value.denominator == 1 and abs(value) < WHOLE:
        return str(value.numerator)
    return float_text(value.numerator / value.denominator)


def float_text(value: float) -> str:
    """Print a float so that reading it gives the same one."""
    return repr(value).replace("e+", "e")
