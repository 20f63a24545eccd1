"""Which quantity has which symbol: that given, else AD, EF, E, w or x by order of first use."""

import re
from typing import Literal

from msgspec import Struct

from guiju.documents.mathematics import Symbol
from guiju.documents.phrases import Phrases
from guiju.documents.printing import RUNNING
from guiju.documents.rows import lettered, matched
from guiju.documents.things import Thing, things_of
from guiju.plan.model import CalculationPlan, Series
from guiju_dsl.standard.expressions import (
    Arithmetic,
    Converted,
    DayOf,
    Expression,
    Number,
    OptionValue,
    Predeclared,
    Reading,
    TableLookup,
)
from guiju_dsl.standard.model import Table

GIVEN = re.compile(r"(?P<base>[^_]+)(?:_\{(?P<index>[^}]*)\}|_(?P<letter>.))?")
RATIO = re.compile(r"\d+/\d+")
ROW = "i"
"""Running index of the rows of a group."""
MORE_ROWS = "jkmn"
"""Letters for a second group of rows in one formula."""
INDICES = RUNNING.replace(ROW, "")
"""Letters for the index of a series, in the order in which they are given out."""

Kind = Literal[
    "value", "lookup", "gwp", "burden", "intensity", "downstream", "cover", "rate", "share",
    "bases", "total", "reference", "footprint", "predeclared", "function",
]  # fmt: skip
LETTERS = {
    "amount": "AD", "factor": "EF", "emission": "E", "ratio": "w", "other": "x",
    "burden": "E", "intensity": "CF", "downstream": "CF", "cover": "c", "rate": "EF", "share": "φ",
    "bases": "B", "total": "E",
    "reference": "Q", "footprint": "CFP",
}  # fmt: skip


class Quantity(Struct, frozen=True, kw_only=True):
    """What a symbol stands for.

    Attributes:
        path: of the value, flow, process, product or table; of a gas its name.
        keys: expressions that a table is looked up with.
        detail: origin of a gas; the input that is shared; or empty.
    """

    kind: Kind
    path: str
    keys: tuple[Expression, ...] = ()
    detail: str = ""


class Symbols:
    """The symbols of one document; made ones are counted as they are asked for."""

    def __init__(self, whole: CalculationPlan, phrases: Phrases) -> None:
        """Reserve the symbols that the standard gives."""
        plan, rules = whole.rules, whole.graph.standard.rules
        self.phrases = phrases
        self.profiles = {profile.name: phrases.text(profile.label) for profile in whole.profiles}
        self.things = things_of(plan, rules)
        self.tables = {table.path: table for table in rules.tables}
        self.products = {product.name: product.label for product in rules.products}
        self.bases: dict[tuple[str, str], Symbol] = {}
        self.quantities: dict[Symbol, Quantity] = {}
        self.counts: dict[str, int] = {}
        self.counts_biogenic = plan.counts_biogenic
        self.split_gases = {(gas, origin) for gas, origin, _ in plan.gwp if origin}
        given = [t.symbol for t in self.things.values()] + [t.notes.symbol for t in rules.tables]
        self.reserved = {read(symbol) for symbol in given if symbol}
        self.series = {step.path: step for step in plan.steps if isinstance(step, Series)}
        groups = [group for process in rules.processes for group in process.groups]
        given_rows = {g.path: g.notes.symbol for g in groups if g.low is None and g.notes.symbol}
        pairs = matched(plan)
        self.rows = lettered(given_rows, pairs, ROW, MORE_ROWS)
        self.matched = {g.path: g.label for g in groups if any(g.path in pair for pair in pairs)}
        self.indices = self._indices()
        self.flows = {outcome.name: outcome.flow for outcome in plan.outcomes}
        self.functions = {function.path: function for function in plan.functions}

    def _indices(self) -> dict[str, str]:
        """Give each series a letter: that of its symbol or name, if it stands for nothing else."""
        said = {self.phrases.say("predeclared_symbol", name) for name in ("year", "period")}
        taken = {ROW, *self.rows.values(), *said, *(s.base for s in self.reserved if not s.index)}
        found: dict[str, str] = {}
        for path, series in self.series.items():
            name = path.rpartition(".")[2]
            free = [letter for letter in INDICES if letter not in taken]
            found[path] = series.notes.symbol or (name if name in free else (free or [name])[0])
            taken.add(found[path])
        return found

    def function(self, path: str) -> str:
        """Give the name of a formula with parameters as print has it."""
        name = self.functions[path].notes.symbol or path.rpartition(".")[2]
        named = Symbol(base=name, index="")
        self.quantities.setdefault(named, Quantity(kind="function", path=path))
        return name

    def row_of(self, group: str) -> str:
        """Give the letter of the rows of a group: the index of a series, its own, or the usual."""
        return self.indices.get(group) or self.rows.get(group, ROW)

    def of(self, quantity: Quantity) -> Symbol:
        """Give the symbol of a quantity."""
        symbol = self._symbol(quantity)
        self.quantities.setdefault(symbol, quantity)
        return symbol

    def _symbol(self, quantity: Quantity) -> Symbol:
        match quantity.kind:
            case "value":
                return self._value(self.things[quantity.path])
            case "lookup":
                return self._lookup(self.tables[quantity.path], quantity.keys)
            case "gwp":
                index = self.phrases.say("gwp_index", quantity.path, quantity.detail)
                return Symbol(base="GWP", index=index)
            case "predeclared":
                return Symbol(base=self.phrases.say("predeclared_symbol", quantity.path), index="")
            case "footprint" | "intensity" | "reference" as kind if quantity.detail:
                base = self._made(kind, quantity.path)
                profile = self.profiles[quantity.detail]
                return Symbol(base=base.base, index=f"{base.index},{profile}")
            case "rate":
                base = self._made("rate", quantity.path)
                return self.in_row(base, self.things[quantity.path].group)
            case "share":
                return self._made("share", f"{quantity.path} {quantity.detail}")
            case kind:
                return self._made(kind, quantity.path)

    def _value(self, thing: Thing) -> Symbol:
        if thing.path in self.indices:
            return Symbol(base=self.indices[thing.path], index="")
        base = self._given_or_made("value", thing.path, thing.symbol, thing.nature)
        return self.in_row(base, thing.group)

    def in_row(self, symbol: Symbol, group: str) -> Symbol:
        """Give the symbol of the same quantity in one row of its group, if it has one."""
        if not group:
            return symbol
        row = self.row_of(group)
        return Symbol(base=symbol.base, index=f"{symbol.index},{row}" if symbol.index else row)

    def table(self, table: Table) -> Symbol:
        """Give the symbol of a factor table, without the keys."""
        return self._given_or_made("table", table.path, table.notes.symbol, "factor")

    def _lookup(self, table: Table, keys: tuple[Expression, ...]) -> Symbol:
        base = self.table(table)
        parts = [self.key_words(table, place, key) for place, key in enumerate(keys)]
        groups = (group_of(key) for key in keys)
        parts += dict.fromkeys(self.row_of(group) for group in groups if group)
        return Symbol(base=base.base, index=",".join([p for p in (base.index, *parts) if p]))

    def key_words(self, table: Table, place: int, key: Expression) -> str:
        """Name the key that a table is looked up with in a few letters."""
        match bare(key):
            case OptionValue(name=name):
                labels = dict(table.key_labels[place])
                return self.phrases.text(labels[name]) if name in labels else name
            case Reading(path=path):
                return self.phrases.text(self.things[path].label)
            case Predeclared(name=name):
                return self.phrases.say("predeclared_symbol", name)
            case Arithmetic(kind="year") as year:
                return self.letters(year)
            case _:
                return self.phrases.say("some_key")

    def letters(self, node: Expression) -> str:
        """Give a year, a number or a value in letters, as an index has them: ``y+t``."""
        match bare(node):
            case Arithmetic(operator=operator, left=left, right=right):
                sign = "−" if operator == "-" else operator
                return f"{self.letters(left)}{sign}{self.letters(right)}"
            case Predeclared(name=name):
                return self.phrases.say("predeclared_symbol", name)
            case Number(written=written):
                return written
            case Reading(path=path):
                symbol = self.of(Quantity(kind="value", path=path))
                return symbol.base + symbol.index
            case _:
                return self.phrases.say("some_key")

    def _given_or_made(self, kind: str, path: str, given: str, nature: str) -> Symbol:
        if (kind, path) in self.bases:
            return self.bases[kind, path]
        symbol = read(given) if given else None
        if symbol is not None and symbol not in self.bases.values():
            self.bases[kind, path] = symbol
            return symbol
        return self._made(nature, path, kind)

    def _made(self, nature: str, path: str, kind: str = "") -> Symbol:
        key = (kind or nature, path)
        while key not in self.bases:
            letters = LETTERS[nature]
            self.counts[letters] = self.counts.get(letters, 0) + 1
            symbol = Symbol(base=letters, index=str(self.counts[letters]))
            if symbol not in self.reserved:
                self.bases[key] = symbol
        return self.bases[key]


def read(given: str) -> Symbol:
    """Read a symbol as authors write it: ``S_{CF4}``, ``NAC``, ``η``."""
    match = GIVEN.fullmatch(given.strip())
    if match is None:
        return Symbol(base=given.strip(), index="")
    return Symbol(base=match["base"], index=match["index"] or match["letter"] or "")


def is_ratio(symbol: Symbol) -> bool:
    """Say whether the symbol of a constant is the constant itself, as ``44/12`` is."""
    return RATIO.fullmatch(symbol.base) is not None and not symbol.index


def bare(node: Expression) -> Expression:
    """Take conversions of unit from around a formula: print writes quantities, and days."""
    while isinstance(node, Converted | DayOf):
        node = node.operand
    return node


def group_of(node: Expression) -> str:
    """Give the group whose row a key that is a reading means, or nothing."""
    node = bare(node)
    return node.group if isinstance(node, Reading) else ""


def lookup_of(node: TableLookup) -> Quantity:
    """Give the quantity that a look-up is."""
    return Quantity(kind="lookup", path=node.table, keys=node.keys)
