"""The things of a standard that can change, each under a stable key."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.changes.aspects import aspect_of
from guiju.changes.model import What
from guiju_dsl.names.declaring import kind_of
from guiju_dsl.names.formulas import parts_within
from guiju_dsl.names.items import label_words
from guiju_dsl.names.lookup import key_of
from guiju_dsl.names.model import Declaration, NamedStandard, ToDeclaration, ToOption, label_of
from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

WHATS: dict[str, What] = {
    "each": "group", "data": "datum", "let": "formula", "cites": "citation", "indicator": "quality",
}  # fmt: skip
"""Kinds of declarations that are called otherwise here."""
DOCUMENT = Text(zh="本文件", en="this document")
QUALITY = Text(zh="数据质量", en="data quality")
APART = ("stage", "boundary", "quality")
"""What is no part of these goes with them: things in them are told one by one."""


class Thing(Struct, frozen=True, kw_only=True):
    """Something with a stable id.

    Attributes:
        key: its key among the declarations, or one made for what is none.
        name: its own name, the last part of ``id``.
        items: what is said of it in its braces, things of their own apart.
        above: key of the thing that it is a part of, or empty.
        stage: name of the stage around it, or empty.
        home: id of the standard or library that declares it.
    """

    key: str
    id: str
    name: str
    what: What
    label: Text
    item: tree.Item
    items: tuple[tree.Item, ...]
    above: str
    stage: str
    home: str


def things_of(standard: BoundStandard) -> dict[str, Thing]:
    """Give everything that a standard says, and of its libraries what it reads."""
    names = standard.names
    read = read_of_libraries(names)
    found = [*_head(standard), *_loose(names)]
    found += (
        thing
        for declaration in names.top
        for thing in _declared(declaration, "", DOCUMENT)
        if not _of_library(names, declaration) or declaration.path in read
    )
    return {thing.key: thing for thing in found}


def _of_library(names: NamedStandard, declaration: Declaration) -> bool:
    others = (h for h in names.heads if h is not names.head)
    return any(h.kind == "library" and h.name.text == declaration.home for h in others)


def _declared(declaration: Declaration, above: str, around: Text) -> Iterator[Thing]:
    """Give a declaration with what is declared in it.

    What has no name belongs to what is around it; a provision bears the label of that.
    """
    own = tuple(item for item in declaration.items if not declares(item, declaration.kind))
    key = key_of(declaration) if declaration.kind != "quality" else f"quality:{declaration.home}"
    label = _label(declaration, around)
    if not nameless(declaration.node) and (declaration.kind != "quality" or own):
        yield Thing(
            key=key,
            id=declaration.path if declaration.kind != "quality" else "quality",
            name=declaration.name,
            what=WHATS.get(declaration.kind, declaration.kind),  # type: ignore[arg-type]  # the kinds left are the same words
            label=label,
            item=declaration.node,
            items=own,
            above=above,
            stage=declaration.stage if declaration.kind == "process" else "",
            home=declaration.home,
        )
    below = "" if declaration.kind in APART else key
    for member in declaration.members:
        yield from _declared(member, below, label)


def _label(declaration: Declaration, around: Text) -> Text:
    if declaration.kind == "quality":
        return QUALITY
    if declaration.kind == "provision":
        return around
    return label_of(label_words(declaration.node), declaration.name)


def declares(item: tree.Item, around: str) -> bool:
    """Tell whether an item in the braces of a thing is a thing of its own."""
    if around in ("example", "profile"):
        return False
    return isinstance(item, tree.Override) or (kind_of(item) is not None and not nameless(item))


def nameless(item: tree.Item) -> bool:
    """Tell whether an item is a provision without a name: what it binds is what it stands in."""
    return isinstance(item, tree.Provision) and item.name is None


def _head(standard: BoundStandard) -> Iterator[Thing]:
    """Give the fields of the head, the rule that it follows and the potentials in force."""
    head = standard.names.head
    yield _of_head("id", head, head)
    if head.number is not None:
        yield _of_head("number", head, head)
    for item in head.block.items:
        if isinstance(item, tree.Field):
            yield _of_head(FIELDS.get(item.name.text, item.name.text), item, head)
    for use in standard.names.uses:
        if isinstance(use, tree.Extends):
            yield _of_head(f"extends.{use.path.text}", use, head)
    selected = [
        item
        for one in standard.names.heads
        for item in one.block.items
        if isinstance(item, tree.Named) and item.kind == "gwp"
    ]
    if selected:
        yield _of_head("gwp", selected[-1], head)


def _of_head(name: str, item: tree.Item, head: tree.Document) -> Thing:
    return Thing(
        key=f"field:{name}",
        id=f"standard.{name}",
        name=name,
        what="metadata",
        label=aspect_of(name.partition(".")[0]).words,
        item=item,
        items=(),
        above="",
        stage="",
        home=head.name.text,
    )


def _loose(names: NamedStandard) -> Iterator[Thing]:
    """Give the provisions without a name that stand in no braces, together."""
    found = tuple(d.node for d in names.top if nameless(d.node))
    if found:
        head = names.head
        yield Thing(
            key="field:provisions",
            id="standard.provisions",
            name="provisions",
            what="provision",
            label=DOCUMENT,
            item=head,
            items=found,
            above="",
            stage="",
            home=head.name.text,
        )


def read_of_libraries(names: NamedStandard) -> frozenset[str]:
    """Give the paths of what a standard reads of its libraries, directly or not."""
    others = (h for h in names.heads if h is not names.head)
    libraries = {h.span.source for h in others if h.kind == "library"}
    books = (names, *(profile.standard for profile in names.profiles))
    waiting = [
        path
        for book in books
        for span, reference in book.references.items()
        if span.source not in libraries and (path := _read(reference))
    ]
    waiting += (u for d in names.declarations.values() for u in _keys(d))
    waiting += (b.gwp for b in names.profiles if b.gwp)
    waiting += (i.name.text for h in names.heads for i in h.block.items
                if isinstance(i, tree.Named) and i.name is not None)  # fmt: skip
    found: set[str] = set()
    while waiting:
        path = waiting.pop()
        declaration = names.declarations.get(path) or names.declarations.get(f"gwp:{path}")
        if path in found or declaration is None:
            continue
        found.add(path)
        waiting += _inside(names, declaration)
    return frozenset(found)


def _read(reference: object) -> str:
    match reference:
        case ToDeclaration(path=path):
            return path
        case ToOption(choice=choice):
            return choice
        case _:
            return ""


def _keys(declaration: Declaration) -> tuple[str, ...]:
    """Give the choices that a datum is of; those of libraries do not count by themselves."""
    node = declaration.node
    if isinstance(node, tree.Data) and node.type.choice is not None:
        return (node.type.choice.text,)
    return ()


def _inside(names: NamedStandard, declaration: Declaration) -> Iterator[str]:
    """Give what a thing of a library reads itself."""
    node = declaration.node
    if isinstance(node, tree.Factor):
        yield from (key.text for key in node.keys)
    if isinstance(node, tree.Let):
        for part in (node.value, *parts_within(node.value)):
            yield _read(names.references.get(part.span))
