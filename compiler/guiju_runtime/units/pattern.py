"""The words of units, and where a whole unit stands in a text, for lexers and readers."""

import re
from functools import cache

from guiju_runtime.units.table import MASSES_THAT_TAKE_A_SUBSTANCE, ROWS

UNIT_WORDS: frozenset[str] = frozenset(word for row in ROWS for word in row.words.split())
"""Every unit word of the table. A mass may carry a substance, a gas volume its state, besides."""

GAS_STATE = r"m[3³]\(\d{1,3} ?(?:°C|℃)\)"
MASS_OF_A_SUBSTANCE = f"(?:{'|'.join(MASSES_THAT_TAKE_A_SUBSTANCE)})[A-Z][A-Za-z0-9]*"


def _pattern() -> str:
    longest_first = sorted(UNIT_WORDS, key=lambda word: (-len(word), word))
    words = "|".join((GAS_STATE, MASS_OF_A_SUBSTANCE, *map(re.escape, longest_first)))
    one = rf"(?:{words})(?!\w)"
    several = f"{one}(?:·{one})*"
    return f"(?:1/{several}|{several}(?:/{several})?)"


UNIT_PATTERN: str = _pattern()
"""Matches what ``end_of_unit`` finds, for editors; it takes long to compile."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?:{GAS_STATE}|°?\w+|[%‰℃])(?!\w)")


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(f"{GAS_STATE}|{MASS_OF_A_SUBSTANCE}")


def is_unit_word(word: str) -> bool:
    """Tell whether ``word`` is one word of a unit: of the table, or a compound with one."""
    return word in UNIT_WORDS or _compound().fullmatch(word) is not None


def end_of_unit(text: str, start: int) -> int:
    """Give where the unit that begins at ``start`` ends; ``start`` where none begins.

    The unit is the longest there is: words joined by ``·``, after one ``/`` those that divide.
    No word is cut out of a longer one.
    """
    divided = text.startswith("1/", start)
    end = at = _end_of_word(text, start + 2 if divided else start)
    if not at:
        return start
    while at:
        end = at
        sign = text[end : end + 1]
        if sign != "·" and (divided or sign != "/"):
            break
        at = _end_of_word(text, end + 1)
        divided = divided or sign == "/"
    return end


def _end_of_word(text: str, start: int) -> int:
    """Give where the unit word that begins at ``start`` ends; 0 where none begins."""
    found = _word().match(text, start)
    if found is None or not is_unit_word(found[0]):
        return 0
    return found.end()
