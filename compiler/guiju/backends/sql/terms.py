"""What each process adds, draws and makes, as columns."""

from fractions import Fraction

from msgspec import Struct

from guiju.backends.sql.attempts import attempted
from guiju.backends.sql.book import Book
from guiju.backends.sql.sharing import shares_of
from guiju.backends.sql.text import LARGEST, all_of, any_of, number, only, product, when, words
from guiju.plan.model import Contribution, Draw, ProcessPlan, ProductFlow
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculation_codes import NOT_COMPUTABLE, UNKNOWN_POTENTIAL


class Added(Struct, frozen=True, kw_only=True):
    """A contribution: columns of declarations, or of the rows of its group.

    Attributes:
        here: whether there is any, a condition.
        value: kgCO2e of the period; NULL where it is here and has no value, 0 where it is not.
        beside: what stands beside the footprint; ``gas`` the gas, text of SQL.
    """

    process: str
    contribution: Contribution
    here: str
    value: str
    beside: str
    gas: str


class Drawn(Struct, frozen=True, kw_only=True):
    """A draw: its amount in the unit of its source, like the value of a contribution."""

    process: str
    draw: Draw
    here: str
    amount: str


class Made(Struct, frozen=True, kw_only=True):
    """A product flow with its share of a part of its process; columns of declarations."""

    process: str
    part: str
    flow: str
    amount: str
    share: str
    runs: str


class Terms:
    """The terms of one rule book."""

    def __init__(self, book: Book) -> None:
        """Make the columns of every process."""
        self.book = book
        self.added: list[Added] = []
        self.drawn: list[Drawn] = []
        self.made: list[Made] = []
        for process in book.rules.processes:
            self._process(process)

    def _process(self, process: ProcessPlan) -> None:
        for contribution in process.contributions:
            self.added.append(self._added(process, contribution))
        for draw in process.draws:
            if not draw.excluded:
                self.drawn.append(self._drawn(process, draw))
        for part, products in (
            (process.path, process.products),
            *((apart.flow, apart.products) for apart in process.apart),
        ):
            self._make(process, part, products)

    def _here(self, process: ProcessPlan, flow: str, group: str) -> str:
        """Tell where a flow has an amount that is not 0, or one without value."""
        kept, runs = self.book.kept[flow], self.book.runs[process.path]
        some = when((f"{kept.sql} IS NULL", "TRUE"), otherwise=f"{kept.sql} <> 0e0")
        out = any_of(kept.has("absent"))
        alive = self.book.alive(group) if group else runs
        test = all_of(alive, f"NOT ({out})" if out else "", some)
        return self.book.put(f"{flow} counts", f"COALESCE({test}, FALSE)")

    def _added(self, process: ProcessPlan, one: Contribution) -> Added:
        here = self._here(process, one.flow, one.group)
        if one.kind == "emission":
            return self._emitted(process, one, here)
        assert one.rate is not None
        rate = self._attempt(one.rate, one.flow, one.group, here, f"{one.flow} rate")
        value = product(self.book.kept[one.flow].sql, rate)
        value = f"(- {value})" if one.kind == "credit" else value
        value = self._finite(one, here, value)
        return self._term(process, one, here, value, "0e0", "''")

    def _attempt(self, node: Expression, path: str, group: str, here: str, called: str) -> str:
        """Give a formula where ``here`` holds, NULL where it has no value."""
        return attempted(self.book, node, path, group, here, called).sql

    def _emitted(self, process: ProcessPlan, one: Contribution, here: str) -> Added:
        if isinstance(one.gas, str):
            gas = words(one.gas)
        else:
            gas = self._attempt(one.gas, one.flow, one.group, here, f"{one.flow} gas")
        potential = self._potential(one, gas, here)
        mass = product(self.book.kept[one.flow].sql, number(one.to_kg))
        value = product(mass, potential)
        if one.origin != "biogenic" or self.book.rules.counts_biogenic:
            return self._term(process, one, here, self._finite(one, here, value), "0e0", gas)
        is_co2 = f"{gas} = 'CO2'"
        finite = self._finite(one, all_of(here, f"NOT ({is_co2})"), value)
        counted = when((is_co2, "0e0"), otherwise=finite)
        beside = when((is_co2, value), otherwise="0e0")
        return self._term(process, one, here, counted, beside, gas)

    def _potential(self, one: Contribution, gas: str, here: str) -> str:
        rules = self.book.rules
        table: dict[str, Fraction] = {}
        for name, origin, value in rules.gwp:
            if origin == one.origin or (origin == "" and name not in table):
                table[name] = value
        if isinstance(one.gas, str) and one.gas in table:
            return number(table[one.gas])
        branches = [(f"{gas} = {words(of)}", number(value)) for of, value in table.items()]
        potential = self.book.put(f"{one.flow} potential", when(*branches)) if branches else "NULL"
        test = all_of(here, f"{gas} IS NOT NULL", f"{potential} IS NULL")
        self.book.find(when((test, words(UNKNOWN_POTENTIAL.id))), one.flow, one.group)
        return potential

    def _finite(self, one: Contribution, here: str, value: str) -> str:
        raw = self.book.put(f"{one.flow} adds (unbounded)", value)
        beyond = f"ABS({raw}) > {LARGEST}"
        test = all_of(here, beyond)
        self.book.find(when((test, words(NOT_COMPUTABLE.id))), one.flow, one.group)
        return when((f"NOT {beyond}", raw))

    def _term(
        self,
        process: ProcessPlan,
        one: Contribution,
        here: str,
        value: str,
        beside: str,
        gas: str,
    ) -> Added:
        book, called = self.book, f"{one.flow} adds"
        note = f"{one.label.zh} {one.label.en} [kgCO2e]"
        return Added(
            process=process.path,
            contribution=one,
            here=here,
            value=book.put(called, when((here, value), otherwise="0e0"), note),
            beside=book.put(f"{called} beside", when((here, beside), otherwise="0e0")),
            gas=gas,
        )

    def _drawn(self, process: ProcessPlan, draw: Draw) -> Drawn:
        here = self._here(process, draw.flow, draw.group)
        amount = product(self.book.kept[draw.flow].sql, number(draw.ratio))
        sql = self.book.put(f"{draw.flow} drawn", when((here, amount), otherwise="0e0"))
        return Drawn(process=process.path, draw=draw, here=here, amount=sql)

    def _make(self, process: ProcessPlan, part: str, products: tuple[ProductFlow, ...]) -> None:
        book, runs = self.book, self.book.runs[process.path]
        amounts = [self._output(process, flow) for flow in products]
        shares = shares_of(book, process, part, list(zip(products, amounts, strict=True)))
        for flow, amount, share in zip(products, amounts, shares, strict=True):
            self.made.append(
                Made(
                    process=process.path,
                    part=part,
                    flow=flow.flow,
                    amount=amount,
                    share=share,
                    runs=runs,
                )
            )

    def _output(self, process: ProcessPlan, flow: ProductFlow) -> str:
        book, kept = self.book, self.book.kept.get(flow.flow)
        amount = kept.sql if kept is not None else "0e0"
        if kept is not None and kept.has("absent"):
            amount = when((kept.has("absent"), "0e0"), otherwise=amount)
        unknown = book.unknown[process.path]
        clear = f"NOT COALESCE({unknown}, FALSE)" if unknown else ""
        return book.put(f"{flow.flow} made", only(clear, amount))
