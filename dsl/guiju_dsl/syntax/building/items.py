"""Attributes, provisions, rows and fields."""

from typing import Any, Final

from guiju_dsl.source import Span
from guiju_dsl.syntax.tree import (
    Attribute,
    Block,
    Date,
    Exclude,
    Expression,
    Field,
    Flag,
    From,
    Group,
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


def start(_span: Span, *items: Item) -> tuple[Item, ...]:
    """The items of a file."""
    return items


def block(span: Span, *items: Item) -> Block:
    """``{ items }``."""
    return Block(span=span, items=items)


def unit_of(span: Span, kind: str, quantity: Quantity, label: Words | None) -> UnitOf:
    """``declared unit 1 t``."""
    return UnitOf(
        span=span,
        kind="declared" if kind == "DECLARED_UNIT" else "functional",
        quantity=quantity,
        label=label,
    )


def attribute(span: Span, kind: Any, value: Expression) -> Attribute:
    """``factor f``, ``default 2 %`` and the like."""
    return Attribute(span=span, kind=kind.lower(), value=value)


def from_sources(span: Span, _from: str, *paths: Path) -> From:
    """``from a, b``."""
    return From(span=span, paths=paths)


def origin(span: Span, _origin: str, name: Name) -> Origin:
    """``origin biogenic``."""
    return Origin(span=span, name=name)


def symbol(span: Span, _symbol: str, words: Words) -> Symbol:
    """``symbol "E"``."""
    return Symbol(span=span, words=words)


def remark(span: Span, kind: Any, words: Words) -> Remark:
    """``source "…"``, ``note "…"``."""
    return Remark(span=span, kind=kind.lower(), words=words)


def flag(span: Span, kind: Any) -> Flag:
    """``primary`` and the like."""
    return Flag(span=span, kind=kind.lower())


def measured(
    span: Span,
    _measured: str,
    words: Words,
    _every: str | None,
    every: Name | Quantity | None,
    of_block: Block | None,
) -> Measured:
    """``measured "气表" every month { valid 1 a }``."""
    return Measured(span=span, words=words, every=every, block=of_block)


def exclude(span: Span, *parts: Any) -> Exclude:
    """``exclude a, b because "…"``."""
    return Exclude(span=span, paths=parts[1:-2], words=None, because=parts[-1])


def exclude_in_words(
    span: Span, _exclude: str, words: Words, _because: str, because: Words
) -> Exclude:
    """``exclude "…" because "…"``."""
    return Exclude(span=span, paths=(), words=words, because=because)


def provision(
    span: Span,
    force: Any,
    name: Name | None,
    condition: Expression,
    words: Words | None,
    of_block: Block | None,
) -> Provision:
    """``shall n: a <= b "…"``."""
    return Provision(
        span=span,
        force=force.lower(),
        name=name,
        condition=condition,
        words=words,
        block=of_block,
    )


def provision_in_words(
    span: Span, force: Any, name: Name | None, words: Words, of_block: Block | None
) -> Provision:
    """``shall n: "…"``."""
    return Provision(
        span=span, force=force.lower(), name=name, condition=None, words=words, block=of_block
    )


def row(span: Span, *parts: Any) -> Row:
    """Keys, then the value and the block, if there is one."""
    return Row(span=span, keys=parts[:-2], value=parts[-2], block=parts[-1])


def key(span: Span, value: Path | Quantity | Date) -> Key:
    """One key of a row."""
    return Key(span=span, value=value)


def level(span: Span, number: str, words: Words, value: Expression) -> Level:
    """``1 "…" = 1.05``."""
    return Level(span=span, number=number.replace("_", ""), words=words, value=value)


def group(span: Span, path: Path, of_block: Block) -> Group:
    """``electrolysis { … }``."""
    return Group(span=span, path=path, block=of_block)


def field(span: Span, name: Name, *values: Name | Quantity | Date | Words) -> Field:
    """``status draft``."""
    return Field(span=span, name=name, values=values)


ITEMS: Final[dict[str, Any]] = {
    "start": start,
    "block": block,
    "unit_of": unit_of,
    "attribute": attribute,
    "from": from_sources,
    "origin": origin,
    "symbol": symbol,
    "remark": remark,
    "flag": flag,
    "measured": measured,
    "exclude": exclude,
    "exclude_in_words": exclude_in_words,
    "provision": provision,
    "provision_in_words": provision_in_words,
    "row": row,
    "key": key,
    "level": level,
    "group": group,
    "field": field,
}
