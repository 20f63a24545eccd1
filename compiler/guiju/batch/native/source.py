"""Write a tape as C: some declarations at a time, one operation after another on all of them.

A tape falls into turns: what a turn calculates for declarations, then for the rows of each group,
then what is gathered of those rows; the next turn begins with that. Each is a loop without branches
over a piece that stays in the cache, which compilers turn into one over vectors. The order of every
addition is that of the tape, so that both give the same bits.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.native.operations import KEPT, STORED, TYPES, taken_up
from guiju.batch.native.values import Loop, Values
from guiju.tape.model import Node, Tape
from guiju.tape.turns import Turns

AT_ONCE = 256
"""Declarations, and rows, of one piece."""
OF_OWNER = ("spread", "series")
"""What a row has of its declaration."""
FREELY = "        #pragma GCC ivdep"
"""Columns that are written are none of those that are read."""
HEAD = f"""\
#include <math.h>
typedef unsigned char truth;
typedef int word;
typedef double number;
typedef long mask;
typedef long index;
enum {{ MOST = {AT_ONCE} }};

static inline mask of(mask holds, mask then, mask otherwise)
{{
    return (holds & then) | (~holds & otherwise);
}}

/* One of two numbers, without a branch. */
static inline number chosen(mask holds, number then, number otherwise)
{{
    union {{
        number value;
        mask bits;
    }} one = {{then}}, other = {{otherwise}};
    one.bits = of(holds, one.bits, other.bits);
    return one.value;
}}

"""


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

    def lines(self) -> Iterator[str]:
        """Give the text, line by line."""
        yield HEAD
        yield from self.values.tables()
        yield "\nvoid run(long size, void **columns)\n{"
        yield from self._arguments()
        yield from self._room()
        yield "    for (long begin = 0; begin < size; begin += MOST) {"
        yield "        const long count = size - begin < MOST ? size - begin : MOST;"
        for turn in range(self.turns.last + 1):
            yield from self._declarations(turn)
            for group in (*self.turns.groups, *self.turns.series):
                yield from self._rows(group, turn)
        yield "    }"
        yield "}"

    def _arguments(self) -> Iterator[str]:
        at = 0
        for number, node in enumerate(self.turns.inputs):
            yield f"    const {STORED[node.kind]} *restrict c{number} = columns[{at}];"
            at += 1
        for number, _ in enumerate(self.turns.groups):
            yield f"    const long *restrict s{number} = columns[{at}];"
            yield f"    const long *restrict w{number} = columns[{at + 1}];"
            at += 2
        for number, place in enumerate(self.turns.outputs):
            kind = STORED[self.nodes[place].kind]
            yield f"    {kind} *restrict o{number} = columns[{at}];"
            at += 1

    def _room(self) -> Iterator[str]:
        """Name the room of a piece: what later loops read, and what is gathered."""
        for place in sorted(self.turns.passed):
            yield f"    {TYPES[self.nodes[place].kind]} d{place}[MOST];"
        for place in self.turns.gathers:
            yield f"    {TYPES[self.nodes[place].kind]} g{place}[MOST];"
        for place in self.values.long:
            yield f"    {TYPES[self.nodes[place].kind]} l{place}[MOST];"
        for place, node in enumerate(self.nodes):
            if node.operation in OF_OWNER:
                yield f"    {TYPES[node.kind]} e{place}[MOST];"
        if self.turns.series:
            yield "    int owner[MOST], at[MOST];"

    def _declarations(self, turn: int) -> Iterator[str]:
        made, written = self.turns.made_in(turn), self.turns.written("", turn)
        if not made and not written:
            return
        loop = Loop(turn=turn, group="", looks=False)
        lines = list(self._defined([*made, *(place for _, place in written)], loop))
        yield from self._looked_up(loop, lines, "count")
        yield FREELY
        yield "        for (long k = 0; k < count; k++) {"
        yield from lines
        for place in made:
            yield f"            d{place}[k] = n{place};"
        yield from self._written(written, loop)
        yield "        }"

    def _written(self, written: list[tuple[int, int]], loop: Loop) -> Iterator[str]:
        for number, place in written:
            value = KEPT[self.nodes[place].kind].format(self.values.name(place))
            yield f"            o{number}[{loop.here}] = {value};"

    def _rows(self, group: str, turn: int) -> Iterator[str]:
        """Go through the rows once for all that their values of this turn are taken up in."""
        sums, written = self.turns.sums(group, turn), self.turns.written(group, turn)
        if not sums and not written:
            return
        loop = Loop(turn=turn, group=group, looks=False)
        arguments = [self.nodes[place].arguments[0] for place in sums]
        for place in sums:
            yield f"        for (long k = 0; k < count; k++) d{place}[k] = 0;"
        yield from self._pieces_made(group) if group in self.turns.series else self._pieces(group)
        lines = list(self._defined([*arguments, *(place for _, place in written)], loop))
        looked_up = list(self._looked_up(loop, lines, "rows"))
        yield from self._spread(group, [*lines, *looked_up])
        yield from looked_up
        yield FREELY
        yield "        for (long k = 0; k < rows; k++) {"
        yield from lines
        for place, argument in zip(sums, arguments, strict=True):
            yield f"            g{place}[k] = {self.values.name(argument)};"
        yield from self._written(written, loop)
        yield "        }"
        yield from self._gathered(group, sums)
        yield "        }"

    def _looked_up(self, loop: Loop, lines: list[str], size: str) -> Iterator[str]:
        """Look up what ``lines`` read of tables in memory, which is done one after another."""
        text = "".join(lines)
        places = [place for place in self.values.long if f" l{place}[k]" in text]
        if not places:
            return
        yield f"        for (long k = 0; k < {size}; k++) {{"
        yield from self._defined(places, replace(loop, looks=True))
        for place in places:
            yield f"            l{place}[k] = n{place};"
        yield "        }"

    def _spread(self, group: str, lines: list[str]) -> Iterator[str]:
        """Give every row what its declaration has, as far as ``lines`` read it."""
        text = "".join(lines)
        spread = [
            place
            for place, node in enumerate(self.nodes)
            if node.operation in OF_OWNER and node.group == group and f" e{place}[k]" in text
        ]
        if not spread:
            return
        yield "        for (long k = 0; k < rows; k++) {"
        yield f"            const long j = {self._owner(group)};"
        for place in spread:
            yield f"            e{place}[k] = {self.values.of_owner(place)};"
        yield "        }"

    def _owner(self, group: str) -> str:
        if group in self.turns.series:
            return "owner[k]"
        return f"w{self.turns.groups.index(group)}[r + k] - begin"

    def _pieces(self, group: str) -> Iterator[str]:
        start = f"s{self.turns.groups.index(group)}"
        yield f"        for (long r = {start}[begin]; r < {start}[begin + count]; r += MOST) {{"
        yield f"        const long left = {start}[begin + count] - r;"
        yield "        const long rows = left < MOST ? left : MOST;"

    def _pieces_made(self, group: str) -> Iterator[str]:
        """Take as many rows of a series at a time as a piece holds, whosever they are."""
        bounds = (self.values.kept(place, "i") for place in self.turns.series[group].arguments)
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
                known.add(place)
            else:
                waiting += reversed(missing)
