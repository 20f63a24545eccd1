"""The line of a source where something stands, with marks under the words."""

from typing import Final

from guiju_dsl.columns import width
from guiju_dsl.source import SourceText, Span

_WIDEST: Final = 120
_TAB: Final = 4
_CUT: Final = "…"


def excerpt(source: SourceText, span: Span) -> tuple[str, str]:
    """Give the line where ``span`` begins, numbered, and a line of marks under its words.

    Columns are those of a terminal: East Asian wide characters take two, a tab reaches the next
    multiple of 4. A long line is cut to the part about the words.
    """
    start = source.text.rfind("\n", 0, span.start) + 1
    end = source.text.find("\n", start)
    line = source.text[start : end if end >= 0 else None]
    first = min(span.start - start, len(line))
    last = min(max(span.end - start, first), len(line))
    shown, column, marks = _shown(line, first, last)
    number = str(source.text.count("\n", 0, start) + 1)
    gutter = " " * len(number)
    return (
        f"{number} | {shown}".rstrip(),
        f"{gutter} | {' ' * column}{'^' * max(marks, 1)}",
    )


def _shown(line: str, first: int, last: int) -> tuple[str, int, int]:
    """Give the part of ``line`` to show, the column of the words in it, and their width."""
    before, words, after = _plain(line, 0, first), _plain(line, first, last), _plain(line, last)
    room = _WIDEST - width(words)
    if width(before) + width(words) + width(after) > _WIDEST:
        words = _start_of(words, _WIDEST // 2)
        room = _WIDEST - width(words)
        before = _end_of(before, room // 2)
        after = _start_of(after, room - width(before))
    return before + words + after, width(before), width(words)


def _plain(line: str, start: int, end: int | None = None) -> str:
    """Replace tabs by spaces, and what cannot be shown by a blank of its width."""
    column = 0
    letters: list[str] = []
    for at, letter in enumerate(line):
        shown = " " * (_TAB - column % _TAB) if letter == "\t" else letter
        if not letter.isprintable() and letter != "\t":
            shown = "\N{REPLACEMENT CHARACTER}"
        column += width(shown)
        if at >= start and (end is None or at < end):
            letters.append(shown)
    return "".join(letters)


def _start_of(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    while text and width(text) >= columns:
        text = text[:-1]
    return text + _CUT


def _end_of(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    while text and width(text) >= columns:
        text = text[1:]
    return _CUT + text
