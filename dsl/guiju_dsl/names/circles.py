"""No value is defined by itself."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import CIRCULAR_DEFINITION
from guiju_dsl.names.model import Declaration, Reference, ToDeclaration
from guiju_dsl.names.references import parts_of
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree

CALCULATED = ("flow", "emission", "let", "factor", "result")


def definitions_end(
    declarations: dict[str, Declaration], references: dict[Span, Reference]
) -> Iterator[Diagnostic]:
    """Report each circle among formulas once, at the first of its members."""
    needs = {
        path: tuple(
            target
            for formula in _formula(declaration)
            for target in read_by(formula, references)
            if target in declarations and declarations[target].kind in CALCULATED
        )
        for path, declaration in declarations.items()
        if declaration.kind in CALCULATED
    }
    done: set[str] = set()
    for path in needs:
        circle = _circle(path, needs, done, ())
        if circle:
            names = " → ".join((*circle, circle[0]))
            node = declarations[circle[0]].node
            place = getattr(node, "value", node)
            yield at(CIRCULAR_DEFINITION, place.span, name=circle[0], circle=names)
            done.update(circle)


def _formula(declaration: Declaration) -> tuple[tree.Expression, ...]:
    value = getattr(declaration.node, "value", None)
    return (value,) if value is not None and not isinstance(value, tree.Words) else ()


def _circle(
    path: str, needs: dict[str, tuple[str, ...]], done: set[str], trail: tuple[str, ...]
) -> tuple[str, ...]:
    if path in trail:
        return trail[trail.index(path) :]
    if path in done:
        return ()
    for need in needs.get(path, ()):
        found = _circle(need, needs, done, (*trail, path))
        if found:
            return found
    done.add(path)
    return ()


def read_by(formula: tree.Expression, references: dict[Span, Reference]) -> Iterator[str]:
    """Give the paths of the declarations that ``formula`` reads."""
    match formula:
        case tree.Path():
            reference = references.get(formula.span)
            if isinstance(reference, ToDeclaration):
                yield reference.path
        case tree.Lookup():
            for part in (formula.table, *formula.keys):
                yield from read_by(part, references)
        case tree.Call():
            for argument in formula.arguments:
                yield from read_by(argument.value, references)
        case tree.Comparison():
            yield from read_by(formula.left, references)
            yield from read_by(formula.right, references)
        case tree.When():
            for branch in formula.branches:
                yield from read_by(branch.condition, references)
                yield from read_by(branch.value, references)
            if formula.otherwise is not None:
                yield from read_by(formula.otherwise, references)
        case _:
            for part in parts_of(formula):
                yield from read_by(part, references)
