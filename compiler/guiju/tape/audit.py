"""Every step of a standard on a tape, and what every flow adds to the footprint: nothing pruned."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.plan.model import CalculationPlan, Collect, Compute, Series, Step
from guiju.tape.builder import Builder
from guiju.tape.footprints import counted
from guiju.tape.from_plan import Book, book_of, reached
from guiju.tape.lowering import UNREAD
from guiju.tape.model import Columns, Output, Tape

FLOW = "by_flow."
"""Stands before the name of a flow that adds to the footprint of the first product."""


class Kept(Struct, frozen=True, kw_only=True):
    """A value that an audit keeps.

    Attributes:
        name: path of the step, as ``explain`` calls it, or of a flow behind ``FLOW``.
        group: path of the group of whose rows it has a value for each; empty for declarations.
        unit: as the standard writes it.
        flow: whether it is what a flow adds.
    """

    name: str
    path: str
    group: str
    kind: str
    unit: str
    flow: bool


def kept_of(plan: CalculationPlan, confidential: frozenset[str]) -> tuple[Kept, ...]:
    """List what an audit keeps, step by step, then flow by flow.

    Args:
        confidential: paths of what no result shows; where there are any, no flow stands alone.
    """
    steps = tuple(_kept(step) for step in plan.rules.steps if step.path not in confidential)
    steps = tuple(one for one in steps if one.kind not in UNREAD)
    return steps if confidential else (*steps, *_flows(plan))


def _kept(step: Step) -> Kept:
    group = step.path if isinstance(step, Series) else step.group
    kind, unit = "number", ""
    if isinstance(step, Collect):
        kind, unit = step.datum.kind, step.datum.unit.text
    elif isinstance(step, Compute):
        kind, unit = step.kind, step.unit.text
    return Kept(name=step.path, path=step.path, group=group, kind=kind, unit=unit, flow=False)


def _flows(plan: CalculationPlan) -> Iterator[Kept]:
    contributions = [c for process in plan.rules.processes for c in process.contributions]
    groups = {c.flow: c.group for c in contributions if not c.excluded}
    for flow, group in groups.items():
        yield Kept(
            name=f"{FLOW}{flow}", path=flow, group=group, kind="number", unit="kgCO2e", flow=True
        )


def audit_tape(plan: CalculationPlan, columns: Columns, kept: tuple[Kept, ...]) -> Tape:
    """Give the tape of everything that an audit keeps of the standard itself."""
    builder = Builder()
    book = book_of(plan, plan.rules, builder, columns)
    flows = _added(book, builder)
    first = next(iter(book.footprints.values()))
    outputs = {}
    for one in kept:
        if one.flow:
            outputs[one.name] = Output(value=flows[one.path], there=first.made)
        else:
            own = book.lowering.values[one.path]
            there = builder.yes if own.zero else own.there
            outputs[one.name] = Output(value=own.value, there=there)
    return reached(builder, outputs, (), builder.aside())


def _added(book: Book, builder: Builder) -> dict[str, int]:
    """Give what each flow adds to the footprint of the first product, in each row of its group."""
    levels = next(iter(book.footprints.values())).levels
    flows: dict[str, int] = {}
    for added in counted(book.network):
        flow, level = added.contribution.flow, levels[added.contribution.part]
        value = builder.times(builder.spread(level, added.contribution.group), added.full)
        flows[flow] = builder.plus(flows[flow], value) if flow in flows else value
    return flows
