"""Type sums over rows of collected data, and over the flows of a process."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal

from guiju_dsl.names.formulas import parts_of
from guiju_dsl.names.items import type_of
from guiju_dsl.names.model import ToDeclaration, ToFlows
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import attribute
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.kinds import unit_of_type
from guiju_dsl.syntax import tree
from guiju_runtime.units import PLAIN_NUMBER, Unit, parse_unit, product

WrongArguments = Literal["wrong arguments"]
MEASURES: Final = {"mass": parse_unit("kg"), "energy": parse_unit("MJ")}
"""Properties that a flow measured so has without declaring them."""
ONE: Final = typed.Number(value=Fraction(1), written="1", unit=PLAIN_NUMBER)


def aggregate(
    types: Typing, function: str, body: tree.Expression, row: str
) -> Expression | WrongArguments | None:
    """Type ``sum mean min max`` of a value over rows, or ``count`` of rows."""
    group = _group_in(types, body, row)
    if not group:
        return "wrong arguments" if types.expression(body, row) is not None else None
    if function == "count":
        return typed.Aggregate(function="count", group=group, body=None, unit=PLAIN_NUMBER)
    around, types.outer = types.outer, (*types.outer, row)
    value = types.number(body, group)
    types.outer = around
    if value is None:
        return None
    return typed.Aggregate(function=function, group=group, body=value, unit=unit_of(value))


def _group_in(types: Typing, node: tree.Expression, row: str) -> str:
    """Give the repeated group that ``node`` speaks of, other than those of the rows at hand."""
    if isinstance(node, tree.Path):
        reference = types.names.references.get(node.span)
        if not isinstance(reference, ToDeclaration):
            return ""
        declaration = types.names.declarations[reference.path]
        each = declaration.kind == "each"
        own = declaration.path if each else types.group_of(declaration.path)
        return own if own not in (row, *types.outer) else ""
    groups = (_group_in(types, part, row) for part in parts_of(node))
    return next((group for group in groups if group), "")


def balance(types: Typing, node: tree.Call) -> Expression | WrongArguments | None:
    """Type ``inflow(x)`` and ``outflow(x)``: amounts times a property, summed over the flows."""
    reference = types.names.references.get(node.span)
    if not isinstance(reference, ToFlows) or len(node.arguments) != 1:
        return "wrong arguments"
    total: Expression | None = None
    for amount, quality in _counted(types, reference):
        term = _term(types, amount, quality)
        if term is None:
            return None
        pair = types.aligned(node, total, node, term) if total is not None else (term, term)
        if pair is None:
            return None
        total = _plus(pair[0], pair[1]) if total is not None else term
    return total if total is not None else "wrong arguments"


def _counted(types: Typing, reference: ToFlows) -> Iterator[tuple[str, str]]:
    """Give the flows that have the property, or whose amount is the measure asked for."""
    for amount, quality in reference.terms:
        unit = unit_of_type(type_of(types.names.declarations[amount].node))
        if quality or reference.measure in measured_as(unit):
            yield amount, quality


def measured_as(unit: Unit) -> tuple[str, ...]:
    """Name the measures that an amount in ``unit`` is."""
    return tuple(name for name, of in MEASURES.items() if of.dimension == unit.dimension)


def _term(types: Typing, amount: str, quality: str) -> Expression | None:
    """Type the amount of a flow times its property; of a flow in rows, the sum over them.

    What is there only under a condition counts as nothing without it.
    """
    group, flow = types.group_of(amount), types.names.declarations[amount]
    value = types.reading(flow, group)
    if quality and value is not None:
        factor = types.reading(types.names.declarations[quality], types.group_of(quality))
        value = times(value, factor) if factor is not None else None
        own = attribute(flow.items, "only_when")
        value = _if_there(types, own, group, value) if own is not None and value else value
    if value is None or not group:
        return value
    return typed.Aggregate(function="sum", group=group, body=value, unit=unit_of(value))


def _if_there(
    types: Typing, guard: tree.Expression, group: str, value: Expression
) -> Expression | None:
    """Give a value where ``guard`` holds, and nothing where it does not."""
    condition, unit = types.condition(guard, group), unit_of(value)
    if condition is None:
        return None
    return typed.Cases(
        places=(guard.span, guard.span),
        branches=((condition, value),),
        otherwise=typed.Number(value=Fraction(0), written="0", unit=unit),
        kind="number",
        unit=unit,
    )


def times(first: Expression, second: Expression) -> Expression:
    """Multiply two values; one time a value is the value."""
    if second is ONE:
        return first
    unit = product(unit_of(first), unit_of(second))
    return typed.Arithmetic(operator="*", left=first, right=second, kind="number", unit=unit)


def _plus(first: Expression, second: Expression) -> Expression:
    unit = unit_of(first)
    return typed.Arithmetic(operator="+", left=first, right=second, kind="number", unit=unit)
