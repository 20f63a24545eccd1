"""Check formulas with parameters where they are defined, called or not."""

from collections.abc import Iterator

from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import notes
from guiju_dsl.standard.collected import process_of
from guiju_dsl.standard.expressions import unit_of
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.calls import body_of
from guiju_dsl.standard.kinds import kind_of_type, unit_of_type
from guiju_dsl.standard.model import Function
from guiju_dsl.syntax import tree


def functions(types: Typing) -> Iterator[Function]:
    """Check every formula with parameters."""
    for declaration in types.names.declarations.values():
        if isinstance(declaration.node, tree.Let) and declaration.node.parameters:
            function = types.once(_function, declaration)
            if function is not None:
                yield function


def _function(types: Typing, declaration: Declaration) -> Function | None:
    node = declaration.node
    assert isinstance(node, tree.Let), "the caller says so"
    parameters = {
        p.name.text: typed.Parameter(
            name=p.name.text, kind=kind_of_type(p.type), unit=unit_of_type(p.type)
        )
        for p in node.parameters
    }
    value = body_of(types, node, dict(parameters), types.group_of(declaration.path))
    if value is None:
        return None
    return Function(
        path=declaration.path,
        label=label_of(label_words(node), declaration.name),
        parameters=tuple(
            (p.name.text, label_of(p.label, p.name.text), parameters[p.name.text].unit)
            for p in node.parameters
        ),
        unit=unit_of(value),
        value=value,
        process=process_of(types, declaration.path),
        notes=notes(declaration.items),
        span=node.span,
    )
