"""Bring the files of a forest together: general rule first, then libraries, then the standard; overrides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guiju_dsl.source import Span
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.tree import Block, Item


@dataclass(frozen=True, slots=True)
class HomedItem:
    """An item with the id of the document that it comes from."""

    item: Item
    home: str


def head_of(file: tree.File) -> tree.Document | None:
    """Give the head of a file."""
    return next((item for item in file.items if isinstance(item, tree.Document)), None)


def in_order(forest: tree.Forest) -> Iterator[tuple[str, tree.File]]:
    """Give the files of ``forest``, what is built upon before what builds on it, each once."""
    others = dict(forest.others)
    seen: set[str] = set()

    def visit(name: str, file: tree.File) -> Iterator[tuple[str, tree.File]]:
        seen.add(name)
        for item in file.items:
            for path in paths_of(item):
                if path.text in others and path.text not in seen:
                    yield from visit(path.text, others[path.text])
        yield name, file

    head = head_of(forest.main)
    yield from visit(head.name.text if head else "", forest.main)


def paths_of(item: Item) -> tuple[tree.Path, ...]:
    """Give the documents that an item builds on."""
    if isinstance(item, tree.Use):
        return item.paths
    return (item.path,) if isinstance(item, tree.Extends) else ()


def slot(item: Item) -> tuple[str, ...]:
    """Tell what an item says something about: of two with one slot the later replaces the earlier."""
    match item:
        case tree.Attribute():
            return ("attribute", item.kind)
        case tree.Flag():
            kind = "class" if item.kind in ("site", "primary", "secondary") else item.kind
            return ("flag", kind)
        case tree.Remark():
            return ("remark", item.kind)
        case tree.Field():
            return ("field", item.name.text)
        case tree.UnitOf() | tree.From() | tree.Origin() | tree.Symbol() | tree.Measured():
            return (type(item).__name__,)
        case tree.Row():
            return ("row", *(key_text(key) for key in item.keys))
        case _:
            name = name_of(item)
            return (type(item).__name__, name) if name else ("", str(item.span.start), item.span.source)


def key_text(key: tree.Key) -> str:
    """Give one key of a row as text."""
    value = key.value
    return value.number if isinstance(value, tree.Quantity) else value.text


def name_of(item: Item) -> str:
    """Give the name that an item declares, or nothing."""
    match item:
        case tree.Emission():
            return item.name.text if item.name else item.gas.text
        case (
            tree.Named() | tree.Process() | tree.Each() | tree.Clause() | tree.Choice() | tree.Flow()
            | tree.Data() | tree.Let() | tree.Factor() | tree.Result() | tree.Provision()
        ):  # fmt: skip
            return item.name.text if item.name else ""
        case _:
            return ""


def block_of(item: Item) -> Block | None:
    """Give the block of an item that may have one."""
    return getattr(item, "block", None)


def with_block(item: Item, items: tuple[Item, ...]) -> Item:
    """Give ``item`` with ``items`` in its braces."""
    old = block_of(item)
    span = old.span if old is not None else Span(item.span.source, item.span.end, item.span.end)
    return replace(item, block=Block(span=span, items=items))  # type: ignore[call-arg]


def merged(old: Item, override: tree.Override) -> Item:
    """Give ``old`` with what ``override`` says in place of what it said."""
    new = override.block.items
    if isinstance(old, tree.Provision):
        return _merged_provision(old, new)
    slots = {slot(item): item for item in new}
    block = block_of(old)
    before = block.items if block is not None else ()
    kept = [slots.pop(slot(item), item) for item in before]
    return with_block(old, (*kept, *slots.values()))


def _merged_provision(old: tree.Provision, new: tuple[Item, ...]) -> tree.Provision:
    """Give a provision with the force, test and words of the first one in ``new``."""
    for item in new:
        if isinstance(item, tree.Provision):
            return replace(
                old,
                force=item.force,
                condition=item.condition or old.condition,
                words=item.words or old.words,
                span=item.span,
            )
    return old


def overridden(
    items: tuple[HomedItem, ...], overrides: tuple[tree.Override, ...]
) -> tuple[tuple[HomedItem, ...], tuple[tree.Override, ...]]:
    """Apply ``overrides`` to ``items``; the second value are those that name nothing here."""
    lost = []
    for override in overrides:
        parts = tuple(part.text for part in override.path.parts)
        changed = tuple(HomedItem(_inside(h.item, parts, override), h.home) for h in items)
        if all(a.item is b.item for a, b in zip(items, changed, strict=True)):
            lost.append(override)
        items = changed
    return items, tuple(lost)


def _inside(item: Item, parts: tuple[str, ...], override: tree.Override) -> Item:
    """Give ``item`` with ``override`` applied to whatever below it ``parts`` leads to."""
    named = name_of(item)
    if named == parts[0] and not isinstance(item, tree.Override):
        if len(parts) == 1:
            return merged(item, override)
        return _members(item, parts[1:], override)
    transparent = isinstance(item, tree.Named | tree.Clause)
    return _members(item, parts, override) if transparent else item


def _members(item: Item, parts: tuple[str, ...], override: tree.Override) -> Item:
    """Apply ``override`` to the members of ``item``."""
    block = block_of(item)
    if block is None:
        return item
    changed = tuple(_inside(member, parts, override) for member in block.items)
    same = all(a is b for a, b in zip(block.items, changed, strict=True))
    return item if same else with_block(item, changed)
