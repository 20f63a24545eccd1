"""Formulas with their kinds and units checked.

The value of a node is a plain number in the unit of the node; every change of unit is an explicit
``Converted``, so that a calculator needs no units at all.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, Final, Literal

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER, Unit

Kind = Literal["number", "year", "yes_no", "choice", "text", "date"]


class Number(Struct, frozen=True, kw_only=True):
    """A constant; ``written`` as the author wrote it."""

    value: Fraction
    written: str
    unit: Unit


class Reading(Struct, frozen=True, kw_only=True):
    """The value of a named thing: a datum, an amount, a formula.

    Attributes:
        group: path of the repeated group whose row is meant, or empty.
        choice: path of the choice that its options are from, or empty.
    """

    path: str
    kind: Kind
    unit: Unit
    group: str
    choice: str


class Predeclared(Struct, frozen=True, kw_only=True):
    """``year``, ``period``, ``primary_share`` and the like."""

    name: str
    kind: Kind
    unit: Unit


class ProductOutcome(Struct, frozen=True, kw_only=True):
    """``product.cfp``, ``.intensity`` or ``.reference_flow``, in ``profile`` if one is named."""

    profile: str
    product: str
    name: str
    unit: Unit


class OptionValue(Struct, frozen=True, kw_only=True):
    """A member of a choice."""

    choice: str
    name: str


class YesNoValue(Struct, frozen=True, kw_only=True):
    """``yes`` or ``no``."""

    value: bool


class DateValue(Struct, frozen=True, kw_only=True):
    """A day, ``YYYY-MM-DD``."""

    text: str


class TableLookup(Struct, frozen=True, kw_only=True):
    """A row of a factor table; ``keys`` are choices, years or dates."""

    table: str
    keys: "tuple[Expression, ...]"
    unit: Unit


class Converted(Struct, frozen=True, kw_only=True):
    """``operand`` times ``ratio``: the same quantity in ``unit``."""

    operand: "Expression"
    ratio: Fraction
    unit: Unit


class DayOf(Struct, frozen=True, kw_only=True):
    """The number of a day, 0001-01-01 being 1; a whole number, as a year is."""

    operand: "Expression"


class Arithmetic(Struct, frozen=True, kw_only=True):
    """Two numbers joined; for ``+`` and ``-`` both are in ``unit``."""

    operator: Literal["+", "-", "*", "/", "^"]
    left: "Expression"
    right: "Expression"
    kind: Kind
    unit: Unit


class Opposite(Struct, frozen=True, kw_only=True):
    """``- operand``."""

    operand: "Expression"
    unit: Unit


class Applied(Struct, frozen=True, kw_only=True):
    """A function of numbers: min, max, abs, round, exp, ln, sqrt."""

    function: str
    arguments: "tuple[Expression, ...]"
    unit: Unit


class Parameter(Struct, frozen=True, kw_only=True):
    """A parameter within the definition of a formula that has some."""

    name: str
    kind: Kind
    unit: Unit


class Called(Struct, frozen=True, kw_only=True):
    """A formula with parameters where it is called: ``body`` has the arguments in their place."""

    function: str
    arguments: "tuple[tuple[str, Expression], ...]"
    body: "Expression"
    unit: Unit


class Aggregate(Struct, frozen=True, kw_only=True):
    """sum, mean, min, max or count of ``body`` over the rows of ``group``."""

    function: str
    group: str
    body: "Expression | None"
    unit: Unit


class Compared(Struct, frozen=True, kw_only=True):
    """Two numbers in one unit; ``=`` holds within ``within`` of the right one."""

    operator: Literal["<", "<=", ">", ">=", "!=", "="]
    left: "Expression"
    right: "Expression"
    within: "Expression | None"


class InRange(Struct, frozen=True, kw_only=True):
    """``low <= value <= high``, all in one unit."""

    value: "Expression"
    low: "Expression"
    high: "Expression"


class IsOneOf(Struct, frozen=True, kw_only=True):
    """A choice, text, date or yes_no beside the values it may (or, negated, may not) have."""

    value: "Expression"
    options: "tuple[Expression, ...]"
    negated: bool


class Both(Struct, frozen=True, kw_only=True):
    """Two conditions joined."""

    operator: Literal["and", "or"]
    left: "Expression"
    right: "Expression"


class Inverse(Struct, frozen=True, kw_only=True):
    """``not operand``."""

    operand: "Expression"


class IsGiven(Struct, frozen=True, kw_only=True):
    """Whether the datum at ``path`` was collected."""

    path: str
    group: str


class Cases(Struct, frozen=True, kw_only=True):
    """The value of the branch whose condition holds.

    Attributes:
        places: where each condition stands, and last the whole.
    """

    places: tuple[Span, ...]
    branches: "tuple[tuple[Expression, Expression], ...]"
    otherwise: "Expression | None"
    kind: Kind
    unit: Unit


class Preferred(Struct, frozen=True, kw_only=True):
    """The first tier whose data are all there and whose look-ups find a row."""

    tiers: "tuple[tuple[Expression, Text], ...]"
    unit: Unit


Expression = (
    Number | Reading | Predeclared | ProductOutcome | OptionValue | YesNoValue | DateValue
    | TableLookup | Converted | DayOf | Arithmetic | Opposite | Applied | Parameter | Called
    | Aggregate | Compared | InRange | IsOneOf | Both | Inverse | IsGiven | Cases | Preferred
)  # fmt: skip


def unit_of(node: Expression) -> Unit:
    """Give the unit that the value of ``node`` is in."""
    return getattr(node, "unit", PLAIN_NUMBER)


def kind_of(node: Expression) -> Kind:
    """Give the kind of value that ``node`` has."""
    if isinstance(node, Called):
        return kind_of(node.body)
    own: Kind | None = getattr(node, "kind", None)
    return own or _KINDS.get(type(node), "number")


_KINDS: Final[dict[type, Kind]] = {
    OptionValue: "choice",
    DayOf: "year",
    DateValue: "date",
    **dict.fromkeys((YesNoValue, Compared, InRange, IsOneOf, Both, Inverse, IsGiven), "yes_no"),
}
"""The kind of what says none itself; all else is a number."""


def parts_of(node: Expression) -> "tuple[Expression, ...]":
    """Give the formulas directly within ``node``."""
    parts = _PARTS.get(type(node))
    return parts(node) if parts is not None else ()


def _parts_of_cases(node: Cases) -> "tuple[Expression, ...]":
    branches = tuple(part for branch in node.branches for part in branch)
    return (*branches, *_present(node.otherwise))


def _present(part: Expression | None) -> "tuple[Expression, ...]":
    return (part,) if part is not None else ()


_PARTS: Final[dict[type, Callable[[Any], tuple[Expression, ...]]]] = {
    Converted: lambda node: (node.operand,),
    DayOf: lambda node: (node.operand,),
    Opposite: lambda node: (node.operand,),
    Inverse: lambda node: (node.operand,),
    Arithmetic: lambda node: (node.left, node.right),
    Both: lambda node: (node.left, node.right),
    TableLookup: lambda node: node.keys,
    Applied: lambda node: node.arguments,
    Called: lambda node: (node.body,),
    Preferred: lambda node: tuple(value for value, _ in node.tiers),
    Aggregate: lambda node: _present(node.body),
    Compared: lambda node: (node.left, node.right, *_present(node.within)),
    InRange: lambda node: (node.value, node.low, node.high),
    IsOneOf: lambda node: (node.value, *node.options),
    Cases: _parts_of_cases,
}
"""What is within each kind of formula; a formula that is not here has no parts."""


def rows_beside(node: Aggregate) -> frozenset[str]:
    """Give the groups whose row at hand ``node`` reads while it runs over the rows of another."""

    def read(part: Expression, over: tuple[str, ...]) -> Iterator[str]:
        if isinstance(part, Reading) and part.group and part.group not in over:
            yield part.group
        inner = (*over, part.group) if isinstance(part, Aggregate) else over
        for one in parts_of(part):
            yield from read(one, inner)

    return frozenset(read(node, ()))


def readings(node: Expression) -> "tuple[Reading | IsGiven, ...]":
    """Give every named value that ``node`` reads, in order, repeated as it stands."""
    own = (node,) if isinstance(node, Reading | IsGiven) else ()
    return own + tuple(reading for part in parts_of(node) for reading in readings(part))
