"""The standard as it is under each profile: data fixed, things overridden, things left out."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from guiju_dsl.names.gases import selected_set
from guiju_dsl.names.merging import HomedItem
from guiju_dsl.names.model import Declaration, NamedStandard, ProfileNames
from guiju_dsl.names.overriding import changed_at, overridden
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.tree import Item


def under_profile(
    declaration: Declaration, items: tuple[HomedItem, ...]
) -> tuple[tuple[HomedItem, ...], tuple[tree.Override, ...], tuple[tree.Path, ...]]:
    """Give ``items`` under a profile, and what it overrides and fixes that is not there."""
    overrides = tuple(item for item in declaration.items if isinstance(item, tree.Override))
    items, lost = overridden(items, overrides)
    unknown = []
    for path, value in _fixed(declaration.items, ()):
        changed = changed_at(items, path, partial(_with_value, value=value))
        if changed is None:
            unknown.append(path)
        else:
            items = changed
    return items, lost, tuple(unknown)


def _fixed(
    items: tuple[Item, ...], above: tuple[tree.Name, ...]
) -> Iterator[tuple[tree.Path, tree.Expression]]:
    """Give the data that rows fix, those in groups by their whole path."""
    for item in items:
        if isinstance(item, tree.Group):
            yield from _fixed(item.block.items, (*above, *item.path.parts))
        elif isinstance(item, tree.Row) and not isinstance(item.value, tree.Words):
            key = item.keys[0].value
            if isinstance(key, tree.Path):
                yield replace(key, parts=(*above, *key.parts)), item.value


def _with_value(item: Item, value: tree.Expression) -> Item:
    """Give a collected thing as one that has ``value``."""
    match item:
        case tree.Data():
            return tree.Let(
                span=item.span,
                name=item.name,
                parameters=(),
                label=item.label,
                type=item.type,
                value=value,
                block=item.block,
            )
        case tree.Flow() | tree.Emission():
            return replace(item, value=value)
        case _:
            return item


def profile_names(declaration: Declaration, standard: NamedStandard) -> ProfileNames:
    """Give a profile with ``standard``, which is the standard under it."""
    excluded = tuple(
        (path.text, item.because)
        for item in declaration.items
        if isinstance(item, tree.Exclude)
        for path in item.paths
    )
    return ProfileNames(
        name=declaration.name,
        declaration=declaration,
        gwp=selected_set(declaration.items),
        excluded=excluded,
        standard=standard,
    )
