"""Lay out code: on one line where it fits, else as the common formatters break it."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

WIDTH = 100
STEP = 4


class Listed(Struct, frozen=True):
    """Items between brackets; broken, one to a line.

    Attributes:
        opening: what stands before the first item, ``f(``; ``closing`` after the last.
        tuple_of_one: whether a single item needs a comma.
        space: what parts the brackets from the items on one line.
    """

    opening: str
    items: "tuple[Layout, ...]"
    closing: str
    tuple_of_one: bool = False
    space: str = ""


class Bracketed(Struct, frozen=True):
    """An expression in round brackets."""

    inner: Any


class Prefixed(Struct, frozen=True):
    """``name=``, ``lambda:`` and the like before an expression.

    Attributes:
        brackets: whether a chain that is broken stands in brackets behind it.
    """

    prefix: str
    inner: "Layout"
    brackets: bool = False


class Chain(Struct, frozen=True):
    """Operands of operators that bind alike; broken, an operator begins each line.

    Attributes:
        rest: each operator with the operand that follows it.
    """

    first: Any
    rest: tuple[tuple[str, Any], ...]


Layout = str | Listed | Bracketed | Prefixed | Chain


def flat(code: Layout) -> str:
    """Print ``code`` on one line."""
    match code:
        case Listed():
            comma = "," if code.tuple_of_one and len(code.items) == 1 else ""
            space = code.space if code.items else ""
            items = ", ".join(map(flat, code.items))
            return f"{code.opening}{space}{items}{comma}{space}{code.closing}"
        case Bracketed():
            return f"({flat(code.inner)})"
        case Prefixed():
            return f"{code.prefix}{flat(code.inner)}"
        case Chain():
            rest = "".join(f" {operator} {flat(part)}" for operator, part in code.rest)
            return f"{flat(code.first)}{rest}"
        case _:
            return code


def laid_out(code: Layout, indent: int, column: int, after: int = 0) -> str:
    """Print ``code`` over as many lines as it needs.

    Args:
        indent: of the line that it begins on.
        column: that it begins at.
        after: columns that must stay free behind it.
    """
    line = flat(code)
    room = WIDTH - column - after
    if len(line) <= room and width(line) <= room:
        return line
    match code:
        case Listed() if code.items:
            return "".join(_listed(code, indent))
        case Bracketed():
            return _bracketed(code.inner, indent)
        case Prefixed(inner=Chain() as chain, brackets=True):
            return f"{code.prefix}{_bracketed(chain, indent)}"
        case Prefixed():
            column += width(code.prefix)
            return f"{code.prefix}{laid_out(code.inner, indent, column, after)}"
        case Chain():
            return "".join(_chain(code, indent, after))
        case _:
            return line


def _listed(code: Listed, indent: int) -> Iterator[str]:
    inner = indent + STEP
    yield f"{code.opening}\n"
    for item in code.items:
        yield f"{' ' * inner}{laid_out(item, inner, inner, 1)},\n"
    yield f"{' ' * indent}{code.closing}"


def _bracketed(code: Layout, indent: int) -> str:
    inner = indent + STEP
    return f"(\n{' ' * inner}{laid_out(code, inner, inner)}\n{' ' * indent})"


def _chain(code: Chain, indent: int, after: int) -> Iterator[str]:
    yield laid_out(code.first, indent, indent)
    for operator, part in code.rest:
        start = f"{' ' * indent}{operator} "
        yield f"\n{start}{laid_out(part, indent, len(start), after)}"


def width(text: str) -> int:
    """Count the columns that ``text`` takes: two for a Chinese character."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
