"""Print constant data as Python literals that people can read."""

from dataclasses import fields, is_dataclass
from fractions import Fraction

from guiju.backends.python.layout import Code, Listed, Prefixed, call, flat, keyword

WHOLE = 10**15
"""Whole numbers below are printed as such: floats hold them exactly."""


def literal(value: object) -> Code:
    """Give ``value`` as code."""
    if is_dataclass(value) and not isinstance(value, type):
        items = (
            keyword(f.name, literal(getattr(value, f.name)))
            for f in fields(value)
            if getattr(value, f.name) != f.default
        )
        return call(type(value).__name__, *items)
    if isinstance(value, tuple):
        return Listed("(", tuple(literal(part) for part in value), ")", tuple_of_one=True)
    if isinstance(value, dict):
        items = (Prefixed(f"{flat(literal(k))}: ", literal(v)) for k, v in value.items())
        return Listed("{", tuple(items), "}")
    if isinstance(value, frozenset):
        inner = Listed("{", tuple(literal(part) for part in sorted(value)), "}")
        return call("frozenset", inner) if value else call("frozenset")
    if isinstance(value, str):
        return quoted(value)
    return float_text(value) if isinstance(value, float) else repr(value)


def quoted(text: str) -> str:
    """Print a text in double quotes, or in single ones if that takes fewer strokes."""
    printed = repr(text)
    if printed[0] == '"' or text.count('"') > text.count("'"):
        return printed
    inner = printed[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'


def number_text(value: Fraction) -> str:
    """Print a constant: a whole number as such, else the nearest float."""
    if value.denominator == 1 and abs(value) < WHOLE:
        return str(value.numerator)
    return float_text(value.numerator / value.denominator)


def float_text(value: float) -> str:
    """Print a float so that reading it gives the same one."""
    return repr(value).replace("e+", "e")


def words(text: str) -> str:
    """Give ``text`` as it may stand in a docstring."""
    return text.replace("\\", "\\\\").replace('"""', "'''").strip()
