"""Check provisions, usual ranges and limits."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from guiju_dsl.diagnostics import at
from guiju_dsl.names.items import label_words
from guiju_dsl.names.lookup import key_of
from guiju_dsl.names.model import Declaration, ToDeclaration, label_of, text_of
from guiju_dsl.standard.attributes import NO_NOTES, notes
from guiju_dsl.standard.codes import LIMIT_OF_NOTHING
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.conditions import in_range
from guiju_dsl.standard.model import NO_TEXT, ProseClause, Provision
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

LIMITED = ("data", "flow", "emission", "let")


def provisions(types: Typing) -> Iterator[Provision]:
    """Check every provision; one without a name is named by its place and a number."""
    counts: Counter[str] = Counter()
    for declaration in types.names.declarations.values():
        if declaration.kind != "provision":
            continue
        provision = types.once(_provision, declaration)
        if not provision.label:
            kind = f"{provision.place}.{provision.force}" if provision.place else provision.force
            counts[kind] += 1
            provision = replace(provision, path=f"{kind}_{counts[kind]}")
        yield provision


def changed_provisions(types: Typing) -> Iterator[tuple[Provision, Provision]]:
    """Give the provisions of general rules that the standard overrides: before and after."""
    for before in types.names.changed:
        after = types.names.declarations.get(key_of(before))
        if before.kind == "provision" and after is not None and after.kind == "provision":
            yield _provision(types, before), types.once(_provision, after)


def _provision(types: Typing, declaration: Declaration) -> Provision:
    node = declaration.node
    assert isinstance(node, tree.Provision), "the kind says so"
    place = declaration.path.rpartition(".")[0]
    owner = types.names.declarations.get(place)
    group = types.group_of(declaration.path)
    return Provision(
        path=declaration.path,
        force=node.force,
        condition=_condition(types, node, owner, group),
        written=types.words(node.condition.span) if node.condition is not None else "",
        words=text_of(node.words) if node.words is not None else NO_TEXT,
        label=node.name.text if node.name is not None else "",
        place=place,
        group=group,
        tested=_tested(types, node, owner),
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
    if isinstance(node.condition, tree.Range) and owner is not None and owner.kind in LIMITED:
        value = types.reading(owner, group)
        if value is None:
            return None
        return in_range(types, node.condition, value, node.condition, group)
    return types.condition(node.condition, group)


def _tested(types: Typing, node: tree.Provision, owner: Declaration | None) -> str:
    """Give the datum that a limit makes invalid: that around it, or the one it begins with.

    A limit in the braces of a process may be about the process as a whole; elsewhere one that
    is about no value could stop nothing, which is reported.
    """
    if node.force != "limit":
        return ""
    if owner is not None and owner.kind in LIMITED:
        return owner.path
    if isinstance(node.condition, tree.Comparison) and isinstance(node.condition.left, tree.Path):
        reference = types.names.references.get(node.condition.left.span)
        if isinstance(reference, ToDeclaration):
            return reference.path
    if owner is None or owner.kind != "process":
        types.faults.append(at(LIMIT_OF_NOTHING, node.span, written=types.words(node.span)))
    return ""


def clauses(types: Typing, known: tuple[Provision, ...]) -> Iterator[ProseClause]:
    """Give the prose clauses with their provisions."""
    by_place = {provision.span: provision for provision in known}
    for declaration in types.names.declarations.values():
        node = declaration.node
        if not isinstance(node, tree.Clause):
            continue
        spans = (member.node.span for member in declaration.members)
        yield ProseClause(
            name=declaration.name,
            label=label_of(label_words(node), declaration.name),
            position=node.position or "",
            place=node.place.text if node.place is not None else "",
            provisions=tuple(by_place[span] for span in spans if span in by_place),
            notes=tuple(_prose(declaration)),
            home=declaration.home,
        )


def _prose(declaration: Declaration) -> Iterator[Text]:
    """Give the text fields and notes of a clause, in order."""
    for item in declaration.items:
        if isinstance(item, tree.Field) and item.name.text in ("text", "文字"):
            yield from (text_of(value) for value in item.values if isinstance(value, tree.Words))
        if isinstance(item, tree.Remark) and item.kind == "note":
            yield text_of(item.words)
