"""Every part of every formula, with the conditions under which it is evaluated."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from guiju_dsl.source import Span
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, parts_of
from guiju_dsl.standard.model import BoundStandard, Flow, Process, RuleBook
from guiju_dsl.standard.proving.facts import Assumed, Facts, facts_of


class Visit(Struct, frozen=True, kw_only=True):
    """One part of a formula.

    Attributes:
        under: what holds wherever the part is evaluated.
        of: path of the thing whose formula it is part of, or empty.
        role: ``value`` of a calculated thing, or what else the formula is for.
        optional: whether it is a tier of ``prefer`` but the last: what it reads may be absent.
    """

    node: Expression
    under: tuple[Assumed, ...]
    of: str
    role: str
    span: Span
    optional: bool

    def to(self, node: Expression, *more: Assumed) -> "Visit":
        """Give the visit of a part that is evaluated under ``more``."""
        return replace(self, node=node, under=(*self.under, *more))


@lru_cache(maxsize=2)
def every_visit(standard: BoundStandard) -> tuple[tuple[Facts, Visit], ...]:
    """Give every part of every formula of the standard and of what its profiles change.

    Every check that asks about the same standard is given the same visits.
    """
    rules = standard.rules
    books = [rules, *(book for book in standard.profiles if book.formulas is not rules.formulas)]
    return tuple(
        (facts, visit)
        for book, facts in ((book, facts_of(standard, book)) for book in books)
        for visit in visits(book, facts)
    )


def visits(book: RuleBook, facts: Facts) -> list[Visit]:
    """Give every part of every formula of ``book``, outer before inner."""
    found: list[Visit] = []
    for root in (*_formulas(book, facts), *_processes(book, facts)):
        _gather(root, facts, found)
    return found


def _formulas(book: RuleBook, facts: Facts) -> Iterator[Visit]:
    for formula in (*book.formulas, *book.results):
        yield _root(
            formula.value, facts.existence(formula.path), formula.path, "value", formula.span
        )
        yield from _guard(formula.only_when, formula.process, formula.path, formula.span, facts)
    for datum in book.data:
        if datum.default is not None:
            under = facts.existence(datum.path)
            yield _root(datum.default, under, datum.path, "default", datum.span)
        yield from _guard(datum.only_when, datum.process, datum.path, datum.span, facts)
    for provision in book.provisions:
        if provision.condition is not None:
            under = facts.existence(provision.place) or _runs(provision.place, facts)
            path, span = provision.path, provision.span
            yield _root(provision.condition, under, path, provision.force, span)
    for product in book.products:
        yield _root(product.reference_flow, (), product.flow, "reference flow", product.span)


def _guard(
    guard: Expression | None, process: str, path: str, span: Span, facts: Facts
) -> Iterator[Visit]:
    if guard is not None:
        yield _root(guard, _runs(process, facts), path, "only when", span)


def _processes(book: RuleBook, facts: Facts) -> Iterator[Visit]:
    for process in book.processes:
        runs, path, span = _runs(process.path, facts), process.path, process.span
        if process.only_when is not None:
            yield _root(process.only_when, (), path, "only when", span)
        for part in _amounts(process):
            yield _root(part, runs, path, "amount", span)
        for flow_path, basis in (pair for one in process.allocations for pair in one.bases):
            yield _root(basis, facts.existence(flow_path) or runs, flow_path, "basis", span)
        for flow in process.flows:
            yield from _rates(flow, facts, runs)
        for emission in process.emissions:
            if emission.chosen is not None:
                under = facts.existence(emission.path) or runs
                yield _root(emission.chosen, under, emission.path, "gas", emission.span)


def _amounts(process: Process) -> Iterator[Expression]:
    if process.per is not None:
        yield process.per
    for group in process.groups:
        yield from (bound for bound in (group.low, group.high) if bound is not None)


def _rates(flow: Flow, facts: Facts, runs: tuple[Assumed, ...]) -> Iterator[Visit]:
    under = facts.existence(flow.path) or runs
    rates = (("factor", flow.factor), ("share", flow.share), ("substitute", flow.substitute))
    for role, rate in rates:
        if rate is not None:
            yield _root(rate, under, flow.path, role, flow.span)


def _runs(process: str, facts: Facts) -> tuple[Assumed, ...]:
    guard = facts.guards.get(process.partition(".")[0])
    return ((guard, True),) if guard is not None else ()


def _root(node: Expression, under: tuple[Assumed, ...], of: str, role: str, span: Span) -> Visit:
    return Visit(node=node, under=under, of=of, role=role, span=span, optional=False)


def _gather(visit: Visit, facts: Facts, found: list[Visit]) -> None:
    """Put a visit and all those within it at the end of ``found``."""
    found.append(visit)
    for part in _parts(visit, facts):
        _gather(part, facts, found)


def _parts(visit: Visit, facts: Facts) -> Iterable[Visit]:
    """Give the visits directly within one: what stands behind a condition is under it."""
    under = _UNDER.get(type(visit.node))
    if under is not None:
        return under(visit, visit.node, facts)
    return [visit.to(part) for part in parts_of(visit.node)]


def _both(visit: Visit, node: typed.Both, _facts: Facts) -> Iterator[Visit]:
    yield visit.to(node.left)
    yield visit.to(node.right, (node.left, node.operator == "and"))


def _rows(visit: Visit, node: typed.Aggregate, facts: Facts) -> Iterator[Visit]:
    if node.body is not None:
        yield visit.to(node.body, *_runs(node.group, facts))


def _tiers(visit: Visit, node: typed.Preferred, _facts: Facts) -> Iterator[Visit]:
    *tiers, last = (tier for tier, _ in node.tiers)
    yield from (replace(visit, node=tier, optional=True) for tier in tiers)
    yield visit.to(last)


def _branches(visit: Visit, node: typed.Cases, _facts: Facts) -> Iterator[Visit]:
    before: tuple[Assumed, ...] = ()
    for test, value in node.branches:
        yield visit.to(test, *before)
        yield visit.to(value, *before, (test, True))
        before = (*before, (test, False))
    if node.otherwise is not None:
        yield visit.to(node.otherwise, *before)


_UNDER: Final[dict[type, Callable[[Visit, Any, Facts], Iterator[Visit]]]] = {
    typed.Both: _both,
    typed.Aggregate: _rows,
    typed.Preferred: _tiers,
    typed.Cases: _branches,
}
"""What is within those formulas of which a part is not always evaluated."""
