"""Type what a name stands for."""

from guiju_dsl.diagnostics import at
from guiju_dsl.names.lookup import WITH_VALUE
from guiju_dsl.names.model import (
    Declaration,
    ToDeclaration,
    ToFlows,
    ToOption,
    ToOutcome,
    ToParameter,
    ToPredeclared,
    ToUsed,
)
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import OUTSIDE_ROW
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas.lookups import whole_table
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.formulas.used import outcome, used
from guiju_dsl.standard.kinds import A_NUMBER, NOT_A_VALUE, PREDECLARED
from guiju_dsl.syntax import tree


def path(types: Typing, node: tree.Path, row: str) -> Expression | None:
    """Type a name by what it means."""
    reference = types.names.references.get(node.span)
    match reference:
        case ToDeclaration():
            return _declared(types, node, types.names.declarations[reference.path], row)
        case ToOption():
            return typed.OptionValue(choice=reference.choice, name=reference.name)
        case ToPredeclared():
            return _predeclared(types, node, reference)
        case ToOutcome():
            return outcome(types, reference)
        case ToUsed():
            return used(types, reference, node.span)
        case ToParameter():
            return types.parameters.get(reference.name)
        case ToFlows() | None:
            return None


def _predeclared(types: Typing, node: tree.Path, reference: ToPredeclared) -> Expression | None:
    if reference.name not in PREDECLARED:
        types.fault_kind(node.span, NOT_A_VALUE, A_NUMBER)
        return None
    kind, unit = PREDECLARED[reference.name]
    return typed.Predeclared(name=reference.name, kind=kind, unit=unit)


def _declared(
    types: Typing, node: tree.Path, declaration: Declaration, row: str
) -> Expression | None:
    if declaration.kind == "factor":
        return whole_table(types, node, declaration)
    if is_series(declaration.node):
        return _index(types, node, declaration, row)
    if declaration.kind not in WITH_VALUE or _is_function(declaration):
        types.fault_kind(node.span, NOT_A_VALUE, A_NUMBER)
        return None
    group = types.group_of(declaration.path)
    if group and group not in (row, *types.outer):
        types.faults.append(at(OUTSIDE_ROW, node.span, name=node.text, group=group))
        return None
    return types.reading(declaration, group)


def is_series(node: tree.Item) -> bool:
    """Tell whether the rows of a group are made by the rule: ``each y in a .. b``."""
    return isinstance(node, tree.Each) and node.rows is not None


def _index(types: Typing, node: tree.Path, series: Declaration, row: str) -> Expression | None:
    """Type the index of a series, a whole number in each of its rows."""
    if series.path not in (row, *types.outer):
        types.faults.append(at(OUTSIDE_ROW, node.span, name=node.text, group=series.path))
        return None
    return types.reading(series, series.path)


def _is_function(declaration: Declaration) -> bool:
    """Tell whether a formula has parameters, so that its name alone has no value."""
    return isinstance(declaration.node, tree.Let) and bool(declaration.node.parameters)
