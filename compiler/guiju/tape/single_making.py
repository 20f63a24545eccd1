"""The tape of one declaration while it is made: what is known, what may vary, each operation."""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from guiju.tape.builder import Builder
from guiju.tape.model import Node, Tape
from guiju.tape.scalars import APPLIED, Scalar

TRUTHS = ("at_most", "less", "same")
LOGIC: dict[str, Callable[..., int]] = {
    "both": Builder.both,
    "either": Builder.either,
    "inverse": Builder.inverse,
    "where": Builder.where,
    "plus": Builder.plus,
    "minus": Builder.minus,
    "times": Builder.times,
    "over": Builder.over,
}


class Known(Struct, frozen=True, kw_only=True):
    """What one declaration gives.

    Attributes:
        values: by path of a datum, and row: a number, a truth, a word of the vocabulary (a text).
        rows: number of rows of each group.
        factors: by path of a table the values of its rows.
    """

    values: Mapping[tuple[str, int | None], Scalar | str | None]
    rows: Mapping[str, int]
    factors: Mapping[str, Sequence[float]]


class Entry(Struct, frozen=True, kw_only=True):
    """Something that the tape of a declaration reads.

    Attributes:
        path: of a datum or a table.
        row: of the datum, or of the table.
        factor: whether it is a row of a table.
        default: whether it is the default of a datum that was not given.
    """

    path: str
    row: int | None
    factor: bool
    default: bool

    @property
    def name(self) -> str:
        """Give its name on the tape."""
        mark = "#" if self.factor else "~" if self.default else ""
        return f"{mark}{self.path}" if self.row is None else f"{mark}{self.path}[{self.row}]"


class Value(Struct, frozen=True):
    """A node of the new tape, its value as declared, and whether it may vary."""

    place: int
    value: Scalar
    open: bool


Varies = Callable[[Entry, float], bool]


class Making:
    """The tape of one declaration while it is made.

    Attributes:
        put_in: by place of a node its value, or its values row by row.
        entries: what is read, by name; ``values`` as declared.
    """

    def __init__(self, tape: Tape, known: Known, varies: Varies, ways: "Ways") -> None:
        """Begin with nothing put in; ``ways`` puts in what is not applied value by value."""
        self.tape = tape
        self.known = known
        self.varies = varies
        self._ways = ways
        self.builder = Builder()
        self.rows = dict(known.rows)
        self.entries: dict[str, Entry] = {}
        self.values: dict[str, float] = {}
        self.put_in: list[list[Value]] = []

    def put(self) -> None:
        """Put every node in, once, or once for each row of its group."""
        for node in self.tape.nodes:
            self.put_in.append(self._of(node))

    def _of(self, node: Node) -> list[Value]:
        way = self._ways.get(node.operation)
        if way is not None:
            return way(self, node)
        count = self.rows.get(node.group, 0) if node.group else 1
        return [self._applied(node, row) for row in range(count)]

    def argument(self, place: int, row: int) -> Value:
        """Give the value of a node, in a row if it has rows."""
        found = self.put_in[place]
        return found[row] if self.tape.nodes[place].group else found[0]

    def _applied(self, node: Node, row: int) -> Value:
        """Apply an operation to values; what cannot vary is a constant."""
        return self.joined(node, [self.argument(place, row) for place in node.arguments])

    def joined(self, node: Node, parts: list[Value]) -> Value:
        """Apply an operation to values; what cannot vary is a constant."""
        value: Scalar = APPLIED[node.operation](*(part.value for part in parts))
        if not any(part.open for part in parts):
            return self.fixed(value, node)
        places = [part.place for part in parts]
        make = LOGIC.get(node.operation)
        if make is not None:
            place = make(self.builder, *places)
        elif node.operation in TRUTHS:
            place = self.builder.compared(node.operation, *places)
        else:
            place = self.builder.applied(node.operation, *places)
        return Value(place, value, self.builder.nodes[place].operation != "constant")

    def fixed(self, value: Scalar, node: Node) -> Value:
        """Give a value that does not vary."""
        builder = self.builder
        if node.kind == "truth":
            return Value(builder.truth(bool(value)), bool(value), False)
        if node.kind == "word":
            return Value(builder.make("constant", (), "word", "", int(value)), value, False)
        return Value(self._number(float(value)), value, False)

    def _number(self, value: float) -> int:
        """Give a constant; one that is no number is made by an operation that gives none."""
        builder = self.builder
        if math.isfinite(value):
            return builder.number(Fraction(value))
        infinite = builder.applied("over", builder.one, builder.zero)
        return infinite if value > 0 else builder.applied("minus", infinite, infinite)

    def entry(self, entry: Entry, value: float, node: Node) -> Value:
        """Give an input: open if it may vary."""
        if not (math.isfinite(value) and self.varies(entry, value)):
            return self.fixed(value, node)
        self.entries[entry.name] = entry
        self.values[entry.name] = value
        place = self.builder.make("value", (), "number", "", entry.name)
        return Value(place, value, True)


Ways = Mapping[str, Callable[[Making, Node], list[Value]]]
