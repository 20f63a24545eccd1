"""Every character of a document is in the fonts that print it."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.backends.pdf.codes import CHARACTER_NOT_IN_FONTS
from guiju.documents.model import StandardDocument
from guiju.fonts import missing_characters
from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.source import Span
from guiju_runtime.messages import Text, same_words

AROUND = 8


def characters_are_drawn(document: StandardDocument, span: Span) -> Iterator[Diagnostic]:
    """Report each character that would print as an empty box, with the words where it first stands.

    Args:
        span: place of the standard in its source; the words tell where to look.
    """
    reported: set[str] = set()
    for text in texts(document):
        for character in sorted(missing_characters(text) - reported):
            reported.add(character)
            yield at(
                CHARACTER_NOT_IN_FONTS,
                span,
                character=same_words(character),
                code_point=same_words(f"U+{ord(character):04X}"),
                words=same_words(words_around(text, text.index(character))),
            )


def texts(value: object) -> Iterator[str]:
    """Give every text within ``value``, a tree of models, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, Text):
        yield from (value.zh, value.en)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def words_around(text: str, place: int) -> str:
    """Give the words around ``place``, shortened on both sides."""
    start, end = max(0, place - AROUND), place + AROUND + 1
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
