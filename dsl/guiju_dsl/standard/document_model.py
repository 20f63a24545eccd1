"""What a standard says beside its rules: head, products, boundary, quality, terms, examples."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.note_model import Notes, Provision
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

Level = Literal["national", "sector", "local", "group", "enterprise", ""]
"""For whom a standard is made; empty as long as it has no number."""

LEVELS: tuple[tuple[str, Level], ...] = (
    ("GB", "national"), ("DB", "local"), ("T/", "group"), ("Q/", "enterprise"),
)  # fmt: skip
"""How numbers begin; those of sectors begin with letters of their own."""


def level_of(number: str) -> Level:
    """Tell from its number for whom a standard is made (checklist row CV-03)."""
    if not number:
        return ""
    return next((level for sign, level in LEVELS if number.startswith(sign)), "sector")


class Identity(Struct, frozen=True, kw_only=True):
    """Head of the document; a text that is not given is empty.

    Attributes:
        sector: the branch of industry for which a sector standard is made.
        filing: number under which a sector or local standard is filed.
    """

    id: str
    number: str
    status: str
    title: Text
    issuer: Text
    drafters: tuple[Text, ...]
    authors: tuple[Text, ...]
    ics: str
    ccs: str
    sector: Text
    filing: str
    issued: str
    effective: str
    replaces: str
    gwp: str
    biogenic_carbon: str
    digest: str


class Product(Struct, frozen=True, kw_only=True):
    """What the footprint is of: ``quantity`` of the flow at ``flow``.

    Attributes:
        basis: declared or functional unit; ``unit`` in words, ``1 t``.
        reference_flow: amount of the flow for one unit, in the unit of the flow.
    """

    name: str
    label: Text
    basis: Literal["declared", "functional"]
    quantity: Fraction
    quantity_unit: Unit
    unit_label: Text
    flow: str
    process: str
    flow_unit: Unit
    reference_flow: Expression
    span: Span


class Stage(Struct, frozen=True, kw_only=True):
    """A stage of the life cycle; ``text`` says in words what is in it."""

    name: str
    label: Text
    text: Text


class Exclusion(Struct, frozen=True, kw_only=True):
    """Something left out of the boundary in prose, and why."""

    what: Text
    because: Text


class Boundary(Struct, frozen=True, kw_only=True):
    """The system boundary; ``text`` says in words where it begins and ends."""

    name: str
    label: Text
    text: Text
    exclusions: tuple[Exclusion, ...]


class Indicator(Struct, frozen=True, kw_only=True):
    """A data-quality indicator; ``levels`` are words and spread, best first."""

    name: str
    label: Text
    weight: Fraction
    levels: tuple[tuple[Text, Fraction], ...]
    notes: Notes


class Term(Struct, frozen=True, kw_only=True):
    """A term with its definition and source."""

    name: str
    label: Text
    definition: Text
    source: Text
    note: Text
    unverified: bool


class ProseClause(Struct, frozen=True, kw_only=True):
    """Prose of the drafter's own: its provisions, at a place."""

    name: str
    label: Text
    position: str
    place: str
    provisions: tuple[Provision, ...]
    notes: tuple[Text, ...]
    home: str


class Expected(Struct, frozen=True, kw_only=True):
    """One expectation of a worked example: a test, and the value that it is about.

    Attributes:
        name: words of that value, or of the whole test where it is about no single one.
        written: what the value must be, in the author's words; empty for the whole test.
        holds: the test; a number may be off by ``within``.
        value: what ``holds`` is about, in ``unit``.
        number: what the value must equal, or none where the test is another one.
    """

    name: str
    written: str
    holds: Expression
    value: Expression
    number: Fraction | None
    within: Fraction
    unit: Unit


class Example(Struct, frozen=True, kw_only=True):
    """A worked example: a declaration in a file, or ``given`` here in the form of one."""

    name: str
    label: Text
    file: str
    given: dict[str, object]
    expected: tuple[Expected, ...]
    span: Span
