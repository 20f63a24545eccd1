"""What each operation of a tape is called in C.

A truth is a mask of all bits or none, as wide as a number, so that a loop over both is one over
vectors.
"""

from fractions import Fraction
from itertools import pairwise

from guiju.tape.model import Kind, Node

TYPES: dict[Kind, str] = {"number": "number", "truth": "mask", "word": "choices"}
KEPT: dict[Kind, str] = {"number": "real", "truth": "bits", "word": "bits"}
"""Types of vectors, and of what is kept of them for other loops."""
STORED: dict[Kind, str] = {"number": "real", "truth": "truth", "word": "word"}
"""Types of columns in memory."""
READING: dict[Kind, str] = {"number": "numbers", "truth": "truths", "word": "words"}
TAKING: dict[Kind, str] = {"number": "numbers", "truth": "masks", "word": "masks"}
KEEPING: dict[Kind, str] = {"number": "keep_numbers", "truth": "keep_masks", "word": "keep_masks"}
"""What reads a column, takes what another loop kept, and keeps it."""
LOADED: dict[Kind, str] = {"number": "{0}", "truth": "-(bits) {0}", "word": "{0}"}
WRITTEN: dict[Kind, str] = {"number": "{0}", "truth": "{0} & 1", "word": "(word) {0}"}
"""One value of a column, as it is kept and as it is written."""
CHOSEN: dict[Kind, str] = {"number": "chosen", "truth": "of", "word": "of"}
"""What gives one of two values by a mask."""
FOUND: dict[Kind, str] = {"number": "entry", "truth": "truth_of", "word": "truth_of"}
"""What finds the entries of a table that stands in memory."""
HOLDS = "(mask) ({0})"
ALL: dict[Kind, str] = {"number": "all({0})", "truth": "each({0})", "word": "each({0})"}
SHORT = 4
"""What has no more different entries is found by comparing, which compilers do on vectors."""
PRINTED = {
    "plus": "{0} + {1}",
    "minus": "{0} - {1}",
    "times": "{0} * {1}",
    "over": "{0} / {1}",
    "min": "chosen((mask) (({0} <= {1}) | ({0} != {0})), {0}, {1})",
    "max": "chosen((mask) (({0} >= {1}) | ({0} != {0})), {0}, {1})",
    "abs": "(number) ((mask) {0} & each(0x7fffffffffffffff))",
    "exp": "exp_of({0}, {0})",
    "ln": "ln_of({0}, {0})",
    "sqrt": "root_of({0}, {0})",
    "raised": "raised({0}, {1})",
    "round": "rounded({0}, {0})",
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


def constant(kind: Kind, value: object) -> str:
    """Write a constant of every declaration."""
    return ALL[kind].format(literal(value))


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
            return (
                f"place_of({table} + 1, {names[0]})" if is_long(node) else _position(node, names[0])
            )
        case "taken":
            return (
                f"{FOUND[node.kind]}({table}, {names[0]})"
                if is_long(node)
                else _taken(node, names[0])
            )
        case _:
            return PRINTED[node.operation].format(*names)


def _taken(node: Node, name: str) -> str:
    """Find the entry at a place: of entries that are the same the first stands for all."""
    entries = node.payload
    assert isinstance(entries, tuple)
    found = constant(node.kind, entries[-1])
    for at in reversed(range(1, len(entries))):
        if entries[at] != entries[at - 1]:
            before = constant(node.kind, entries[at - 1])
            found = f"{CHOSEN[node.kind]}((mask) ({name} < all({at}.0)), {before}, {found})"
    return found


def _rank(node: Node, name: str) -> str:
    """Count the entries that are not after a key."""
    entries = node.payload
    assert isinstance(entries, tuple)
    return " + ".join(
        f"chosen((mask) (all({float(entry)!r}) <= {name}), all(1.0), all(0.0))" for entry in entries
    )


def _position(node: Node, name: str) -> str:
    """Find the place of a word among the entries, or behind them."""
    entries = node.payload
    assert isinstance(entries, tuple)
    found = f"all({len(entries)}.0)"
    for at, entry in reversed(list(enumerate(entries))):
        found = f"chosen((mask) ({name} == each({entry})), all({at}.0), {found})"
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
