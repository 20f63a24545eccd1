"""No value is defined by itself."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import CIRCULAR_DEFINITION
from guiju_dsl.names.formulas import formulas_of, parts_of
from guiju_dsl.names.model import Declaration, Reference, ToDeclaration, ToFlows
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree

CALCULATED = ("flow", "emission", "let", "factor", "result", "each")


def definitions_end(
    declarations: dict[str, Declaration], references: dict[Span, Reference]
) -> Iterator[Diagnostic]:
    """Report each circle among formulas once, at the first of its members."""
    needs = {
        path: tuple(
            target
            for target in (*_series_around(path, declarations), *_read(declaration, references))
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
            span = next(iter(formulas_of(node)), node).span
            yield at(CIRCULAR_DEFINITION, span, name=circle[0], circle=names)
            done.update(circle)


def _read(declaration: Declaration, references: dict[Span, Reference]) -> Iterator[str]:
    for formula in formulas_of(declaration.node):
        yield from read_by(formula, references)


def _series_around(path: str, declarations: dict[str, Declaration]) -> Iterator[str]:
    """Give the group that a thing stands in: a value in a series needs the bounds of the series."""
    owner = path.rpartition(".")[0]
    while owner:
        if owner in declarations and declarations[owner].kind == "each":
            yield owner
        owner = owner.rpartition(".")[0]


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
    """Give the paths of what ``formula`` reads; ``given x`` reads nothing."""
    if isinstance(formula, tree.Path | tree.Call):
        yield from _referred(references.get(formula.span))
    if isinstance(formula, tree.Call):
        yield from _referred(references.get(formula.function.span))
    for part in parts_of(formula):
        yield from read_by(part, references)


def _referred(reference: Reference | None) -> Iterator[str]:
    match reference:
        case ToDeclaration():
            yield reference.path
        case ToFlows():
            yield from (path for term in reference.terms for path in term if path)
        case _:
            pass
