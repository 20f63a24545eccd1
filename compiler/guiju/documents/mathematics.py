"""Formulas as they are printed: the shape on paper, before any writer."""

from typing import Literal

from msgspec import Struct


class Symbol(Struct, frozen=True, kw_only=True):
    """A symbol of a quantity, ``EF`` with index ``1``: base italic, a descriptive index upright.

    Attributes:
        base: one or more letters set together.
        index: lower index, empty if none.
    """

    base: str
    index: str


class Number(Struct, frozen=True, kw_only=True):
    """A number as printed, digits grouped by the writer; ``unit`` upright behind it, or empty."""

    digits: str
    unit: str


class Word(Struct, frozen=True, kw_only=True):
    """Upright words within a formula, such as a choice or a function's name."""

    text: str


class Negated(Struct, frozen=True, kw_only=True):
    """``−operand``."""

    operand: "Formula"


class Operation(Struct, frozen=True, kw_only=True):
    """Operands joined by one sign, in order: ``a + b − c`` is two operations."""

    sign: Literal["+", "−", "×"]
    left: "Formula"
    right: "Formula"


class Quotient(Struct, frozen=True, kw_only=True):
    """A fraction with a bar."""

    above: "Formula"
    below: "Formula"


class Power(Struct, frozen=True, kw_only=True):
    """``base`` raised to ``exponent``."""

    base: "Formula"
    exponent: "Formula"


class Bracketed(Struct, frozen=True, kw_only=True):
    """``(inner)``."""

    inner: "Formula"


class SumOver(Struct, frozen=True, kw_only=True):
    """``Σ`` over ``index`` of ``term``.

    Attributes:
        bounds: first and last value of the index; none where it runs over all there are.
    """

    index: str
    term: "Formula"
    bounds: "tuple[Formula, Formula] | None" = None


class Function(Struct, frozen=True, kw_only=True):
    """``name(arguments)``, the name upright: min, max, exp, ln."""

    name: str
    arguments: "tuple[Formula, ...]"


class Case(Struct, frozen=True, kw_only=True):
    """One line of a brace: a value and the condition in words under which it holds.

    What is raised in the words is marked: ``x^{n + 1}``.
    """

    value: "Formula"
    condition: str


class Cases(Struct, frozen=True, kw_only=True):
    """Lines behind one opening brace."""

    lines: tuple[Case, ...]


class Relation(Struct, frozen=True, kw_only=True):
    """``left = right``: a whole printed formula."""

    left: "Formula"
    sign: Literal["=", "≤", "≥", "<", ">"]
    right: "Formula"


Formula = (
    Symbol | Number | Word | Negated | Operation | Quotient | Power | Bracketed | SumOver | Function
    | Cases | Relation
)  # fmt: skip
