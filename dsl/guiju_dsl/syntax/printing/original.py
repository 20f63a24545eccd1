"""What the tree leaves out and the layout keeps: spellings, signs, figures, comments."""

from bisect import bisect_left
from typing import Final, Literal

from guiju_dsl.syntax.keywords import KeywordLanguage, spelt
from guiju_dsl.syntax.lexer import tokens_of
from guiju_dsl.syntax.tree import Comment, File, Node, Quantity

Keywords = Literal["zh", "en", "keep"]

_KEPT_SIGNS: Final = frozenset("×÷≤≥≠～")


class Original:
    """The source of a tree, as far as its layout is kept.

    Attributes:
        comments: of the file, in order.
    """

    def __init__(self, file: File, keywords: Keywords) -> None:
        """Read the source of ``file`` once more, for its words."""
        self.comments = file.comments
        self._text = file.source.text
        self._tokens = tokens_of(self._text)
        self._keywords = keywords
        self._comment_starts = [comment.span.start for comment in file.comments]

    def keyword(self, terminal: str, start: int, end: int) -> str:
        """Spell the keyword that stands between two offsets."""
        if self._keywords != "keep":
            return spelt(terminal, self._keywords)
        return spelt(terminal, self._language(terminal, start, end))

    def _language(self, terminal: str, start: int, end: int) -> KeywordLanguage:
        at = self._find({terminal}, start, end)
        return "en" if at is None or self._text[self._tokens.starts[at]].isascii() else "zh"

    def sign(self, plain: str, terminals: set[str], start: int, end: int) -> str:
        """Give the sign between two offsets: ``×`` and its like as written, others ``plain``."""
        at = self._find(terminals, start, end)
        written = "" if at is None else self._text[self._tokens.starts[at] : self._tokens.ends[at]]
        return written if written in _KEPT_SIGNS else plain

    def number(self, node: Node, number: str) -> str:
        """Give the number that ``node`` begins with as written, ``13_500``."""
        at = self._find({"NUMBER"}, node.span.start, node.span.end)
        if at is None or self._tokens.words(at).replace("_", "") != number:
            return number
        return self._tokens.words(at)

    def quantity(self, quantity: Quantity) -> str:
        """Give a number with its unit, a space between."""
        number = self.number(quantity, quantity.number)
        return f"{number} {quantity.unit.text}" if quantity.unit else number

    def offset_of(self, terminal: str, start: int, end: int) -> int:
        """Give where the first token of ``terminal`` between two offsets stands."""
        at = self._find({terminal}, start, end)
        return end if at is None else self._tokens.starts[at]

    def comments_between(self, start: int, end: int) -> tuple[Comment, ...]:
        """Give the comments that begin between two offsets."""
        first = bisect_left(self._comment_starts, start)
        return self.comments[first : bisect_left(self._comment_starts, end)]

    def loose_comments(self, start: int, end: int) -> tuple[Comment, ...]:
        """Give the comments between two offsets that stand in no braces there."""
        found = self.comments_between(start, end)
        return tuple(one for one in found if self._depth(start, one.span.start) == 0)

    def _depth(self, start: int, end: int) -> int:
        tokens = self._tokens
        inside = slice(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
        kinds = tokens.kinds[inside]
        return kinds.count("LBRACE") - kinds.count("RBRACE")

    def one_line(self, start: int, end: int) -> bool:
        """Tell whether no line ends between two offsets."""
        return "\n" not in self._text[start:end]

    def blank_line(self, start: int, end: int) -> bool:
        """Tell whether an empty line stands between two offsets."""
        between = self._text[start:end].split("\n")
        return any(not line.strip(" \t\u3000;,，；、") for line in between[1:-1])

    def _find(self, terminals: set[str], start: int, end: int) -> int | None:
        tokens = self._tokens
        at = bisect_left(tokens.starts, start)
        while at < len(tokens.starts) and tokens.starts[at] < end:
            if tokens.kinds[at] in terminals:
                return at
            at += 1
        return None
