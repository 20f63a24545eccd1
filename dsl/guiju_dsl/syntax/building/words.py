"""Names, texts and types."""

from typing import Any, Final, Literal

from guiju_dsl.source import Span
from guiju_dsl.syntax.tree import Date, Name, Option, Path, Quantity, Type, Unit, Words


def path(span: Span, *parts: Name) -> Path:
    """``a.b``."""
    return Path(span=span, parts=parts)


def quantity(span: Span, number: str, unit: Unit | None) -> Quantity:
    """``13_500 kWh/t``."""
    return Quantity(span=span, number=number.replace("_", ""), unit=unit)


def plain_number(span: Span, number: str) -> Quantity:
    """A number as the key of a row."""
    return Quantity(span=span, number=number.replace("_", ""), unit=None)


def date(span: Span, text: str) -> Date:
    """``2025-12-31``."""
    return Date(span=span, text=text)


def unit_word(span: Span, text: str) -> Name:
    """``every 月``: a unit word that names a period."""
    return Name(span=span, text=text)


def plain_text(span: Span, text: str) -> Words:
    """``"…"``."""
    return Words(span=span, zh=None, en=None, plain=text)


def chinese_first(span: Span, _zh: str, zh: str, _en: str | None, en: str | None) -> Words:
    """``zh "…" en "…"``."""
    return Words(span=span, zh=zh, en=en, plain=None)


def english_first(span: Span, _en: str, en: str, _zh: str | None, zh: str | None) -> Words:
    """``en "…" zh "…"``."""
    return Words(span=span, zh=zh, en=en, plain=None)


_PLAIN_TYPES: dict[str, Literal["number", "text", "date", "year", "yes_no"]] = {
    "NUMBER_TYPE": "number",
    "TEXT_TYPE": "text",
    "DATE_TYPE": "date",
    "YEAR_TYPE": "year",
    "YES_NO_TYPE": "yes_no",
}


def unit_type(span: Span, unit: Unit) -> Type:
    """A unit as a type."""
    return Type(span=span, kind="unit", unit=unit, choice=None, options=())


def plain_type(span: Span, word: str) -> Type:
    """``number``, ``text``, ``date``, ``year``, ``yes_no``."""
    return Type(span=span, kind=_PLAIN_TYPES[word], unit=None, choice=None, options=())


def choice_type(span: Span, _choice: str, name: Name) -> Type:
    """``choice cells``."""
    return Type(span=span, kind="choice", unit=None, choice=name, options=())


def own_choice_type(span: Span, _choice: str, members: tuple[Option, ...]) -> Type:
    """``choice { a, b }``."""
    return Type(span=span, kind="choice", unit=None, choice=None, options=members)


def options(_span: Span, *members: Option) -> tuple[Option, ...]:
    """``{ a, b }``."""
    return members


def option(span: Span, name: Name, label: Words | None) -> Option:
    """``hydro zh "水电"``."""
    return Option(span=span, name=name, label=label)


WORDS: Final[dict[str, Any]] = {
    "path": path,
    "quantity": quantity,
    "plain_number": plain_number,
    "date": date,
    "unit_word": unit_word,
    "plain_text": plain_text,
    "chinese_first": chinese_first,
    "english_first": english_first,
    "unit_type": unit_type,
    "plain_type": plain_type,
    "choice_type": choice_type,
    "own_choice_type": own_choice_type,
    "options": options,
    "option": option,
}
