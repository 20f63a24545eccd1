"""A footprint, and each part of one, as the sum of what its contributions add."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace as varied

from msgspec import Struct
from msgspec.structs import replace

from guiju.explain.model import Explanation, known
from guiju.explain.values import Explainer
from guiju.plan import model as plans
from guiju_runtime.burdens import Contribution
from guiju_runtime.data_words import FACTOR, WITHHELD
from guiju_runtime.footprint import (
    BACKGROUND,
    ORIGINS,
    Footprint,
    HotSpot,
    Weighted,
    hot_spots,
)
from guiju_runtime.given import Place, shown
from guiju_runtime.messages import Text, same_words
from guiju_runtime.withholding import TOGETHER, Shown, labelled, shown_of

UNIT = "kgCO2e"
BY_PROCESS, BY_STAGE, BY_GAS, BY_ORIGIN, BY_FLOW = KINDS = (
    "by_process",
    "by_stage",
    "by_gas",
    "by_origin",
    "by_flow",
)
"""What a footprint is divided by; a part of it is called ``by_gas.CF4``."""


class Parts(Struct, frozen=True, kw_only=True):
    """Explains the footprint of one product, its parts, and what stands beside it.

    Attributes:
        open: its breakdowns as they may be shown.
    """

    explainer: Explainer
    found: Footprint
    open: Shown

    def whole(self, path: str) -> Explanation:
        """Explain the footprint by process and flow, the largest first."""
        found = self.found
        return Explanation(
            path=path,
            label=found.product.label,
            value=known(found.cfp),
            unit=found.product.footprint_unit,
            clause=found.product.name,
            parts=self._processes(found.weighted),
        )

    def intensity(self, path: str) -> Explanation:
        """Explain the footprint of one unit of the product flow, as it leaves its process."""
        one = varied(self.found, reference_flow=1.0, downstream=())
        parts = parts_of(self.explainer, one)
        unit, process = f"{UNIT}/{one.product.flow_unit}", one.product.flow.partition(".")[0]
        value = known(self.found.intensity)
        return replace(parts.whole(path), value=value, unit=unit, clause=process)

    def beside(self, path: str) -> Explanation:
        """Explain the biogenic CO2 that stands beside the footprint."""
        levels, left_out = self.found.activity, self.found.network.run.rules.left_out
        beside = [
            (c, levels[c.part] * c.beside)
            for c in self.found.network.run.contributions
            if c.beside and c.flow not in left_out and levels.get(c.part)
        ]
        return Explanation(
            path=path,
            label=Text(zh="生物源二氧化碳，单独列出", en="biogenic CO2, stated beside"),
            value=known(self.found.biogenic_co2),
            unit="kgCO2",
            parts=self.flows(beside),
        )

    def part(self, kind: str, name: str) -> Explanation | None:
        """Explain one line of a breakdown, None if the standard knows no such line."""
        label = self._label(kind, name)
        if label is None:
            return None
        names = name.split(TOGETHER)
        called = self._called(kind)
        meant = [(c, value) for c, value in self.found.weighted if called(c) & {*names}]
        by_process = kind in (BY_PROCESS, BY_STAGE)
        parts = self._processes(meant) if by_process else self.flows(meant)
        if kind == BY_PROCESS and len(parts) == 1:
            parts = parts[0].parts
        value, closed = self._value(kind, name, meant)
        return Explanation(
            path=f"{kind}.{name}",
            label=label,
            value=value,
            unit=UNIT,
            remarks=(WITHHELD,) if closed else (),
            clause=self._clause(kind, name),
            parts=parts,
        )

    def _clause(self, kind: str, name: str) -> str:
        """Give the id of the process or stage that a line is of, or nothing."""
        process = name.partition(".")[0]
        of = {BY_PROCESS: name, BY_FLOW: process, BY_STAGE: f"stage.{name}"}
        return of.get(kind, "")

    def _value(self, kind: str, name: str, meant: Weighted) -> tuple[float | None, bool]:
        """Give what a line adds up to, and whether it may not be shown by itself."""
        lines = getattr(self.open, kind) if kind != BY_FLOW else {}
        if self.found.cfp != self.found.cfp:
            return None, False
        if name in lines:
            return lines[name], False
        hidden = any(not self.open.stands_alone(c) for c, _ in meant)
        if hidden or (meant and kind != BY_FLOW):
            return None, True
        return sum((value for _, value in meant), 0.0), False

    def _called(self, kind: str) -> Callable[[Contribution], set[str]]:
        """Give how a breakdown calls a contribution."""
        stages = self.explainer.calculation.calculator.processes
        called: dict[str, Callable[[Contribution], set[str]]] = {
            BY_PROCESS: lambda c: {c.process},
            BY_STAGE: lambda c: {stages[c.process][1]},
            BY_GAS: lambda c: {c.gas or BACKGROUND},
            BY_ORIGIN: lambda c: {c.origin},
            BY_FLOW: lambda c: {c.flow, shown(c.flow.rpartition(".")[0], c.row, c.flow)},
        }
        return called[kind]

    def _label(self, kind: str, name: str) -> Text | None:
        """Give what a line is called, None if there is none."""
        labels = self.labels(kind)
        if kind == BY_FLOW:
            path = flow_of(name)
            return labels.get(path)
        names = name.split(TOGETHER)
        return labelled(name, labels) if all(one in labels for one in names) else None

    def labels(self, kind: str) -> dict[str, Text]:
        """Give the lines that a breakdown may have, with what they are called."""
        calculator = self.explainer.calculation.calculator
        flows = [c for p in self.explainer.plan.processes for c in p.contributions]
        gases = {c.gas for c in flows if isinstance(c.gas, str)} | {BACKGROUND}
        gases |= {c.gas for c, _ in self.found.weighted}
        known_by: dict[str, dict[str, Text]] = {
            BY_PROCESS: {path: label for path, (label, _) in calculator.processes.items()},
            BY_STAGE: dict(calculator.stages),
            BY_GAS: {gas: same_words(gas) for gas in sorted(gases) if gas},
            BY_ORIGIN: {origin: same_words(origin) for origin in ORIGINS},
            BY_FLOW: {c.flow: c.label for c in flows},
        }
        return known_by[kind]

    def flows(self, weighted: Iterable[tuple[Contribution, float]]) -> tuple[Explanation, ...]:
        """Explain contributions, the largest first."""
        ranked = sorted(weighted, key=lambda pair: -abs(pair[1]))
        return tuple(self.flow(contribution, value) for contribution, value in ranked)

    def flow(self, one: Contribution, value: float) -> Explanation:
        """Explain what one flow adds, its amount and its factor."""
        explained = contribution(self.explainer, one, value)
        if self.open.stands_alone(one):
            return explained
        return replace(explained, value=None, remarks=(*explained.remarks, WITHHELD))

    def left_out(self, one: Contribution, value: float) -> Explanation:
        """Explain what one flow would add if it were not left out."""
        explained = contribution(self.explainer, one, value)
        if one.flow not in self.explainer.calculation.calculator.confidential:
            return explained
        return replace(explained, value=None, remarks=(*explained.remarks, WITHHELD))

    def _processes(self, weighted: Weighted) -> tuple[Explanation, ...]:
        """Explain contributions by process."""
        calculator, sums = self.explainer.calculation.calculator, self.open.by_process
        ranked = enumerate(hot_spots(sums), 1)
        hot = {one.process: (_hot(rank, one),) for rank, one in ranked}
        flows: dict[str, Weighted] = {}
        for one in weighted:
            flows.setdefault(one[0].process, []).append(one)
        parts = (
            Explanation(
                path=process,
                label=calculator.processes[process][0],
                value=sums.get(process),
                unit=UNIT,
                remarks=hot.get(process, ()) if process in sums else (WITHHELD,),
                clause=process,
                parts=self.flows(within),
            )
            for process, within in flows.items()
        )
        return tuple(sorted(parts, key=lambda part: -abs(float(part.value or 0))))


def parts_of(explainer: Explainer, found: Footprint) -> Parts:
    """Give what explains a footprint."""
    open_ = shown_of(explainer.calculation.calculator, found)
    return Parts(explainer=explainer, found=found, open=open_)


def flow_of(name: str) -> str:
    """Give the path of a flow without the number of its row."""
    head, _, tail = name.partition("[")
    return head + tail.partition("]")[2]


def _hot(rank: int, one: HotSpot) -> Text:
    share, reached = f"{one.share:.1%}", f"{one.reached:.1%}"
    return Text(
        zh=f"热点 {rank}：占 {share}，累计 {reached}",
        en=f"hot spot {rank}: {share}, together {reached}",
    )


def contribution(explainer: Explainer, one: Contribution, value: float) -> Explanation:
    """Explain what one flow adds [kgCO2e]: its amount, its factor or potential."""
    flows = (c for p in explainer.plan.processes for c in p.contributions)
    plan = next(c for c in flows if c.flow == one.flow)
    at = Place(one.flow, one.row)
    amount = explainer.value(*at)
    rate = explainer.read_by(plan.rate, at, 1) if plan.rate is not None else ()
    return Explanation(
        path=amount.path,
        label=amount.label,
        value=value,
        unit=UNIT,
        remarks=_gas(plan),
        clause=amount.clause,
        parts=(amount, *rate, *_potential(explainer, one)),
    )


def _potential(explainer: Explainer, one: Contribution) -> Iterator[Explanation]:
    """Explain what the gas of an emission counts for."""
    found = explainer.potentials
    if one.kind != "emission" or found is None:
        return
    known_of = {(gas, origin): value for gas, origin, value in found.entries}
    value = known_of.get((one.gas, one.origin), known_of.get((one.gas, "")))
    if value is not None:
        source = (found.notes.source,) if found.notes.source.zh else ()
        yield Explanation(
            path=f"{found.name}[{one.gas}]",
            label=found.label,
            value=float(value),
            unit=f"{UNIT}/kg",
            remarks=(FACTOR, *source),
            clause=found.name,
        )


def _gas(contribution: plans.Contribution) -> tuple[Text, ...]:
    gas = contribution.gas
    return (same_words(gas),) if isinstance(gas, str) and gas else ()
