"""Capital letters of English labels: within a sentence, and where one begins."""

import re

FIRST_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
PROPER = frozenset((
    "Bayer", "Haber", "Portland", "Chinese", "China", "European", "German", "Indian", "Japanese",
    "North", "Northeast", "Northwest", "East", "Central", "South", "Southwest", "Søderberg",
))  # fmt: skip
"""Words that keep their capital; those of several capitals or with figures keep theirs anyhow."""


def mid_sentence(words: str) -> str:
    """Give a label as it stands within a sentence: ``Alumina refining`` as ``alumina refining``."""
    first = first_word(words)
    if len(first) < 2 or first in PROPER or first[1:] != first[1:].lower():
        return words
    return first[0].lower() + words[1:]


def capitalized(words: str) -> str:
    """Give words as they stand at the beginning of a sentence, a title or a cell."""
    first = first_word(words)
    if len(first) < 2 or first != first.lower():
        return words
    return first[0].upper() + words[1:]


def first_word(words: str) -> str:
    """Give the word that ``words`` begin with, if they begin with letters that end in no figure."""
    match = FIRST_WORD.match(words)
    followed = match is not None and words[match.end() : match.end() + 1].isalnum()
    return "" if match is None or followed else match.group()
