"""How many columns of a terminal a text takes."""

import unicodedata


def width(text: str) -> int:
    """Count columns: East Asian wide characters take two, marks over a letter none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
