"""Where in the source a formula reads something."""

from collections.abc import Iterator

from guiju_dsl.names.formulas import parts_of
from guiju_dsl.names.items import value_of
from guiju_dsl.names.model import Declaration, NamedStandard, Reference, ToDeclaration, ToFlows
from guiju_dsl.source import Span
from guiju_dsl.standard.attributes import attribute
from guiju_dsl.standard.proving.visits import Visit
from guiju_dsl.syntax import tree

ATTRIBUTES = ("factor", "share", "substitute", "default", "reference flow")


def place_of(names: NamedStandard, visit: Visit, path: str) -> Span:
    """Give the place where the formula of ``visit`` reads ``path``; without one, its own."""
    declaration = names.declarations.get(visit.of)
    node = _formula(declaration, visit.role) if declaration is not None else None
    found = _readings(names, node, path) if node is not None else iter(())
    return next(found, visit.span)


def _formula(declaration: Declaration, role: str) -> tree.Expression | None:
    if role in ATTRIBUTES:
        return attribute(declaration.items, role.replace(" ", "_"))
    return value_of(declaration.node)


def _readings(names: NamedStandard, node: tree.Expression, path: str) -> Iterator[Span]:
    if _reads(names.references.get(node.span), path):
        yield node.span
    if isinstance(node, tree.Lookup) and _reads(names.references.get(node.table.span), path):
        yield node.span
    for part in parts_of(node):
        yield from _readings(names, part, path)


def _reads(reference: Reference | None, path: str) -> bool:
    match reference:
        case ToDeclaration():
            return reference.path == path
        case ToFlows():
            return any(path in term for term in reference.terms)
        case _:
            return False
