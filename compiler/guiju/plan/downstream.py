"""Processes after the gate: the amount of product that they are written for."""

from fractions import Fraction

from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Arithmetic, Converted, Expression, Number, unit_of
from guiju_dsl.standard.model import Process, Product, RuleBook
from guiju_runtime.units import Unit


def amount_of_product(rules: RuleBook, process: Process) -> Expression | None:
    """Give the amount that ``process`` is written for in the unit of its product's flow.

    It is written in that unit, or in units of the product: for 2 kWh of a pack of 8 kg per kWh it
    is 16 kg.
    """
    product = next((p for p in rules.products if p.name == process.product), None)
    if process.per is None or product is None:
        return process.per
    unit = unit_of(process.per)
    if unit.dimension == product.flow_unit.dimension:
        return _times(process.per, unit.factor / product.flow_unit.factor, product.flow_unit)
    return _in_products(process.per, unit, product)


def _in_products(per: Expression, unit: Unit, product: Product) -> Expression:
    ratio = unit.factor / product.quantity_unit.factor / product.quantity
    units = constant(per)
    reference = constant(product.reference_flow)
    if units is not None and reference is not None:
        return _number(units * ratio * reference, product.flow_unit)
    return Arithmetic(
        operator="*",
        left=_times(per, ratio, unit),
        right=product.reference_flow,
        kind="number",
        unit=product.flow_unit,
    )


def _times(node: Expression, ratio: Fraction, unit: Unit) -> Expression:
    if ratio == 1:
        return node
    value = constant(node)
    if value is not None:
        return _number(value * ratio, unit)
    return Converted(operand=node, ratio=ratio, unit=unit)


def _number(value: Fraction, unit: Unit) -> Number:
    written = str(value) if value.denominator == 1 else repr(value.numerator / value.denominator)
    return Number(value=value, written=written, unit=unit)
