"""Check unit processes."""

from collections.abc import Iterator

from guiju_dsl.names.declaring import walk
from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard.allocation import allocations
from guiju_dsl.standard.attributes import attribute, field_text, fields, notes
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.flows import emission, flow
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.kinds import ONE_VALUE, WHOLE_NUMBERS
from guiju_dsl.standard.model import Group, Process
from guiju_dsl.standard.products import is_above_zero
from guiju_dsl.syntax import tree
from guiju_runtime.units import PLAIN_NUMBER


def processes(types: Typing) -> Iterator[Process]:
    """Check every unit process."""
    for declaration in types.names.declarations.values():
        if declaration.kind == "process":
            yield types.once(_process, declaration)


def _process(types: Typing, declaration: Declaration) -> Process:
    node, inside = declaration.node, tuple(walk(declaration.members))
    assert isinstance(node, tree.Process), "the kind says so"
    guard = attribute(declaration.items, "only_when")
    if node.amount is not None:
        is_above_zero(types, node.amount)
    flows = tuple(flow(types, d, d.node) for d in inside if isinstance(d.node, tree.Flow))
    return Process(
        path=declaration.path,
        label=label_of(node.label, declaration.name),
        text=field_text(fields(declaration.items), "text"),
        stage=declaration.stage,
        only_when=types.condition(guard, "") if guard is not None else None,
        per=types.number(node.amount, "") if node.amount is not None else None,
        product=node.product.text if node.product is not None else "",
        groups=tuple(_group(types, d, declaration.path) for d in inside if d.kind == "each"),
        flows=flows,
        emissions=tuple(
            emission(types, d, d.node) for d in inside if isinstance(d.node, tree.Emission)
        ),
        allocations=tuple(allocations(types, declaration, flows)),
        notes=notes(declaration.items),
        span=node.name.span,
    )


def _group(types: Typing, declaration: Declaration, process: str) -> Group:
    node = declaration.node
    rows = node.rows if isinstance(node, tree.Each) else None
    bounds = rows if isinstance(rows, tree.Range) else None
    if rows is not None and bounds is None:
        types.fault_kind(rows.span, ONE_VALUE, WHOLE_NUMBERS)
    return Group(
        path=declaration.path,
        name=declaration.name,
        label=label_of(label_words(node), declaration.name),
        process=process,
        low=_bound(types, bounds.low) if bounds is not None else None,
        high=_bound(types, bounds.high) if bounds is not None else None,
        notes=notes(declaration.items),
        span=node.name.span if isinstance(node, tree.Each) else node.span,
    )


def _bound(types: Typing, node: tree.Expression) -> Expression | None:
    """Type a bound of a series, which must be a plain number."""
    value = types.number(node, "")
    return assigned(types, node, value, PLAIN_NUMBER) if value is not None else None
