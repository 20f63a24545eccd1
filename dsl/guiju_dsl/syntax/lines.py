"""Lines of a text, and what the indentation says of its braces."""

from bisect import bisect_right
from typing import NamedTuple

from guiju_dsl.syntax.keywords import ITEM_STARTS
from guiju_dsl.syntax.lexer import Tokens

ALSO_INSIDE = frozenset({"CHOICE", "GIVEN", "FACTOR", "GWP", "EXTENDS"})
"""Words that begin an item but stand inside others too: only a new line makes them a new item."""


class Lines:
    """Line numbers and indentations of one text."""

    def __init__(self, text: str) -> None:
        """Find the line ends."""
        self.starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
        self._text = text

    def number(self, offset: int) -> int:
        """Give the line of ``offset``, from 1."""
        return bisect_right(self.starts, offset)

    def indent(self, line: int) -> int:
        """Give the columns of space before the first word of ``line``; a tab counts to 4."""
        start = self.starts[line - 1]
        rest = self._text[start : start + 400].expandtabs(4)
        return len(rest) - len(rest.lstrip(" \u3000"))

    def is_first(self, offset: int) -> bool:
        """Tell whether only space stands before ``offset`` in its line."""
        return not self._text[self.starts[self.number(offset) - 1] : offset].strip()


class LeftOpen(NamedTuple):
    """A brace that was not closed: its token, and the token that shows it, if any does."""

    brace: int
    shown_by: int | None


def left_open(tokens: Tokens, lines: Lines) -> list[LeftOpen]:
    """Find the braces left open: those whose inside is followed by something further out."""
    stack: list[int] = []
    shown: list[LeftOpen] = []
    for at, kind in enumerate(tokens.kinds):
        if stack and _stands_outside(at, stack[-1], tokens, lines):
            shown.append(LeftOpen(stack.pop(), at))
        if kind == "LBRACE":
            stack.append(at)
        elif kind == "RBRACE" and stack:
            stack.pop()
    missing = tokens.kinds.count("LBRACE") - tokens.kinds.count("RBRACE")
    rest = [LeftOpen(brace, None) for brace in reversed(stack)]
    return [*shown, *rest][: max(missing, 0)]


def _stands_outside(at: int, brace: int, tokens: Tokens, lines: Lines) -> bool:
    kind, start = tokens.kinds[at], tokens.starts[at]
    line, opened = lines.number(start), lines.number(tokens.starts[brace])
    head = lines.number(tokens.starts[head_of_block(brace, tokens, lines)[0]])
    if line == opened or not (kind == "RBRACE" or kind == "NAME" or kind in ITEM_STARTS):
        return False
    if not lines.is_first(start):
        return False
    further_out = lines.indent(line) - lines.indent(head)
    return further_out < 0 or (further_out == 0 and kind != "RBRACE")


def begins_item(at: int, tokens: Tokens, lines: Lines) -> bool:
    """Tell whether a word begins an item; one that also stands inside others does so in a line."""
    kind = tokens.kinds[at]
    return kind in ITEM_STARTS and (kind not in ALSO_INSIDE or lines.is_first(tokens.starts[at]))


def head_of_block(brace: int, tokens: Tokens, lines: Lines) -> tuple[int, int]:
    """Give the first and last token of the words that name the block opened by ``brace``."""
    first = at = brace - 1
    while at >= 0 and tokens.kinds[at] not in ("LBRACE", "RBRACE"):
        first = at
        if begins_item(at, tokens, lines) and tokens.kinds[at + 1] in ("NAME", "LBRACE"):
            break
        at -= 1
    first = max(first, 0)
    last = first
    if tokens.kinds[first] in ITEM_STARTS and tokens.kinds[first + 1] == "NAME":
        last = first + 1
    return first, last
