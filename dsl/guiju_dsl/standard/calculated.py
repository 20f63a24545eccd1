"""Check calculated values: ``let``, ``result``, and amounts with a formula."""

from collections.abc import Iterator

from guiju_dsl.names.items import label_words, type_of, value_of
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard.attributes import notes
from guiju_dsl.standard.collected import guard, process_of
from guiju_dsl.standard.expressions import Expression, Kind, kind_of, unit_of
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned, of_choice, of_type
from guiju_dsl.standard.kinds import NUMERIC
from guiju_dsl.standard.model import Formula
from guiju_dsl.syntax import tree
from guiju_runtime.units import Unit

CALCULATED = ("flow", "emission", "let", "result")


def formulas(types: Typing) -> Iterator[Formula]:
    """Check every calculated value; one with parameters is put in place where it is called."""
    for declaration in types.names.declarations.values():
        if declaration.kind not in CALCULATED or _has_parameters(declaration):
            continue
        formula = types.once(_formula, declaration)
        if formula is not None:
            yield formula


def _has_parameters(declaration: Declaration) -> bool:
    return isinstance(declaration.node, tree.Let) and bool(declaration.node.parameters)


def _formula(types: Typing, declaration: Declaration) -> Formula | None:
    node = value_of(declaration.node)
    if node is None:
        return None
    group = types.group_of(declaration.path)
    found = types.expression(node, group)
    typed = _as_declared(types, declaration, node, found) if found is not None else None
    if typed is None:
        if found is not None:
            types.doubtful.add(declaration.path)
        return None
    value, kind, unit = typed
    return Formula(
        path=declaration.path,
        label=label_of(label_words(declaration.node), declaration.name),
        kind=kind,
        unit=unit,
        value=value,
        written=types.written(node.span),
        process=process_of(types, declaration.path),
        group=group,
        only_when=guard(types, declaration, group),
        notes=notes(declaration.items),
        span=declaration.node.span,
    )


def _as_declared(
    types: Typing, declaration: Declaration, node: tree.Expression, value: Expression
) -> tuple[Expression, Kind, Unit] | None:
    """Give the value in the kind and unit that the thing states; its own where it states none."""
    type_ = type_of(declaration.node)
    if type_ is None:
        return value, kind_of(value), unit_of(value)
    own = types.reading(declaration, "")
    if own is None:
        return None
    if kind_of(own) in NUMERIC and kind_of(value) in NUMERIC:
        fitted = assigned(types, node, value, unit_of(own))
    else:
        fitted = of_type(types, node, value, type_)
    if fitted is not None:
        fitted = of_choice(types, node, fitted, own)
    return (fitted, kind_of(own), unit_of(own)) if fitted is not None else None
