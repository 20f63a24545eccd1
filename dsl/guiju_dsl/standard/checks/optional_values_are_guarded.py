"""What may be absent is read only where its absence is provided for."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.formulas import parts_of as parts_written
from guiju_dsl.names.items import value_of
from guiju_dsl.names.model import Reference, ToDeclaration
from guiju_dsl.source import Span
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import MAY_BE_ABSENT
from guiju_dsl.standard.expressions import Expression, parts_of
from guiju_dsl.standard.model import BoundStandard, Formula
from guiju_dsl.syntax import tree


def optional_values_are_guarded(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report formulas that read an optional datum outside ``prefer``, ``given`` and guards."""
    optional = {d.path for d in standard.rules.data if d.optional and not d.amount}
    for formula in standard.rules.formulas:
        if formula.path in standard.names.declarations and formula.only_when is None:
            for path in sorted(set(_bare(formula.value)) & optional):
                yield at(MAY_BE_ABSENT, _place(standard, formula, path), name=path)


def _place(standard: BoundStandard, formula: Formula, path: str) -> Span:
    """Give the place where ``formula`` reads ``path``."""
    node = value_of(standard.names.declarations[formula.path].node)
    found = _reading(standard.names.references, node, path) if node is not None else None
    return found or formula.span


def _reading(references: dict[Span, Reference], node: tree.Expression, path: str) -> Span | None:
    if references.get(node.span) == ToDeclaration(path=path):
        return node.span
    found = (_reading(references, part, path) for part in parts_written(node))
    return next((span for span in found if span is not None), None)


def _bare(node: Expression) -> Iterator[str]:
    """Give what ``node`` reads on every way through it."""
    match node:
        case typed.Preferred():
            return
        case typed.Cases():
            yield from _bare(node.branches[0][0])
        case typed.Reading():
            yield node.path
        case _:
            for part in parts_of(node):
                yield from _bare(part)
