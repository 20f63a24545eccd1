"""Widths of words and their breaking into lines, without a font file."""

import re
import unicodedata
from functools import cache

NARROW = frozenset("iljI.,:;|!'()[]·")
BROAD = frozenset("mwMW%@—…")
NOT_FIRST = frozenset("，、。；：）》”’！？)]】％,.;:!?%")
NOT_LAST = frozenset("（《“‘([【")
WORD = re.compile(r"[^\s\u2e80-\uffef/]+")
PIECE = re.compile(r"\s+|[^\s\u2e80-\uffef/]+/?|.")


@cache
def letter_width(letter: str) -> float:
    """Give the width of ``letter`` [em], rather too wide than too narrow."""
    if unicodedata.east_asian_width(letter) in "WF" or letter in "—…“”‘’":
        return 1.0
    if letter in NARROW:
        return 0.34
    if letter in BROAD:
        return 0.92
    if letter == " ":
        return 0.25
    return 0.68 if letter.isupper() else 0.56


def text_width(text: str, size: float) -> float:
    """Give the width of ``text`` set in ``size`` [px]."""
    return size * sum(map(letter_width, text))


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break ``text`` into lines of at most ``width`` [px], as even as they come."""
    words = " ".join(text.split())
    lines = filled(words, width, size)
    if len(lines) < 2:
        return lines
    even = max(text_width(words, size) / len(lines), longest_word(words, size))
    for share in (1.0, 1.08, 1.16, 1.25, 1.4):
        balanced = filled(words, min(width, even * share), size)
        if len(balanced) == len(lines):
            return balanced
    return lines


def longest_word(text: str, size: float) -> float:
    """Give the width of the longest piece of ``text`` that should stay whole [px]."""
    return max((text_width(word, size) for word in WORD.findall(text)), default=0.0)


def filled(words: str, width: float, size: float) -> tuple[str, ...]:
    """Fill line after line up to ``width``."""
    lines: list[str] = []
    line = ""
    for piece in pieces(words, width, size):
        if line.strip() and text_width((line + piece).strip(), size) > width:
            lines.append(line.strip())
            line = ""
        line += piece
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def pieces(words: str, width: float, size: float) -> list[str]:
    """Split ``words`` where a line may break; marks stay with the letter they belong to."""
    found: list[str] = []
    for piece in PIECE.findall(words):
        opened = bool(found) and found[-1][-1] in NOT_LAST
        if found and (opened or piece[0] in NOT_FIRST) and not found[-1].isspace():
            found[-1] += piece
        else:
            found.extend(broken(piece, width, size))
    return found


def broken(piece: str, width: float, size: float) -> list[str]:
    """Cut a word that is wider than a line."""
    parts = [""]
    for letter in piece:
        if parts[-1] and text_width(parts[-1] + letter, size) > width:
            parts.append("")
        parts[-1] += letter
    return parts
