"""Break text into the lines of a terminal: between Chinese characters, never within a word."""

import re
from collections.abc import Iterator
from typing import Final

from guiju.cli.columns import width

OPENING: Final = "（“《‘〔"
CLOSING: Final = "，。、；：）”！？》’…,"
CHINESE: Final = r"\u3000-\u30ff\u3400-\u9fff\uf900-\uffef"
_LETTER: Final = rf"[^\s{OPENING}{CLOSING}{CHINESE}]"
_NAME: Final = rf"[^\s{OPENING}{CLOSING}.]+(?:\.[^\s{OPENING}{CLOSING}.]+)+"
_PART: Final = re.compile(
    rf"[{OPENING}]*(?:{_NAME}|[{CHINESE}]|{_LETTER}+)?[{CLOSING}]*|[{OPENING}]+"
)
"""What stays on one line, with the marks that hold on to it: a name with dots, a Chinese character,
a word."""


def wrapped(text: str, columns: int) -> list[str]:
    """Break ``text`` into lines of at most ``columns``; only a longer word has a longer line."""
    lines: list[str] = []
    line = ""
    for space, part in _parts(text):
        longer = line + space + part if line else part
        if line and width(longer.rstrip()) > columns:
            lines.append(line)
            longer = part
        line = longer
    return [*lines, line] if line else lines


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Give the parts of ``text``, each with the space ahead of it."""
    for number, word in enumerate(text.split()):
        space = " " if number else ""
        for part in filter(None, _PART.findall(word)):
            yield space, part
            space = ""
