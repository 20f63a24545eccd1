"""Words that were nearly written: keywords, types and units near to a word."""

from collections.abc import Iterable
from functools import lru_cache

from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from guiju_runtime.units import UnknownUnit, parse_unit

_MOST = 3


@lru_cache(maxsize=1024)
def near_keywords(word: str, terminals: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """List spelling and terminal of the keywords near to ``word``, the nearest first."""
    found: list[tuple[int, str, str]] = []
    for terminal, keyword in (*KEYWORDS.items(), *TYPE_WORDS.items()):
        for spelling in keyword if terminal in terminals else ():
            allowed = _allowed(spelling)
            if abs(len(word) - len(spelling)) <= allowed:
                steps = edits(word, spelling)
                if 0 < steps <= allowed:
                    found.append((steps, spelling, terminal))
    found.sort(key=lambda entry: entry[0])
    nearest = [entry[1:] for entry in found if entry[0] == found[0][0]]
    return tuple(nearest[:_MOST])


def leading_keyword(word: str, terminals: frozenset[str]) -> tuple[str, str] | None:
    """Give spelling and terminal of the longest keyword that ``word`` begins with, if any."""
    found = [
        (spelling, terminal)
        for terminal, keyword in KEYWORDS.items()
        for spelling in keyword
        if terminal in terminals and word.startswith(spelling) and len(word) > len(spelling)
    ]
    return max(found, key=lambda entry: len(entry[0]), default=None)


def near_units(text: str) -> tuple[str, ...]:
    """List units that ``text`` may have meant; empty if it is a unit or near to none."""
    found: list[str] = []
    for near in _near(text):
        if is_unit(near):
            found.append(near)
        else:
            found += [unit for unit in _near(near) if is_unit(unit)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _near(text: str) -> tuple[str, ...]:
    try:
        parse_unit(text)
    except UnknownUnit as unknown:
        return unknown.near
    return ()


def is_unit(text: str) -> bool:
    """Tell whether ``text`` is a whole unit."""
    try:
        parse_unit(text)
    except UnknownUnit:
        return False
    return True


def near_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """List the known names near to ``name``, the nearest first."""
    allowed = max(1, len(name) // 3)
    found = sorted((edits(name, other), other) for other in known)
    return tuple(other for steps, other in found if 0 < steps <= allowed)[:_MOST]


def edits(one: str, other: str) -> int:
    """Count the letters to add, drop, change or swap with the next, to make one word the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        after = [at]
        for to, wanted in enumerate(other, 1):
            steps = min(row[to] + 1, after[-1] + 1, row[to - 1] + (letter != wanted))
            swapped = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted
            after.append(min(steps, before[to - 2] + 1) if swapped else steps)
        before, row = row, after
    return row[-1]


def _allowed(spelling: str) -> int:
    """Give how many letters may differ: one in a short word or in a Chinese one, two in others."""
    if not spelling.isascii():
        return 1 if len(spelling) > 1 else 0
    return 0 if len(spelling) < 3 else 1 if len(spelling) < 6 else 2
