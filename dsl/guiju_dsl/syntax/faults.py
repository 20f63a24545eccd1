"""What is wrong where the parser cannot go on: the first explanation that fits."""

from collections.abc import Callable

from guiju_dsl.diagnostics import at
from guiju_dsl.source import Span
from guiju_dsl.syntax.codes import (
    MISSING_SPACE,
    MISSPELT_KEYWORD,
    RESERVED_NAME,
    SOURCE_BY_PATH,
    STRAY_BRACE,
    UNEXPECTED,
    UNFINISHED_ITEM,
    UNKNOWN_UNIT,
)
from guiju_dsl.syntax.keywords import ITEM_STARTS, KEYWORDS, TYPE_WORDS
from guiju_dsl.syntax.lexical import unknown_unit
from guiju_dsl.syntax.lines import LeftOpen
from guiju_dsl.syntax.parser import Parser
from guiju_dsl.syntax.places import Fault, Mend, NewToken, Place
from guiju_dsl.syntax.spelling import is_unit, leading_keyword, near_keywords
from guiju_dsl.syntax.table import END
from guiju_dsl.syntax.unclosed import NO_OPTION, unclosed_block
from guiju_dsl.syntax.wording import choice_of, expected_in_words, quoted, token_in_words
from guiju_runtime.messages import Text


def fault_at(place: Place) -> Fault:
    """Say what is wrong at ``place``."""
    for explain in _EXPLANATIONS:
        fault = explain(place)
        if fault is not None:
            return fault
    return _unexpected(place)


def _stray_brace(place: Place) -> Fault | None:
    if place.kind != "RBRACE" or _open_braces(place.parser):
        return None
    found = at(STRAY_BRACE, place.span(place.at, place.at))
    return Fault(diagnostic=found, mend=Mend(first=place.at, last=place.at, instead=()))


def _open_braces(parser: Parser) -> int:
    return sum(value == "LBRACE" for value in parser.stack.values if isinstance(value, str))


def _source_by_path(place: Place) -> Fault | None:
    """``use "../factors.pcr"``, ``use ../factors``."""
    before = place.kind_at(place.at - 1)
    if before not in ("USE", "EXTENDS") or place.kind not in ("STRING", "DOT", "DOTS", "OVER"):
        return None
    tokens, last = place.parser.tokens, place.at
    while place.kind_at(last + 1) != END and tokens.starts[last + 1] == tokens.ends[last]:
        last += 1
    keyword = tokens.written(place.at - 1)
    found = at(
        SOURCE_BY_PATH,
        place.span(place.at, last),
        keyword=quoted(keyword),
        example=f"{keyword} " + ("gbt_24067" if before == "EXTENDS" else "factors.china"),
    )
    name = ("NAME", found.span.start, found.span.end)
    return Fault(diagnostic=found, mend=Mend(first=place.at, last=last, instead=(name,)))


def _misspelt_first_word(place: Place) -> Fault | None:
    """``inpt coal : t``, ``排放CO2 燃烧 : t``: the item begins with a word near a keyword."""
    if place.kind_at(place.first) != "NAME" or place.first == place.at:
        return None
    if place.kind_at(place.first + 1) in ("EQ", "COMMA", "DOT", "LPAR", "LSQB"):
        return None
    return _misspelt(place, place.first, ITEM_STARTS)


def _misspelt_here(place: Place) -> Fault | None:
    """``when a is b than c``: a word near a keyword that could stand here."""
    if place.kind != "NAME":
        return None
    return _misspelt(place, place.at, place.expected & (KEYWORDS.keys() | TYPE_WORDS.keys()))


def _misspelt(place: Place, index: int, terminals: frozenset[str]) -> Fault | None:
    tokens = place.parser.tokens
    word, start, end = tokens.words(index), tokens.starts[index], tokens.ends[index]
    near = near_keywords(word, terminals)
    if near:
        spellings = choice_of(spelling for spelling, _ in near)
        found = at(
            MISSPELT_KEYWORD, place.span(index, index), word=quoted(word), candidates=spellings
        )
        instead: tuple[NewToken, ...] = ((near[0][1], start, end),)
        return Fault(diagnostic=found, mend=Mend(first=index, last=index, instead=instead))
    leading = leading_keyword(word, terminals)
    if leading is None:
        return None
    keyword, terminal = leading
    between = start + len(keyword)
    found = at(
        MISSING_SPACE,
        place.span(index, index),
        word=quoted(word),
        keyword=quoted(keyword),
        parts=f"{keyword} {word[len(keyword) :]}",
    )
    instead = ((terminal, start, between), ("NAME", between, end))
    return Fault(diagnostic=found, mend=Mend(first=index, last=index, instead=instead))


def _unknown_type(place: Place) -> Fault | None:
    """``: kgs``: after a colon a word that is no unit."""
    if "UNIT" not in place.expected or place.kind not in ("NAME", "UNIT_WORD"):
        return None
    if place.kind_at(place.at - 1) != "COLON":
        return None
    last = place.last_attached(place.at)
    span = place.span(place.at, last)
    narrowed = place.parser.tokens.narrowed
    found = unknown_unit(place.parser.source, narrowed, span.start, span.end)
    instead = (("UNIT", span.start, span.end),)
    return Fault(diagnostic=found, mend=Mend(first=place.at, last=last, instead=instead))


def _unit_with_space(place: Place) -> Fault | None:
    """``5 kg CO2e``, ``: t CO2``: a unit goes on after a space."""
    rest = place.at if place.kind_at(place.at - 1) == "UNIT" else place.first
    if place.kind_at(rest) not in ("NAME", "UNIT_WORD") or place.kind_at(rest - 1) != "UNIT":
        return None
    tokens = place.parser.tokens
    last = place.last_attached(rest)
    joined = tokens.words(rest - 1) + tokens.narrowed[tokens.starts[rest] : tokens.ends[last]]
    if not is_unit(joined):
        return None
    wrong = tokens.narrowed[tokens.starts[rest - 1] : tokens.ends[last]]
    found = at(
        UNKNOWN_UNIT,
        place.span(rest - 1, last),
        unit=quoted(wrong),
        way_out=Text(zh=f"写作“{joined}”，中间没有空格", en=f"write `{joined}` without a space"),
    )
    mend = Mend(first=rest, last=last, instead=()) if rest == place.at else None
    return Fault(diagnostic=found, mend=mend)


def _unknown_unit_of_number(place: Place) -> Fault | None:
    """``5 tonnes``: a word after a number, in its line, that nothing else explains."""
    if place.kind_at(place.first) != "NAME" or place.kind_at(place.first - 1) != "NUMBER":
        return None
    if not place.same_line(place.first - 1, place.first):
        return None
    span = place.span(place.first, place.last_attached(place.first))
    narrowed = place.parser.tokens.narrowed
    found = unknown_unit(place.parser.source, narrowed, span.start, span.end)
    return Fault(diagnostic=found, mend=None)


def _missing_colon(place: Place) -> Fault | None:
    """``input coal t``: a unit where a colon could stand."""
    if place.kind != "UNIT_WORD" or "COLON" not in place.expected:
        return None
    last = place.last_attached(place.at)
    colon = quoted(":")
    span = place.span(place.at, last)
    found = at(
        UNEXPECTED,
        span,
        found=quoted(place.parser.tokens.narrowed[span.start : span.end]),
        expected=colon,
        way_out=Text(zh="在单位前写 :", en="write : before the unit"),
    )
    instead = (("COLON", span.start, span.start), ("UNIT", span.start, span.end))
    return Fault(diagnostic=found, mend=Mend(first=place.at, last=last, instead=instead))


def _reserved_name(place: Place) -> Fault | None:
    """``data share : %``, ``5 t / h``: a keyword or a unit where a name could stand."""
    if "NAME" not in place.expected or not (place.kind in KEYWORDS or place.kind == "UNIT_WORD"):
        return None
    if place.at == 0 or not place.same_line(place.at - 1, place.at):
        return None
    if place.kind in ("ZH", "EN") and place.kind_at(place.at + 1) == "STRING":
        return None
    is_keyword = place.kind in KEYWORDS
    divides = not is_keyword and place.kind_at(place.at - 1) == "OVER"
    found = at(
        RESERVED_NAME,
        place.span(place.at, place.at),
        word=quoted(place.written),
        what=_KEYWORD if is_keyword else _UNIT,
        way_out=_JOINED_UNIT if divides else _other_name(place.written),
    )
    instead = (place.token(place.at, "NAME"),)
    return Fault(diagnostic=found, mend=Mend(first=place.at, last=place.at, instead=instead))


_KEYWORD = Text(zh="关键词", en="a keyword")
_UNIT = Text(zh="单位", en="a unit")
_JOINED_UNIT = Text(zh="组合单位连写，如 5 t/h", en="write a unit without spaces, as in 5 t/h")


def _other_name(word: str) -> Text:
    other = f"{word.replace(' ', '_')}_1" if word.isascii() else f"{word}一"
    return Text(zh=f"换一个名称，如 {other}", en=f"take another name, such as {other}")


def _options_left_open(place: Place) -> Fault | None:
    """``choice kinds { a, b`` and then an item: the brace is lost."""
    tokens = place.parser.tokens
    among_options = {"COMMA", "RBRACE"} <= place.expected
    new_item = place.kind in ITEM_STARTS and not place.same_line(place.at - 1, place.at)
    if not among_options or not new_item:
        return None
    brace = next(at for at in range(place.at, -1, -1) if tokens.kinds[at] == "LBRACE")
    left = LeftOpen(brace, place.at)
    found = unclosed_block(place.parser.source.name, tokens, place.lines, left, NO_OPTION)
    end = tokens.ends[place.at - 1]
    instead = (("RBRACE", end, end), place.token(place.at, place.kind))
    return Fault(diagnostic=found, mend=Mend(first=place.at, last=place.at, instead=instead))


def _unfinished(place: Place) -> Fault | None:
    """The line ends before the item does."""
    if place.at == 0 or place.first == place.at:
        return None
    ends = place.kind in ("RBRACE", END) or not place.same_line(place.at - 1, place.at)
    if not ends or not (place.kind in ITEM_STARTS or place.kind in ("NAME", "RBRACE", END)):
        return None
    tokens = place.parser.tokens
    expected = expected_in_words(place.expected)
    last = place.span(place.at - 1, place.at - 1)
    found = at(
        UNFINISHED_ITEM,
        Span(last.source, last.end, last.end),
        hint=False,
        last=token_in_words(tokens, place.at - 1),
        expected=expected,
        way_out="",
    )
    return Fault(diagnostic=found, mend=None)


def _unexpected(place: Place) -> Fault:
    found = at(
        UNEXPECTED,
        place.span(place.at, place.at),
        hint=False,
        found=token_in_words(place.parser.tokens, place.at),
        expected=expected_in_words(place.expected),
        way_out="",
    )
    return Fault(diagnostic=found, mend=None)


_EXPLANATIONS: tuple[Callable[[Place], Fault | None], ...] = (
    _stray_brace,
    _source_by_path,
    _unit_with_space,
    _unknown_unit_of_number,
    _misspelt_first_word,
    _misspelt_here,
    _unknown_type,
    _missing_colon,
    _reserved_name,
    _options_left_open,
    _unfinished,
)
