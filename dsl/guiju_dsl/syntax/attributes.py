"""Items that say something about the thing in whose braces they stand."""

from typing import Literal

from guiju_dsl.syntax.formulas import Date, Expression, Quantity
from guiju_dsl.syntax.words import Block, Name, Node, Path, Words


class UnitOf(Node, frozen=True, kw_only=True):
    """``declared unit 1 t`` or ``functional unit 1 kWh "…"``."""

    kind: Literal["declared", "functional"]
    quantity: Quantity
    label: Words | None


class Attribute(Node, frozen=True, kw_only=True):
    """A property with a formula, of the thing in whose braces it stands."""

    kind: Literal[
        "reference_flow", "factor", "substitute", "share", "default", "valid", "uncertainty",
        "only_when", "allocate_by",
    ]  # fmt: skip
    value: Expression


class From(Node, frozen=True, kw_only=True):
    """``from process.flow, …``."""

    paths: tuple[Path, ...]


class Origin(Node, frozen=True, kw_only=True):
    """``origin biogenic``."""

    name: Name


class Symbol(Node, frozen=True, kw_only=True):
    """``symbol "E_{CO2}"``."""

    words: Words


class Remark(Node, frozen=True, kw_only=True):
    """``source …`` or ``note …``."""

    kind: Literal["source", "note"]
    words: Words


class Flag(Node, frozen=True, kw_only=True):
    """One word that marks the thing in whose braces it stands."""

    kind: Literal[
        "site", "primary", "secondary", "optional", "unique", "unverified", "confidential"
    ]


class Measured(Node, frozen=True, kw_only=True):
    """``measured "meter" every month { valid 1 a }``; in the braces what is asked of it."""

    words: Words
    every: Name | Quantity | None
    block: Block | None


class Exclude(Node, frozen=True, kw_only=True):
    """``exclude a, b because "…"``, or prose in place of the paths."""

    paths: tuple[Path, ...]
    words: Words | None
    because: Words


class Provision(Node, frozen=True, kw_only=True):
    """``shall name: condition "text" { }``; condition or text may be missing, not both."""

    force: Literal["shall", "should", "may", "expect", "limit"]
    name: Name | None
    condition: Expression | None
    words: Words | None
    block: Block | None


class Key(Node, frozen=True, kw_only=True):
    """One key of a row: a path, a number or a date."""

    value: Path | Quantity | Date


class Row(Node, frozen=True, kw_only=True):
    """``key, key = value { }``."""

    keys: tuple[Key, ...]
    value: Expression | Words
    block: Block | None


class Level(Node, frozen=True, kw_only=True):
    """One level of an indicator: ``1 "…" = 1.05``."""

    number: str
    words: Words
    value: Expression


class Group(Node, frozen=True, kw_only=True):
    """``path { rows }`` in collected data."""

    path: Path
    block: Block


class Field(Node, frozen=True, kw_only=True):
    """``name value, value``: a field of a head, read by the next pass."""

    name: Name
    values: tuple[Name | Quantity | Date | Words, ...]
