"""What a symbol means, for 式中 and for tables: label, unit, where its value is from."""

from collections.abc import Mapping

from guiju.documents import mathematics as m
from guiju.documents.formula_parts import symbols_in
from guiju.documents.inlines import words
from guiju.documents.model import Explained
from guiju.documents.symbols import Quantity, Symbols, bare
from guiju.documents.things import Thing
from guiju.documents.unit_words import SUBSTANCES, unit_name
from guiju.plan.model import CalculationPlan
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import (
    Arithmetic,
    Expression,
    OptionValue,
    Predeclared,
    Reading,
    unit_of,
)
from guiju_dsl.standard.model import Product
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER, Unit, parse_unit, quotient

FREIGHT = parse_unit("tkm").dimension
CARBON = parse_unit("kgCO2e")
FIXED_UNITS = {
    "gwp": parse_unit("kgCO2e/kg"),
    "burden": CARBON,
    "footprint": CARBON,
    "total": CARBON,
    "cover": PLAIN_NUMBER,
    "share": PLAIN_NUMBER,
}


class Meanings:
    """Explains the symbols of one document."""

    def __init__(self, plan: CalculationPlan, symbols: Symbols) -> None:
        """Note where formulas and tables stand that give values."""
        rules = plan.graph.standard.rules
        self.symbols = symbols
        self.phrases = symbols.phrases
        self.labels = {p.path: p.label for p in rules.processes}
        self.groups = {g.path: g.label for p in rules.processes for g in p.groups}
        self.units = {p.name: self.stated_unit(p) for p in rules.products}
        self.outcomes = {o.name: o for o in plan.rules.outcomes}
        self.functional = {p.name for p in rules.products if p.basis == "functional"}
        self.rates: dict[str, Expression] = {
            c.flow: c.rate
            for p in plan.rules.processes
            for c in p.contributions
            if c.rate is not None
        }
        self.bases = {
            part: unit_of(product.basis)
            for p in plan.rules.processes
            for part, products in ((p.path, p.products), *((a.flow, a.products) for a in p.apart))
            for product in products
            if product.basis is not None
        }
        self.divided = {p.path for p in plan.rules.processes if p.apart}
        self.per = {p.path: p.per for p in plan.rules.processes if p.per is not None}
        self.formulas: dict[Quantity, str] = {}
        self.table_of: dict[str, str] = {}

    def where(
        self, formula: m.Formula, process: str, own: str, parameters: Mapping[m.Symbol, str]
    ) -> tuple[Explained, ...]:
        """Explain the symbols of ``formula``, which stands in the clause of ``process``.

        Args:
            own: id of the formula itself, to which no symbol of it refers.
            parameters: what the parameters of the formula mean.
        """
        return tuple(
            Explained(
                symbol=symbol,
                words=words(parameters.get(symbol) or self.line(symbol, process, own)),
            )
            for symbol in dict.fromkeys(symbols_in(formula))
            if symbol in parameters or symbol in self.symbols.quantities
        )

    def line(self, symbol: m.Symbol, process: str, own: str) -> str:
        """Say what ``symbol`` means, in which unit, and what gives its value."""
        quantity = self.symbols.quantities[symbol]
        unit = self.unit(quantity)
        said = self.name(quantity, process) + self.in_unit(unit)
        origin = self.formulas.get(quantity, "")
        if origin and origin != own:
            said += self.phrases.say("by_formula", origin)
        return said + self.from_table(quantity)

    def in_unit(self, unit: Unit | None) -> str:
        """Say the unit of a quantity."""
        if unit is None:
            return ""
        name = unit_name(unit.text, self.phrases.language)
        return self.phrases.say("in_unit", name, self.phrases.symbol(unit.text))

    def from_table(self, quantity: Quantity) -> str:
        """Say from which table a value is taken and by what."""
        if quantity.kind == "gwp":
            return self.phrases.say("by_table", "table.gwp_table")
        if quantity.kind != "lookup" or quantity.path not in self.table_of:
            return ""
        target = self.table_of[quantity.path]
        keys = [self.key(key) for key in quantity.keys if not isinstance(bare(key), OptionValue)]
        if not keys:
            return self.phrases.say("by_table", target)
        return self.phrases.say("by_table_key", target, keys)

    def key(self, key: Expression) -> str:
        """Name what a table is looked up by."""
        match bare(key):
            case Predeclared(name="year"):
                return self.phrases.say("year_key")
            case Arithmetic(kind="year") as year:
                return self.phrases.say("year_sum_key", self.symbols.letters(year))
            case Reading(path=path):
                return self.text(self.symbols.things[path].label)
            case _:
                return self.phrases.say("some_key")

    def name(self, quantity: Quantity, process: str) -> str:
        """Name a quantity, with the profile that it is under."""
        said = self.plain_name(quantity, process)
        profile = self.symbols.profiles.get(quantity.detail)
        return self.phrases.say("under_profile", profile, said) if profile else said

    def plain_name(self, quantity: Quantity, process: str) -> str:
        """Name a quantity; one of another process with that process before it."""
        say, path = self.phrases.say, quantity.path
        match quantity.kind:
            case "value":
                return self.value(self.symbols.things[path], process)
            case "lookup":
                return self.table(quantity)
            case "gwp":
                return say("gwp_meaning", gas_name(path, self.phrases.language))
            case "predeclared":
                return say("predeclared_meaning", path)
            case "function":
                return self.text(self.symbols.functions[path].label)
            case "rate":
                said = say("rate_meaning", self.flow(path))
                return self.value_words(self.symbols.things[path], process, said)
            case "reference" | "footprint":
                return self.of_product(quantity)
            case kind:
                return self.of_process(kind, path, quantity.detail)

    def of_process(self, kind: str, path: str, detail: str) -> str:
        """Name what a process or a product has in the system; ``detail`` is the input shared."""
        if kind == "burden":
            apart = path in self.divided
            return self.phrases.say("burden_meaning", self.text(self.labels[path]), apart)
        if kind == "share" and detail:
            return self.phrases.say("share_of_meaning", self.flow(path), self.flow(detail))
        return self.phrases.say(f"{kind}_meaning", self.flow(path))

    def of_product(self, quantity: Quantity) -> str:
        """Name the reference flow or the footprint of a product."""
        path, label = quantity.path, self.text(self.outcomes[quantity.path].label)
        if quantity.kind == "footprint":
            return self.phrases.say("footprint_meaning", label, self.declared(path))
        functional = path in self.functional
        return self.phrases.say("reference_meaning", label, self.reference(path), functional)

    def flow(self, path: str) -> str:
        """Give the label of a flow or of a process."""
        thing = self.symbols.things.get(path)
        return self.text(thing.label if thing is not None else self.labels[path])

    def value(self, thing: Thing, process: str) -> str:
        """Name a value of a process; a property of a flow with the flow before it."""
        said = self.amount(thing)
        flow = self.symbols.things.get(thing.path.rpartition(".")[0])
        owner = self.text(flow.label) if flow is not None and flow.use != "index" else ""
        if owner.lower() not in said.lower():
            said = self.phrases.say("of_flow", owner, said)
        return self.value_words(thing, process, said)

    def value_words(self, thing: Thing, process: str, said: str) -> str:
        """Say of which row and which other process a value is."""
        if thing.group:
            said = self.of_row(thing, said)
        if thing.process and thing.process != process:
            said = self.phrases.say("of_process", self.text(self.labels[thing.process]), said)
        return said

    def of_row(self, thing: Thing, said: str) -> str:
        """Say of which row a value is; of a series by its index, which itself is its label."""
        group = self.text(self.groups[thing.group])
        if thing.use == "index":
            return group
        phrase = "of_index" if thing.group in self.symbols.series else "of_row"
        return self.phrases.say(phrase, group, self.symbols.row_of(thing.group), said)

    def amount(self, thing: Thing) -> str:
        """Name a value with a word for the amount that it is."""
        label = self.text(thing.label)
        if thing.use == "emission":
            name = SUBSTANCES.get(thing.gas, "") if self.phrases.language == "zh" else thing.gas
            return self.phrases.say("emitted", label, thing.gas, name)
        return self.phrases.say("amount", label, thing.use, thing.unit.dimension == FREIGHT)

    def table(self, quantity: Quantity) -> str:
        """Name a factor, with the row that a fixed key takes."""
        table = self.symbols.tables[quantity.path]
        fixed = [
            self.symbols.key_words(table, place, key)
            for place, key in enumerate(quantity.keys)
            if isinstance(bare(key), OptionValue)
        ]
        return self.phrases.say("factor_name", self.text(table.label), fixed, emits(table.unit))

    def unit(self, quantity: Quantity) -> Unit | None:
        """Give the unit that the document states for a quantity; none for years and the like."""
        path = quantity.path
        match quantity.kind:
            case "value":
                return self.symbols.things[path].unit
            case "lookup":
                return self.symbols.tables[path].unit
            case "rate":
                return unit_of(self.rates[path])
            case "downstream":
                return quotient(CARBON, unit_of(self.per[path]))
            case "intensity":
                return quotient(CARBON, self.symbols.things[path].unit)
            case "reference":
                return None if self.reference(path) else self.outcomes[path].flow_unit
            case "bases":
                return self.bases[path]
            case kind:
                return FIXED_UNITS.get(kind)

    def reference(self, product: str) -> str:
        """Give a constant reference flow with its unit, or nothing."""
        outcome = self.outcomes[product]
        amount = constant(outcome.reference_flow)
        if amount is None:
            return ""
        return f"{float(amount):g} {self.phrases.symbol(outcome.flow_unit.text)}"

    def stated_unit(self, product: Product) -> str:
        """Give a declared unit as print writes it; one that has words of its own by those."""
        said, unit = self.text(product.unit_label), product.quantity_unit.text
        own = not unit or not said.endswith(unit)
        return said if own else said.removesuffix(unit) + self.phrases.symbol(unit)

    def declared(self, product: str) -> str:
        """Give the declared unit in words."""
        return self.units[product]

    def text(self, text: Text) -> str:
        """Give words of the source."""
        return self.phrases.text(text)


def emits(unit: Unit) -> bool:
    """Say whether a factor in ``unit`` is of emissions: of climate, or of a gas."""
    return ("climate", 1) in unit.dimension or any(name != "C" for name, _ in unit.substance)


def gas_name(gas: str, language: str) -> str:
    """Name a gas: in Chinese where the name is known, else by its formula."""
    return SUBSTANCES.get(gas, gas) if language == "zh" else gas
