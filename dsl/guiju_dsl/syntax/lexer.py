"""Words, numbers, units and signs of a text, in one sweep of one pattern."""

import re
from functools import cache
from typing import Final

from msgspec import Struct

from guiju_dsl.syntax.keywords import KEYWORDS, terminals_of_type_words, terminals_of_words
from guiju_dsl.syntax.table import END
from guiju_runtime.units import UNIT_WORDS, end_of_unit, is_unit_word

UNKNOWN: Final = "unknown character"
UNCLOSED: Final = "unclosed text"
UNKNOWN_UNIT: Final = "unknown unit"

SIGNS: Final = {
    "{": "LBRACE", "}": "RBRACE", "(": "LPAR", ")": "RPAR", "[": "LSQB", "]": "RSQB",
    ",": "COMMA", ".": "DOT", ":": "COLON", "=": "EQ", "<": "LT", ">": "GT", "<=": "LE",
    ">=": "GE", "≤": "LE", "≥": "GE", "!=": "NE", "≠": "NE", "+": "PLUS", "-": "MINUS",
    "*": "TIMES", "/": "OVER", "^": "POWER", "..": "DOTS", "~": "DOTS",
}  # fmt: skip
"""Terminal of every sign."""

# One character for one character, so every position stays that of the source. A full-width
# quotation mark is not narrowed: it must not open or close a text.
_NARROW: Final[dict[str, str]] = {
    chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF02
} | dict(zip("\u3000、【】−×÷•⋅・〜", " ,[]-*/···~", strict=True))
_ALSO_NAMES = frozenset({"min"})
_NUMBER = r"[0-9][0-9_]*(?:\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9]+)?"


class Tokens(Struct):
    """What stands in a text, in order, ``$END`` last.

    Attributes:
        text: the text.
        narrowed: the same, full-width signs as their ASCII twins, position for position.
        kinds: terminal of each token, or one of the faults above.
        starts: offset of each token.
        ends: offset behind each token.
        comments: start and end of every comment.
    """

    text: str
    narrowed: str
    kinds: list[str]
    starts: list[int]
    ends: list[int]
    comments: list[tuple[int, int]]

    def add(self, kind: str, start: int, end: int) -> None:
        """Put a token at the end."""
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)

    def words(self, at: int) -> str:
        """Give token ``at``, narrowed."""
        return self.narrowed[self.starts[at] : self.ends[at]]

    def written(self, at: int) -> str:
        """Give token ``at`` as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]


def narrow(text: str) -> str:
    """Give ``text`` with full-width signs as their ASCII twins."""
    for sign in _NARROW.keys() & set(text):
        text = text.replace(sign, _NARROW[sign])
    return text


def tokens_of(text: str) -> Tokens:
    """Take ``text`` apart; what cannot be read becomes a token of its fault."""
    narrowed = narrow(text)
    tokens = Tokens(text=text, narrowed=narrowed, kinds=[], starts=[], ends=[], comments=[])
    add, kinds_of_words, match_at = tokens.add, dict(_kinds_of_words()), _pattern().match
    end, group = 0, ""
    while group != "END":
        match = match_at(narrowed, end)
        assert match is not None, "any character is taken, if only as unknown"
        group = match.lastgroup or ""
        start, end = match.span(group)
        if group == "WORD":
            word = narrowed[start:end]
            kind = kinds_of_words.get(word)
            if kind is None:
                kind = kinds_of_words[word] = _kind_of_new_word(word)
            add(kind, start, end)
        elif group == "SIGN":
            add(SIGNS[narrowed[start:end]], start, end)
        elif group in _AS_IS:
            add(group, start, end)
        elif group in _BEFORE_A_UNIT:
            add(group, start, end)
            end = _add_unit(tokens, group, end)
        else:
            _add_rare(tokens, group, start, end)
    return tokens


_AS_IS = frozenset({"STRING", "DATE"})
_BEFORE_A_UNIT = frozenset({"NUMBER", "COLON"})
_ATTACHED = re.compile(r"[^\W\d]\w*(?:[·/]\w+)*")
_NEXT_WORD = re.compile(r"\s*(\w*)")


def _add_unit(tokens: Tokens, before: str, at: int) -> int:
    """Add the unit or type behind a number or a colon that ends at ``at``; give where that ends."""
    text = tokens.narrowed
    following = _NEXT_WORD.match(text, at)
    assert following is not None, "nothing at all matches too"
    start, end = following.span(1)
    behind = end_of_unit(text, start)
    if behind > start:
        tokens.add("UNIT", start, behind)
        return behind
    if before == "COLON":
        kind = terminals_of_type_words().get(following[1])
    else:
        attached = _ATTACHED.match(text, at)
        kind, end = (UNKNOWN_UNIT, attached.end()) if attached is not None else (None, at)
    if kind is None:
        return at
    tokens.add(kind, start, end)
    return end


def _add_rare(tokens: Tokens, group: str, start: int, end: int) -> None:
    words = tokens.narrowed[start:end]
    if group == "COMMENT":
        tokens.comments.append((start, end))
    elif group == "PAIR":
        tokens.add(terminals_of_words()[" ".join(words.split())], start, end)
    else:
        tokens.add({"END": END, "UNCLOSED": UNCLOSED, "UNKNOWN": UNKNOWN}[group], start, end)


@cache
def _kinds_of_words() -> dict[str, str]:
    units = dict.fromkeys(UNIT_WORDS - _ALSO_NAMES, "UNIT_WORD")
    return units | terminals_of_words()


def _kind_of_new_word(word: str) -> str:
    return "UNIT_WORD" if word not in _ALSO_NAMES and is_unit_word(word) else "NAME"


@cache
def _pattern() -> re.Pattern[str]:
    pairs = "|".join(k.en.replace(" ", r"\s+") for k in KEYWORDS.values() if " " in k.en)
    return re.compile(
        r"[\s;]*(?:"
        rf"(?P<PAIR>(?:{pairs})(?!\w))"
        r"|(?P<WORD>[^\W\d]\w*)"
        r"|(?P<DATE>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
        rf"|(?P<NUMBER>{_NUMBER})|(?P<COLON>:)"
        r'|(?P<STRING>"""[\s\S]*?"""|"[^"\n]*"|“[^”\n]*”)'
        r"|(?P<SIGN>\.\.|~|<=|>=|!=|[≤≥≠{}()\[\],.=<>+\-*/^])"
        r"|(?P<COMMENT>\#[^\n]*)"
        r'|(?P<UNCLOSED>"""[\s\S]*|["“][^\n]*)'
        r"|(?P<END>\Z)"
        r"|(?P<UNKNOWN>[\s\S]))"
    )
