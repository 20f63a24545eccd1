"""How a value of a tape is said in the loops of a kernel."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.batch.native.operations import (
    KEPT,
    LOADED,
    READING,
    TAKING,
    constant,
    expression,
    is_long,
    literal,
    table_of,
)
from guiju.tape.model import Node
from guiju.tape.turns import GATHERED, OF_OWNER, READ, Turns
from guiju_runtime.series import MOST_ROWS


class Loop(Struct, frozen=True, kw_only=True):
    """A loop of a kernel: over declarations, or over the rows of a group."""

    turn: int
    group: str


class Values:
    """The values of a tape as expressions: vectors in the loops, one number in between."""

    def __init__(self, turns: Turns, words: int) -> None:
        """Know the order of the kernel, and how many words its vocabulary has."""
        self.turns = turns
        self.nodes = turns.nodes
        self._words = words
        self._columns = {node: number for number, node in enumerate(turns.inputs)}

    def tables(self) -> Iterator[str]:
        """Give the tables that stand in memory."""
        for place, node in enumerate(self.nodes):
            if is_long(node):
                values = ", ".join(table_of(node, self._words))
                yield f"static const {KEPT[node.kind]} t{place}[] = {{{values}}};"

    def name(self, place: int) -> str:
        """Give a value that the loop at hand has defined."""
        node = self.nodes[place]
        is_known = node.operation == "constant"
        return constant(node.kind, node.payload) if is_known else f"n{place}"

    def one(self, place: int, at: str) -> str:
        """Give the value of one declaration that another loop has kept, or that was read."""
        node = self.nodes[place]
        if node.operation == "constant":
            return literal(node.payload)
        if node.operation in READ:
            return LOADED[node.kind].format(f"p{self._columns[node]}[{at}]")
        return f"d{place}[{at}]"

    def needs(self, place: int, loop: Loop) -> list[int]:
        """Give the values that must be defined in a loop before one is."""
        node = self.nodes[place]
        if self._is_passed(place, loop) or node.operation in (*READ, *OF_OWNER):
            return []
        made = self.turns.series.get(str(node.payload)) if node.operation == "count" else None
        parts = node.arguments if made is None else made.arguments
        return [part for part in parts if self.nodes[part].operation != "constant"]

    def expression(self, place: int, loop: Loop) -> str:
        """Say how a loop comes to a value."""
        node = self.nodes[place]
        if self._is_passed(place, loop):
            return f"{TAKING[node.kind]}(d{place} + k)"
        if node.operation in READ:
            return self._read(node)
        if node.operation in OF_OWNER:
            return f"{TAKING[node.kind]}(e{place} + k)"
        if node.operation == "count":
            return self._count(str(node.payload))
        names = [self.name(argument) for argument in node.arguments]
        return expression(node, names, f"t{place}")

    def asked_ahead(self, place: int) -> Iterator[str]:
        """Ask for the same part of the next piece, so that memory works beside the processor."""
        node = self.nodes[place]
        if node.operation in READ and node.kind == "number":
            number = self._columns[node]
            yield f"            __builtin_prefetch(q{number} + k * (long) sizeof *p{number});"

    def of_owner(self, place: int) -> str:
        """Say what a row has of its declaration ``j``: a value, or where its series begins."""
        node = self.nodes[place]
        value = self.one(node.arguments[0], "j")
        return value if node.operation == "spread" else f"{value} + (real) at[k]"

    def length(self, first: str, last: str) -> str:
        """Give the number of rows of the series of one declaration; as a number."""
        length = f"({last} - {first} + 1.0)"
        return f"({length} > 0.0 && {length} <= {MOST_ROWS}.0 ? {length} : 0.0)"

    def _is_passed(self, place: int, loop: Loop) -> bool:
        if loop.group or place not in self.turns.passed:
            return False
        of_rows = self.nodes[place].operation in GATHERED
        return of_rows or self.turns.turn[place] < loop.turn

    def _read(self, node: Node) -> str:
        return f"{READING[node.kind]}(p{self._columns[node]} + k)"

    def _count(self, group: str) -> str:
        if group in self.turns.series:
            first, last = (self.name(place) for place in self.turns.series[group].arguments)
            length = f"({last} - {first} + all(1.0))"
            most = f"({length} > all(0.0)) & ({length} <= all({MOST_ROWS}.0))"
            return f"chosen((mask) ({most}), {length}, all(0.0))"
        return f"numbers(h{self.turns.groups.index(group)} + k)"
