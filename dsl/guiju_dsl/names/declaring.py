"""Turn items into declarations with paths."""

from collections.abc import Iterator

from msgspec import Struct, field

from guiju_dsl.names.items import block_of, name_of
from guiju_dsl.names.merging import HomedItem
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
"""What groups its members without being a scope for their names."""
WITHOUT_MEMBERS = ("example", "profile")

Place = tuple[int, str, str, str]


class Declaring(Struct, frozen=True):
    """Declares items, each once: what a profile leaves alone stays the same declaration."""

    known: dict[Place, Declaration | None] = field(default_factory=dict)

    def declared(self, items: tuple[HomedItem, ...]) -> tuple[Declaration, ...]:
        """Give what ``items`` declare, members of stages and the like beside them."""
        found = (self._declared(homed.item, homed.home, homed.above, "") for homed in items)
        return tuple(declaration for declaration in found if declaration is not None)

    def _declared(self, item: tree.Item, home: str, above: str, stage: str) -> Declaration | None:
        place = (id(item), home, above, stage)
        if place not in self.known:
            kind = kind_of(item)
            made = self._made(item, kind, home, above, stage) if kind is not None else None
            self.known[place] = made
        return self.known[place]

    def _made(
        self, item: tree.Item, kind: DeclarationKind, home: str, above: str, stage: str
    ) -> Declaration:
        name = name_of(item) or _nameless(item, kind)
        path = f"{above}.{name}" if above else name
        block = block_of(item)
        items = block.items if block is not None else ()
        scope = "" if kind in MEMBERS_APART else path
        inner_stage = name if kind == "stage" else stage
        inside = items if kind not in WITHOUT_MEMBERS else ()
        found = (self._declared(member, home, scope, inner_stage) for member in inside)
        return Declaration(
            kind=kind,
            name=name,
            path=path,
            node=item,
            items=items,
            members=tuple(member for member in found if member is not None),
            home=home,
            stage=stage,
        )


def kind_of(item: tree.Item) -> DeclarationKind | None:
    """Give the kind of thing that an item declares, if it declares one.

    ``gwp name`` without rows selects a set; it declares none.
    """
    if isinstance(item, tree.Named):
        return None if item.kind == "gwp" and item.block is None else item.kind
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
