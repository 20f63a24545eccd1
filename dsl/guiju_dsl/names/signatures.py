"""Whether a profile changes what other formulas see of the things that it changes."""

from collections.abc import Mapping

from guiju_dsl.names.items import type_of
from guiju_dsl.names.model import Declaration
from guiju_dsl.syntax import tree


def same_signatures(new: Mapping[str, Declaration], old: Mapping[str, Declaration]) -> bool:
    """Tell whether the same things are declared, each with the same type, keys and sources."""
    return new.keys() == old.keys() and all(
        declaration is old[path] or signature(declaration) == signature(old[path])
        for path, declaration in new.items()
    )


def signature(declaration: Declaration) -> tuple[object, ...]:
    """Give what a formula that reads ``declaration`` depends on, other than its value."""
    node = declaration.node
    sources = tuple(item for item in declaration.items if isinstance(item, tree.From))
    inlined: tuple[object, ...] = ()
    if isinstance(node, tree.Let) and (node.parameters or node.type is None):
        inlined = (node.parameters, node.value)
    keys = node.keys if isinstance(node, tree.Factor) else ()
    gas = node.gas if isinstance(node, tree.Emission) else None
    options = node.options if isinstance(node, tree.Choice) else ()
    kind = "value" if declaration.kind in ("data", "let") else declaration.kind
    return (kind, type_of(node), sources, inlined, keys, gas, options)
