"""Write a tape as C: one loop over declarations, within it one over the rows of each group.

What a group's rows depend on comes before its loop, what depends on their sums behind it. The order
of every addition is that of the tape, so that both give the same bits.
"""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from guiju.batch.native.operations import TYPES, expression, taken_up
from guiju.batch.operations import GATHERED
from guiju.tape.model import Node, Tape
from guiju_runtime.series import MOST_ROWS

READ = ("value", "given")
HEAD = """\
#include <math.h>
typedef unsigned char truth;
typedef int word;
typedef double number;
"""


class Kernel(Struct, frozen=True, kw_only=True):
    """A tape in C.

    Attributes:
        inputs: operation and payload of each column that is read, in the order of arguments.
        groups: groups whose starts follow the inputs.
        outputs: nodes whose values are written, in the order of arguments behind those.
    """

    text: str
    inputs: tuple[Node, ...]
    groups: tuple[str, ...]
    outputs: tuple[int, ...]


def kernel_of(tape: Tape) -> Kernel:
    """Write ``tape`` as C."""
    return Writer(tape).kernel()


class Writer:
    """A tape on its way into C."""

    def __init__(self, tape: Tape) -> None:
        """Find what is read and written, and in which turn each value is known."""
        self.nodes = tape.nodes
        self.inputs = tuple(n for n in tape.nodes if n.operation in READ)
        self.outputs = tuple(sorted(tape.kept()))
        groups = [n.group or str(n.payload) for n in tape.nodes if n.group or _gathers(n)]
        self.series = {n.group: n for n in tape.nodes if n.operation == "series"}
        self.groups = tuple(g for g in dict.fromkeys(groups) if g not in self.series)
        self.turn = self._turns()

    def kernel(self) -> Kernel:
        """Give the text and what it reads and writes."""
        text = "".join(f"{line}\n" for line in self._lines())
        return Kernel(text=text, inputs=self.inputs, groups=self.groups, outputs=self.outputs)

    def _turns(self) -> list[int]:
        """Give for each node how many loops over rows must be done before it is known."""
        turns: list[int] = []
        for node in self.nodes:
            before = max((turns[place] for place in node.arguments), default=0)
            turns.append(before + (1 if node.operation in GATHERED else 0))
        return turns

    def _lines(self) -> Iterator[str]:
        yield HEAD
        yield from self._tables()
        yield "\nvoid run(long size, void **columns)\n{"
        yield from self._arguments()
        yield "    for (long i = 0; i < size; i++) {"
        for turn in range(max(self.turn, default=0) + 1):
            for place, node in enumerate(self.nodes):
                if self.turn[place] == turn and not node.group and node.operation not in GATHERED:
                    yield f"        {self._defined(place, node, 'i')}"
            for group in (*self.groups, *self.series):
                yield from self._loop(group, turn)
        for at, place in enumerate(self.outputs):
            if not self.nodes[place].group:
                yield f"        o{at}[i] = {self._name(place)};"
        yield "    }"
        yield "}"

    def _tables(self) -> Iterator[str]:
        for place, node in enumerate(self.nodes):
            if isinstance(node.payload, tuple):
                kind = TYPES["truth" if isinstance(node.payload[0], bool) else "number"]
                values = ", ".join(_literal(value) for value in node.payload)
                yield f"static const {kind} t{place}[] = {{{values}}};"

    def _arguments(self) -> Iterator[str]:
        at = 0
        for number, node in enumerate(self.inputs):
            yield f"    const {TYPES[node.kind]} *restrict c{number} = columns[{at}];"
            at += 1
        for number, _ in enumerate(self.groups):
            yield f"    const long *restrict s{number} = columns[{at}];"
            at += 1
        for number, place in enumerate(self.outputs):
            kind = TYPES[self.nodes[place].kind]
            yield f"    {kind} *restrict o{number} = columns[{at}];"
            at += 1

    def _loop(self, group: str, turn: int) -> Iterator[str]:
        """Go through the rows once for all that their values of this turn are taken up in."""
        sums = [
            place
            for place, node in enumerate(self.nodes)
            if node.operation in GATHERED and node.payload == group and self.turn[place] == turn + 1
        ]
        written = [
            (at, place)
            for at, place in enumerate(self.outputs)
            if self.nodes[place].group == group and self.turn[place] == turn
        ]
        if not sums and not written:
            return
        for place in sums:
            yield f"        {TYPES[self.nodes[place].kind]} n{place} = 0;"
        begin, end = self._bounds(group)
        yield f"        for (long r = {begin}; r < {end}; r++) {{"
        needed = self._needed(
            [*(self.nodes[p].arguments[0] for p in sums), *(p for _, p in written)]
        )
        for place in needed:
            yield f"            {self._defined(place, self.nodes[place], 'r')}"
        for place in sums:
            value = self._name(self.nodes[place].arguments[0])
            first = f"r == {begin}"
            grown = taken_up(self.nodes[place], f"n{place}", value, first)
            yield f"            n{place} = {grown};"
        for at, place in written:
            yield f"            o{at}[r] = {self._name(place)};"
        yield "        }"

    def _bounds(self, group: str) -> tuple[str, str]:
        """Give the numbers of the first row of a declaration and of the one behind its last."""
        made = self.series.get(group)
        if made is None:
            rows = self.groups.index(group)
            return f"s{rows}[i]", f"s{rows}[i + 1]"
        first, last = (self._name(place) for place in made.arguments)
        length = f"{last} - {first} + 1"
        return "0", f"({length} > 0 && {length} <= {MOST_ROWS} ? (long) ({length}) : 0)"

    def _needed(self, places: list[int]) -> list[int]:
        """Give the values of rows that others need, each after what it reads."""
        found: set[int] = set()
        waiting = list(places)
        while waiting:
            place = waiting.pop()
            if self.nodes[place].group and place not in found:
                found.add(place)
                waiting.extend(self.nodes[place].arguments)
        return sorted(found)

    def _defined(self, place: int, node: Node, index: str) -> str:
        return f"const {TYPES[node.kind]} n{place} = {self._expression(place, node, index)};"

    def _expression(self, place: int, node: Node, index: str) -> str:
        if node.operation in READ:
            return f"c{self.inputs.index(node)}[{index}]"
        if node.operation == "count":
            begin, end = self._bounds(str(node.payload))
            return f"(number) ({end} - {begin})"
        if node.operation == "series":
            return f"{self._name(node.arguments[0])} + (number) r"
        if node.operation == "constant":
            return _literal(node.payload)
        names = [self._name(argument) for argument in node.arguments]
        return expression(node, names, f"t{place}")

    def _name(self, place: int) -> str:
        node = self.nodes[place]
        return _literal(node.payload) if node.operation == "constant" else f"n{place}"


def _gathers(node: Node) -> bool:
    return node.operation in GATHERED or node.operation == "count"


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Fraction):
        value = value.numerator / value.denominator
    if isinstance(value, float):
        return f"({value!r})" if value < 0 else repr(value)
    return f"({value})"
