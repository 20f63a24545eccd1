"""Write a tape as C: some declarations at a time, one operation after another on all of them.

A tape falls into turns: what a turn calculates for declarations, then for the rows of each group,
then what is gathered of those rows; the next turn begins with that. Each is a loop without branches
over vectors of a piece that stays in the cache. The order of every addition is that of the tape, so
that both give the same bits.
"""

from collections.abc import Iterator

from msgspec import Struct

from guiju.batch.native.head import HEAD
from guiju.batch.native.operations import KEEPING, KEPT, STORED, TYPES, WRITTEN, taken_up
from guiju.batch.native.values import Loop, Values
from guiju.tape.model import Node, Tape
from guiju.tape.turns import OF_OWNER, Turns


class Kernel(Struct, frozen=True, kw_only=True):
    """A tape in C.

    Attributes:
        inputs: operation and payload of each column that is read, in the order of arguments.
        groups: groups whose starts and owners follow the inputs.
        outputs: nodes whose values are written, in the order of arguments behind those.
    """

    text: str
    inputs: tuple[Node, ...]
    groups: tuple[str, ...]
    outputs: tuple[int, ...]


def kernel_of(tape: Tape) -> Kernel:
    """Write ``tape`` as C."""
    turns = Turns(tape)
    text = "".join(f"{line}\n" for line in Writer(turns, len(tape.words)).lines())
    return Kernel(text=text, inputs=turns.inputs, groups=turns.groups, outputs=turns.outputs)


class Writer:
    """A tape on its way into C."""

    def __init__(self, turns: Turns, words: int) -> None:
        """Begin with nothing written."""
        self.turns = turns
        self.nodes = turns.nodes
        self.values = Values(turns, words)
        self.owned = [at for at, node in enumerate(self.nodes) if node.operation in OF_OWNER]
        self.room = tuple(self._room())

    def lines(self) -> Iterator[str]:
        """Give the text, line by line."""
        yield HEAD
        yield from self.values.tables()
        yield "\ntypedef struct {"
        for name, kind in self.room:
            yield f"    {kind} {name}[MOST + LINE / sizeof({kind})];"
        yield "} Room;\n\nconst long room_size = sizeof(Room);\n"
        yield "void run(long size, void **columns, const long *moves, Room *restrict room)\n{"
        yield from self._arguments()
        yield "    for (long begin = 0; begin < size; begin += MOST) {"
        yield "        const long count = size - begin < MOST ? size - begin : MOST;"
        yield from self._copied("", "begin", "count")
        yield from self._counted()
        for turn in range(self.turns.last + 1):
            yield from self._declarations(turn)
            for group in (*self.turns.groups, *self.turns.series):
                yield from self._rows(group, turn)
        yield "    }"
        yield "}"

    def _room(self) -> Iterator[tuple[str, str]]:
        """Name what a piece takes room for: copies of columns, and what is kept for other loops."""
        for number, node in enumerate(self.turns.inputs):
            yield f"p{number}", STORED[node.kind]
        for number, _ in enumerate(self.turns.groups):
            yield f"h{number}", "real"
        rooms = {"d": sorted(self.turns.passed), "g": self.turns.gathers}
        rooms |= {"v": list(self.turns.outputs), "e": self.owned}
        for letter, places in rooms.items():
            for place in places:
                yield f"{letter}{place}", KEPT[self.nodes[place].kind]
        if self.turns.series:
            yield "owner", "int"
            yield "at", "int"

    def _arguments(self) -> Iterator[str]:
        for name, kind in self.room:
            yield f"    {kind} *const {name} = room->{name};"
        at = 0
        for number, node in enumerate(self.turns.inputs):
            yield f"    const {STORED[node.kind]} *restrict c{number} = columns[{at}];"
            at += 1
        for number, _ in enumerate(self.turns.groups):
            yield f"    const long *restrict s{number} = columns[{at}];"
            yield f"    const long *restrict w{number} = columns[{at + 1}];"
            at += 2
        for number, place in enumerate(self.turns.outputs):
            yield f"    {STORED[self.nodes[place].kind]} *restrict o{number} = columns[{at}];"
            at += 1
        for number in range(len(self.turns.inputs)):
            yield f"    begin_column(p{number}, c{number}, moves[{number}], sizeof *p{number});"

    def _copied(self, group: str, place: str, count: str) -> Iterator[str]:
        """Copy the columns of declarations or of the rows of a group from a place on."""
        for number, node in enumerate(self.turns.inputs):
            if node.group == group:
                rest = f"moves[{number}], {place}, {count}, sizeof *p{number}"
                yield f"        const char *q{number} = copied(p{number}, c{number}, {rest});"

    def _counted(self) -> Iterator[str]:
        """Count the rows of each declaration, where something depends on their number."""
        counted = {str(node.payload) for node in self.nodes if node.operation == "count"}
        for number, group in enumerate(self.turns.groups):
            if group in counted:
                rows = f"s{number}[begin + k + 1] - s{number}[begin + k]"
                yield f"        for (long k = 0; k < count; k++) h{number}[k] = (real) ({rows});"

    def _declarations(self, turn: int) -> Iterator[str]:
        made, written = self.turns.made_in(turn), self.turns.written("", turn)
        if not made and not written:
            return
        loop = Loop(turn=turn, group="")
        yield "        for (long k = 0; k < count; k += LANES) {"
        yield from self._defined([*made, *(place for _, place in written)], loop)
        for place in made:
            yield self._keeping("d", place, f"n{place}")
        yield from self._keeping_outputs(written)
        yield "        }"
        yield from self._written(written, "count", "begin")

    def _keeping(self, room: str, place: int, value: str) -> str:
        return f"            {KEEPING[self.nodes[place].kind]}({room}{place} + k, {value});"

    def _keeping_outputs(self, written: list[tuple[int, int]]) -> Iterator[str]:
        for _, place in written:
            yield self._keeping("v", place, self.values.name(place))

    def _written(self, written: list[tuple[int, int]], size: str, at: str) -> Iterator[str]:
        for number, place in written:
            value = WRITTEN[self.nodes[place].kind].format(f"v{place}[k]")
            yield f"        for (long k = 0; k < {size}; k++) o{number}[{at} + k] = {value};"

    def _rows(self, group: str, turn: int) -> Iterator[str]:
        """Go through the rows once for all that their values of this turn are taken up in."""
        sums, written = self.turns.sums(group, turn), self.turns.written(group, turn)
        if not sums and not written:
            return
        loop = Loop(turn=turn, group=group)
        arguments = [self.nodes[place].arguments[0] for place in sums]
        for place in sums:
            yield f"        for (long k = 0; k < count; k++) d{place}[k] = 0;"
        yield from self._pieces_made(group) if group in self.turns.series else self._pieces(group)
        lines = list(self._defined([*arguments, *(place for _, place in written)], loop))
        yield from self._spread(group, lines)
        yield "        for (long k = 0; k < rows; k += LANES) {"
        yield from lines
        for place, argument in zip(sums, arguments, strict=True):
            yield self._keeping("g", place, self.values.name(argument))
        yield from self._keeping_outputs(written)
        yield "        }"
        yield from self._written(written, "rows", "r")
        yield from self._gathered(group, sums)
        yield "        }"

    def _spread(self, group: str, lines: list[str]) -> Iterator[str]:
        """Give every row what its declaration has, as far as ``lines`` read it."""
        text = "".join(lines)
        spread = [
            place
            for place in self.owned
            if self.nodes[place].group == group and f"(e{place} + k)" in text
        ]
        if not spread:
            return
        yield "        for (long k = 0; k < rows; k++) {"
        yield f"            const long j = {self._owner(group)};"
        for place in spread:
            yield f"            e{place}[k] = {self.values.of_owner(place)};"
        yield "        }"
        for place in spread:
            yield f"        for (long k = rows; k % LANES; k++) e{place}[k] = 0;"

    def _owner(self, group: str) -> str:
        if group in self.turns.series:
            return "owner[k]"
        return f"w{self.turns.groups.index(group)}[r + k] - begin"

    def _pieces(self, group: str) -> Iterator[str]:
        start = f"s{self.turns.groups.index(group)}"
        yield f"        for (long r = {start}[begin]; r < {start}[begin + count]; r += MOST) {{"
        yield f"        const long after = {start}[begin + count] - r;"
        yield "        const long rows = after < MOST ? after : MOST;"
        yield from self._copied(group, "r", "rows")

    def _pieces_made(self, group: str) -> Iterator[str]:
        """Take as many rows of a series at a time as a piece holds, whosever they are."""
        bounds = (self.values.one(place, "i") for place in self.turns.series[group].arguments)
        yield "        for (long i = 0, next = 0; i < count;) {"
        yield "        long rows = 0;"
        yield "        while (rows < MOST && i < count) {"
        yield f"            if (next < (long) {self.values.length(*bounds)}) {{"
        yield "                owner[rows] = (int) i;"
        yield "                at[rows++] = (int) next++;"
        yield "            } else {"
        yield "                next = 0;"
        yield "                i++;"
        yield "            }"
        yield "        }"

    def _gathered(self, group: str, sums: list[int]) -> Iterator[str]:
        if not sums:
            return
        made = group in self.turns.series
        yield "        for (long k = 0; k < rows; k++) {"
        yield f"            const long j = {self._owner(group)};"
        for place in sums:
            first = "at[k] == 0"
            if not made:
                first = f"r + k == s{self.turns.groups.index(group)}[begin + j]"
            grown = taken_up(self.nodes[place], f"d{place}[j]", f"g{place}[k]", first)
            yield f"            d{place}[j] = {grown};"
        yield "        }"

    def _defined(self, places: list[int], loop: Loop) -> Iterator[str]:
        """Define values with all that they are made of, each once."""
        known = {at for at, node in enumerate(self.nodes) if node.operation == "constant"}
        waiting = list(reversed(places))
        while waiting:
            place = waiting[-1]
            missing = [p for p in self.values.needs(place, loop) if p not in known]
            if place in known or not missing:
                waiting.pop()
                if place not in known:
                    kind = TYPES[self.nodes[place].kind]
                    value = self.values.expression(place, loop)
                    yield f"            const {kind} n{place} = {value};"
                    yield from self.values.asked_ahead(place)
                known.add(place)
            else:
                waiting += reversed(missing)
