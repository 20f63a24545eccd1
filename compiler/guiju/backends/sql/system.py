"""The product system as columns: what processes draw of each other, burdens and intensities.

A process has one part for what its products share alike, and one for each input that they share
in another way. T[p] = E[p] + Σ takes[p, q] T[q]: suppliers come first, and a loop is solved as a
small system.
"""

from guiju.backends.sql.book import Book
from guiju.backends.sql.columns import OVER
from guiju.backends.sql.loops import solved
from guiju.backends.sql.terms import Added, Drawn, Made, Terms
from guiju.backends.sql.text import all_of, any_of, only, product, total, when, words
from guiju_runtime.calculation_codes import SINGULAR_LOOP, SOURCE_NOT_RUNNING, ZERO_OUTPUT

LARGEST_LEVEL = "1e12"
"""A loop that gives out less than this part of what it makes counts as giving out nothing."""
Pair = tuple[str, str]


class System:
    """The system of one rule book; every column belongs to declarations, NULL has no value.

    Attributes:
        covered: share of its need that a limited draw gets, by flow; of rows of its group.
        rates: what a unit of a product flow takes of each part of its process, by part and flow.
        takes: what the first of two parts takes of the period of the second.
        totals: burden of each part with all that it draws [kgCO2e].
        intensities: kgCO2e for each unit of a product flow.
        excluded: processes that contribute nothing at all.
        unsized: condition that an excluded process has no value, hence exclusions no known size.
    """

    def __init__(self, book: Book, terms: Terms) -> None:
        """Solve the system, suppliers first."""
        self.book = book
        self.terms = terms
        self.excluded = {p.path for p in book.rules.processes if p.excluded}
        self.parts = {p.path: [p.path, *(a.flow for a in p.apart)] for p in book.rules.processes}
        self.owner = {part: path for path, parts in self.parts.items() for part in parts}
        self.covered: dict[str, str] = {}
        self.rates: dict[Pair, str] = {}
        self.takes: dict[Pair, str] = {}
        self.totals: dict[str, str] = {}
        self.intensities: dict[str, str] = {}
        self.unsized = ""
        self._cover()
        self._rate()
        self._take()
        self.units = self._units()
        for unit in self.units:
            self._total(unit)
        for flow in dict.fromkeys(made.flow for made in terms.made):
            self._intensity(flow)
        for drawn in terms.drawn:
            self._report_dry(drawn)

    def value(self, added: Added) -> str:
        """Give what a contribution adds, only the uncovered rest of a limited draw."""
        flow = added.contribution.flow
        if not added.contribution.rest or flow not in self.covered:
            return added.value
        part = self.covered[flow]
        rest = when((f"{part} = 1e0", "0e0"), otherwise=f"{added.value} * (1e0 - {part})")
        sql = when((added.here, rest), otherwise="0e0")
        return self.book.put(f"{flow} adds uncovered", sql)

    def gathered(self, called: str, value: str, group: str) -> str:
        """Add up the rows of a group; no value if a row has none."""
        if not group:
            return value
        alive = self.book.alive(group)
        whole = self.book.put(called, f"COALESCE(SUM({only(alive, value)}) {OVER}, 0e0)")
        test = all_of(alive, f"{value} IS NULL")
        blanks = self.book.put(f"{called} blanks", f"COUNT({when((test, '1'))}) {OVER}")
        return self.book.put(f"{called} known", when((f"{blanks} = 0", whole)))

    def made_of(self, flow: str) -> list[Made]:
        """Give the entries of a product flow, one for each part of its process."""
        return [made for made in self.terms.made if made.flow == flow]

    def is_here(self, condition: str, group: str, called: str) -> str:
        """Tell of a declaration whether ``condition`` holds, or in a row of a group."""
        if not group:
            return condition
        test = all_of(self.book.alive(group), condition)
        return self.book.put(called, f"COUNT({when((test, '1'))}) {OVER} > 0")

    def _cover(self) -> None:
        """Let firm draws come first; the limited ones share pro rata what is left."""
        for one in self.terms.drawn:
            if not one.draw.limited:
                continue
            source, flow = one.draw.source, one.draw.flow
            same = [t for t in self.terms.drawn if t.draw.source == source]
            need, firm = (
                total(*(self._amount(t) for t in same if t.draw.limited is limited))
                for limited in (True, False)
            )
            need = self.book.put(f"need of {source}", need)
            supply = self._supply(source)
            left = self.book.put(f"left of {source}", f"GREATEST({supply} - {firm}, 0e0)")
            known = all_of(
                *(f"{part} IS NOT NULL" for part in (supply, firm, need) if part != "0e0")
            )
            covered = when((f"{left} >= {need}", "1e0"), otherwise=f"{left} / {need}")
            self.covered[flow] = self.book.put(f"{flow} covered", only(known, covered))

    def _amount(self, one: Drawn) -> str:
        return self.gathered(f"{one.draw.flow} drawn in all", one.amount, one.draw.group)

    def _supply(self, source: str) -> str:
        made = self.made_of(source)
        if not made:
            return "0e0"
        unknown = self.book.unknown[made[0].process]
        branches = [(f"COALESCE({unknown}, FALSE)", "CAST(NULL AS DOUBLE)")] if unknown else []
        branches += [(f"NOT {made[0].runs}", "0e0")] if made[0].runs else []
        sql = when(*branches, otherwise=made[0].amount) if branches else made[0].amount
        return self.book.put(f"{source} supplied", sql)

    def _rate(self) -> None:
        for made in self.terms.made:
            rate = f"{made.share} / NULLIF({made.amount}, 0e0)"
            sql = self.book.put(f"{made.flow} rate of {made.part}", only(made.runs, rate))
            if made.process in self.excluded:
                none = all_of(made.runs, f"{sql} IS NULL")
                self.unsized = any_of(self.unsized, none)
                zero = when((none, "0e0"), otherwise=sql)
                sql = self.book.put(f"{made.flow} rate of {made.part} or 0", zero)
            self.rates[made.part, made.flow] = sql

    def _take(self) -> None:
        """Give what each part truly takes of each other."""
        for one in self.terms.drawn:
            amount = one.amount
            if one.draw.limited:
                part = self.covered[one.draw.flow]
                sql = when((f"{part} = 0e0", "0e0"), otherwise=f"{amount} * {part}")
                amount = self.book.put(
                    f"{one.draw.flow} taken", when((one.here, sql), otherwise="0e0")
                )
            whole = self.gathered(f"{one.draw.flow} taken in all", amount, one.draw.group)
            here = self._taken_here(one)
            for part in self.parts[one.draw.supplier]:
                rate = self.rates.get((part, one.draw.source), "CAST(NULL AS DOUBLE)")
                pair = one.draw.part, part
                called = f"{one.draw.flow} takes of {part}"
                taken = when((here, product(whole, rate)), otherwise="0e0")
                column = self.book.put(called, taken)
                before = self.takes.get(pair)
                self.takes[pair] = total(before, column) if before else column
        self.takes = {
            (a, b): self.book.put(f"{a} takes of {b}", sql) for (a, b), sql in self.takes.items()
        }

    def _taken_here(self, one: Drawn) -> str:
        """Tell whether anything is drawn: a draw that gets nothing of its source is none."""
        test = one.here
        if one.draw.limited:
            part = self.covered[one.draw.flow]
            test = all_of(test, f"COALESCE({part} <> 0e0, TRUE)")
        return self.is_here(test, one.draw.group, f"{one.draw.flow} takes")

    def _units(self) -> list[tuple[str, ...]]:
        """Order parts so that suppliers come first; those of a loop stand together."""
        loop_of = {
            part: tuple(part for path in loop for part in self.parts[path])
            for loop in self.book.rules.loops
            for path in loop
            for part in self.parts[path]
        }
        parts = [part for own in self.parts.values() for part in own]
        waiting = list(dict.fromkeys(loop_of.get(part, (part,)) for part in parts))
        units: list[tuple[str, ...]] = []
        while waiting:
            held = {part for unit in waiting for part in unit}
            ready = [
                unit
                for unit in waiting
                if not any(a in unit and b in held and b not in unit for a, b in self.takes)
            ]
            units += ready
            waiting = [unit for unit in waiting if unit not in ready]
        return units

    def is_loop(self, unit: tuple[str, ...]) -> bool:
        """Tell whether the parts of a unit take of each other, or one of itself."""
        return any(self.inner(unit))

    def inner(self, unit: tuple[str, ...]) -> dict[Pair, str]:
        """Give what the parts of a unit take of each other."""
        return {pair: taken for pair, taken in self.takes.items() if set(pair) <= set(unit)}

    def _total(self, unit: tuple[str, ...]) -> None:
        """Give the burden of each part of a unit, with all that it draws."""
        note = "burden with all that is drawn [kgCO2e]"
        inner = self.inner(unit)
        own = {part: total(*self._terms(part, inner)) for part in unit}
        if not inner:
            for part, sql in own.items():
                self.totals[part] = self.book.put(f"{part} burden", sql, note)
            return
        own = {part: self.book.put(f"{part} burden from outside", sql) for part, sql in own.items()}
        linked, known = self._linked(unit, inner, own)
        takes = {pair: f"COALESCE({taken}, 0e0)" for pair, taken in inner.items()}
        burdens = solved(self.book.put, "burden of", takes, own)
        for part, sql in burdens.items():
            found = when((f"NOT {linked}", own[part]), (known, sql))
            self.totals[part] = self.book.put(f"{part} burden", found, note)

    def _linked(
        self, unit: tuple[str, ...], inner: dict[Pair, str], own: dict[str, str]
    ) -> tuple[str, str]:
        """Tell whether a loop is one in this declaration, and then whether it can be solved."""
        path = self.owner[unit[0]]
        put = self.book.put
        some = any_of(*(f"{taken} IS NULL OR {taken} <> 0e0" for taken in inner.values()))
        linked = put(f"{path} loop", f"COALESCE({some}, FALSE)")
        levels = solved(put, "level of", inner, dict.fromkeys(unit, "1e0"))
        sound = all_of(*(f"{sql} > 0e0 AND {sql} < {LARGEST_LEVEL}" for sql in levels.values()))
        sound = put(f"{path} loop gives out", f"COALESCE({sound}, FALSE)")
        there = all_of(*(f"{taken} IS NOT NULL" for taken in inner.values()))
        stuck = all_of(linked, there, f"NOT {sound}")
        self.book.find(when((stuck, words(SINGULAR_LOOP.id))), path)
        links = [t for (_, b), t in inner.items() if self.owner[b] not in self.excluded]
        values = all_of(*(f"{sql} IS NOT NULL" for sql in (*own.values(), *links)))
        return linked, put(f"{path} loop known", all_of(values, any_of(sound, f"NOT ({there})")))

    def _terms(self, part: str, inner: dict[Pair, str]) -> list[str]:
        """Give what a part adds and what its suppliers outside of its loop bring along."""
        terms = [
            self.gathered(f"{a.contribution.flow} adds in all", self.value(a), a.contribution.group)
            for a in self.terms.added
            if a.contribution.part == part and not a.contribution.excluded
        ]
        for (user, supplier), taken in self.takes.items():
            if user == part and (user, supplier) not in inner:
                terms.append(self._brought(user, supplier, taken))
        return terms

    def _brought(self, user: str, supplier: str, taken: str) -> str:
        burden = self.totals[supplier]
        if self.owner[supplier] in self.excluded:
            sql = f"COALESCE({taken}, 0e0) * COALESCE({burden}, 0e0)"
        else:
            sql = when((f"{taken} = 0e0", "0e0"), otherwise=f"{taken} * {burden}")
        return self.book.put(f"{user} brought by {supplier}", sql)

    def _intensity(self, flow: str) -> None:
        made = self.made_of(flow)
        carried = [product(self.rates[one.part, flow], self.totals[one.part]) for one in made]
        runs = made[0].runs
        sql = only(runs, total(*carried))
        self.intensities[flow] = self.book.put(f"{flow} intensity", sql, "[kgCO2e per unit]")
        for one in made:
            burden = self.totals[one.part]
            parts = [other for other in self.terms.made if other.part == one.part]
            idle = all_of(*(f"{other.amount} = 0e0" for other in parts))
            tests = all_of(
                runs,
                f"{one.amount} = 0e0",
                f"COALESCE({burden} <> 0e0, TRUE)",
                f"COALESCE({one.share} <> 0e0, {idle})",
            )
            self.report_zero(flow, tests)

    def report_zero(self, flow: str, condition: str) -> None:
        """Report a product that is asked for but was not made."""
        if flow.partition(".")[0] not in self.excluded:
            self.book.find(when((condition, words(ZERO_OUTPUT.id))), flow)

    def _report_dry(self, one: Drawn) -> None:
        """Report a source that was not made, or does not run."""
        draw = one.draw
        if draw.supplier in self.excluded:
            return
        here = self._taken_here(one)
        made = self.made_of(draw.source)
        for entry in made[:1]:
            self.report_zero(draw.source, all_of(here, entry.runs, f"{entry.amount} = 0e0"))
        runs = self.book.runs[draw.supplier]
        if made and not runs:
            return
        unknown = self.book.unknown[draw.supplier]
        idle = all_of(
            f"NOT COALESCE({runs}, FALSE)" if runs else "",
            f"NOT COALESCE({unknown}, FALSE)" if unknown else "",
        )
        test = one.here
        if draw.limited:
            test = all_of(test, f"COALESCE({self.covered[draw.flow]} <> 0e0, TRUE)")
        found = when((all_of(test, idle), words(SOURCE_NOT_RUNNING.id)))
        self.book.find(found, draw.flow, draw.group)
