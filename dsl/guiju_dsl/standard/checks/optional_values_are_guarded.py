"""What may be absent is read only where its absence is provided for."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import MAY_BE_ABSENT
from guiju_dsl.standard.expressions import Expression, parts_of
from guiju_dsl.standard.model import BoundStandard, Formula


def optional_values_are_guarded(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report formulas that read an optional datum outside ``prefer``, ``given`` and guards."""
    optional = {d.path for d in standard.rules.data if d.optional and not d.amount}
    for formula in standard.rules.formulas:
        if formula.path in standard.names.declarations and formula.only_when is None:
            yield from _unguarded(formula, optional)


def _unguarded(formula: Formula, optional: set[str]) -> Iterator[Diagnostic]:
    for path in sorted(set(_bare(formula.value)) & optional):
        yield at(MAY_BE_ABSENT, formula.span, name=path)


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
