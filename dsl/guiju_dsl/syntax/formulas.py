"""Formulas in the syntax tree, as the author wrote them."""

from typing import Literal

from guiju_dsl.syntax.words import Name, Node, Path, Unit, Words


class Quantity(Node, frozen=True, kw_only=True):
    """A number with or without a unit; ``number`` as written, without ``_``."""

    number: str
    unit: Unit | None


class Date(Node, frozen=True, kw_only=True):
    """A day, ``2025-12-31``."""

    text: str


class YesNo(Node, frozen=True, kw_only=True):
    """``yes`` or ``no``."""

    value: bool


class Parentheses(Node, frozen=True, kw_only=True):
    """``( inner )``; kept because the author put them."""

    inner: "Expression"


class Argument(Node, frozen=True, kw_only=True):
    """One argument of a call, by position or ``name: value``."""

    name: Name | None
    value: "Expression"


class Call(Node, frozen=True, kw_only=True):
    """``function(arguments)``."""

    function: Path
    arguments: tuple[Argument, ...]


class Lookup(Node, frozen=True, kw_only=True):
    """``table[keys]``."""

    table: Path
    keys: "tuple[Expression, ...]"


class ListOf(Node, frozen=True, kw_only=True):
    """``[a, b]`` beside ``in``."""

    items: "tuple[Expression, ...]"


class Negative(Node, frozen=True, kw_only=True):
    """``- operand``."""

    operand: "Expression"


class Arithmetic(Node, frozen=True, kw_only=True):
    """Two operands of ``+ - * / ^``."""

    operator: Literal["+", "-", "*", "/", "^"]
    left: "Expression"
    right: "Expression"


class Comparison(Node, frozen=True, kw_only=True):
    """A test; ``within`` is the tolerance of ``a = b within c``."""

    operator: Literal["<", "<=", ">", ">=", "!=", "=", "is", "is not", "in"]
    left: "Expression"
    right: "Expression"
    within: "Expression | None"


class Range(Node, frozen=True, kw_only=True):
    """``low .. high``."""

    low: "Expression"
    high: "Expression"


class Logic(Node, frozen=True, kw_only=True):
    """Two conditions joined by ``and`` or ``or``."""

    operator: Literal["and", "or"]
    left: "Expression"
    right: "Expression"


class Not(Node, frozen=True, kw_only=True):
    """``not operand``."""

    operand: "Expression"


class Given(Node, frozen=True, kw_only=True):
    """``given path``: was this datum collected?"""

    path: Path


class Branch(Node, frozen=True, kw_only=True):
    """``when condition then value``."""

    condition: "Expression"
    value: "Expression"


class When(Node, frozen=True, kw_only=True):
    """Branches, the last ``otherwise`` if there is one."""

    branches: tuple[Branch, ...]
    otherwise: "Expression | None"


class Tier(Node, frozen=True, kw_only=True):
    """One choice of ``prefer … else …`` with its label."""

    value: "Expression"
    label: Words | None


class Prefer(Node, frozen=True, kw_only=True):
    """Tiers in order of preference, two or more."""

    tiers: tuple[Tier, ...]


Expression = (
    Quantity | Date | YesNo | Path | Parentheses | Call | Lookup | ListOf | Negative | Arithmetic
    | Comparison | Range | Logic | Not | Given | When | Prefer
)  # fmt: skip
