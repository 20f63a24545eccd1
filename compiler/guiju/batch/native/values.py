"""How a value of a tape is said in the loops of a kernel."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.batch.native.operations import LOADED, TYPES, expression, is_long, literal, table_of
from guiju.tape.model import Node
from guiju.tape.turns import GATHERED, READ, Turns
from guiju_runtime.series import MOST_ROWS


class Loop(Struct, frozen=True, kw_only=True):
    """A loop of a kernel: over declarations, or over the rows of a group.

    Attributes:
        looks: whether it looks up, before the loop over the same, what stands in tables in memory.
    """

    turn: int
    group: str
    looks: bool

    @property
    def here(self) -> str:
        """Give the place in the columns of what the loop is over."""
        return "r + k" if self.group else "begin + k"


class Values:
    """The values of a tape as expressions."""

    def __init__(self, turns: Turns, words: int) -> None:
        """Know the order of the kernel, and how many words its vocabulary has."""
        self.turns = turns
        self.nodes = turns.nodes
        self.long = [place for place, node in enumerate(self.nodes) if is_long(node)]
        self._words = words

    def tables(self) -> Iterator[str]:
        """Give the tables that stand in memory."""
        for place in self.long:
            node = self.nodes[place]
            values = ", ".join(table_of(node, self._words))
            yield f"static const {TYPES[node.kind]} t{place}[] = {{{values}}};"

    def name(self, place: int) -> str:
        """Give a value that the loop at hand has defined."""
        node = self.nodes[place]
        return literal(node.payload) if node.operation == "constant" else f"n{place}"

    def kept(self, place: int, at: str) -> str:
        """Give a value of a declaration that another loop has made, or that was read."""
        node = self.nodes[place]
        if node.operation == "constant":
            return self.name(place)
        return self._read(node, f"begin + {at}") if node.operation in READ else f"d{place}[{at}]"

    def needs(self, place: int, loop: Loop) -> list[int]:
        """Give the values that must be defined in a loop before one is."""
        node = self.nodes[place]
        known = self._is_passed(place, loop) or self._is_looked_up(place, loop)
        if known or node.operation in (*READ, "spread", "series"):
            return []
        made = self.turns.series.get(str(node.payload)) if node.operation == "count" else None
        parts = node.arguments if made is None else made.arguments
        return [part for part in parts if self.nodes[part].operation != "constant"]

    def expression(self, place: int, loop: Loop) -> str:
        """Say how a loop comes to a value."""
        node = self.nodes[place]
        if self._is_passed(place, loop):
            return f"d{place}[k]"
        if self._is_looked_up(place, loop):
            return f"l{place}[k]"
        if node.operation in READ:
            return self._read(node, loop.here)
        if node.operation in ("spread", "series"):
            return f"e{place}[k]"
        if node.operation == "count":
            return self._count(str(node.payload))
        names = [self.name(argument) for argument in node.arguments]
        return expression(node, names, f"t{place}")

    def of_owner(self, place: int) -> str:
        """Say what a row has of its declaration ``j``: a value, or where its series begins."""
        node = self.nodes[place]
        value = self.kept(node.arguments[0], "j")
        return value if node.operation == "spread" else f"{value} + (number) at[k]"

    def length(self, first: str, last: str) -> str:
        """Give the number of rows of a series, of one declaration; as a number."""
        length = f"({last} - {first} + 1.0)"
        return f"({length} > 0.0 && {length} <= {MOST_ROWS}.0 ? {length} : 0.0)"

    def _is_passed(self, place: int, loop: Loop) -> bool:
        if loop.group or place not in self.turns.passed:
            return False
        of_rows = self.nodes[place].operation in GATHERED
        return of_rows or self.turns.turn[place] < loop.turn

    def _is_looked_up(self, place: int, loop: Loop) -> bool:
        return not loop.looks and place in self.long

    def _read(self, node: Node, at: str) -> str:
        return LOADED[node.kind].format(f"c{self.turns.inputs.index(node)}[{at}]")

    def _count(self, group: str) -> str:
        if group in self.turns.series:
            return self.length(*(self.name(p) for p in self.turns.series[group].arguments))
        start = f"s{self.turns.groups.index(group)}"
        return f"(number) ({start}[begin + k + 1] - {start}[begin + k])"
