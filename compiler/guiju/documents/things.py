"""Every named value of a rule book as the document speaks of it."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from guiju.plan.model import Collect, Compute, RulePlan, Series, Step
from guiju_dsl.standard.expressions import Expression, Kind
from guiju_dsl.standard.model import Emission, Flow, RuleBook
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

Nature = Literal["amount", "factor", "emission", "ratio", "other"]


class Thing(Struct, frozen=True, kw_only=True):
    """A datum, an amount, an emission or a calculated value.

    Attributes:
        use: ``input``, ``output``, ``coproduct``, ``waste``, ``emission``, ``index``, else empty.
        gas: gas of an emission, or empty.
        formula: how it is calculated, or none if it is collected.
        only_when: condition of its own beside that of its process.
    """

    path: str
    label: Text
    kind: Kind
    unit: Unit
    process: str
    group: str
    use: str
    gas: str
    nature: Nature
    symbol: str
    formula: Expression | None
    only_when: Expression | None
    options: tuple[tuple[str, Text], ...]


def things_of(plan: RulePlan, rules: RuleBook) -> dict[str, Thing]:
    """Give every value of ``plan`` by its path."""
    flows: dict[str, Flow | Emission] = {f.path: f for p in rules.processes for f in p.flows}
    flows |= {emission.path: emission for p in rules.processes for emission in p.emissions}
    own = dict(_own_conditions(rules))
    things = {step.path: _thing(step, flows.get(step.path), own) for step in plan.steps}
    results = (replace(_thing(result, None, own), nature="other") for result in plan.results)
    return things | {result.path: result for result in results}


def _own_conditions(rules: RuleBook) -> Iterator[tuple[str, Expression | None]]:
    for datum in rules.data:
        yield datum.path, datum.only_when
    for formula in rules.formulas:
        yield formula.path, formula.only_when


def _thing(
    step: Step, flow: Flow | Emission | None, conditions: dict[str, Expression | None]
) -> Thing:
    if isinstance(step, Series):
        return _index(step)
    collected = step.datum if isinstance(step, Collect) else None
    source = step.datum if isinstance(step, Collect) else step
    use = "emission" if isinstance(flow, Emission) else (flow.kind if flow is not None else "")
    symbol = source.notes.symbol or (flow.notes.symbol if flow is not None else "")
    return Thing(
        path=step.path,
        label=source.label,
        kind=source.kind,
        unit=source.unit,
        process=step.process,
        group=step.group,
        use=use,
        gas=flow.gas if isinstance(flow, Emission) else "",
        nature=_nature(source.unit, flow),
        symbol=symbol,
        formula=step.value if isinstance(step, Compute) else None,
        only_when=conditions.get(step.path),
        options=collected.options if collected is not None else (),
    )


def _index(series: Series) -> Thing:
    """Speak of the index of a series: a whole number in each of its rows."""
    return Thing(
        path=series.path,
        label=series.label,
        kind=series.kind,
        unit=series.unit,
        process=series.process,
        group=series.path,
        use="index",
        gas="",
        nature="other",
        symbol=series.notes.symbol,
        formula=None,
        only_when=None,
        options=(),
    )


def _nature(unit: Unit, flow: Flow | Emission | None) -> Nature:
    if isinstance(flow, Emission):
        return "emission"
    if flow is not None:
        return "amount"
    if not unit.dimension:
        return "ratio"
    return "factor" if ("climate", 1) in unit.dimension else "other"
