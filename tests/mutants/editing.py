"""Standards of the language reference with words and lines of them at other places."""

import re
from functools import cache
from typing import NamedTuple

from hypothesis import strategies as st

from guiju_dsl.source import SourceText
from tests.calculation.compiled import shipped
from tests.reference import book

WORDS = re.compile(r'"[^"\n]*"|“[^”\n]*”|[\w.]+|[^\w\s]|\s+')
FIGURES = ("0", "1", "-1", "1e9", "1e400", "100 %", "2024", "99999999999999999999")


class Source(NamedTuple):
    """A source of the book with the libraries of its page."""

    text: str
    libraries: book.Libraries

    def find(self, name: str) -> SourceText | None:
        """Find what it builds on: in its page, else among what ships."""
        text = dict(self.libraries).get(name)
        return shipped(name) if text is None else SourceText(name=f"{name}.pcr", text=text)


@cache
def sources() -> tuple[Source, ...]:
    """Give the standards of the book, those that declare a product."""
    found = []
    for page in book.PAGES:
        blocks = [block for block in page.blocks if block.rest.strip().startswith("file ")]
        libraries = tuple((one.rest.strip().removeprefix("file "), one.text) for one in blocks)
        found += [Source(text, libraries) for text in book.sources(page) if "product " in text]
    return tuple(found)


@cache
def words() -> tuple[str, ...]:
    """Give every word of the book once."""
    found = {word for source in sources() for word in WORDS.findall(source.text)}
    return tuple(sorted(word for word in found if not word.isspace()))


@st.composite
def edited(draw: st.DrawFn) -> Source:
    """Give a source with one to three words or lines moved, put in, left out or replaced."""
    source = draw(st.sampled_from(sources()))
    text = source.text
    for _ in range(draw(st.integers(1, 3))):
        edit = draw(st.sampled_from((_replaced, _replaced, _put_in, _left_out, _moved)))
        text = edit(draw, text)
    return source._replace(text=text)


def _another(draw: st.DrawFn, there: list[str]) -> str:
    """Give a word: mostly one of the same source, which fits more often."""
    return draw(st.sampled_from(there) | st.sampled_from(words()) | st.sampled_from(FIGURES))


def _place(draw: st.DrawFn, there: list[str]) -> int:
    places = [at for at, word in enumerate(there) if not word.isspace()]
    return draw(st.sampled_from(places)) if places else 0


def _replaced(draw: st.DrawFn, text: str) -> str:
    there = WORDS.findall(text) or [""]
    there[_place(draw, there)] = _another(draw, there)
    return "".join(there)


def _put_in(draw: st.DrawFn, text: str) -> str:
    there = WORDS.findall(text) or [""]
    there.insert(_place(draw, there), f"{_another(draw, there)} ")
    return "".join(there)


def _left_out(draw: st.DrawFn, text: str) -> str:
    there = WORDS.findall(text) or [""]
    del there[_place(draw, there)]
    return "".join(there)


def _moved(draw: st.DrawFn, text: str) -> str:
    """Put some lines elsewhere, or there again."""
    lines = text.split("\n")
    start = draw(st.integers(0, len(lines) - 1))
    some = lines[start : start + draw(st.integers(1, 4))]
    if draw(st.booleans()):
        del lines[start : start + len(some)]
    to = draw(st.integers(0, len(lines)))
    return "\n".join([*lines[:to], *some, *lines[to:]])
