"""The syntax tree: what the author wrote, word for word, with its places.

Both keyword languages give the same tree. What may stand where is not decided here.
"""

from dataclasses import dataclass
from typing import Literal

from guiju_dsl.source import SourceText, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything with a place."""

    span: Span


# ---- words ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Node):
    """One word that names something."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Node):
    """Names joined by points: ``electrolysis.anode``."""

    parts: tuple[Name, ...]

    @property
    def text(self) -> str:
        """Give the path as written."""
        return ".".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Node):
    """Quoted text, in one language, in both, or in none in particular (``plain``)."""

    zh: str | None
    en: str | None
    plain: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Node):
    """A unit as written, ``kgCO2e/kWh``, full-width signs narrowed."""

    text: str


# ---- expressions ----------------------------------------------------------------------------


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


# ---- types ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Node):
    """One member of a choice."""

    name: Name
    label: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Type(Node):
    """What stands after ``:``; a choice is named or has its own ``options``."""

    kind: Literal["unit", "number", "text", "date", "year", "yes_no", "choice"]
    unit: Unit | None
    choice: Name | None
    options: tuple[Option, ...]


# ---- items ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Node):
    """``{ items }``; the span includes the braces."""

    items: "tuple[Item, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Node):
    """Head of a file: ``standard name "number" { fields }`` or ``library name { fields }``."""

    kind: Literal["standard", "library"]
    name: Path
    number: Words | None
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Node):
    """``use a, b``."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extends(Node):
    """``extends general_rule``; inside ``given``, an example to start from."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Node):
    """An item of a name, a label and a block; ``quality`` has no name."""

    kind: Literal[
        "product", "boundary", "stage", "indicator", "profile", "example", "term", "gwp", "quality"
    ]
    name: Name | None
    label: Words | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Node):
    """``process name label for quantity product { }``."""

    name: Name
    label: Words | None
    amount: Quantity | None
    product: Name | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(Node):
    """``each name label in a .. b { }``."""

    name: Name
    label: Words | None
    rows: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Node):
    """Prose of the drafter's own: ``clause name label before|after place { }``."""

    name: Name
    label: Words | None
    position: Literal["before", "after"] | None
    place: Path | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites(Node):
    """``cites "GB/T 1196" title``."""

    number: Words
    label: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Node):
    """``choice name label { options }``."""

    name: Name
    label: Words | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Node):
    """``input|output|coproduct|waste name label : type = value { }``."""

    kind: Literal["input", "output", "coproduct", "waste"]
    name: Name
    label: Words | None
    type: Type
    value: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Emission(Node):
    """``emission gas name label : type = value { }``."""

    gas: Name
    name: Name | None
    label: Words | None
    type: Type
    value: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Node):
    """``data name label : type { }``."""

    name: Name
    label: Words | None
    type: Type
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Node):
    """``name : type`` of a formula."""

    name: Name
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Let(Node):
    """``let name(parameters) label : type = value { }``."""

    name: Name
    parameters: tuple[Parameter, ...]
    label: Words | None
    type: Type | None
    value: Expression
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Node):
    """``factor name label : type by keys = value { rows }``."""

    name: Name
    label: Words | None
    type: Type
    keys: tuple[Name, ...]
    value: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Node):
    """``result name label : type = value { }``."""

    name: Name
    label: Words | None
    type: Type
    value: Expression
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenData(Node):
    """``given { rows }`` of an example, or ``given "file.yaml"`` (then ``block`` is None)."""

    block: Block | None
    file: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(Node):
    """``override path { }``."""

    path: Path
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOf(Node):
    """``declared unit 1 t`` or ``functional unit 1 kWh "…"``."""

    kind: Literal["declared", "functional"]
    quantity: Quantity
    label: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Node):
    """A property with a formula, of the thing in whose braces it stands."""

    kind: Literal[
        "reference_flow", "factor", "substitute", "share", "default", "valid", "uncertainty",
        "only_when", "allocate_by",
    ]  # fmt: skip
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class From(Node):
    """``from process.flow, …``."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Node):
    """``origin biogenic``."""

    name: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol(Node):
    """``symbol "E_{CO2}"``."""

    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Node):
    """``source …`` or ``note …``."""

    kind: Literal["source", "note"]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Node):
    """One word that marks the thing in whose braces it stands."""

    kind: Literal[
        "site", "primary", "secondary", "optional", "unique", "unverified", "confidential"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Node):
    """``measured "meter" every month``."""

    words: Words
    every: Name | Quantity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclude(Node):
    """``exclude a, b because "…"``, or prose in place of the paths."""

    paths: tuple[Path, ...]
    words: Words | None
    because: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Node):
    """``shall name: condition "text" { }``; condition or text may be missing, not both."""

    force: Literal["shall", "should", "may", "expect", "limit"]
    name: Name | None
    condition: Expression | None
    words: Words | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key(Node):
    """One key of a row: a path, a number or a date."""

    value: Path | Quantity | Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Node):
    """``key, key = value { }``."""

    keys: tuple[Key, ...]
    value: Expression | Words
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Node):
    """One level of an indicator: ``1 "…" = 1.05``."""

    number: str
    words: Words
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Node):
    """``path { rows }`` in collected data."""

    path: Path
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Node):
    """``name value, value``: a field of a head, read by the next pass."""

    name: Name
    values: tuple[Name | Quantity | Date | Words, ...]


Item = (
    Document | Use | Extends | Named | Process | Each | Clause | Cites | Choice | Flow | Emission
    | Data | Let | Factor | Result | GivenData | Override | UnitOf | Attribute | From | Origin
    | Symbol | Remark | Flag | Measured | Exclude | Provision | Row | Level | Group | Field
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Node):
    """``# …`` to the end of the line."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One source file: its items in order, its comments, its text."""

    source: SourceText
    items: tuple[Item, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """A standard with the files that it uses and extends.

    Attributes:
        main: the standard or library itself.
        others: what its ``use`` and ``extends`` name, directly or not, by that name.
    """

    main: File
    others: tuple[tuple[str, File], ...]
