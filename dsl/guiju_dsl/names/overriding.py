"""Put what an ``override`` says in place of what a thing said before."""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from guiju_dsl.names.items import WITH_BLOCK, block_of, key_text, name_of
from guiju_dsl.names.merging import HomedItem
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.tree import Block, Item

Slot = tuple[str, ...]
AROUND_OVERRIDES = ("stage", "quality", "boundary")
SEARCHED = ("stage", "quality", "boundary", "product")


def overrides_in(items: tuple[Item, ...]) -> Iterator[tree.Override]:
    """Give the overrides among ``items``, also those inside stages, quality and boundary."""
    for item in items:
        if isinstance(item, tree.Override):
            yield item
        elif isinstance(item, tree.Named) and item.kind in AROUND_OVERRIDES and item.block:
            yield from overrides_in(item.block.items)


def overridden(
    items: tuple[HomedItem, ...], overrides: tuple[tree.Override, ...]
) -> tuple[tuple[HomedItem, ...], tuple[tree.Override, ...]]:
    """Apply ``overrides`` to ``items``; the second value are those that name nothing here."""
    lost = []
    for override in overrides:
        changed = changed_at(items, override.path, partial(merged, override=override))
        if changed is None:
            lost.append(override)
        else:
            items = changed
    return items, tuple(lost)


def changed_at(
    items: tuple[HomedItem, ...], path: tree.Path, change: Callable[[Item], Item]
) -> tuple[HomedItem, ...] | None:
    """Give ``items`` with ``change`` made to what ``path`` leads to; None if nothing changes."""
    parts = tuple(part.text for part in path.parts)
    changed = tuple(_inside(homed.item, parts, change) for homed in items)
    if all(homed.item is item for homed, item in zip(items, changed, strict=True)):
        return None
    return tuple(
        homed if homed.item is item else replace(homed, item=item)
        for homed, item in zip(items, changed, strict=True)
    )


def _inside(item: Item, parts: tuple[str, ...], change: Callable[[Item], Item]) -> Item:
    """Give ``item`` with ``change`` made to whatever below it ``parts`` leads to."""
    if name_of(item) == parts[0]:
        return change(item) if len(parts) == 1 else _members(item, parts[1:], change)
    transparent = isinstance(item, tree.Clause) or (
        isinstance(item, tree.Named) and item.kind in SEARCHED
    )
    return _members(item, parts, change) if transparent else item


def _members(item: Item, parts: tuple[str, ...], change: Callable[[Item], Item]) -> Item:
    block = block_of(item)
    if block is None:
        return item
    changed = tuple(_inside(member, parts, change) for member in block.items)
    same = all(old is new for old, new in zip(block.items, changed, strict=True))
    return item if same else _with_items(item, changed)


def merged(old: Item, override: tree.Override) -> Item:
    """Give ``old`` with what ``override`` says in place of what it said; the rest stays."""
    if isinstance(old, tree.Provision):
        return _merged_provision(old, override)
    fresh: dict[Slot, list[Item]] = {}
    for item in override.block.items:
        fresh.setdefault(slot(item), []).append(item)
    replaced = frozenset(fresh)
    block = block_of(old)
    kept: list[Item] = []
    for item in block.items if block is not None else ():
        own = slot(item)
        kept += fresh.pop(own, ()) if own in replaced else (item,)
    return _with_items(old, (*kept, *(item for items in fresh.values() for item in items)))


def slot(item: Item) -> Slot:
    """Tell what an item says something about: new items replace old ones of the same slot."""
    match item:
        case tree.Attribute():
            return ("attribute", item.kind)
        case tree.Flag(kind="site" | "primary" | "secondary"):
            return ("flag", "class of data")
        case tree.Flag() | tree.Remark():
            return (type(item).__name__, item.kind)
        case tree.Field():
            return ("field", item.name.text)
        case tree.Row():
            return ("row", *(key_text(key) for key in item.keys))
        case tree.UnitOf() | tree.From() | tree.Origin() | tree.Symbol() | tree.Measured():
            return (type(item).__name__,)
        case _:
            name = name_of(item)
            place = (item.span.source, str(item.span.start))
            return (type(item).__name__, name) if name else ("", *place)


def _merged_provision(old: tree.Provision, override: tree.Override) -> tree.Provision:
    """Give a provision with the force, test and words of the first one in ``override``."""
    for item in override.block.items:
        if isinstance(item, tree.Provision):
            return replace(
                old,
                force=item.force,
                condition=item.condition or old.condition,
                words=item.words or old.words,
                block=item.block or old.block,
                span=item.span,
            )
    return _with_block(old, override.block)


def _with_block(old: tree.Provision, block: Block) -> tree.Provision:
    before = old.block.items if old.block is not None else ()
    slots = {slot(item) for item in block.items}
    kept = tuple(item for item in before if slot(item) not in slots)
    return replace(old, block=Block(span=block.span, items=(*kept, *block.items)))


def _with_items(item: Item, items: tuple[Item, ...]) -> Item:
    """Give ``item`` with ``items`` in its braces; a thing that has no braces stays as it is."""
    if not isinstance(item, WITH_BLOCK):
        return item
    old = item.block
    span = old.span if old is not None else Span(item.span.source, item.span.end, item.span.end)
    return replace(item, block=Block(span=span, items=items))
