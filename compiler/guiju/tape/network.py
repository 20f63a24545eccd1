"""Put the product system on the tape: what processes add, draw and make, and who takes how much."""

from fractions import Fraction

from msgspec import Struct

from guiju.plan.model import Contribution, Draw, ProcessPlan
from guiju.tape.lowering import Lowering
from guiju.tape.sharing import shares_of
from guiju.tape.steps import Steps


class Added(Struct, frozen=True, kw_only=True):
    """What one flow adds to its process [kgCO2e], for rows of a group apart.

    Attributes:
        value: what counts; ``full`` what would if no rule book left it out.
        beside: biogenic CO2 that stands beside the footprint.
        gases: word and truth of each gas that it may be, empty for a factor in CO2e.
    """

    process: str
    contribution: Contribution
    full: int
    beside: int
    gases: tuple[tuple[str, int], ...]


class Drawn(Struct, frozen=True, kw_only=True):
    """What one input takes of its source, for the whole declaration [unit of the source]."""

    process: str
    draw: Draw
    amount: int


class Network:
    """The system of one rule book.

    Attributes:
        parts: the parts of each process: itself, and each input that is allocated by itself.
        rates: what one unit of a product flow takes of a part's period, by part and flow.
        covered: share of its need that a limited draw gets, by flow.
    """

    def __init__(self, lowering: Lowering, steps: Steps) -> None:
        """Put the terms of every process on the tape."""
        self.lowering = lowering
        self.builder = lowering.builder
        self.steps = steps
        self.plans = {process.path: process for process in lowering.rules.processes}
        self.made: dict[str, int] = {}
        self.rates: dict[tuple[str, str], int] = {}
        self.parts = {
            p.path: (p.path, *(apart.flow for apart in p.apart)) for p in lowering.rules.processes
        }
        for process in lowering.rules.processes:
            self._make(process)
        wanted = [
            Drawn(process=p.path, draw=d, amount=self._wanted(p, d))
            for p in lowering.rules.processes
            for d in p.draws
            if not d.excluded
        ]
        self.covered = {d.draw.flow: self._covered(d, wanted) for d in wanted if d.draw.limited}
        self.drawn = [self._taken(drawn) for drawn in wanted]
        self.added = [self._added(p, c) for p in lowering.rules.processes for c in p.contributions]

    def _amount(self, process: ProcessPlan, flow: str) -> int:
        """Give the amount of a flow, 0 where its process does not run."""
        runs = self.steps.running[process.path]
        return self.builder.where(runs, self.lowering.values[flow].value, self.builder.zero)

    def _make(self, process: ProcessPlan) -> None:
        builder, runs = self.builder, self.steps.running[process.path]
        for product in process.products:
            self.made[product.flow] = self._amount(process, product.flow)
        sharing = (process.products, *(apart.products for apart in process.apart))
        for part, products in zip(self.parts[process.path], sharing, strict=True):
            with self.lowering.only(runs):
                shares = shares_of(self.lowering, products, self.made)
            for product, share in zip(products, shares, strict=True):
                amount = self.made[product.flow]
                nothing = builder.compared("same", amount, builder.zero)
                borne = builder.inverse(builder.compared("same", share, builder.zero))
                stops = builder.both(runs, builder.both(nothing, borne))
                builder.set_aside(stops)
                rate = builder.over(share, amount)
                if stops != nothing:
                    rate = builder.where(nothing, builder.zero, rate)
                self.rates[part, product.flow] = rate

    def _wanted(self, process: ProcessPlan, draw: Draw) -> int:
        ratio = self.builder.number(draw.ratio)
        amount = self.builder.times(self._amount(process, draw.flow), ratio)
        return self.builder.gathered("sum", amount, draw.group) if draw.group else amount

    def _covered(self, drawn: Drawn, wanted: list[Drawn]) -> int:
        """Give the share of its need that a limited draw gets: min(1, supply / need)."""
        builder, source = self.builder, drawn.draw.source
        supply = self.made.get(source, builder.zero)
        need = left = builder.zero
        for other in wanted:
            if other.draw.source == source and other.draw.limited:
                need = builder.plus(need, other.amount)
            elif other.draw.source == source:
                left = builder.plus(left, other.amount)
        left = builder.applied("max", builder.minus(supply, left), builder.zero)
        enough = builder.compared("at_most", need, left)
        return builder.where(enough, builder.one, builder.over(left, need))

    def _taken(self, drawn: Drawn) -> Drawn:
        """Give what a draw truly takes; a source that does not run sets the declaration aside."""
        builder, draw = self.builder, drawn.draw
        supplier = self.plans[draw.supplier]
        if draw.limited:
            part = builder.times(drawn.amount, self.covered[draw.flow])
            return Drawn(process=drawn.process, draw=draw, amount=part)
        if not supplier.excluded:
            asked = builder.inverse(builder.compared("same", drawn.amount, builder.zero))
            made = self.made.get(draw.source, builder.zero)
            dry = builder.compared("same", made, builder.zero)
            builder.set_aside(builder.both(asked, dry))
        return drawn

    def _added(self, process: ProcessPlan, contribution: Contribution) -> Added:
        amount = self._amount(process, contribution.flow)
        some = self.builder.inverse(self.builder.compared("same", amount, self.builder.zero))
        with self.lowering.only(some):
            if contribution.rate is None:
                return self._emitted(process, contribution, amount)
            rate = self.lowering.number(contribution.rate)
        value = self.builder.times(amount, rate)
        if contribution.kind == "credit":
            value = self.builder.minus(self.builder.zero, value)
        if contribution.rest:
            part = self.covered.get(contribution.flow, self.builder.zero)
            value = self.builder.times(value, self.builder.minus(self.builder.one, part))
        return self._term(process, contribution, value, self.builder.zero, ())

    def _emitted(self, process: ProcessPlan, contribution: Contribution, amount: int) -> Added:
        builder = self.builder
        mass = builder.times(amount, builder.number(contribution.to_kg))
        names = [contribution.gas] if isinstance(contribution.gas, str) else self._gases()
        known = builder.no
        value = beside = builder.zero
        gases: list[tuple[str, int]] = []
        for name in names:
            here = self._is_gas(contribution, name)
            potential = self._potential(name, contribution.origin)
            if potential is None:
                continue
            known = builder.either(known, here)
            gases.append((name, here))
            one = builder.times(mass, builder.number(potential))
            if self._stands_beside(name, contribution.origin):
                beside = builder.where(here, one, beside)
            else:
                value = builder.where(here, one, value)
        self.lowering.fault(builder.inverse(known))
        return self._term(process, contribution, value, beside, tuple(gases))

    def _term(
        self,
        process: ProcessPlan,
        contribution: Contribution,
        value: int,
        beside: int,
        gases: tuple[tuple[str, int], ...],
    ) -> Added:
        return Added(
            process=process.path,
            contribution=contribution,
            full=value,
            beside=beside,
            gases=gases,
        )

    def _gases(self) -> list[str]:
        return list(dict.fromkeys(gas for gas, _, _ in self.lowering.rules.gwp))

    def _is_gas(self, contribution: Contribution, name: str) -> int:
        if isinstance(contribution.gas, str):
            return self.builder.yes
        chosen = self.lowering.lowered(contribution.gas).value
        return self.builder.compared("same", chosen, self.builder.choice(name))

    def _potential(self, gas: str, origin: str) -> Fraction | None:
        table = {(name, of): value for name, of, value in self.lowering.rules.gwp}
        return table.get((gas, origin), table.get((gas, "")))

    def _stands_beside(self, gas: str, origin: str) -> bool:
        return gas == "CO2" and origin == "biogenic" and not self.lowering.rules.counts_biogenic
