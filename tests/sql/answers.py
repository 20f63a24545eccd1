"""What the statement of a standard gives in DuckDB, beside what the exact reference gives."""

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from guiju.backends.sql.reading import HEADER
from guiju.backends.sql.statement import statement
from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at
from guiju.plan.model import CalculationPlan
from guiju.plan.reference import ReferenceResult, evaluate
from guiju.plan.reference.model import ReferenceFootprint
from guiju_runtime.data_model import DataModel
from guiju_runtime.given import INVALID, Reading
from tests.batch.tables import TYPES, rows_type

NEAR = 1e-12
BESIDE = {"row", *HEADER, "conforming", "findings"}
"""Columns of an answer that are no numbers of the standard."""
Row = dict[str, Any]


@cache
def statement_of(plan: CalculationPlan) -> str:
    return statement(plan)


def table_of(model: DataModel, readings: list[Reading[float]]) -> pa.RecordBatch:
    """Give declarations that were read as a table."""
    columns: dict[str, pa.Array] = {
        datum.path: pa.array([_given(r.values[datum.path]) for r in readings], TYPES[datum.kind])
        for datum in model.data
        if not datum.group
    }
    for group in model.groups:
        rows = [
            [{name: _given(value) for name, value in row.items()} for row in r.rows[group.path]]
            for r in readings
        ]
        columns[group.path] = pa.array(rows, rows_type(model, group.path))
    columns["period_from"] = pa.array([r.period_from for r in readings], pa.date32())
    columns["period_to"] = pa.array([r.period_to for r in readings], pa.date32())
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def _given(value: Any) -> Any:
    """Give a value of a table; what could not be read is no number."""
    return math.nan if value is INVALID else value


def answers(plan: CalculationPlan, table: pa.RecordBatch, file: Path | None = None) -> list[Row]:
    """Run the statement of ``plan`` over ``table``, or over the Parquet ``file`` of it."""
    for name in HEADER:
        if name not in table.schema.names:
            nothing = pa.nulls(table.num_rows, pa.string())
            table = table.append_column(name, nothing)
    table = table.append_column("row", pa.array(range(table.num_rows), pa.int64()))
    with duckdb.connect(config={"threads": 1}) as connection:
        whole = pa.Table.from_batches([table])
        if file is None:
            connection.register("declarations", whole)
        else:
            pq.write_table(whole, file)
            connection.execute("SET disabled_optimizers = 'statistics_propagation'")
            connection.execute(f"CREATE VIEW declarations AS SELECT * FROM '{file}'")
        done = connection.execute(statement_of(plan))  # planned once: a relation is planned twice
        names = [name for name, *_ in done.description or ()]
        found: list[Row] = [dict(zip(names, row, strict=True)) for row in done.fetchall()]
    assert [row["row"] for row in found] == list(range(table.num_rows))
    return found


def exactly(plan: CalculationPlan, table: pa.RecordBatch, number: int) -> ReferenceResult:
    """Give what the exact reference gives for one declaration of ``table``."""
    layout = layout_of(plan.data_model, table.schema)
    declaration = declaration_at(layout, table, number, plan.data_model.standard.id)
    return evaluate(plan, declaration)


def differences(row: Row, exact: ReferenceResult) -> Iterator[object]:
    """Give every difference between an answer and the reference."""
    found = {(one["code"], one["path"]) for one in row["findings"]}
    if found != exact.found:
        yield "findings", found - exact.found, exact.found - found
    slack = NEAR * max((abs(float(v)) for v in numbers(exact.results)), default=0.0)
    for name, value in exact.results.items():
        if f"results.{name}" in row:
            yield from _differs(f"results.{name}", row, value, slack)
    for book, given in exact.books.items():
        for product, footprint in given.footprints.items():
            where = ".".join(part for part in (book, product) if part)
            yield from _differs(f"{where}.cfp", row, footprint.cfp)
            yield from _differs(f"{where}.intensity", row, footprint.intensity)
    first = next(iter(exact.books[""].footprints.values()))
    yield from _differs("cfp", row, first.cfp)
    yield from _differs("primary_share", row, first.primary_share)
    if "score" in row:
        yield from _differs("score", row, first.score)
    size = sum((abs(float(v)) for v in first.contributions.values()), 0.0)
    yield from _differs("biogenic_co2", row, first.biogenic_co2, NEAR * size)
    yield from _parts(row, first, NEAR * size)


def numbers(values: Mapping[str, object]) -> Iterator[Fraction]:
    return (value for value in values.values() if isinstance(value, Fraction))


def _parts(row: Row, exact: ReferenceFootprint, slack: float) -> Iterator[object]:
    for kind in ("by_process", "by_stage", "by_gas", "by_origin"):
        parts: Mapping[str, Fraction] = getattr(exact, kind)
        names = {name for name in row if name.startswith(f"{kind}.")}
        for name in names | {f"{kind}.{part}" for part in parts}:
            value = parts.get(name.removeprefix(f"{kind}."), Fraction(0))
            yield from _differs(name, row, None if exact.cfp is None else value, slack)


def _differs(name: str, row: Row, exact: object, slack: float = 1e-300) -> Iterator[object]:
    """Compare a value; NULL is none."""
    found = row.get(name)
    if isinstance(exact, Fraction | int) and not isinstance(exact, bool):
        if not isinstance(found, float) or not math.isclose(
            found, exact, rel_tol=NEAR, abs_tol=slack
        ):
            yield name, found, float(exact)
    elif found != (exact if isinstance(exact, str) else None):
        yield name, found, exact
