"""Check the products: what makes them, and how much of it one unit is."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import at
from guiju_dsl.names.items import name_span, type_of
from guiju_dsl.names.model import Declaration, text_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import attribute, of_kind
from guiju_dsl.standard.codes import NO_PRODUCT, NO_UNIT
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.formulas.dispatch import number
from guiju_dsl.standard.formulas.exact import exactly
from guiju_dsl.standard.heads import declared, label
from guiju_dsl.standard.kinds import ABOVE_ZERO, ZERO, unit_of_quantity, unit_of_type
from guiju_dsl.standard.model import Product
from guiju_dsl.syntax import tree
from guiju_runtime.messages import same_words
from guiju_runtime.units import Unit, convert


def products(types: Typing) -> Iterator[Product]:
    """Check every declared product."""
    for declaration in declared(types.names, "product"):
        product = types.once(_product, declaration)
        if product is not None:
            yield product


def _product(types: Typing, declaration: Declaration) -> Product | None:
    stated = next(iter(of_kind(declaration.items, tree.UnitOf)), None)
    flow = types.index.producer(declaration.name)
    span = name_span(declaration.node)
    if stated is None:
        types.faults.append(at(NO_UNIT, span, name=declaration.name))
    elif flow is None:
        written = unit_of_quantity(stated.quantity).text or "t"
        types.faults.append(at(NO_PRODUCT, span, name=declaration.name, unit=written))
    if stated is None or flow is None or not is_above_zero(types, stated.quantity):
        return None
    flow_unit = unit_of_type(type_of(flow.node))
    reference = _reference_flow(types, declaration, stated.quantity, flow_unit)
    if reference is None:
        return None
    unit = unit_of_quantity(stated.quantity)
    words = same_words(f"{stated.quantity.number} {unit.text}".strip())
    return Product(
        name=declaration.name,
        label=label(declaration),
        basis=stated.kind,
        quantity=exactly(stated.quantity.number),
        quantity_unit=unit,
        unit_label=text_of(stated.label) if stated.label is not None else words,
        flow=flow.path,
        process=flow.path.partition(".")[0],
        flow_unit=flow_unit,
        reference_flow=reference,
        span=declaration.node.span,
    )


def is_above_zero(types: Typing, quantity: tree.Quantity) -> bool:
    """Tell whether there is any of what something is said of; report that there is none."""
    if exactly(quantity.number) == 0:
        types.fault_kind(quantity.span, ZERO, ABOVE_ZERO)
        return False
    return True


def _reference_flow(
    types: Typing, declaration: Declaration, quantity: tree.Quantity, unit: Unit
) -> Expression | None:
    """Give the amount of its flow for one unit: as stated, else the unit itself."""
    stated = attribute(declaration.items, "reference_flow")
    if stated is not None:
        value = types.number(stated, "")
        return assigned(types, stated, value, unit) if value is not None else None
    own = number(quantity)
    if types.fitted(quantity, own, unit) is None:
        return None
    amount = convert(own.value, own.unit, unit)
    return typed.Number(value=amount, written=str(amount), unit=unit)
