"""The checked standard: everything typed, every place known."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from guiju_dsl.names.model import NamedStandard
from guiju_dsl.source import Span
from guiju_dsl.standard.expressions import Expression, Kind
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

FlowKind = Literal["input", "output", "coproduct", "waste"]
QualityClass = Literal["", "primary", "site", "secondary"]
Force = Literal["shall", "should", "may", "expect", "limit"]
NO_TEXT = Text(zh="", en="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What an author adds to a thing: nothing of it changes a number.

    Attributes:
        symbol: printed symbol, ``EF_{1}``, or empty.
        source: where a value is from, or no words.
        unverified: whether the source has not been checked.
        quality: class of data asked for.
        measured: how it is measured, and ``every`` how often.
    """

    symbol: str
    source: Text
    note: Text
    unverified: bool
    confidential: bool
    quality: QualityClass
    measured: Text
    every: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """What binds, what is usual, what stops.

    Attributes:
        path: stable name: that given, or one made from the place.
        place: path of the thing in whose braces it stands, or empty.
        group: the repeated group whose rows it is tested for, or empty.
        written: its test as the author wrote it, or empty.
        tested: path of the datum that a limit makes invalid, or empty.
    """

    path: str
    force: Force
    condition: Expression | None
    written: str
    words: Text
    label: str
    place: str
    group: str
    tested: str
    clause: str
    notes: Notes
    home: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """A collected value.

    Attributes:
        options: members of its choice with their labels.
        only_when: condition under which it exists, or none.
        valid_years: longest age at the end of the period, or none.
        amount: whether it is the amount of a flow or emission, hence not below 0.
    """

    path: str
    label: Text
    kind: Kind
    unit: Unit
    options: tuple[tuple[str, Text], ...]
    process: str
    group: str
    optional: bool
    default: Expression | None
    only_when: Expression | None
    valid_years: Fraction | None
    unique: bool
    amount: bool
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A calculated value: of a ``let``, an amount, an emission, a result.

    Attributes:
        written: its formula as the author wrote it, on one line.
    """

    path: str
    label: Text
    kind: Kind
    unit: Unit
    value: Expression
    written: str
    process: str
    group: str
    only_when: Expression | None
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """An input, output, coproduct or waste of a process; its amount is the value at ``path``.

    Attributes:
        factor: kgCO2e for each unit of the flow, or none.
        sources: product flows (process, path) that it is drawn from.
        share: fixed allocation share, or none.
        substitute: credit for each unit, or none.
        origin: of what its factor counts.
    """

    path: str
    name: str
    label: Text
    kind: FlowKind
    unit: Unit
    process: str
    group: str
    factor: Expression | None
    sources: tuple[tuple[str, str], ...]
    share: Expression | None
    substitute: Expression | None
    origin: str
    only_when: Expression | None
    optional: bool
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Emission:
    """A direct emission; its mass is the value at ``path``.

    Attributes:
        gas: name of the gas, or empty where ``chosen`` gives it.
    """

    path: str
    name: str
    label: Text
    gas: str
    chosen: Expression | None
    unit: Unit
    process: str
    group: str
    origin: str
    only_when: Expression | None
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of collected data; with bounds the rows are made by the rule."""

    path: str
    name: str
    label: Text
    process: str
    low: Expression | None
    high: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A unit process.

    Attributes:
        per: amount of ``product`` that a downstream process is written for, or none.
        bases: allocation basis for each product flow by path, empty where it has one product.
    """

    path: str
    label: Text
    text: Text
    stage: str
    only_when: Expression | None
    per: Expression | None
    product: str
    groups: tuple[Group, ...]
    flows: tuple[Flow, ...]
    emissions: tuple[Emission, ...]
    bases: tuple[tuple[str, Expression], ...]
    allocation: Text
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One value of a table: its keys (an empty key holds for any), its source and year."""

    keys: tuple[str, ...]
    value: Fraction
    written: str
    source: Text
    year: str
    unverified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A factor, alone or by keys.

    Attributes:
        keys: name of each key; ``dated`` says which are years or dates.
        key_labels: for each key the labels of its options.
    """

    path: str
    label: Text
    unit: Unit
    keys: tuple[str, ...]
    dated: tuple[bool, ...]
    key_labels: tuple[tuple[tuple[str, Text], ...], ...]
    rows: tuple[TableRow, ...]
    notes: Notes
    home: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GwpSet:
    """Global warming potentials [kgCO2e/kg] by gas and origin; an empty origin holds for any."""

    name: str
    label: Text
    horizon: str
    entries: tuple[tuple[str, str, Fraction], ...]
    notes: Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of the life cycle; ``text`` says in words what is in it."""

    name: str
    label: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A data-quality indicator; ``levels`` are words and spread, best first."""

    name: str
    label: Text
    weight: Fraction
    levels: tuple[tuple[Text, Fraction], ...]
    notes: Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with its definition and source."""

    name: str
    label: Text
    definition: Text
    source: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseClause:
    """Prose of the drafter's own: its provisions, at a place."""

    name: str
    label: Text
    position: str
    place: str
    provisions: tuple[Provision, ...]
    notes: tuple[Text, ...]
    home: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Something left out of the boundary in prose, and why."""

    what: Text
    because: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """The system boundary; ``text`` says in words where it begins and ends."""

    name: str
    label: Text
    text: Text
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One expectation of a worked example: ``actual`` within ``within`` of ``expected``, in ``unit``."""

    name: str
    actual: Expression
    expected: Fraction
    within: Fraction
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked example: a declaration in a file, or ``given`` here in the form of one."""

    name: str
    label: Text
    file: str
    given: dict[str, object]
    expected: tuple[Expected, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Head of the document; a text that is not given is empty."""

    id: str
    number: str
    status: str
    title: Text
    issuer: Text
    drafters: tuple[str, ...]
    authors: tuple[str, ...]
    ics: str
    ccs: str
    issued: str
    effective: str
    replaces: str
    gwp: str
    biogenic_carbon: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBook:
    """The rules that give a footprint: the standard itself, or the standard under a profile.

    Attributes:
        name: empty for the standard itself.
        gwp: name of the set in force.
        excluded: paths that contribute nothing, and why.
    """

    name: str
    label: Text
    gwp: str
    excluded: tuple[tuple[str, Text], ...]
    stages: tuple[Stage, ...]
    processes: tuple[Process, ...]
    data: tuple[Datum, ...]
    formulas: tuple[Formula, ...]
    results: tuple[Formula, ...]
    products: tuple[Product, ...]
    tables: tuple[Table, ...]
    gwp_sets: tuple[GwpSet, ...]
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundStandard:
    """A standard whose names, units and rules have been checked."""

    names: NamedStandard
    identity: Identity
    rules: RuleBook
    profiles: tuple[RuleBook, ...]
    boundary: Boundary
    indicators: tuple[Indicator, ...]
    terms: tuple[Term, ...]
    cites: tuple[tuple[str, Text], ...]
    adopted: tuple[Identity, ...]
    clauses: tuple[ProseClause, ...]
    examples: tuple[Example, ...]
