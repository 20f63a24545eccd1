"""The words of units, and the pattern of a whole unit, for lexers and readers."""

import re

from guiju_runtime.units.table import MASSES_THAT_TAKE_A_SUBSTANCE, ROWS

UNIT_WORDS: frozenset[str] = frozenset(word for row in ROWS for word in row.words.split())
"""Every unit word of the table. A mass may carry a substance, a gas volume its state, besides."""

GAS_STATE = r"m[3³]\(\d{1,3} ?(?:°C|℃)\)"
MASS_OF_A_SUBSTANCE = f"(?:{'|'.join(MASSES_THAT_TAKE_A_SUBSTANCE)})[A-Z][A-Za-z0-9]*"


def _one_word() -> str:
    longest_first = sorted(UNIT_WORDS, key=lambda word: (-len(word), word))
    words = "|".join((GAS_STATE, MASS_OF_A_SUBSTANCE, *map(re.escape, longest_first)))
    return rf"(?:{words})(?!\w)"


_WORD = _one_word()
_WORDS = f"{_WORD}(?:·{_WORD})*"

UNIT_PATTERN: str = f"(?:1/{_WORDS}|{_WORDS}(?:/{_WORDS})?)"
"""Matches one whole unit, and nothing that goes on with a letter, digit or character (?!\\w)."""
