"""Factor tables as a calculator holds them."""

from collections.abc import Iterator

from guiju.plan.model import CalculationPlan, RulePlan
from guiju.plan.ordering import formulas_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Table
from guiju_runtime import tables as runtime


def tables_used(plan: CalculationPlan) -> list[Table]:
    """Give the tables that some formula reads, in the order of the standard."""
    books = (plan.rules, *plan.profiles)
    wanted = {path for book in books for node in _formulas(book) for path in _tables(node)}
    found = {t.path: t for book in books for t in book.tables if t.path in wanted}
    return list(found.values())


def _formulas(rules: RulePlan) -> Iterator[Expression]:
    found: list[Expression | str | None] = []
    for step in (*rules.steps, *rules.results):
        found += formulas_of(step)
    for process in rules.processes:
        found += [process.only_when, process.per]
        for contribution in process.contributions:
            found += [contribution.rate, contribution.gas]
        found += process.sharing()
    found += [provision.condition for provision in rules.provisions]
    found += [outcome.reference_flow for outcome in rules.outcomes]
    return (node for node in found if node is not None and not isinstance(node, str))


def _tables(node: Expression) -> Iterator[str]:
    if isinstance(node, typed.TableLookup):
        yield node.table
    for part in typed.parts_of(node):
        yield from _tables(part)


def runtime_table(table: Table) -> runtime.Table:
    """Give a table with its values as floats."""
    return runtime.Table(
        path=table.path,
        label=table.label,
        unit=table.unit.text,
        dated=table.dated,
        rows=tuple(
            runtime.Row(
                keys=row.keys,
                value=row.value.numerator / row.value.denominator,
                source=row.source,
                year=int(row.year) if row.year.isdigit() else 0,
                unverified=row.unverified or table.notes.unverified,
            )
            for row in table.rows
        ),
    )
