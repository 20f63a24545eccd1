"""Formulas as they are printed: the shape on paper, before any writer."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A symbol of a quantity, ``EF`` with index ``1``: base italic, a descriptive index upright.

    Attributes:
        base: one or more letters set together.
        index: lower index, empty if none.
    """

    base: str
    index: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed, digits grouped by the writer; ``unit`` upright behind it, or empty."""

    digits: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Upright words within a formula, such as a choice or a function's name."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Negated:
    """``−operand``."""

    operand: "Formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Operands joined by one sign, in order: ``a + b − c`` is two operations."""

    sign: Literal["+", "−", "×"]
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotient:
    """A fraction with a bar."""

    above: "Formula"
    below: "Formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """``base`` raised to ``exponent``."""

    base: "Formula"
    exponent: "Formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracketed:
    """``(inner)``."""

    inner: "Formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class SumOver:
    """``Σ`` over ``index`` of ``term``."""

    index: str
    term: "Formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """``name(arguments)``, the name upright: min, max, exp, ln."""

    name: str
    arguments: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One line of a brace: a value and the condition in words under which it holds."""

    value: "Formula"
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Lines behind one opening brace."""

    lines: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """``left = right``: a whole printed formula."""

    left: "Formula"
    sign: Literal["=", "≤", "≥", "<", ">"]
    right: "Formula"


Formula = (
    Symbol | Number | Word | Negated | Operation | Quotient | Power | Bracketed | SumOver | Function
    | Cases | Relation
)  # fmt: skip
