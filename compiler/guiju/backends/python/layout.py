"""Lay out Python code: on one line where it fits, else as the common formatters break it."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

WIDTH = 100
STEP = 4


class Listed(Struct, frozen=True):
    """Items between brackets; broken, one to a line.

    Attributes:
        opening: what stands before the first item, ``f(``; ``closing`` after the last.
        tuple_of_one: whether a single item needs a comma.
    """

    opening: str
    items: "tuple[Code, ...]"
    closing: str
    tuple_of_one: bool = False


class Bracketed(Struct, frozen=True):
    """An expression in round brackets."""

    inner: "Code"


class Prefixed(Struct, frozen=True):
    """``name=``, ``lambda:`` and the like before an expression."""

    prefix: str
    inner: "Code"


class Chain(Struct, frozen=True):
    """Operands of operators that bind alike; broken, an operator begins each line.

    Attributes:
        rest: each operator with the operand that follows it.
    """

    first: "Code"
    rest: "tuple[tuple[str, Code], ...]"


Code = str | Listed | Bracketed | Prefixed | Chain


def call(name: str, *items: Code) -> Listed:
    """Give a call of ``name``."""
    return Listed(f"{name}(", items, ")")


def keyword(name: str, value: Code) -> Prefixed:
    """Give an argument by name."""
    return Prefixed(f"{name}=", value)


def function_of(body: Code, parameter: str = "") -> Prefixed:
    """Give a lambda."""
    return Prefixed(f"lambda {parameter}: " if parameter else "lambda: ", body)


def flat(code: Code) -> str:
    """Print ``code`` on one line."""
    match code:
        case Listed():
            comma = "," if code.tuple_of_one and len(code.items) == 1 else ""
            return f"{code.opening}{', '.join(map(flat, code.items))}{comma}{code.closing}"
        case Bracketed():
            return f"({flat(code.inner)})"
        case Prefixed():
            return f"{code.prefix}{flat(code.inner)}"
        case Chain():
            rest = "".join(f" {operator} {flat(part)}" for operator, part in code.rest)
            return f"{flat(code.first)}{rest}"
        case _:
            return code


def laid_out(code: Code, indent: int, column: int, after: int = 0) -> str:
    """Print ``code`` over as many lines as it needs.

    Args:
        indent: of the line that it begins on.
        column: that it begins at.
        after: columns that must stay free behind it.
    """
    line = flat(code)
    if column + width(line) + after <= WIDTH:
        return line
    match code:
        case Listed() if code.items:
            return "".join(_listed(code, indent))
        case Bracketed():
            return _bracketed(code.inner, indent)
        case Prefixed(prefix=prefix, inner=Chain() as chain) if prefix.startswith("lambda"):
            return f"{prefix}{_bracketed(chain, indent)}"
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


def _bracketed(code: Code, indent: int) -> str:
    inner = indent + STEP
    return f"(\n{' ' * inner}{laid_out(code, inner, inner)}\n{' ' * indent})"


def _chain(code: Chain, indent: int, after: int) -> Iterator[str]:
    yield laid_out(code.first, indent, indent)
    for operator, part in code.rest:
        start = f"{' ' * indent}{operator} "
        yield f"\n{start}{laid_out(part, indent, len(start), after)}"


def width(text: str) -> int:
    """Count the columns that ``text`` takes: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
