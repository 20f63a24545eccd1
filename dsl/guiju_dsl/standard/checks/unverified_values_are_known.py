"""Values and provisions that nobody has checked are shown wherever they are used."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import UNVERIFIED_VALUE
from guiju_dsl.standard.expressions import Expression, TableLookup, parts_of
from guiju_dsl.standard.model import BoundStandard


def unverified_values_are_known(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Warn of unverified factors that the standard reads, and of its unverified defaults."""
    used = set(tables_read(standard))
    for table in standard.rules.tables:
        marked = table.notes.unverified or any(row.unverified for row in table.rows)
        if table.path in used and marked:
            yield at(UNVERIFIED_VALUE, table.span, severity="warning", name=table.path)
    for datum in standard.rules.data:
        if datum.default is not None and datum.notes.unverified:
            yield at(UNVERIFIED_VALUE, datum.span, severity="warning", name=datum.path)


def tables_read(standard: BoundStandard) -> Iterator[str]:
    """Give the tables that formulas and factors of the standard read."""
    for book in (standard.rules, *standard.profiles):
        for formula in book.formulas:
            yield from _tables(formula.value)
        for process in book.processes:
            for flow in process.flows:
                for part in (flow.factor, flow.substitute, flow.share):
                    yield from _tables(part) if part is not None else ()


def _tables(node: Expression) -> Iterator[str]:
    if isinstance(node, TableLookup):
        yield node.table
    for part in parts_of(node):
        yield from _tables(part)
