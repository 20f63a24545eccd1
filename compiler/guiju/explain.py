"""The tree behind a number: formula, values, units, tier, factor and its source, clause."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.plan.model import (
    CalculationPlan,
    Collect,
    Compute,
    Contribution,
    RulePlan,
    Series,
    Step,
)
from guiju.plan.printing import formula_text
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculating import Calculation
from guiju_runtime.calculator import ROW
from guiju_runtime.data_words import DEFAULT, FACTOR, QUALITY, UNVERIFIED, WITHHELD
from guiju_runtime.footprint import HotSpot, hot_spots
from guiju_runtime.given import Place, shown
from guiju_runtime.messages import Text, Value, same_words
from guiju_runtime.run import Run
from guiju_runtime.tables import name_of_row
from guiju_runtime.withholding import shown_of

DEEPEST = 12


class Explanation(Struct, frozen=True, kw_only=True):
    """One number with what it comes from.

    Attributes:
        value: as a number or a word; None if it has no value.
        written: the formula as the standard writes it, or empty.
        remarks: tier, class of data, source, whether it is verified.
        clause: stable id of what asks for it: a process, a factor, or the datum itself.
    """

    path: str
    label: Text
    value: float | str | bool | None
    unit: Value
    written: str
    remarks: tuple[Text, ...]
    clause: str
    parts: "tuple[Explanation, ...]"


class _Explainer(Struct, frozen=True):
    plan: RulePlan
    calculation: Calculation

    @property
    def run(self) -> Run:
        return self.calculation.main.run

    def public(self, node: Explanation) -> Explanation:
        """Give an explanation without what would give confidential data away."""
        calculator = self.calculation.calculator
        path, parts = ROW.sub("", node.path), tuple(map(self.public, node.parts))
        if path not in calculator.confidential or path in calculator.processes:
            return replace(node, parts=parts)
        return replace(node, value=None, remarks=(WITHHELD,), parts=parts)

    def step(self, path: str) -> Step | None:
        return next((s for s in self.plan.steps if s.path == path), None)

    def value(self, path: str, row: int | None, depth: int = 0) -> Explanation:
        """Explain the value at ``path``."""
        step = self.step(path)
        if isinstance(step, Series):
            return self._index(step, row, depth)
        group = step.group if step is not None else ""
        at = row if group else None
        if isinstance(step, Compute):
            return self._computed(step, at, depth)
        assert step is not None
        return Explanation(
            path=shown(group, at, path),
            label=step.datum.label,
            value=self._number(path, group, at),
            unit=step.datum.unit.text,
            written="",
            remarks=tuple(self._about(step, at)),
            clause=step.process or step.path,
            parts=(),
        )

    def _number(self, path: str, group: str, row: int | None) -> float | str | bool | None:
        run = self.run
        value = run.row_values[group][row].get(path) if row is not None else run.values.get(path)
        if isinstance(value, float) and value != value:
            return None
        return value if isinstance(value, float | int | str | bool) else None

    def _about(self, step: Collect, row: int | None) -> Iterator[Text]:
        place = Place(step.path, row)
        if place in self.run.defaults:
            yield DEFAULT
            if step.datum.notes.source.zh:
                yield step.datum.notes.source
            if step.datum.notes.unverified:
                yield UNVERIFIED
            return
        given = self.run.reading.about.get(place)
        if given is not None:
            yield QUALITY[given.quality]
            if given.source:
                yield same_words(given.source)
            yield from given.measured.words(step.datum.unit.text)

    def _computed(self, step: Compute, row: int | None, depth: int) -> Explanation:
        formula: Expression = step.value
        remarks: tuple[Text, ...] = ()
        tier = self.run.tiers.get(Place(step.path, row))
        if isinstance(formula, typed.Preferred) and tier is not None:
            formula, label = formula.tiers[tier]
            remarks = (Text(zh=f"采用 {label.zh}", en=f"taken: {label.en}"),)
        return Explanation(
            path=shown(step.group, row, step.path),
            label=step.label,
            value=self._number(step.path, step.group, row),
            unit=step.unit.text,
            written=formula_text(formula),
            remarks=remarks,
            clause=step.process,
            parts=self.read_by(formula, Place(step.path, row), depth + 1),
        )

    def _index(self, step: Series, row: int | None, depth: int) -> Explanation:
        """Explain the index of a series in a row by the bounds of the series."""
        bounds, at = (step.low, step.high), Place(step.path, None)
        return Explanation(
            path=shown(step.path, row, step.path),
            label=step.label,
            value=self._number(step.path, step.path, row),
            unit="",
            written=" .. ".join(formula_text(bound) for bound in bounds),
            remarks=(),
            clause=step.process,
            parts=tuple(p for bound in bounds for p in self.read_by(bound, at, depth + 1)),
        )

    def read_by(self, formula: Expression, of: Place, depth: int) -> tuple[Explanation, ...]:
        """Explain everything that the formula of a value reads: values, rows, factors."""
        if depth > DEEPEST:
            return ()
        paths = dict.fromkeys(
            r.path for r in typed.readings(formula) if isinstance(r, typed.Reading)
        )
        places = [(path, at) for path in paths for at in self.rows(path, of.row)]
        values = tuple(self.value(path, at, depth) for path, at in places)
        return values + tuple(self.factors(formula, of))

    def rows(self, path: str, row: int | None) -> tuple[int | None, ...]:
        """Give the rows that are meant: the one at hand, else all of the group of ``path``."""
        step = self.step(path)
        group = step.path if isinstance(step, Series) else (step.group if step is not None else "")
        if not group or row is not None:
            return (row,)
        return tuple(range(len(self.run.row_values.get(group, ()))))

    def factors(self, formula: Expression, of: Place) -> Iterator[Explanation]:
        """Explain the rows of tables that a formula looked up for the value at ``of``."""
        wanted = set(_tables(formula))
        for (place, path, keys), (table, row) in self.run.lookups.items():
            if place != of or path not in wanted:
                continue
            remarks = [FACTOR, row.source]
            if row.year:
                remarks.append(Text(zh=f"{row.year} 年", en=str(row.year)))
            if row.unverified:
                remarks.append(UNVERIFIED)
            yield Explanation(
                path=name_of_row(path, keys),
                label=table.label,
                value=row.value,
                unit=table.unit,
                written="",
                remarks=tuple(remarks),
                clause=path,
                parts=(),
            )


def _tables(node: Expression) -> Iterator[str]:
    if isinstance(node, typed.TableLookup):
        yield node.table
    for part in typed.parts_of(node):
        yield from _tables(part)


def explained(
    plan: CalculationPlan, calculation: Calculation, name: str
) -> tuple[Explanation, ...]:
    """Explain the number called ``name``: ``cfp``, ``product.cfp``, a value, or ``process.GAS``."""
    explainer = _Explainer(plan.rules, calculation)
    products = {f"{o.name}.cfp": o.name for o in plan.rules.outcomes}
    if name == "cfp" and plan.rules.outcomes:
        return (explainer.public(_footprint(explainer, plan.rules.outcomes[0].name)),)
    if name in products:
        return (explainer.public(_footprint(explainer, products[name])),)
    places = ((name, row) for row in explainer.rows(name, None))
    if explainer.step(name) is None:
        places = ((path, None) for path in _emissions(plan.rules, name))
    return tuple(explainer.public(explainer.value(path, row)) for path, row in places)


def _emissions(rules: RulePlan, name: str) -> Iterator[str]:
    """Give the emissions that ``process.GAS`` means."""
    process, _, gas = name.rpartition(".")
    for plan in rules.processes:
        for contribution in plan.contributions:
            if plan.path == process and contribution.gas == gas:
                yield contribution.flow


def names_known(plan: CalculationPlan) -> tuple[str, ...]:
    """Give the names that ``explained`` knows."""
    gases = {
        f"{p.path}.{c.gas}"
        for p in plan.rules.processes
        for c in p.contributions
        if isinstance(c.gas, str) and c.gas
    }
    steps = tuple(step.path for step in plan.rules.steps)
    return ("cfp", *(f"{o.name}.cfp" for o in plan.rules.outcomes), *steps, *sorted(gases))


def _footprint(explainer: _Explainer, product: str) -> Explanation:
    """Explain a footprint by process and flow, the largest first."""
    calculator = explainer.calculation.calculator
    found = explainer.calculation.main.footprints[product]
    open_ = shown_of(calculator, found)
    processes: dict[str, list[Explanation]] = {}
    closed = {p: WITHHELD for p in calculator.processes if p not in open_.by_process}
    hot = {one.process: _hot(rank, one) for rank, one in enumerate(hot_spots(open_.by_process), 1)}
    for contribution, value in sorted(found.weighted, key=lambda pair: -abs(pair[1])):
        flow = _contribution(explainer, contribution.flow, contribution.row, value)
        if not open_.stands_alone(contribution):
            flow = replace(flow, value=None, remarks=(*flow.remarks, WITHHELD))
        processes.setdefault(contribution.process, []).append(flow)
    parts = tuple(
        Explanation(
            path=process,
            label=calculator.processes[process][0],
            value=open_.by_process.get(process),
            unit="kgCO2e",
            written="",
            remarks=tuple(w for w in (hot.get(process), closed.get(process)) if w),
            clause=process,
            parts=tuple(flows),
        )
        for process, flows in processes.items()
    )
    return Explanation(
        path=f"{product}.cfp",
        label=found.product.label,
        value=None if found.cfp != found.cfp else found.cfp,
        unit=found.product.footprint_unit,
        written="",
        remarks=(),
        clause="",
        parts=tuple(sorted(parts, key=lambda part: -abs(float(part.value or 0)))),
    )


def _hot(rank: int, one: HotSpot) -> Text:
    share, reached = f"{one.share:.1%}", f"{one.reached:.1%}"
    return Text(
        zh=f"热点 {rank}：占 {share}，累计 {reached}",
        en=f"hot spot {rank}: {share}, together {reached}",
    )


def _contribution(explainer: _Explainer, flow: str, row: int | None, value: float) -> Explanation:
    """Explain what one flow adds: its amount, its factor."""
    plan = next(c for p in explainer.plan.processes for c in p.contributions if c.flow == flow)
    amount = explainer.value(flow, row)
    at = Place(flow, row)
    rate = explainer.read_by(plan.rate, at, 1) if plan.rate is not None else ()
    return Explanation(
        path=amount.path,
        label=amount.label,
        value=value,
        unit="kgCO2e",
        written="",
        remarks=_gas(plan),
        clause=amount.clause,
        parts=(amount, *rate),
    )


def _gas(contribution: Contribution) -> tuple[Text, ...]:
    gas = contribution.gas
    return (same_words(gas),) if isinstance(gas, str) and gas else ()
