"""Faults of single words: what cannot be read is reported here, and mended for the parser."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from msgspec.structs import replace

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.codes import (
    EXCESSIVE_NUMBER,
    IMPOSSIBLE_DATE,
    TOO_DEEP,
    UNCLOSED_TEXT,
    UNKNOWN_CHARACTER,
    UNKNOWN_UNIT,
)
from guiju_dsl.syntax.keywords import ITEM_STARTS
from guiju_dsl.syntax.lexer import UNCLOSED, UNKNOWN, Tokens
from guiju_dsl.syntax.lexer import UNKNOWN_UNIT as ATTACHED_WORD
from guiju_dsl.syntax.spelling import is_unit, near_units
from guiju_dsl.syntax.wording import choice_of, quoted
from guiju_runtime.messages import Text

MOST_DIGITS: Final = 40
LARGEST_EXPONENT: Final = 99
DEEPEST: Final = 50
MOST_OPERATORS: Final = 200

_QUOTES = Text(zh='文字用 "…" 或 “…”', en='write text as "…" or “…”')
_WAYS_OUT: Final = {
    **dict.fromkeys("＂'‘’”", _QUOTES),
    **dict.fromkeys("—–", Text(zh="减号写作 -", en="write - for minus")),
    "。": Text(zh="小数点写作 .，行末不写句号", en="write . for a point; lines end without one"),
    "&": Text(zh="写 且", en="write and"),
    "|": Text(zh="写 或", en="write or"),
    "!": Text(zh="写 非，或 !=", en="write not, or !="),
    "%": Text(zh="% 紧跟在数之后，如 5 %", en="% stands behind a number, as in 5 %"),
    "²": Text(zh="写作 ^ 2", en="write ^ 2"),
    "³": Text(zh="写作 ^ 3", en="write ^ 3"),
}


class Mended(NamedTuple):
    """Tokens that the parser can take, and what was wrong with them."""

    tokens: Tokens
    faults: tuple[Diagnostic, ...]


def mended(source: SourceText, tokens: Tokens) -> Mended:
    """Report the faults of words; each is dropped or taken for what it was meant to be."""
    faults = [*_excesses(source, tokens), *_odd_words(source, tokens)]
    if not any(kind in tokens.kinds for kind in (UNKNOWN, UNCLOSED, ATTACHED_WORD)):
        return Mended(tokens, tuple(faults))
    whole = replace(tokens, kinds=[], starts=[], ends=[])
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends, strict=True):
        if kind == UNKNOWN:
            faults += _unknown(source, start, end, faults)
        elif kind == UNCLOSED:
            faults.append(_unclosed(source, start, end, whole))
        elif kind == ATTACHED_WORD:
            faults.append(unknown_unit(source, tokens.narrowed, start, end))
            whole.add("UNIT", start, end)
        else:
            whole.add(kind, start, end)
    return Mended(whole, tuple(faults))


def unknown_unit(source: SourceText, narrowed: str, start: int, end: int) -> Diagnostic:
    """Report that what stands between two offsets is no unit."""
    unit = narrowed[start:end]
    near = near_units(unit)
    return at(
        UNKNOWN_UNIT,
        Span(source.name, start, end),
        hint=bool(near),
        unit=quoted(unit),
        way_out=_meant(near),
    )


def _meant(near: tuple[str, ...]) -> Text:
    words = choice_of(near)
    return Text(zh=f"改为{words.zh}", en=f"did you mean {words.en}?")


def _unknown(
    source: SourceText, start: int, end: int, faults: list[Diagnostic]
) -> Iterator[Diagnostic]:
    """Report a character, once where several of them stand side by side."""
    if faults and faults[-1].code is UNKNOWN_CHARACTER and faults[-1].span.end == start:
        before = faults.pop()
        yield _unknown_character(source, before.span.start, end)
    else:
        yield _unknown_character(source, start, end)


def _unknown_character(source: SourceText, start: int, end: int) -> Diagnostic:
    character = source.text[start]
    way_out = _WAYS_OUT.get(character)
    return at(
        UNKNOWN_CHARACTER,
        Span(source.name, start, end),
        hint=way_out is not None,
        character=character if character.isprintable() else "",
        code_point=f"U+{ord(character):04X}",
        way_out=way_out or "",
    )


def _unclosed(source: SourceText, start: int, end: int, whole: Tokens) -> Diagnostic:
    """Report a text without an end; braces that close at the end of its line still count."""
    text = source.text[start:end]
    long = text.startswith('"""')
    inside = text.rstrip() if long else re.sub(r"[\s}｝]*$", "", text)
    whole.add("STRING", start, start + len(inside))
    for offset in range(start + len(inside), end):
        if whole.narrowed[offset] == "}":
            whole.add("RBRACE", offset, offset + 1)
    opening = '"""' if long else text[0]
    closing = "”" if opening == "“" else opening
    shown = start + 3 if long else start + len(inside)
    return at(
        UNCLOSED_TEXT,
        Span(source.name, start, shown),
        opening=opening,
        way_out=Text(
            zh=f"以 {closing} 结束" + ("" if long else '；跨行的文字写作 """…"""'),
            en=f"end it with {closing}" + ("" if long else '; text of several lines is """…"""'),
        ),
    )


def _odd_words(source: SourceText, tokens: Tokens) -> Iterator[Diagnostic]:
    """Report units, dates and numbers that have the right form and yet are none."""
    for index, kind in enumerate(tokens.kinds):
        if kind not in ("UNIT", "DATE", "NUMBER"):
            continue
        words = tokens.words(index)
        span = Span(source.name, tokens.starts[index], tokens.ends[index])
        if kind == "UNIT" and not is_unit(words):
            yield unknown_unit(source, tokens.narrowed, span.start, span.end)
        elif kind == "DATE" and not _is_day(words):
            yield at(IMPOSSIBLE_DATE, span, date=words)
        elif kind == "NUMBER" and _is_excessive(words):
            yield at(
                EXCESSIVE_NUMBER,
                span,
                number=words if len(words) <= 24 else f"{words[:23]}…",
                digits=str(MOST_DIGITS),
                exponent=str(LARGEST_EXPONENT),
            )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_excessive(number: str) -> bool:
    digits, _, exponent = number.lower().partition("e")
    return len(digits) > MOST_DIGITS or (
        exponent != "" and (len(exponent) > 4 or abs(int(exponent)) > LARGEST_EXPONENT)
    )


_OPERATORS = frozenset(
    {"PLUS", "MINUS", "TIMES", "OVER", "POWER", "AND", "OR", "NOT", "WHEN", "ELSE"}
)
_OPENING = frozenset({"LBRACE", "LPAR", "LSQB"})
_CLOSING = frozenset({"RBRACE", "RPAR", "RSQB"})
_ANEW = ITEM_STARTS | {"EQ", "LBRACE", "RBRACE"}


def _excesses(source: SourceText, tokens: Tokens) -> Iterator[Diagnostic]:
    """Report nesting and formulas that no reader, and no later pass, could follow."""
    depth = operators = 0
    for index, kind in enumerate(tokens.kinds):
        if kind in _ANEW:
            operators = 0
        if kind in _OPERATORS:
            operators += 1
        elif kind in _OPENING:
            depth += 1
        elif kind in _CLOSING:
            depth -= 1
        if depth > DEEPEST or operators > MOST_OPERATORS:
            what, limit = (_NESTED, DEEPEST) if depth > DEEPEST else (_JOINED, MOST_OPERATORS)
            span = Span(source.name, tokens.starts[index], tokens.ends[index])
            yield at(TOO_DEEP, span, what=what, limit=str(limit))
            return


_NESTED = Text(zh="括号嵌套", en="brackets inside one another")
_JOINED = Text(zh="运算", en="operators in one formula")
