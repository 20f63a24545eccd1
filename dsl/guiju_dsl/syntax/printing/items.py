"""Attributes, provisions, rows and fields as text."""

from collections.abc import Callable
from typing import Any, Final

from guiju_dsl.columns import width
from guiju_dsl.syntax.printing.blocks import followed_by_block
from guiju_dsl.syntax.printing.expressions import of_expression
from guiju_dsl.syntax.printing.layout import SPACE, Group, Layout, Nest, joined
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.printing.words import of_paths, of_words
from guiju_dsl.syntax.tree import (
    Attribute,
    Date,
    Exclude,
    Field,
    Flag,
    From,
    Item,
    Key,
    Level,
    Measured,
    Name,
    Origin,
    Path,
    Provision,
    Quantity,
    Remark,
    Row,
    Symbol,
    UnitOf,
    Words,
)
from guiju_dsl.syntax.tree import Group as GroupOfRows

HANGING = 4


def first_word(item: Item, terminal: str, original: Original) -> str:
    """Spell the keyword that ``item`` begins with."""
    return original.keyword(terminal, item.span.start, item.span.end)


def _unit_of(item: UnitOf, original: Original) -> Layout:
    terminal = "DECLARED_UNIT" if item.kind == "declared" else "FUNCTIONAL_UNIT"
    label: Layout = (" ", of_words(item.label, original)) if item.label else ""
    return (f"{first_word(item, terminal, original)} {original.quantity(item.quantity)}", label)


def _attribute(item: Attribute, original: Original) -> Layout:
    word = first_word(item, item.kind.upper(), original)
    return Group((f"{word} ", Nest(width(word) + 1, of_expression(item.value, original))))


def _from(item: From, original: Original) -> Layout:
    word = first_word(item, "FROM", original)
    return Group((f"{word} ", Nest(HANGING, of_paths(item.paths))))


def _origin(item: Origin, original: Original) -> Layout:
    return f"{first_word(item, 'ORIGIN', original)} {item.name.text}"


def _symbol(item: Symbol, original: Original) -> Layout:
    return (f"{first_word(item, 'SYMBOL', original)} ", of_words(item.words, original))


def _remark(item: Remark, original: Original) -> Layout:
    word = first_word(item, item.kind.upper(), original)
    return (f"{word} ", Nest(HANGING, of_words(item.words, original)))


def _flag(item: Flag, original: Original) -> Layout:
    return first_word(item, item.kind.upper(), original)


def _measured(item: Measured, original: Original) -> Layout:
    shown: Layout = (
        f"{first_word(item, 'MEASURED', original)} ", of_words(item.words, original),
    )  # fmt: skip
    if item.every is None:
        return followed_by_block(shown, item, original)
    every = original.keyword("EVERY", item.words.span.end, item.every.span.start)
    interval = item.every.text if isinstance(item.every, Name) else original.quantity(item.every)
    return followed_by_block((shown, f" {every} {interval}"), item, original)


def _exclude(item: Exclude, original: Original) -> Layout:
    what = of_words(item.words, original) if item.words else Group(of_paths(item.paths))
    because = original.keyword("BECAUSE", item.span.start, item.because.span.start)
    word = first_word(item, "EXCLUDE", original)
    reason = of_words(item.because, original)
    return Group((f"{word} ", Nest(HANGING, (what, SPACE, f"{because} ", reason))))


def _provision(item: Provision, original: Original) -> Layout:
    name = f" {item.name.text}:" if item.name else ""
    parts: list[Layout] = []
    if item.condition is not None:
        parts.append(Group(of_expression(item.condition, original)))
    if item.words is not None:
        parts.append(of_words(item.words, original))
    word = first_word(item, item.force.upper(), original)
    head = Group((f"{word}{name} ", Nest(HANGING, joined(parts, SPACE))))
    return followed_by_block(head, item, original)


def _row(item: Row, original: Original) -> Layout:
    keys = joined([_key(key, original) for key in item.keys], ", ")
    value = item.value
    shown = (
        of_words(value, original) if isinstance(value, Words) else of_expression(value, original)
    )
    return followed_by_block(Group((keys, " = ", Nest(HANGING, shown))), item, original)


def _key(key: Key, original: Original) -> Layout:
    return _value(key.value, original)


def _value(value: Name | Path | Quantity | Date | Words, original: Original) -> Layout:
    if isinstance(value, Words):
        return of_words(value, original)
    if isinstance(value, Quantity):
        return original.quantity(value)
    return value.text


def _level(item: Level, original: Original) -> Layout:
    words, value = of_words(item.words, original), of_expression(item.value, original)
    return (f"{original.number(item, item.number)} ", words, " = ", value)


def _group(item: GroupOfRows, original: Original) -> Layout:
    return followed_by_block(item.path.text, item, original)


def _field(item: Field, original: Original) -> Layout:
    values = [_value(value, original) for value in item.values]
    return Group((f"{item.name.text} ", Nest(HANGING, joined(values, (",", SPACE)))))


ITEMS: Final[dict[type, Callable[[Any, Original], Layout]]] = {
    UnitOf: _unit_of,
    Attribute: _attribute,
    From: _from,
    Origin: _origin,
    Symbol: _symbol,
    Remark: _remark,
    Flag: _flag,
    Measured: _measured,
    Exclude: _exclude,
    Provision: _provision,
    Row: _row,
    Level: _level,
    GroupOfRows: _group,
    Field: _field,
}
