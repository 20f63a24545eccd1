"""Items that say something about the thing in whose braces they stand."""

from dataclasses import dataclass
from typing import Literal

from guiju_dsl.syntax.formulas import Date, Expression, Quantity
from guiju_dsl.syntax.words import Block, Name, Node, Path, Words


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
