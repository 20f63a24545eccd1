"""In which respects a thing is said to be what it is: one value each, to be compared."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from msgspec import Struct

from guiju.changes.aspects import Aspect, aspect_of
from guiju.changes.meaning import Form, Meaning, words_form
from guiju.changes.things import Thing
from guiju_dsl.names.items import key_text
from guiju_dsl.names.overriding import slot
from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.syntax import tree

Slot = tuple[str, ...]


class Respect(Struct, frozen=True, kw_only=True):
    """One respect: equal forms under one slot are no change.

    Attributes:
        slot: what it is about; several respects of a thing may share one.
        key: words for which of several it is: the keys of a row.
        node: where the author says so.
        said: the one word that it says, where that is no node.
    """

    slot: Slot
    aspect: Aspect
    key: str
    node: tree.Node | None
    form: Form
    said: str = ""


def respects_of(thing: Thing, meaning: Meaning) -> list[Respect]:
    """Give every respect of a thing, in the order of the source."""
    found = list(_of_head(thing, meaning))
    found += (_of_item(item, meaning, thing.what) for item in thing.items)
    return found


def _one(name: str, node: tree.Node | None, form: Form, key: str = "", said: str = "") -> Respect:
    slot_ = (name, key) if name == "option" else (name,)
    return Respect(slot=slot_, aspect=aspect_of(name), key=key, node=node, form=form, said=said)


def _of_head(thing: Thing, meaning: Meaning) -> Iterator[Respect]:
    """Give what an item says before its braces."""
    if thing.what == "metadata":
        yield from _of_metadata(thing, meaning)
    elif thing.key != "field:provisions":
        yield from _label(thing)
        if thing.stage:
            yield _one("stage", None, meaning.key(f"stage:{thing.stage}"), thing.stage)
        yield from _of_parts(thing.item, meaning)
        yield from _of_members(thing, meaning)


def _label(thing: Thing) -> Iterator[Respect]:
    """Give the label that the author gave; one that is read from the name says nothing more."""
    words = getattr(thing.item, "label", None)
    if isinstance(words, tree.Words):
        yield _one("label", words, words_form(words))


def _of_parts(item: tree.Item, meaning: Meaning) -> Iterator[Respect]:
    for name, part in parts_of(item):
        if isinstance(part, tree.Node):
            yield _one(name, part, meaning.of(part))
        elif part:
            said = part if isinstance(part, str) else ", ".join(one.name.text for one in part)
            yield _one(name, None, meaning.of(part), said=said)


def _of_members(thing: Thing, meaning: Meaning) -> Iterator[Respect]:
    """Give the options of a choice."""
    item = thing.item
    if isinstance(item, tree.Choice | tree.Data | tree.Result):
        for option in _options(item):
            yield _one("option", option, meaning.of(option), option.name.text)


def _of_metadata(thing: Thing, meaning: Meaning) -> Iterator[Respect]:
    match thing.item:
        case tree.Document() as head if thing.name == "id":
            yield _one("id", head.name, head.name.text)
        case tree.Document() as head:
            yield _one("number", head.number, meaning.of(head.number))
        case tree.Field() as field:
            yield _one(thing.name, field, meaning.of(field.values))
        case tree.Named() as gwp:
            yield _one("gwp", gwp.name, meaning.of(gwp.name))
        case tree.Extends() as extends:
            yield _one("extends", extends.path, extends.path.text)
        case _:
            pass


Part = tree.Node | str | tuple[tree.Parameter, ...] | None
Parts = tuple[tuple[str, Part], ...]


def parts_of(item: tree.Item) -> Parts:
    """Give the parts of the head of an item by the name of their aspect."""
    own = _PARTS.get(type(item))
    return (*(own(item) if own is not None else ()), *_type_and_value(item))


_PARTS: Final[dict[type, Callable[[Any], Parts]]] = {
    tree.Flow: lambda item: (("flow_kind", item.kind),),
    tree.Emission: lambda item: (("gas", item.gas),),
    tree.Let: lambda item: (("parameters", item.parameters),),
    tree.Factor: lambda item: (("keys", ", ".join(key.text for key in item.keys)),),
    tree.Process: lambda item: (("per", item.amount), ("per_product", item.product)),
    tree.Each: lambda item: (("rows", item.rows),),
    tree.Clause: lambda item: (("place", item.place),),
    tree.Provision: lambda item: (
        ("force", item.force),
        ("condition", item.condition),
        ("text", item.words),
    ),
}
"""What stands in the head of an item, apart from its label, its type and its value."""


def _type_and_value(item: tree.Item) -> Iterator[tuple[str, Part]]:
    type_ = getattr(item, "type", None)
    if isinstance(type_, tree.Type):
        yield "unit", type_.unit
        yield "type", type_.choice or (type_.kind if type_.kind != "unit" else None)
    value = getattr(item, "value", None)
    if value is not None:
        yield "value" if isinstance(item, tree.Factor) else "formula", value


def _options(item: tree.Choice | tree.Data | tree.Result) -> tuple[tree.Option, ...]:
    return item.options if isinstance(item, tree.Choice) else item.type.options


def _of_item(item: tree.Item, meaning: Meaning, what: str) -> Respect:
    """Give what one item in the braces of a thing says."""
    name, key = _named(item)
    about = slot(item)
    if isinstance(item, tree.Provision):
        name = "expected" if what == "example" else name
        about = ("provision",)
    elif not about[0] or isinstance(item, tree.Field):
        about = (name,)
    return Respect(slot=about, aspect=aspect_of(name), key=key, node=item, form=meaning.of(item))


def _named(item: tree.Item) -> tuple[str, str]:
    """Give the aspect that an item is about, and which of several."""
    name = _NAMES.get(type(item))
    return name(item) if name is not None else ("content", "")


def _flag(item: tree.Flag) -> tuple[str, str]:
    return ("data_class" if item.kind in ("site", "primary", "secondary") else item.kind), ""


_OF_FORCE: Final = {"limit": "limit", "expect": "range"}
_NAMES: Final[dict[type, Callable[[Any], tuple[str, str]]]] = {
    tree.Attribute: lambda item: (item.kind, ""),
    tree.Remark: lambda item: (item.kind, ""),
    tree.Flag: _flag,
    tree.Field: lambda item: (FIELDS.get(item.name.text, item.name.text), ""),
    tree.Provision: lambda item: (_OF_FORCE.get(item.force, "provision"), ""),
    tree.Row: lambda item: ("row", ", ".join(key_text(key) for key in item.keys)),
    tree.Level: lambda item: ("level", item.number),
    tree.UnitOf: lambda item: (f"{item.kind}_unit", ""),
    tree.Group: lambda item: ("content", item.path.text),
    tree.Override: lambda item: ("override", item.path.text),
    tree.From: lambda _item: ("from", ""),
    tree.Origin: lambda _item: ("origin", ""),
    tree.Symbol: lambda _item: ("symbol", ""),
    tree.Measured: lambda _item: ("measured", ""),
    tree.Exclude: lambda _item: ("exclude", ""),
}
"""The aspect of each kind of item in braces."""
