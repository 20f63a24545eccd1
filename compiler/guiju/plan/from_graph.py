"""Pass 5: list every value, contribution and draw of a process graph in order."""

from collections.abc import Iterator
from fractions import Fraction

from guiju.graph.model import ProcessGraph, RuleGraph
from guiju.plan.data import data_model
from guiju.plan.downstream import amount_of_product
from guiju.plan.model import (
    Apart,
    CalculationPlan,
    Collect,
    Compute,
    Contribution,
    Draw,
    Outcome,
    ProcessPlan,
    ProductFlow,
    RulePlan,
    Series,
    Step,
)
from guiju.plan.ordering import ordered
from guiju_dsl import diagnostics
from guiju_dsl.standard.expressions import Both, Expression, Number
from guiju_dsl.standard.model import Datum, Emission, Flow, Formula, Process, RuleBook
from guiju_runtime.units import PLAIN_NUMBER, Unit, convert, parse_unit

KILOGRAM = parse_unit("kg")
NOTHING = Number(value=Fraction(0), written="0", unit=PLAIN_NUMBER)
"""Share of a product that substitutes another: its credit stands in the burden."""


def from_graph(graph: ProcessGraph) -> diagnostics.Outcome[CalculationPlan]:
    """Give the plan of ``graph``: the standard itself and each profile."""
    biogenic = graph.standard.identity.biogenic_carbon or next(
        (head.biogenic_carbon for head in reversed(graph.standard.adopted) if head.biogenic_carbon),
        "",
    )
    counted = biogenic == "counted"
    return diagnostics.Outcome(
        CalculationPlan(
            graph=graph,
            data_model=data_model(graph.standard),
            rules=_rule_plan(graph.main, counted),
            profiles=tuple(_rule_plan(profile, counted) for profile in graph.profiles),
        )
    )


def _rule_plan(graph: RuleGraph, counts_biogenic: bool) -> RulePlan:
    rules = graph.rules
    excluded = {path for path, _ in rules.excluded}
    by_path = {process.path: process for process in rules.processes}
    order = graph.in_supply_order()
    return RulePlan(
        name=rules.name,
        label=rules.label,
        gwp_set=rules.gwp,
        gwp=next((s.entries for s in rules.gwp_sets if s.name == rules.gwp), ()),
        counts_biogenic=counts_biogenic,
        steps=ordered(tuple(_steps(rules))),
        processes=tuple(_process(rules, by_path[path], excluded) for path in order),
        loops=tuple(c.processes for c in graph.components if c.loop),
        outcomes=tuple(_outcomes(rules)),
        results=tuple(_compute(rules, formula) for formula in rules.results),
        provisions=rules.provisions,
        tables=rules.tables,
        functions=rules.functions,
    )


def _steps(rules: RuleBook) -> Iterator[Step]:
    amounts = {flow.path for p in rules.processes for flow in p.flows}
    amounts |= {emission.path for p in rules.processes for emission in p.emissions}
    for process in rules.processes:
        yield from _series(process)
    for datum in rules.data:
        yield _collect(rules, datum)
    for formula in rules.formulas:
        yield _compute(rules, formula, zero=formula.path in amounts)


def _series(process: Process) -> Iterator[Step]:
    for group in process.groups:
        if group.low is not None and group.high is not None:
            yield Series(
                path=group.path,
                label=group.label,
                process=process.path,
                low=group.low,
                high=group.high,
                notes=group.notes,
            )


def _collect(rules: RuleBook, datum: Datum) -> Collect:
    return Collect(
        path=datum.path,
        datum=datum,
        process=datum.process,
        group=datum.group,
        only_when=_condition(rules, datum.process, datum.only_when),
        default=datum.default,
        zero_if_absent=datum.amount,
    )


def _compute(rules: RuleBook, formula: Formula, *, zero: bool = False) -> Compute:
    return Compute(
        path=formula.path,
        label=formula.label,
        kind=formula.kind,
        unit=formula.unit,
        process=formula.process,
        group=formula.group,
        only_when=_condition(rules, formula.process, formula.only_when),
        value=formula.value,
        written=formula.written,
        zero_if_absent=zero,
        notes=formula.notes,
    )


def _condition(rules: RuleBook, process: str, own: Expression | None) -> Expression | None:
    """Join the condition of a thing with that of its process."""
    around = next((p.only_when for p in rules.processes if p.path == process), None)
    if around is None or own is None:
        return around or own
    return Both(operator="and", left=around, right=own)


def _process(rules: RuleBook, process: Process, excluded: set[str]) -> ProcessPlan:
    gone = process.path in excluded or process.stage in excluded
    draws = tuple(_draws(rules, process, excluded, gone))
    return ProcessPlan(
        path=process.path,
        label=process.label,
        stage=process.stage,
        only_when=process.only_when,
        per=amount_of_product(rules, process),
        product=process.product,
        products=_products(process, ""),
        apart=tuple(
            Apart(flow=flow.path, label=flow.label, products=_products(process, flow.path))
            for flow in process.flows
            if _part(process, flow) != process.path
        ),
        contributions=tuple(_contributions(process, excluded, gone)),
        draws=draws,
        excluded=gone,
    )


def _part(process: Process, flow: Flow) -> str:
    """Give the part of its process that a flow adds to: itself if it is allocated by itself."""
    own = {allocation.input for allocation in process.allocations}
    return flow.path if flow.path in own else process.path


def _products(process: Process, part: str) -> tuple[ProductFlow, ...]:
    """Give the products of a process as they share what ``part`` adds."""
    bases = {a.input: dict(a.bases) for a in process.allocations}.get(part, {})
    return tuple(_product(flow, bases) for flow in process.flows if _is_product(flow))


def _is_product(flow: Flow) -> bool:
    return flow.kind in ("output", "coproduct")


def _product(flow: Flow, bases: dict[str, Expression]) -> ProductFlow:
    share = flow.share if flow.substitute is None else NOTHING
    return ProductFlow(
        flow=flow.path, amount=flow.path, unit=flow.unit, basis=bases.get(flow.path), share=share
    )


def _contributions(process: Process, excluded: set[str], gone: bool) -> Iterator[Contribution]:
    for flow in process.flows:
        out = gone or flow.path in excluded or f"{process.path}.inputs" in excluded
        if flow.factor is not None and flow.kind in ("input", "waste"):
            yield _background(flow, _part(process, flow), flow.factor, out)
        if flow.substitute is not None:
            yield _credit(flow, flow.substitute, gone or flow.path in excluded)
    for emission in process.emissions:
        out = gone or emission.path in excluded or f"{process.path}.emissions" in excluded
        yield _direct(emission, out)


def _background(flow: Flow, part: str, factor: Expression, out: bool) -> Contribution:
    return Contribution(
        flow=flow.path,
        part=part,
        label=flow.label,
        group=flow.group,
        kind="waste" if flow.kind == "waste" else "input",
        amount=flow.path,
        rate=factor,
        gas="",
        to_kg=Fraction(1),
        origin=flow.origin,
        rest=bool(flow.sources),
        excluded=out,
    )


def _credit(flow: Flow, credit: Expression, out: bool) -> Contribution:
    return Contribution(
        flow=flow.path,
        part=flow.process,
        label=flow.label,
        group=flow.group,
        kind="credit",
        amount=flow.path,
        rate=credit,
        gas="",
        to_kg=Fraction(1),
        origin=flow.origin,
        rest=False,
        excluded=out,
    )


def _direct(emission: Emission, out: bool) -> Contribution:
    return Contribution(
        flow=emission.path,
        part=emission.process,
        label=emission.label,
        group=emission.group,
        kind="emission",
        amount=emission.path,
        rate=None,
        gas=emission.chosen if emission.chosen is not None else emission.gas,
        to_kg=emission.unit.factor / KILOGRAM.factor,
        origin=emission.origin,
        rest=False,
        excluded=out,
    )


def _draws(rules: RuleBook, process: Process, excluded: set[str], gone: bool) -> Iterator[Draw]:
    units = {flow.path: flow.unit for p in rules.processes for flow in p.flows}
    for flow in process.flows:
        for supplier, source in flow.sources:
            yield Draw(
                flow=flow.path,
                part=_part(process, flow),
                group=flow.group,
                amount=flow.path,
                supplier=supplier,
                source=source,
                ratio=_ratio(flow.unit, units[source]),
                limited=flow.factor is not None,
                excluded=gone or flow.path in excluded,
            )


def _ratio(unit: Unit, into: Unit) -> Fraction:
    return convert(Fraction(1), unit, into)


def _outcomes(rules: RuleBook) -> Iterator[Outcome]:
    for product in rules.products:
        yield Outcome(
            name=product.name,
            label=product.label,
            flow=product.flow,
            process=product.process,
            flow_unit=product.flow_unit,
            reference_flow=product.reference_flow,
            unit_label=product.unit_label,
        )
