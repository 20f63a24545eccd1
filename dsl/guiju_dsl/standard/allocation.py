"""Check how the products of a process share its burden."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from guiju_dsl.diagnostics import at
from guiju_dsl.names.codes import UNKNOWN_NAME
from guiju_dsl.names.formulas import parts_of
from guiju_dsl.names.model import Declaration, ToParameter
from guiju_dsl.names.near import near
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import attribute
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.aggregates import MEASURES, ONE, measured_as, times
from guiju_dsl.standard.model import Allocation, Flow
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER

PRODUCTS: Final = ("output", "coproduct")
Bases = list[Expression]


class Sharing(Struct, frozen=True):
    """The products that share, and the typing of what they share by."""

    types: Typing
    products: tuple[Flow, ...]


def allocations(
    types: Typing, declaration: Declaration, flows: tuple[Flow, ...]
) -> Iterator[Allocation]:
    """Type how the products share the process, then each input that has a basis of its own."""
    sharing = Sharing(types, tuple(flow for flow in flows if flow.kind in PRODUCTS))
    if len(sharing.products) < 2:
        return
    inputs = [types.names.declarations[flow.path] for flow in flows if flow.kind == "input"]
    for owner in (declaration, *inputs):
        node = attribute(owner.items, "allocate_by")
        found = _bases(sharing, node) if node is not None else None
        if node is None or found is None:
            continue
        yield Allocation(
            input="" if owner is declaration else owner.path,
            bases=tuple((f.path, basis) for f, basis in zip(sharing.products, found, strict=True)),
            label=_label(node),
        )


def _bases(sharing: Sharing, node: tree.Expression) -> Bases | None:
    """Type the basis of each product, all in one unit; each branch of ``when`` may have its own."""
    match node:
        case tree.When():
            return _cases(sharing, node)
        case _:
            return _aligned(sharing, node)


def _cases(sharing: Sharing, node: tree.When) -> Bases | None:
    types = sharing.types
    conditions = [types.condition(branch.condition, "") for branch in node.branches]
    branches = [_bases(sharing, branch.value) for branch in node.branches]
    otherwise = _bases(sharing, node.otherwise) if node.otherwise is not None else None
    if node.otherwise is not None and otherwise is None:
        return None
    known = [(c, b) for c, b in zip(conditions, branches, strict=True) if c and b]
    if len(known) < len(node.branches):
        return None
    return [
        typed.Cases(
            places=(*(branch.condition.span for branch in node.branches), node.span),
            branches=tuple((condition, bases[place]) for condition, bases in known),
            otherwise=otherwise[place] if otherwise is not None else None,
            kind="number",
            unit=PLAIN_NUMBER,
        )
        for place in range(len(sharing.products))
    ]


def _aligned(sharing: Sharing, node: tree.Expression) -> Bases | None:
    types = sharing.types
    found: Bases = []
    for flow in sharing.products:
        value = _basis(types, node, flow)
        pair = types.aligned(node, found[0] if found else value, node, value) if value else None
        if pair is None:
            return None
        found.append(pair[1])
    return found


def _basis(types: Typing, node: tree.Expression, flow: Flow) -> Expression | None:
    """Type the basis of one product: its amount times a property or formula of it."""
    amount = types.reading(types.names.declarations[flow.path], flow.group)
    own = _properties(types, flow)
    missing = [path for path in _properties_read(types, node) if path.text not in own]
    for path in missing:
        _report(types, path, flow, own)
    if missing or amount is None:
        return None
    before, types.parameters = types.parameters, own
    factor = types.number(node, flow.group)
    types.parameters = before
    return times(amount, factor) if factor is not None else None


def _report(types: Typing, path: tree.Path, flow: Flow, own: dict[str, Expression]) -> None:
    """Report a product without the property that is allocated by."""
    if path.text in MEASURES:
        types.fault_unit(path, flow.unit, MEASURES[path.text].text)
        return
    likely = near(path.text, own)
    name = f"{flow.path}.{path.text}"
    fault = at(UNKNOWN_NAME, path.span, name=name, near=likely, hint=bool(likely))
    types.faults.append(fault)


def _properties(types: Typing, flow: Flow) -> dict[str, Expression]:
    """Give the properties of a product by name, with the measures that its amount is."""
    members = types.names.declarations[flow.path].members
    readings = {member.name: types.reading(member, flow.group) for member in members}
    declared = {name: reading for name, reading in readings.items() if reading is not None}
    return dict.fromkeys(measured_as(flow.unit), ONE) | declared


def _properties_read(types: Typing, node: tree.Expression) -> Iterator[tree.Path]:
    """Give the names in a basis that mean a property of each product."""
    reference = types.names.references.get(node.span)
    if isinstance(node, tree.Path) and isinstance(reference, ToParameter):
        yield node
    for part in parts_of(node):
        yield from _properties_read(types, part)


def _label(node: tree.Expression) -> Text:
    """Name the basis of allocation, if it is a single name."""
    name = node.text if isinstance(node, tree.Path) else ""
    return Text(zh=name, en=name.replace("_", " "))
