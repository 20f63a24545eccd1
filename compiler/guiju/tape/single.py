"""The tape of one declaration: rows apart, everything known put in, only what may vary left open.

A tape for many declarations tests for each of them what is given and which branch is taken. For one
declaration that is known: what remains is the arithmetic from its inputs to its results. It is run
for many draws of the inputs at once, and differentiated.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from guiju.tape.builder import Builder
from guiju.tape.from_plan import reached
from guiju.tape.model import Node, Output, Tape
from guiju.tape.scalars import APPLIED, Scalar, constant
from guiju_runtime.series import MOST_ROWS

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


class Single(Struct, frozen=True, kw_only=True):
    """The tape of one declaration.

    Attributes:
        entries: what it reads, by name; ``values`` as declared.
    """

    tape: Tape
    entries: dict[str, Entry]
    values: dict[str, float]


class _Value(Struct, frozen=True):
    """A node of the new tape, its value as declared, and whether it may vary."""

    place: int
    value: Scalar
    open: bool


Varies = Callable[[Entry, float], bool]


def single_tape(tape: Tape, known: Known, varies: Varies) -> Single:
    """Put one declaration into a tape.

    Args:
        tape: made with its inputs apart.
        varies: whether an input, of that value, stays open.
    """
    making = _Making(tape, known, varies)
    making.put()
    return making.single()


class _Making:
    def __init__(self, tape: Tape, known: Known, varies: Varies) -> None:
        self.tape = tape
        self.known = known
        self.varies = varies
        self.builder = Builder()
        self.rows = dict(known.rows)
        self.entries: dict[str, Entry] = {}
        self.values: dict[str, float] = {}
        self.put_: list[list[_Value]] = []

    def put(self) -> None:
        """Put every node in, once, or once for each row of its group."""
        for node in self.tape.nodes:
            self.put_.append(self._of(node))

    def single(self) -> Single:
        """Keep what the outputs need, and what sets a draw aside."""
        outputs = {
            name: Output(value=self._first(o.value).place, there=self._first(o.there).place)
            for name, o in self.tape.outputs.items()
        }
        for place in _leaves(self.tape, self.tape.aside):
            leaf = self._first(place)
            if not leaf.value:
                self.builder.set_aside(leaf.place)
        made = reached(self.builder, outputs, ())
        read = {str(node.payload) for node in made.nodes if node.operation == "value"}
        return Single(
            tape=made,
            entries={name: entry for name, entry in self.entries.items() if name in read},
            values={name: value for name, value in self.values.items() if name in read},
        )

    def _first(self, place: int) -> _Value:
        return self.put_[place][0]

    def _of(self, node: Node) -> list[_Value]:
        way = SPECIAL.get(node.operation)
        if way is not None:
            return way(self, node)
        count = self.rows.get(node.group, 0) if node.group else 1
        return [self._applied(node, row) for row in range(count)]

    def argument(self, place: int, row: int) -> _Value:
        """Give the value of a node, in a row if it has rows."""
        found = self.put_[place]
        return found[row] if self.tape.nodes[place].group else found[0]

    def _applied(self, node: Node, row: int) -> _Value:
        """Apply an operation to values; what cannot vary is a constant."""
        return self.joined(node, [self.argument(place, row) for place in node.arguments])

    def joined(self, node: Node, parts: list[_Value]) -> _Value:
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
        return _Value(place, value, self.builder.nodes[place].operation != "constant")

    def fixed(self, value: Scalar, node: Node) -> _Value:
        """Give a value that does not vary."""
        builder = self.builder
        if node.kind == "truth":
            return _Value(builder.truth(bool(value)), bool(value), False)
        if node.kind == "word":
            return _Value(builder.make("constant", (), "word", "", int(value)), value, False)
        return _Value(self._number(float(value)), value, False)

    def _number(self, value: float) -> int:
        """Give a constant; one that is no number is made by an operation that gives none."""
        builder = self.builder
        if math.isfinite(value):
            return builder.number(Fraction(value))
        infinite = builder.applied("over", builder.one, builder.zero)
        return infinite if value > 0 else builder.applied("minus", infinite, infinite)

    def entry(self, entry: Entry, value: float, node: Node) -> _Value:
        """Give an input: open if it may vary."""
        if not (math.isfinite(value) and self.varies(entry, value)):
            return self.fixed(value, node)
        self.entries[entry.name] = entry
        self.values[entry.name] = value
        place = self.builder.make("value", (), "number", "", entry.name)
        return _Value(place, value, True)


def _leaves(tape: Tape, place: int) -> list[int]:
    """Give the conditions any of which sets a declaration aside."""
    node = tape.nodes[place]
    if node.operation != "either":
        return [place]
    return [leaf for argument in node.arguments for leaf in _leaves(tape, argument)]


def _rows(making: _Making, node: Node) -> list[int | None]:
    return list(range(making.rows.get(node.group, 0))) if node.group else [None]


def _constant(making: _Making, node: Node) -> list[_Value]:
    builder = making.builder
    place = builder.make("constant", (), node.kind, "", node.payload)
    return [_Value(place, constant(node.payload), False)]


def _value(making: _Making, node: Node) -> list[_Value]:
    """Give a datum; one that is no number, or is not given, does not vary."""
    found = []
    for row in _rows(making, node):
        given = making.known.values.get((str(node.payload), row))
        if node.kind == "word":
            words = making.tape.words
            at = words.index(given) if isinstance(given, str) and given in words else -1
            found.append(making.fixed(at, node))
        elif given is None or isinstance(given, str | bool) or node.kind == "truth":
            found.append(making.fixed(bool(given) if node.kind == "truth" else 0.0, node))
        else:
            entry = Entry(path=str(node.payload), row=row, factor=False, default=False)
            found.append(making.entry(entry, float(given), node))
    return found


def _given(making: _Making, node: Node) -> list[_Value]:
    path = str(node.payload)
    return [
        making.fixed(making.known.values.get((path, row)) is not None, node)
        for row in _rows(making, node)
    ]


def _default(making: _Making, node: Node) -> list[_Value]:
    """Give the default of a datum."""
    value = float(making.put_[node.arguments[0]][0].value)
    return [
        making.entry(
            Entry(path=str(node.payload), row=row, factor=False, default=True), value, node
        )
        for row in _rows(making, node)
    ]


def _factor(making: _Making, node: Node) -> list[_Value]:
    """Give the row of a table that was found; nothing where there is none."""
    values = making.known.factors[str(node.payload)]
    found = []
    for row in _rows(making, node):
        number = int(making.argument(node.arguments[0], row or 0).value)
        if number < 0:
            found.append(making.fixed(0.0, node))
            continue
        entry = Entry(path=str(node.payload), row=number, factor=True, default=False)
        found.append(making.entry(entry, values[number], node))
    return found


def _table(making: _Making, node: Node) -> list[_Value]:
    """Look up by what is known; keys do not vary."""
    table = node.payload
    assert isinstance(table, tuple)
    found = []
    for row in _rows(making, node):
        key = making.argument(node.arguments[0], row or 0).value
        match node.operation:
            case "rank":
                value: Scalar = float(sum(entry <= key for entry in table))
            case "position":
                value = float(table.index(int(key)) if int(key) in table else len(table))
            case _:
                value = table[int(key)]
        found.append(making.fixed(value, node))
    return found


def _spread(making: _Making, node: Node) -> list[_Value]:
    return [making.put_[node.arguments[0]][0]] * making.rows.get(node.group, 0)


def _count(making: _Making, node: Node) -> list[_Value]:
    return [making.fixed(float(making.rows.get(str(node.payload), 0)), node)]


def _series(making: _Making, node: Node) -> list[_Value]:
    """Make the rows of a series: how many there are does not vary."""
    first, last = (float(making.put_[place][0].value) for place in node.arguments)
    length = last - first + 1
    count = int(length) if 0 < length <= MOST_ROWS else 0
    making.rows[node.group] = count
    return [making.fixed(first + at, node) for at in range(count)]


def _gathered(making: _Making, node: Node) -> list[_Value]:
    """Take the rows of a group together, in order."""
    operation, start = GATHERED[node.operation]
    argument = node.arguments[0]
    count = making.rows.get(str(node.payload), 0)
    parts = [making.argument(argument, row) for row in range(count)]
    joined = Node(operation=operation, arguments=(), kind=node.kind, group="", payload=None)
    whole = parts[0] if parts and start is None else making.fixed(start or 0, node)
    for part in parts[1:] if start is None else parts:
        whole = making.joined(joined, [whole, part])
    return [whole]


GATHERED: dict[str, tuple[str, Scalar | None]] = {
    "sum": ("plus", 0.0),
    "any": ("either", False),
    "least": ("min", None),
    "greatest": ("max", None),
}
SPECIAL: dict[str, Callable[[_Making, Node], list[_Value]]] = {
    "constant": _constant,
    "value": _value,
    "given": _given,
    "default": _default,
    "factor": _factor,
    "rank": _table,
    "position": _table,
    "taken": _table,
    "spread": _spread,
    "count": _count,
    "series": _series,
    **dict.fromkeys(GATHERED, _gathered),
}
"""Operations that are not applied value by value."""
