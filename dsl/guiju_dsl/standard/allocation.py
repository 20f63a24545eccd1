"""Check how the products of a process share its burden."""

from collections.abc import Iterator
from typing import Final

from guiju_dsl.diagnostics import at
from guiju_dsl.names.codes import UNKNOWN_NAME
from guiju_dsl.names.formulas import parts_of
from guiju_dsl.names.model import Declaration, ToParameter
from guiju_dsl.names.near import near
from guiju_dsl.standard.attributes import attribute
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.aggregates import times
from guiju_dsl.standard.model import Flow
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import parse_unit

PRODUCTS: Final = ("output", "coproduct")
OF_AMOUNT: Final = {"mass": parse_unit("kg"), "energy": parse_unit("MJ")}
"""Bases that the amount itself gives, where it is measured so."""


def bases(
    types: Typing, declaration: Declaration, flows: tuple[Flow, ...]
) -> Iterator[tuple[str, Expression]]:
    """Type the allocation basis of each product, all in one unit; one product has none."""
    node = attribute(declaration.items, "allocate_by")
    products = [flow for flow in flows if flow.kind in PRODUCTS]
    if node is None or len(products) < 2:
        return
    first: Expression | None = None
    for flow in products:
        value = _basis(types, node, flow)
        if value is None:
            return
        first = first if first is not None else value
        aligned = types.aligned(node, first, node, value)
        if aligned is None:
            return
        yield flow.path, aligned[1]


def _basis(types: Typing, node: tree.Expression, flow: Flow) -> Expression | None:
    """Type the basis of one product: its amount times a property or formula of it."""
    amount = types.reading(types.names.declarations[flow.path], flow.group)
    if amount is None:
        return None
    if isinstance(node, tree.Path) and node.text in OF_AMOUNT:
        return _amount(types, node, amount)
    own = _properties(types, flow)
    missing = [path for path in _properties_read(types, node) if path.text not in own]
    for path in missing:
        likely = near(path.text, own)
        name = f"{flow.path}.{path.text}"
        fault = at(UNKNOWN_NAME, path.span, name=name, near=likely, hint=bool(likely))
        types.faults.append(fault)
    if missing:
        return None
    before, types.parameters = types.parameters, own
    factor = types.number(node, flow.group)
    types.parameters = before
    return times(amount, factor) if factor is not None else None


def _properties(types: Typing, flow: Flow) -> dict[str, Expression]:
    """Give the properties of a product by name."""
    members = types.names.declarations[flow.path].members
    readings = {member.name: types.reading(member, flow.group) for member in members}
    return {name: reading for name, reading in readings.items() if reading is not None}


def _properties_read(types: Typing, node: tree.Expression) -> Iterator[tree.Path]:
    """Give the names in a basis that mean a property of each product."""
    reference = types.names.references.get(node.span)
    if isinstance(node, tree.Path) and isinstance(reference, ToParameter):
        yield node
    for part in parts_of(node):
        yield from _properties_read(types, part)


def _amount(types: Typing, node: tree.Path, amount: Expression) -> Expression | None:
    """Give the amount itself as basis, if it measures that."""
    wanted = OF_AMOUNT[node.text]
    if unit_of(amount).dimension == wanted.dimension:
        return amount
    types.fault_unit(node, unit_of(amount), wanted.text)
    return None


def allocation_words(declaration: Declaration) -> Text:
    """Name the basis of allocation, if it is a single name."""
    node = attribute(declaration.items, "allocate_by")
    name = node.text if isinstance(node, tree.Path) else ""
    return Text(zh=name, en=name.replace("_", " "))
