"""Unit processes with their flows, emissions, data and formulas."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_dsl.standard.expressions import Expression, Kind
from guiju_dsl.standard.note_model import Measuring, Notes, Spread
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

FlowKind = Literal["input", "output", "coproduct", "waste"]


class Datum(Struct, frozen=True, kw_only=True):
    """A collected value.

    Attributes:
        options: members of its choice with their labels.
        only_when: condition under which it exists, or none.
        valid_years: longest age at the end of the period, or none.
        amount: whether it is the amount of a flow or emission, hence not below 0.
        uncertainty: of a value that comes without one, or none.
        measuring: what is asked of how it is measured, or none.
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
    uncertainty: Spread | None
    measuring: Measuring | None
    notes: Notes
    span: Span


class Formula(Struct, frozen=True, kw_only=True):
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


class Function(Struct, frozen=True, kw_only=True):
    """A formula with parameters: ``let f(a : %) = …``.

    Attributes:
        parameters: name, label and unit of each.
        value: its formula, in which parameters stand for themselves.
    """

    path: str
    label: Text
    parameters: tuple[tuple[str, Text, Unit], ...]
    unit: Unit
    value: Expression
    process: str
    notes: Notes
    span: Span


class Flow(Struct, frozen=True, kw_only=True):
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


class Emission(Struct, frozen=True, kw_only=True):
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


class Group(Struct, frozen=True, kw_only=True):
    """Rows of collected data; with bounds the rows are made by the rule.

    Attributes:
        low: first value of the index, a plain whole number; ``high`` the last one.
    """

    path: str
    name: str
    label: Text
    process: str
    low: Expression | None
    high: Expression | None
    notes: Notes
    span: Span


class Allocation(Struct, frozen=True, kw_only=True):
    """How the products of a process share its burden.

    Attributes:
        input: path of the one input whose burden it divides, or empty for all that no other does.
        bases: for each product flow by path, its amount times what is allocated by.
        label: name of the basis, if it is a single name.
    """

    input: str
    bases: tuple[tuple[str, Expression], ...]
    label: Text


class Process(Struct, frozen=True, kw_only=True):
    """A unit process.

    Attributes:
        per: amount of ``product`` that a downstream process is written for, or none.
        allocations: none where it has one product.
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
    allocations: tuple[Allocation, ...]
    notes: Notes
    span: Span
