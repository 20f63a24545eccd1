"""Turn items into declarations with paths."""

from collections.abc import Iterator

from guiju_dsl.names.merging import HomedItem, block_of, name_of
from guiju_dsl.names.model import Declaration, DeclarationKind
from guiju_dsl.syntax import tree

KINDS: dict[type, DeclarationKind] = {
    tree.Process: "process",
    tree.Each: "each",
    tree.Flow: "flow",
    tree.Emission: "emission",
    tree.Data: "data",
    tree.Let: "let",
    tree.Factor: "factor",
    tree.Choice: "choice",
    tree.Result: "result",
    tree.Clause: "clause",
    tree.Provision: "provision",
    tree.Cites: "cites",
}
MEMBERS_APART = ("stage", "boundary", "quality", "clause")


def declared(items: tuple[HomedItem, ...]) -> tuple[Declaration, ...]:
    """Give what ``items`` declare, members of stages and the like beside them."""
    return tuple(d for homed in items for d in _declare(homed.item, homed.home, "", ""))


def _declare(item: tree.Item, home: str, above: str, stage: str) -> Iterator[Declaration]:
    kind = kind_of(item)
    if kind is None:
        return
    name = name_of(item) or _nameless(item, kind)
    apart = kind in MEMBERS_APART
    path = f"{above}.{name}" if above else name
    block = block_of(item)
    items = block.items if block is not None else ()
    inner_stage = name if kind == "stage" else stage
    members = tuple(
        d
        for member in items
        for d in _declare(member, home, "" if apart else path, inner_stage)
        if kind not in ("example", "profile")
    )
    yield Declaration(
        kind=kind,
        name=name,
        path=path,
        node=item,
        items=items,
        members=members,
        home=home,
        stage=stage,
    )


def kind_of(item: tree.Item) -> DeclarationKind | None:
    """Give the kind of thing that an item declares, if it declares one."""
    if isinstance(item, tree.Named):
        return item.kind
    return KINDS.get(type(item))


def _nameless(item: tree.Item, kind: str) -> str:
    """Give a stable name to what the author did not name."""
    if isinstance(item, tree.Cites):
        return item.number.plain or item.number.zh or item.number.en or ""
    source = item.span.source.replace(".", "_")
    return f"{kind}@{source}:{item.span.start}"


def walk(declarations: tuple[Declaration, ...]) -> Iterator[Declaration]:
    """Give ``declarations`` with everything in them, outer before inner."""
    for declaration in declarations:
        yield declaration
        yield from walk(declaration.members)
