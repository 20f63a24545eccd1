"""The footprint of a product as columns, with the parts that it is made of."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.backends.sql.attempts import attempted
from guiju.backends.sql.book import Book
from guiju.backends.sql.columns import OVER
from guiju.backends.sql.loops import Matrix, solved
from guiju.backends.sql.quality import Evidence
from guiju.backends.sql.system import System
from guiju.backends.sql.terms import Added
from guiju.backends.sql.text import all_of, any_of, is_plain, only, product, total, when, words
from guiju.plan.model import Outcome, ProcessPlan
from guiju_dsl.standard.model import Indicator
from guiju_runtime.calculation_codes import DIVISION_BY_ZERO

BACKGROUND = "CO2e"


class Footprint(Struct, frozen=True, kw_only=True):
    """Columns of one footprint [kgCO2e per unit of the product]; NULL has no value.

    Attributes:
        parts: by ``by_process.…``, ``by_stage.…``, ``by_gas.…`` and ``by_origin.…``.
        score: empty where the standard has no indicators.
    """

    cfp: str
    intensity: str
    reference_flow: str
    biogenic_co2: str
    parts: dict[str, str]
    primary_share: str
    score: str
    excluded_largest: str
    excluded_total: str


class Footprints:
    """The footprints of one rule book."""

    def __init__(self, system: System, indicators: tuple[Indicator, ...]) -> None:
        """Keep what all of them read."""
        self.system = system
        self.book: Book = system.book
        self.indicators = indicators
        self.evidence = Evidence(self.book)

    def of(self, outcome: Outcome) -> Footprint:
        """Make the columns of the footprint of ``outcome``."""
        book, name = self.book, outcome.name
        for made in self.system.made_of(outcome.flow)[:1]:
            self.system.report_zero(outcome.flow, all_of(made.runs, f"{made.amount} = 0e0"))
        called = f"{name} reference flow"
        reference = attempted(book, outcome.reference_flow, outcome.flow, "", "", called).sql
        demand, known = self._demand(outcome, reference)
        levels = self._levels(outcome, demand)
        intensity = self.system.intensities.get(outcome.flow, "CAST(NULL AS DOUBLE)")
        clear = all_of(f"{intensity} IS NOT NULL", f"{reference} IS NOT NULL", *known)
        clear = book.put(f"{name} known", f"COALESCE({clear}, FALSE)")
        weighed = [(a, self._weighed(name, a, levels)) for a in self._counted()]
        wholes = [self._whole(a, value, name) for a, value in weighed]
        cfp = book.put(f"{name} cfp", only(clear, total(*wholes)), "carbon footprint [kgCO2e]")
        cut = self._cut(name, levels, cfp)
        quality = self.evidence.quality_of(name, weighed, clear, self.indicators)
        return Footprint(
            cfp=cfp,
            intensity=intensity,
            reference_flow=reference,
            biogenic_co2=book.put(f"{name} biogenic", only(clear, self._beside(name, levels))),
            parts={part: book.put(f"{name} {part}", only(clear, sql))
                   for part, sql in self._parts(name, weighed).items()},
            primary_share=quality[0],
            score=quality[1],
            excluded_largest=cut[0],
            excluded_total=cut[1],
        )  # fmt: skip

    def _demand(self, outcome: Outcome, reference: str) -> tuple[dict[str, str], list[str]]:
        """Give what one unit asks of each part, and the conditions under which that is known."""
        demand: dict[str, str] = {}
        begun: list[str] = [f"{reference} IS NOT NULL"]
        for made in self.system.made_of(outcome.flow):
            rate = self.system.rates[made.part, outcome.flow]
            demand[made.part] = product(reference, rate)
            begun.append(f"{rate} IS NOT NULL")
        if not demand:
            return {}, ["FALSE"]
        asks = self.book.put(f"{outcome.name} asked", all_of(*begun))
        known = [asks]
        for process in self.book.rules.processes:
            if process.per is not None and process.product == outcome.name:
                times, clear = self._downstream(outcome, process, reference, asks)
                demand[process.path] = total(demand.get(process.path, "0e0"), times)
                known.append(clear)
        return demand, known

    def _downstream(
        self, outcome: Outcome, process: ProcessPlan, reference: str, asks: str
    ) -> tuple[str, str]:
        """Give how often a process after the gate runs for one unit, and whether that is known."""
        assert process.per is not None
        book, path = self.book, process.path
        unknown = book.unknown[path]
        idle = ""
        if book.runs[path]:
            idle = all_of(
                f"NOT COALESCE({book.runs[path]}, FALSE)", f"NOT COALESCE({unknown}, FALSE)"
            )
        here = all_of(asks, f"NOT ({idle})" if idle else "")
        called = f"{outcome.name} amount for {path}"
        val = attempted(book, process.per, outcome.flow, "", here, called)
        if val.constant is None:
            by_zero = all_of(here, f"{val.sql} = 0e0")
            book.find(when((by_zero, words(DIVISION_BY_ZERO.id))), outcome.flow)
        times = book.put(f"{outcome.name} times {path}", f"{reference} / NULLIF({val.sql}, 0e0)")
        clear = all_of(
            f"{times} IS NOT NULL",
            f"{self.system.totals[path]} IS NOT NULL",
            f"NOT COALESCE({unknown}, FALSE)" if unknown else "",
        )
        if not idle:
            return times, clear
        return when((idle, "0e0"), otherwise=times), any_of(idle, clear)

    def _levels(self, outcome: Outcome, demand: dict[str, str]) -> dict[str, str]:
        """Give how much of each part's period one unit takes; users come before suppliers."""
        levels: dict[str, str] = {}
        for unit in reversed(self.system.units):
            inner = self.system.inner(unit)
            asked = {part: self._asked(part, demand, levels, inner) for part in unit}
            if all(sql == "0e0" for sql in asked.values()):
                continue
            if inner:
                back = {(b, a): f"COALESCE({taken}, 0e0)" for (a, b), taken in inner.items()}
                asked = solved(self.book.put, f"{outcome.name} asks", back, asked)
            for part, sql in asked.items():
                there = f"{self.system.totals[part]} IS NOT NULL"
                level = when((there, sql), otherwise="0e0")
                levels[part] = self.book.put(f"{outcome.name} takes of {part}", level)
        return levels

    def _asked(
        self, part: str, demand: dict[str, str], levels: dict[str, str], inner: Matrix
    ) -> str:
        """Give what is asked of a part from outside of its loop."""
        terms = [f"COALESCE({demand[part]}, 0e0)"] if part in demand else []
        for (user, supplier), taken in self.system.takes.items():
            if supplier == part and user in levels and (user, supplier) not in inner:
                terms.append(f"{levels[user]} * COALESCE({taken}, 0e0)")
        return total(*terms)

    def _counted(self) -> list[Added]:
        return [a for a in self.system.terms.added if not a.contribution.excluded]

    def _weighed(self, name: str, added: Added, levels: dict[str, str]) -> str:
        level = levels.get(added.contribution.part, "0e0")
        if level == "0e0":
            return level
        value = product(level, self.system.value(added))
        if is_plain(value):
            return value
        flow = added.contribution.flow
        return self.book.put(f"{name} by {flow}", when((f"{level} <> 0e0", value), otherwise="0e0"))

    def _whole(self, added: Added, value: str, name: str) -> str:
        called = f"{name} by all {added.contribution.flow}"
        return self.sum(called, value, added.contribution.group)

    def sum(self, called: str, value: str, group: str) -> str:
        """Add up the rows of a group; what has no value does not count."""
        if value == "0e0":
            return value
        if not group:
            return value
        inside = only(self.book.alive(group), value)
        return self.book.put(called, f"COALESCE(SUM({inside}) {OVER}, 0e0)")

    def _beside(self, name: str, levels: dict[str, str]) -> str:
        """Add up what stands beside: NULL if it is not known of a part that counts."""
        terms, unknown = [], []
        for added in self._counted():
            level = levels.get(added.contribution.part, "0e0")
            if "0e0" in (added.beside, level):
                continue
            flow, group = added.contribution.flow, added.contribution.group
            nothing = f"COALESCE({level}, 0e0) = 0e0"
            weighed = when((nothing, "0e0"), otherwise=product(level, added.beside))
            value = self.book.put(f"{name} beside {flow}", weighed)
            lacking = when((f"{value} IS NULL", "1e0"), otherwise="0e0")
            terms.append(self.sum(f"{name} beside all {flow}", f"COALESCE({value}, 0e0)", group))
            unknown.append(self.sum(f"{name} beside unknown {flow}", lacking, group))
        return when((f"{total(*unknown)} = 0e0", total(*terms))) if terms else total()

    def _parts(self, name: str, weighed: list[tuple[Added, str]]) -> dict[str, str]:
        """Add up by process, stage, gas and origin."""
        stages = {process.path: process.stage for process in self.book.rules.processes}
        parts: dict[str, list[str]] = {}
        for added, value in weighed:
            whole = self._whole(added, value, name)
            for part in (
                f"by_process.{added.process}",
                f"by_stage.{stages[added.process]}",
                f"by_origin.{added.contribution.origin}",
            ):
                parts.setdefault(part, []).append(whole)
            for gas, one in self._by_gas(added, value, whole, name):
                parts.setdefault(f"by_gas.{gas}", []).append(one)
        return {part: total(*values) for part, values in parts.items()}

    def _by_gas(self, added: Added, value: str, whole: str, name: str) -> Iterator[tuple[str, str]]:
        one = added.contribution
        if one.kind != "emission":
            yield BACKGROUND, whole
        elif isinstance(one.gas, str):
            yield one.gas, whole
        else:
            for gas in dict.fromkeys(gas for gas, _, _ in self.book.rules.gwp):
                called = f"{name} {gas} by {one.flow}"
                same = f"{added.gas} = {words(gas)}"
                mine = self.book.put(called, when((same, value), otherwise="0e0"))
                yield gas, self.sum(f"{called} in all", mine, one.group)

    def _cut(self, name: str, levels: dict[str, str], cfp: str) -> tuple[str, str]:
        """Compare what is left out with the footprint: the largest, and all of it."""
        sizes, largest, blanks, some = [], [], [], []
        for added in (a for a in self.system.terms.added if a.contribution.excluded):
            one = added.contribution
            vague = any_of(*(
                f"COALESCE({levels[a]} <> 0e0 AND {taken} IS NULL, FALSE)"
                for (a, b), taken in self.system.takes.items()
                if b == one.part and levels.get(a, "0e0") != "0e0"
            ))  # fmt: skip
            level = levels.get(one.part, "0e0")
            asked = all_of(added.here, any_of(vague, f"{level} <> 0e0" if level != "0e0" else ""))
            if not any_of(vague, level if level != "0e0" else ""):
                continue
            size = f"ABS({product(level, self.system.value(added))})"
            sized = when((vague, "CAST(NULL AS DOUBLE)"), otherwise=size) if vague else size
            value = self.book.put(
                f"{name} without {one.flow}", when((asked, sized), otherwise="0e0")
            )
            called = f"{name} without all {one.flow}"
            sizes.append(self.system.gathered(called, value, one.group))
            some.append(self.system.is_here(asked, one.group, f"{called} asked"))
            largest.append(self._largest(called, value, one.group))
            blanks.append(f"{sizes[-1]} IS NULL")
        return self._compared(name, cfp, (sizes, largest, blanks, some))

    def _largest(self, called: str, value: str, group: str) -> str:
        if not group:
            return value
        inside = only(self.book.alive(group), value)
        return self.book.put(f"{called}, largest", f"COALESCE(MAX({inside}) {OVER}, 0e0)")

    def _compared(
        self, name: str, cfp: str, found: tuple[list[str], list[str], list[str], list[str]]
    ) -> tuple[str, str]:
        sizes, largest, blanks, some = found
        whole = self.book.put(
            f"{name} size", when((f"{cfp} <> 0e0", f"ABS({cfp})"), (f"{cfp} = 0e0", "1e0"))
        )
        any_here = any_of(*some)
        zero = all_of(f"{cfp} = 0e0", f"({any_here})") if any_here else ""
        none = any_of(self.system.unsized, *blanks, zero, f"{cfp} IS NULL")
        most = f"GREATEST({', '.join(largest)})" if len(largest) > 1 else "".join(largest) or "0e0"
        vague = f"COALESCE({none}, FALSE)"
        return (
            self.book.put(f"{name} largest cut", when((f"NOT {vague}", f"{most} / {whole}"))),
            self.book.put(f"{name} all cut", when((f"NOT {vague}", f"{total(*sizes)} / {whole}"))),
        )
