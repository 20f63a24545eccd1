"""Words for people in both languages, and the codes that carry them."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """Give the words in ``language``."""
        return self.zh if language == "zh" else self.en

    def filled(self, language: Language, values: "Values") -> str:
        """Put ``values`` into the places of a template, each in ``language``."""
        words = {name: in_words(value, language) for name, value in values}
        return self.in_language(language).format(**words)


Value = str | Text
Values = tuple[tuple[str, Value], ...]


def same_words(words: str) -> Text:
    """Give a text that reads alike in both languages: a name, a number, a unit."""
    return Text(zh=words, en=words)


def named(label: Text, name: str) -> Text:
    """Give what a thing is called with the name by which it is found."""
    return Text(zh=f"{label.zh} {name}", en=f"{label.en}, {name}")


def in_words(value: Value, language: Language) -> str:
    """Give ``value`` in ``language``."""
    return value.in_language(language) if isinstance(value, Text) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One kind of fault, under an id that is never used again.

    Attributes:
        id: ``GJ`` and three digits; the first tells the stage.
        slug: the fault in a few words; its manual page is ``tests/diagnostics/<slug>.md``.
        message: one sentence on the case, with places for its names and units.
        hint: the way out, as the author could type it; may be empty.
    """

    id: str
    slug: str
    message: Text
    hint: Text

    def __hash__(self) -> int:
        """Give the hash of the id, which no other code has."""
        return hash(self.id)
