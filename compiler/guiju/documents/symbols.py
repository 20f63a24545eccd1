"""Which quantity has which symbol: that given, else AD, EF, E, w or x by order of first use."""

import re
from typing import Literal

from msgspec import Struct

from guiju.documents.mathematics import Symbol
from guiju.documents.phrases import Phrases
from guiju.documents.things import Thing, things_of
from guiju.plan.model import RulePlan
from guiju_dsl.standard.expressions import (
    Converted,
    Expression,
    OptionValue,
    Predeclared,
    Reading,
    TableLookup,
)
from guiju_dsl.standard.model import RuleBook, Table

GIVEN = re.compile(r"(?P<base>[^_]+)(?:_\{(?P<index>[^}]*)\}|_(?P<letter>.))?")
ROW = "i"
"""Running index of the rows of a group."""

Kind = Literal[
    "value", "lookup", "gwp", "burden", "intensity", "downstream", "cover", "rate", "share",
    "reference", "footprint", "predeclared",
]  # fmt: skip
LETTERS = {
    "amount": "AD", "factor": "EF", "emission": "E", "ratio": "w", "other": "x",
    "burden": "E", "intensity": "CF", "downstream": "CF", "cover": "c", "rate": "EF", "share": "φ",
    "reference": "Q", "footprint": "CFP",
}  # fmt: skip


class Quantity(Struct, frozen=True, kw_only=True):
    """What a symbol stands for.

    Attributes:
        path: of the value, flow, process, product or table; of a gas its name.
        keys: expressions that a table is looked up with.
        detail: origin of a gas, or empty.
    """

    kind: Kind
    path: str
    keys: tuple[Expression, ...] = ()
    detail: str = ""


class Symbols:
    """The symbols of one document; made ones are counted as they are asked for."""

    def __init__(self, plan: RulePlan, rules: RuleBook, phrases: Phrases) -> None:
        """Reserve the symbols that the standard gives."""
        self.phrases = phrases
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
            case "rate":
                base = self._made("rate", quantity.path)
                return in_row(base) if self.things[quantity.path].group else base
            case kind:
                return self._made(kind, quantity.path)

    def _value(self, thing: Thing) -> Symbol:
        base = self._given_or_made("value", thing.path, thing.symbol, thing.nature)
        return in_row(base) if thing.group else base

    def table(self, table: Table) -> Symbol:
        """Give the symbol of a factor table, without the keys."""
        return self._given_or_made("table", table.path, table.notes.symbol, "factor")

    def _lookup(self, table: Table, keys: tuple[Expression, ...]) -> Symbol:
        base = self.table(table)
        parts = [self.key_words(table, place, key) for place, key in enumerate(keys)]
        if any(isinstance(bare(key), Reading) and group_of(key) for key in keys):
            parts.append(ROW)
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


def in_row(symbol: Symbol) -> Symbol:
    """Give the symbol of the same quantity in one row of its group."""
    return Symbol(base=symbol.base, index=f"{symbol.index},{ROW}" if symbol.index else ROW)


def bare(node: Expression) -> Expression:
    """Take conversions of unit from around a formula: print writes quantities."""
    while isinstance(node, Converted):
        node = node.operand
    return node


def group_of(node: Expression) -> str:
    """Give the group whose row a reading means, or nothing."""
    node = bare(node)
    return node.group if isinstance(node, Reading) else ""


def lookup_of(node: TableLookup) -> Quantity:
    """Give the quantity that a look-up is."""
    return Quantity(kind="lookup", path=node.table, keys=node.keys)
