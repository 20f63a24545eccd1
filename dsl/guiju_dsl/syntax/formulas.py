"""Formulas in the syntax tree, as the author wrote them."""

from dataclasses import dataclass
from typing import Literal

from guiju_dsl.syntax.words import Name, Node, Path, Unit, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Node):
    """A number with or without a unit; ``number`` as written, without ``_``."""

    number: str
    unit: Unit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Node):
    """A day, ``2025-12-31``."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Node):
    """``yes`` or ``no``."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parentheses(Node):
    """``( inner )``; kept because the author put them."""

    inner: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(Node):
    """One argument of a call, by position or ``name: value``."""

    name: Name | None
    value: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Node):
    """``function(arguments)``."""

    function: Path
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup(Node):
    """``table[keys]``."""

    table: Path
    keys: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf(Node):
    """``[a, b]`` beside ``in``."""

    items: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative(Node):
    """``- operand``."""

    operand: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(Node):
    """Two operands of ``+ - * / ^``."""

    operator: Literal["+", "-", "*", "/", "^"]
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Node):
    """A test; ``within`` is the tolerance of ``a = b within c``."""

    operator: Literal["<", "<=", ">", ">=", "!=", "=", "is", "is not", "in"]
    left: "Expression"
    right: "Expression"
    within: "Expression | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Node):
    """``low .. high``."""

    low: "Expression"
    high: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logic(Node):
    """Two conditions joined by ``and`` or ``or``."""

    operator: Literal["and", "or"]
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    """``not operand``."""

    operand: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Node):
    """``given path``: was this datum collected?"""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Node):
    """``when condition then value``."""

    condition: "Expression"
    value: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Node):
    """Branches, the last ``otherwise`` if there is one."""

    branches: tuple[Branch, ...]
    otherwise: "Expression | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier(Node):
    """One choice of ``prefer … else …`` with its label."""

    value: "Expression"
    label: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefer(Node):
    """Tiers in order of preference, two or more."""

    tiers: tuple[Tier, ...]


Expression = (
    Quantity | Date | YesNo | Path | Parentheses | Call | Lookup | ListOf | Negative | Arithmetic
    | Comparison | Range | Logic | Not | Given | When | Prefer
)  # fmt: skip
