"""What each operation of a tape is called in C.

A truth is a mask of all bits or none, as wide as a number, so that a loop over both is one over
vectors.
"""

from fractions import Fraction
from itertools import pairwise

from guiju.tape.model import Kind, Node

TYPES: dict[Kind, str] = {"number": "number", "truth": "mask", "word": "index"}
STORED: dict[Kind, str] = {"number": "number", "truth": "truth", "word": "word"}
"""Types of columns in memory, beside those of values at hand."""
LOADED: dict[Kind, str] = {"number": "{0}", "truth": "-(mask) {0}", "word": "{0}"}
KEPT: dict[Kind, str] = {"number": "{0}", "truth": "{0} & 1", "word": "(word) {0}"}
CHOSEN: dict[Kind, str] = {"number": "chosen", "truth": "of", "word": "of"}
"""What gives one of two values by a mask."""
HOLDS = "-(mask) ({0})"
SHORT = 4
"""What has no more different entries is found by comparing, which compilers do on vectors."""
PRINTED = {
    "plus": "{0} + {1}",
    "minus": "{0} - {1}",
    "times": "{0} * {1}",
    "over": "{0} / {1}",
    "min": "chosen(-(mask) (({0} <= {1}) | ({0} != {0})), {0}, {1})",
    "max": "chosen(-(mask) (({0} >= {1}) | ({0} != {0})), {0}, {1})",
    "abs": "fabs({0})",
    "exp": "exp({0})",
    "ln": "log({0})",
    "sqrt": "sqrt({0})",
    "raised": "pow({0}, {1})",
    "round": "copysign(floor(fabs({0}) + 0.5), {0})",
    "at_most": HOLDS.format("{0} <= {1}"),
    "less": HOLDS.format("{0} < {1}"),
    "same": HOLDS.format("{0} == {1}"),
    "both": "{0} & {1}",
    "either": "{0} | {1}",
    "inverse": "~{0}",
}


def literal(value: object) -> str:
    """Write a constant as C does."""
    if isinstance(value, bool):
        return "-1L" if value else "0L"
    if isinstance(value, Fraction):
        value = value.numerator / value.denominator
    if isinstance(value, float):
        return f"({value!r})" if value < 0 else repr(value)
    return f"({value})"


def is_long(node: Node) -> bool:
    """Tell whether a node is found in a table that stands in memory."""
    entries = node.payload
    if node.operation not in ("position", "taken") or not isinstance(entries, tuple):
        return False
    different = sum(one != other for one, other in pairwise(entries)) + 1
    return different > SHORT


def table_of(node: Node, words: int) -> list[str]:
    """Give the entries of a table in memory; of words, behind one for no word."""
    entries = node.payload
    assert isinstance(entries, tuple)
    if node.operation == "taken":
        return [literal(entry) for entry in entries]
    places = {int(word): at for at, word in enumerate(entries)}
    return [literal(float(places.get(word, len(entries)))) for word in range(-1, words)]


def expression(node: Node, names: list[str], table: str) -> str:
    """Write one operation on values called ``names``."""
    match node.operation:
        case "where":
            return f"{CHOSEN[node.kind]}({', '.join(names)})"
        case "rank":
            return _rank(node, names[0])
        case "position":
            return f"{table}[{names[0]} + 1]" if is_long(node) else _position(node, names[0])
        case "taken":
            return f"{table}[(int) {names[0]}]" if is_long(node) else _taken(node, names[0])
        case _:
            return PRINTED[node.operation].format(*names)


def _taken(node: Node, name: str) -> str:
    """Find the entry at a place: of entries that are the same the first stands for all."""
    entries = node.payload
    assert isinstance(entries, tuple)
    found = literal(entries[-1])
    for at in reversed(range(1, len(entries))):
        if entries[at] != entries[at - 1]:
            before = literal(entries[at - 1])
            found = f"{CHOSEN[node.kind]}(-(mask) ({name} < {at}.0), {before}, {found})"
    return found


def _rank(node: Node, name: str) -> str:
    """Count the entries that are not after a key."""
    entries = node.payload
    assert isinstance(entries, tuple)
    return " + ".join(
        f"chosen(-(mask) ({float(entry)!r} <= {name}), 1.0, 0.0)" for entry in entries
    )


def _position(node: Node, name: str) -> str:
    """Find the place of a word among the entries, or behind them."""
    entries = node.payload
    assert isinstance(entries, tuple)
    found = f"{len(entries)}.0"
    for at, entry in reversed(list(enumerate(entries))):
        found = f"chosen(-(mask) ({name} == {entry}), {at}.0, {found})"
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
