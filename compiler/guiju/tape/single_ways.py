"""Put into the tape of one declaration what is not applied value by value."""

from guiju.tape.model import Node
from guiju.tape.scalars import Scalar, constant
from guiju.tape.single_making import Entry, Making, Value, Ways
from guiju_runtime.series import MOST_ROWS


def _rows(making: Making, node: Node) -> list[int | None]:
    return list(range(making.rows.get(node.group, 0))) if node.group else [None]


def _constant(making: Making, node: Node) -> list[Value]:
    builder = making.builder
    place = builder.make("constant", (), node.kind, "", node.payload)
    return [Value(place, constant(node.payload), False)]


def _value(making: Making, node: Node) -> list[Value]:
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


def _given(making: Making, node: Node) -> list[Value]:
    path = str(node.payload)
    return [
        making.fixed(making.known.values.get((path, row)) is not None, node)
        for row in _rows(making, node)
    ]


def _default(making: Making, node: Node) -> list[Value]:
    """Give the default of a datum."""
    value = float(making.put_in[node.arguments[0]][0].value)
    return [
        making.entry(
            Entry(path=str(node.payload), row=row, factor=False, default=True), value, node
        )
        for row in _rows(making, node)
    ]


def _factor(making: Making, node: Node) -> list[Value]:
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


def _table(making: Making, node: Node) -> list[Value]:
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


def _spread(making: Making, node: Node) -> list[Value]:
    return [making.put_in[node.arguments[0]][0]] * making.rows.get(node.group, 0)


def _count(making: Making, node: Node) -> list[Value]:
    return [making.fixed(float(making.rows.get(str(node.payload), 0)), node)]


def _series(making: Making, node: Node) -> list[Value]:
    """Make the rows of a series: how many there are does not vary."""
    first, last = (float(making.put_in[place][0].value) for place in node.arguments)
    length = last - first + 1
    count = int(length) if 0 < length <= MOST_ROWS else 0
    making.rows[node.group] = count
    return [making.fixed(first + at, node) for at in range(count)]


def _gathered(making: Making, node: Node) -> list[Value]:
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
WAYS: Ways = {
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
