"""What each operation of a tape is called in C."""

from guiju.tape.model import Kind, Node

TYPES: dict[Kind, str] = {"number": "number", "truth": "truth", "word": "word"}
PRINTED = {
    "plus": "{0} + {1}",
    "minus": "{0} - {1}",
    "times": "{0} * {1}",
    "over": "{0} / {1}",
    "min": "({0} <= {1} || {0} != {0}) ? {0} : {1}",
    "max": "({0} >= {1} || {0} != {0}) ? {0} : {1}",
    "abs": "fabs({0})",
    "exp": "exp({0})",
    "ln": "log({0})",
    "sqrt": "sqrt({0})",
    "raised": "pow({0}, {1})",
    "round": "copysign(floor(fabs({0}) + 0.5), {0})",
    "at_most": "{0} <= {1}",
    "less": "{0} < {1}",
    "same": "{0} == {1}",
    "both": "{0} & {1}",
    "either": "{0} | {1}",
    "inverse": "!{0}",
    "where": "{0} ? {1} : {2}",
    "spread": "{0}",
    "taken": "{table}[(long) {0}]",
}


def expression(node: Node, names: list[str], table: str) -> str:
    """Write one operation on values called ``names``."""
    if node.operation == "rank":
        return _rank(node, names[0], table)
    if node.operation == "position":
        return _position(node, names[0], table)
    return PRINTED[node.operation].format(*names, table=table)


def _rank(node: Node, name: str, table: str) -> str:
    """Count the entries that are not after a key."""
    entries = node.payload
    assert isinstance(entries, tuple)
    return " + ".join(f"({table}[{at}] <= {name})" for at in range(len(entries)))


def _position(node: Node, name: str, table: str) -> str:
    """Find the place of a word among the entries, or behind them."""
    entries = node.payload
    assert isinstance(entries, tuple)
    found = str(len(entries))
    for at in reversed(range(len(entries))):
        found = f"({table}[{at}] == {name}) ? {at} : ({found})"
    return found


def taken_up(node: Node, so_far: str, value: str, first: str) -> str:
    """Take one row up into a gathered value."""
    match node.operation:
        case "sum":
            return f"{so_far} + {value}"
        case "any":
            return f"{so_far} | {value}"
        case "least":
            return f"({first} || {value} < {so_far}) ? {value} : {so_far}"
        case _:
            return f"({first} || {value} > {so_far}) ? {value} : {so_far}"
