"""When a value that another standard may give is needed: by what the rules read, and where."""

from collections.abc import Iterator

from msgspec import Struct

from guiju_dsl.standard.expressions import (
    Both,
    Cases,
    Expression,
    IsGiven,
    Preferred,
    Reading,
    parts_of,
    readings,
)
from guiju_dsl.standard.model import Datum, Flow, Formula, Process, RuleBook


class Need(Struct, frozen=True, kw_only=True):
    """Whether a value may be absent, and the condition under which it is needed, if any."""

    optional: bool
    only_when: Expression | None


class Reader(Struct, frozen=True, kw_only=True):
    """A formula with the condition under which it counts; of a row, it cannot be said outside."""

    formula: Expression
    guard: Expression | None
    of_row: bool = False


def need_of(path: str, rules: RuleBook) -> Need | None:
    """Tell when the value at ``path`` is needed; None where nothing reads it."""
    found = [reader for reader in readers(rules) if path in _read(reader.formula)]
    bare = [reader for reader in found if path in set(bare_readings(reader.formula))]
    if not found:
        return None
    if not bare:
        return Need(optional=True, only_when=None)
    guards = list(dict.fromkeys(reader.guard for reader in bare if not reader.of_row))
    if None in guards:
        return Need(optional=False, only_when=None)
    whole: Expression | None = None
    for guard in guards:
        if guard is not None:
            whole = guard if whole is None else Both(operator="or", left=whole, right=guard)
    return Need(optional=whole is None, only_when=whole)


def readers(rules: RuleBook) -> Iterator[Reader]:
    """Give every formula of ``rules``."""
    guards = {process.path: process.only_when for process in rules.processes}
    for process in rules.processes:
        yield from _of_process(process)
    for formula in (*rules.formulas, *rules.results):
        guard = _joined(guards.get(formula.process), formula.only_when)
        yield Reader(formula=formula.value, guard=guard, of_row=_of_row(formula))
    things: tuple[Formula | Datum, ...] = (*rules.formulas, *rules.results, *rules.data)
    for thing in things:
        default = thing.default if isinstance(thing, Datum) else None
        for part in _present(default, thing.only_when):
            yield Reader(formula=part, guard=guards.get(thing.process))
    tests = (provision.condition for provision in rules.provisions)
    for part in _present(*tests, *(product.reference_flow for product in rules.products)):
        yield Reader(formula=part, guard=None)


def _of_process(process: Process) -> Iterator[Reader]:
    for part in _present(process.only_when, process.per):
        yield Reader(formula=part, guard=None)
    made = {flow.path: _joined(process.only_when, flow.only_when) for flow in process.flows}
    for allocation in process.allocations:
        for product, basis in allocation.bases:
            yield Reader(formula=basis, guard=made[product])
    for flow in process.flows:
        guard = _joined(process.only_when, flow.only_when)
        for part in _present(flow.factor, flow.share, flow.substitute):
            yield Reader(formula=part, guard=guard, of_row=_of_row(flow))


def _present(*parts: Expression | None) -> Iterator[Expression]:
    return (part for part in parts if part is not None)


def _of_row(thing: Flow | Formula) -> bool:
    """Tell whether a thing counts under a condition that is of its row."""
    return bool(thing.group) and thing.only_when is not None


def _joined(around: Expression | None, own: Expression | None) -> Expression | None:
    if around is None or own is None:
        return around or own
    return Both(operator="and", left=around, right=own)


def _read(node: Expression) -> set[str]:
    return {reading.path for reading in readings(node)}


def bare_readings(node: Expression) -> Iterator[str]:
    """Give what ``node`` reads on every way through it, and does not ask whether it is given."""
    asked = {found.path for found in readings(node) if isinstance(found, IsGiven)}
    yield from (path for path in _bare(node) if path not in asked)


def _bare(node: Expression) -> Iterator[str]:
    match node:
        case Preferred():
            yield from _bare(node.tiers[-1][0])
        case Cases():
            yield from _bare(node.branches[0][0])
        case Reading():
            yield node.path
        case _:
            for part in parts_of(node):
                yield from _bare(part)
