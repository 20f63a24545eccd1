"""Check provisions, usual ranges and limits."""

from collections.abc import Iterator

from guiju_dsl.names.model import Declaration, ToDeclaration, label_of, text_of
from guiju_dsl.standard import calls
from guiju_dsl.standard.attributes import notes
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import NO_TEXT, Notes, ProseClause, Provision
from guiju_dsl.standard.typing import Typing
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

NO_NOTES = Notes(
    symbol="",
    source=NO_TEXT,
    note=NO_TEXT,
    unverified=False,
    confidential=False,
    quality="",
    measured=NO_TEXT,
    every="",
)


def provisions(types: Typing) -> Iterator[Provision]:
    """Check every provision of the standard."""
    counts: dict[str, int] = {}
    for declaration in types.names.declarations.values():
        if isinstance(declaration.node, tree.Provision):
            yield _provision(types, declaration, declaration.node, counts)


def _provision(
    types: Typing, declaration: Declaration, node: tree.Provision, counts: dict[str, int]
) -> Provision:
    place = declaration.path.rpartition(".")[0]
    owner = types.names.declarations.get(place)
    group = types.group_of(f"{place}.x") if place else ""
    path = declaration.path
    if node.name is None:
        key = f"{place}.{node.force}" if place else node.force
        counts[key] = counts.get(key, 0) + 1
        path = f"{key}_{counts[key]}"
    return Provision(
        path=path,
        force=node.force,
        condition=_condition(types, node, owner, group),
        written=types.words(node.condition.span) if node.condition is not None else "",
        words=text_of(node.words) if node.words is not None else NO_TEXT,
        label=node.name.text if node.name is not None else "",
        place=place,
        group=group,
        tested=_tested(types, node, owner),
        clause=declaration.name if node.name is not None else place,
        notes=notes(node.block.items) if node.block is not None else NO_NOTES,
        home=declaration.home,
        span=node.span,
    )


def _condition(
    types: Typing, node: tree.Provision, owner: Declaration | None, group: str
) -> Expression | None:
    """Type the test; a bare range is about the thing in whose braces it stands."""
    if node.condition is None:
        return None
    if isinstance(node.condition, tree.Range) and owner is not None:
        value = types.reading(owner, group)
        return calls.in_range(types, node.condition, value, node.condition, group)
    return types.condition(node.condition, group)


def _tested(types: Typing, node: tree.Provision, owner: Declaration | None) -> str:
    """Give the datum that a limit makes invalid: that around it, or the only one it reads."""
    if node.force != "limit":
        return ""
    if owner is not None and owner.kind in ("data", "flow", "emission", "let"):
        return owner.path
    if isinstance(node.condition, tree.Comparison) and isinstance(node.condition.left, tree.Path):
        reference = types.names.references.get(node.condition.left.span)
        if isinstance(reference, ToDeclaration):
            return reference.path
    return ""


def clauses(types: Typing, known: tuple[Provision, ...]) -> Iterator[ProseClause]:
    """Give the prose clauses with their provisions."""
    by_place = {provision.span: provision for provision in known}
    for declaration in types.names.declarations.values():
        node = declaration.node
        if not isinstance(node, tree.Clause):
            continue
        inside = tuple(by_place[m.node.span] for m in declaration.members if m.node.span in by_place)
        yield ProseClause(
            name=declaration.name,
            label=label_of(node.label, declaration.name),
            position=node.position or "",
            place=node.place.text if node.place is not None else "",
            provisions=inside,
            notes=tuple(_prose(declaration)),
            home=declaration.home,
        )


def _prose(declaration: Declaration) -> Iterator[Text]:
    """Give the text fields and notes of a clause, in order."""
    for item in declaration.items:
        if isinstance(item, tree.Field) and item.name.text in ("text", "文字"):
            yield from (text_of(v) for v in item.values if isinstance(v, tree.Words))
        if isinstance(item, tree.Remark) and item.kind == "note":
            yield text_of(item.words)
