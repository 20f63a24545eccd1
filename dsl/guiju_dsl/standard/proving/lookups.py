"""Look up tables by the options that a case gives."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Table, TableRow
from guiju_dsl.standard.proving.claims import Values, name_of
from guiju_dsl.standard.proving.facts import Facts
from guiju_dsl.standard.proving.linear import Linear


def resolved(form: Linear, values: Values, facts: Facts) -> Linear:
    """Put the value of its row in place of each look-up in ``form`` whose keys are known."""
    if not any(isinstance(node, typed.TableLookup) for node, _ in form.terms):
        return form
    result = Linear(terms=(), constant=form.constant)
    for node, factor in form.terms:
        found = _value(node, values, facts)
        if found is None:
            part = Linear(terms=((node, factor),), constant=Fraction(0))
        else:
            part = Linear(terms=(), constant=found * factor)
        result = result.plus(part)
    return result


def _value(node: Expression, values: Values, facts: Facts) -> Fraction | None:
    if not isinstance(node, typed.TableLookup):
        return None
    table, keys = facts.tables[node.table], [known_key(key, values) for key in node.keys]
    if any(key is None for key in keys) or any(table.dated):
        return None
    row = next(rows_for(table, keys), None)
    return row.value if row is not None else None


def known_key(node: Expression, values: Values) -> str | None:
    """Give the option that a key has: written out, or that of the case."""
    written = name_of(node)
    if written is not None:
        return written
    value = values.get(node)
    return value if isinstance(value, str) else None


def rows_for(table: Table, keys: list[str | None]) -> Iterator[TableRow]:
    """Give the rows that fit known keys, those that name the first key first; None fits any."""
    fitting = [row for row in table.rows if _fits(row, keys)]
    yield from sorted(fitting, key=lambda row: tuple(not key for key in row.keys))


def _fits(row: TableRow, keys: list[str | None]) -> bool:
    return all(
        key is None or not own or own == key for own, key in zip(row.keys, keys, strict=True)
    )
