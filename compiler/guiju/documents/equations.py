"""The numbered formulas of the standard: each process, each value in it, each product."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.documents import mathematics as m
from guiju.documents.burdens import (
    burden,
    carried,
    cover,
    downstream,
    intensity,
    is_named,
    total,
)
from guiju.documents.conditions import behind_brace
from guiju.documents.drafts import (
    Draft,
    function_drafts,
    note_of,
    reference_drafts,
    result_drafts,
    value_lead,
)
from guiju.documents.formulas import plus, printed, times
from guiju.documents.meanings import Meanings
from guiju.documents.model import Equation
from guiju.documents.sharing import bases, has_sum, share, share_of
from guiju.documents.symbols import Kind, Quantity, Symbols, is_ratio
from guiju.documents.things import Thing
from guiju.plan.model import Compute, ProcessPlan, RulePlan, Series
from guiju.plan.ordering import read_by


class Led(Struct, frozen=True, kw_only=True):
    """A formula with the sentence that leads to it, and a note to it or nothing."""

    lead: str
    equation: Equation
    note: str


class Equations:
    """All formulas of one rule book, by the clause that they stand in."""

    def __init__(self, plan: RulePlan, meanings: Meanings) -> None:
        """Print every formula, then explain them: an explanation names the formula of a symbol."""
        self.plan = plan
        self.meanings = meanings
        self.symbols = meanings.symbols
        self.needed = needed(plan)
        common = [*function_drafts(plan, "", meanings), *self._values("")]
        drafts = {p.path: list(self._of_process(p)) for p in plan.processes}
        ends = [
            *reference_drafts(plan, meanings),
            *self._of_products(),
            *result_drafts(plan, meanings),
        ]
        for draft in [*common, *(d for each in drafts.values() for d in each), *ends]:
            meanings.formulas[draft.quantity] = draft.id
        self.drafts = {**drafts, "": common, "products": ends}

    def of(self, process: str) -> tuple[Led, ...]:
        """Give the formulas of a process; ``products`` for footprints, empty for common ones."""
        return tuple(self._led(draft) for draft in self.drafts[process])

    def _led(self, draft: Draft) -> Led:
        where = self.meanings.where(draft.formula, draft.process, draft.id, draft.parameters)
        equation = Equation(
            id=draft.id, formula=draft.formula, where=where, meaning=draft.quantity.path
        )
        return Led(
            lead=self.meanings.phrases.say(draft.lead, draft.about, draft.id),
            equation=equation,
            note=draft.note,
        )

    def _of_process(self, process: ProcessPlan) -> Iterator[Draft]:
        for product in process.products:
            yield self._draft(
                "intensity", product.flow, intensity(process, product, self.symbols), process.path
            )
        for part in (process.path, *(apart.flow for apart in process.apart)):
            whole = carried(process, self.symbols, part)
            if total(process, self.symbols, part) is not None and whole is not None:
                yield self._draft("total", part, whole, process.path)
        if process.per is not None:
            per_unit = downstream(process, self.symbols)
            yield self._draft("downstream", process.path, per_unit, process.path)
        own = burden(process, self.symbols)
        if own is not None:
            yield self._draft("burden", process.path, own, process.path)
        yield from self._shares(process)
        for draw in process.draws:
            if draw.limited:
                covered = cover(draw, self.plan, self.symbols)
                yield self._draft("cover", draw.flow, covered, process.path)
        yield from self._rates(process)
        yield from function_drafts(self.plan, process.path, self.meanings)
        yield from self._values(process.path)

    def _shares(self, process: ProcessPlan) -> Iterator[Draft]:
        parts = [(process.path, process.products)] if len(process.products) > 1 else []
        for part, products in (*parts, *((a.flow, a.products) for a in process.apart)):
            for product in products:
                quantity = share_of(product, part)
                left = self.symbols.of(quantity)
                right = share(products, product, part, self.symbols)
                yield Draft(
                    id=share_id(quantity),
                    quantity=quantity,
                    formula=m.Relation(left=left, sign="=", right=right),
                    lead="lead_cases" if isinstance(right, m.Cases) else "lead_value",
                    about=self.meanings.name(quantity, process.path),
                    process=process.path,
                )
            if has_sum(products):
                yield self._draft("bases", part, bases(products, self.symbols), process.path)

    def _rates(self, process: ProcessPlan) -> Iterator[Draft]:
        for contribution in process.contributions:
            rate = contribution.rate
            if rate is not None and not contribution.excluded and not is_named(rate):
                right = printed(rate, self.symbols)
                draft = self._draft("rate", contribution.flow, right, process.path)
                lead = "lead_cases" if isinstance(right, m.Cases) else "lead_value"
                yield replace(
                    draft, lead=lead, about=self.meanings.name(draft.quantity, process.path)
                )

    def _values(self, process: str) -> Iterator[Draft]:
        for step in self.plan.steps:
            if not isinstance(step, Compute) or step.process != process:
                continue
            if self._is_printed(step.path):
                yield self._value(step)

    def _is_printed(self, path: str) -> bool:
        """Tell whether a value has a formula: one that the results need, and that is no ratio."""
        if path not in self.needed:
            return False
        return not is_ratio(self.symbols.of(Quantity(kind="value", path=path)))

    def _value(self, step: Compute) -> Draft:
        thing = self.symbols.things[step.path]
        left = self.symbols.of(Quantity(kind="value", path=step.path))
        right = guarded(printed(step.value, self.symbols), thing, self.symbols)
        return Draft(
            id=f"formula.{step.path}",
            quantity=Quantity(kind="value", path=step.path),
            formula=m.Relation(left=left, sign="=", right=right),
            lead=value_lead(step.value),
            about=self.meanings.value(thing, step.process),
            process=step.process,
            note=note_of(step.notes, self.meanings),
        )

    def _draft(self, kind: Kind, path: str, right: m.Formula, process: str) -> Draft:
        quantity = Quantity(kind=kind, path=path)
        return Draft(
            id=f"{kind}.{path}",
            quantity=quantity,
            formula=m.Relation(left=self.symbols.of(quantity), sign="=", right=right),
            lead=f"lead_{kind}" if kind != "rate" else "lead_value",
            about=self.meanings.flow(path),
            process=process,
        )

    def _of_products(self) -> Iterator[Draft]:
        for outcome in self.plan.outcomes:
            quantity = Quantity(kind="footprint", path=outcome.name)
            amount = self.symbols.of(Quantity(kind="reference", path=outcome.name))
            each = [self.symbols.of(Quantity(kind="intensity", path=outcome.flow))]
            each += [
                self.symbols.of(Quantity(kind="downstream", path=p.path))
                for p in self.plan.processes
                if p.product == outcome.name and p.per is not None
            ]
            right = times(amount, plus(list(each)))
            yield Draft(
                id=f"footprint.{outcome.name}",
                quantity=quantity,
                formula=m.Relation(left=self.symbols.of(quantity), sign="=", right=right),
                lead="lead_footprint",
                about=self.meanings.text(outcome.label),
                process="",
            )


def share_id(share: Quantity) -> str:
    """Give the id of the formula of a share."""
    return f"share.{share.path}{f'.{share.detail}' if share.detail else ''}"


def needed(plan: RulePlan) -> frozenset[str]:
    """Give the paths of the values that the footprints and results depend on."""
    waiting = [path for process in plan.processes for path in read_in(process)]
    waiting += [path for result in plan.results for path in read_by(result.value)]
    waiting += [path for outcome in plan.outcomes for path in read_by(outcome.reference_flow)]
    steps = {step.path: step for step in plan.steps}
    found: set[str] = set()
    while waiting:
        path = waiting.pop()
        step = steps.get(path)
        if path in found or step is None:
            continue
        found.add(path)
        waiting.append(step.group)
        if isinstance(step, Compute):
            waiting += read_by(step.value)
        elif isinstance(step, Series):
            waiting += (*read_by(step.low), *read_by(step.high))
    return frozenset(found)


def read_in(process: ProcessPlan) -> Iterator[str]:
    """Give the values that a process reads by itself."""
    for contribution in process.contributions:
        if not contribution.excluded:
            yield contribution.amount
            yield from read_by(contribution.rate) if contribution.rate is not None else ()
    for draw in process.draws:
        yield draw.amount
    for product in process.products:
        yield product.amount
    for part in process.sharing():
        yield from read_by(part)


def guarded(right: m.Formula, thing: Thing, symbols: Symbols) -> m.Formula:
    """Say when a value exists, if not always where its process does; else it is nought."""
    if thing.only_when is None or thing.use == "":
        return right
    nought = m.Number(digits="0", unit="")
    rest = symbols.phrases.say("otherwise")
    return m.Cases(
        lines=(
            m.Case(value=right, condition=behind_brace(thing.only_when, symbols)),
            m.Case(value=nought, condition=rest),
        )
    )
