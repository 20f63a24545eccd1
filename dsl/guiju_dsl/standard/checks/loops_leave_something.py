"""No loop of processes uses up all that it makes, where the amounts follow from each other."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.source import Span
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Reading
from guiju_dsl.standard.model import BoundStandard, Flow, Process
from guiju_dsl.standard.proving import Facts, facts_of
from guiju_dsl.standard.proving.codes import NOTHING_LEFT
from guiju_dsl.standard.proving.linear import linear
from guiju_dsl.standard.proving.words import decimal

PRODUCTS = ("output", "coproduct")


class Draw(Struct, frozen=True, kw_only=True):
    """What one unit of a product draws from another: ``ratio`` of it, whatever the data."""

    supplier: str
    ratio: Fraction
    span: Span


def loops_leave_something(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report loops in which a unit of a product takes a unit of itself or more to make."""
    facts = facts_of(standard, standard.rules)
    flows = {flow.path: flow for process in standard.rules.processes for flow in process.flows}
    draws = {
        product.path: tuple(_draws(process, product, flows, facts))
        for process in standard.rules.processes
        for product in process.flows
        if product.kind in PRODUCTS
    }
    done: set[str] = set()
    for path in draws:
        yield from _loops(path, draws, (), done)
        done.add(path)


def _draws(
    process: Process, product: Flow, flows: Mapping[str, Flow], facts: Facts
) -> Iterator[Draw]:
    """Give the draws of a product that are a fixed ratio: without make-up, of one supplier."""
    share = _share(process, product)
    for flow in process.flows:
        if flow.kind != "input" or flow.factor is not None or len(flow.sources) != 1:
            continue
        supplier = flows[flow.sources[0][1]]
        ratio = _ratio(flow, product, facts)
        if ratio is not None and share is not None:
            units = flow.unit.factor / supplier.unit.factor
            yield Draw(supplier=supplier.path, ratio=share * ratio * units, span=flow.span)


def _share(process: Process, product: Flow) -> Fraction | None:
    """Give the share of a product that does not depend on data."""
    products = [flow for flow in process.flows if flow.kind in PRODUCTS]
    if product.share is not None:
        return constant(product.share)
    others = [flow for flow in products if flow is not product and flow.substitute is None]
    settled = [constant(flow.share) for flow in others if flow.share is not None]
    known = [share for share in settled if share is not None]
    return 1 - sum(known, Fraction(0)) if len(known) == len(others) else None


def _ratio(flow: Flow, product: Flow, facts: Facts) -> Fraction | None:
    """Give the amount of ``flow`` for each unit of ``product``, if the data do not change it."""
    if flow.only_when != product.only_when:
        return None
    need, made = linear(_amount(flow), facts.formulas), linear(_amount(product), facts.formulas)
    if need.constant or made.constant or len(need.terms) != 1 or len(made.terms) != 1:
        return None
    (one, factor), (other, whole) = need.terms[0], made.terms[0]
    return factor / whole if one == other else None


def _amount(flow: Flow) -> Reading:
    return Reading(path=flow.path, kind="number", unit=flow.unit, group=flow.group, choice="")


def _loops(
    path: str, draws: Mapping[str, tuple[Draw, ...]], trail: tuple[tuple[str, Draw], ...],
    done: set[str],
) -> Iterator[Diagnostic]:  # fmt: skip
    """Report the loops that begin and end at the first product of ``trail``."""
    for draw in draws.get(path, ()):
        way = (*trail, (path, draw))
        if draw.supplier == way[0][0]:
            yield from _gaining(way)
        elif draw.supplier not in done and draw.supplier not in [name for name, _ in way]:
            yield from _loops(draw.supplier, draws, way, done)


def _gaining(way: tuple[tuple[str, Draw], ...]) -> Iterator[Diagnostic]:
    gain = Fraction(1)
    for _, draw in way:
        gain *= draw.ratio
    if gain >= 1:
        names = [name for name, _ in way]
        loop = " ← ".join((*names, names[0]))
        yield at(NOTHING_LEFT, way[0][1].span, loop=loop, gain=decimal(gain), name=names[0])
