"""Declarations of many plants for the bench: no two alike, thirteen of a thousand not conforming.

Two thousand declarations are drawn around the examples of the standard, none of which has to be
calculated alone. What a plant takes in and puts out (t, MWh, GJ, m³) is multiplied by a size of its
own, so that as many different numbers are read and written as there are plants; percentages,
distances and factors stay as drawn, which are few in any table.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from tests.batch.tables import Drawn, batch_for, standard

SLUG = "electrolytic_aluminium"
DRAWN = 2_000
NOT_CONFORMING = 13
"""Of a thousand."""
ROW_GROUP = 131_072
AMOUNTS = ("t", "MWh", "GJ", "m3")
SIZES = (0.9, 1.1)


def plants(rows: int) -> pa.RecordBatch:
    """Give some plants; the same number gives the same."""
    [batch] = pa.Table.from_batches(pieces(rows)).combine_chunks().to_batches()
    return batch


def write_plants(rows: int, file: Path) -> None:
    """Write as many plants as Parquet, a row group at a time."""
    batches = pieces(rows)
    first = next(batches)
    with pq.ParquetWriter(file, first.schema, compression="snappy") as writer:
        writer.write_batch(first)
        for batch in batches:
            writer.write_batch(batch)


def pieces(rows: int) -> Iterator[pa.RecordBatch]:
    """Give plants, a row group at a time."""
    random = np.random.default_rng(1)
    some = _some()
    for start in range(0, rows, ROW_GROUP):
        size = min(ROW_GROUP, rows - start)
        which = random.integers(0, some.num_rows, size)
        yield _grown(some.take(pa.array(which)), random.uniform(*SIZES, size))


def _some() -> pa.RecordBatch:
    """Draw plants and keep as many that do not conform as there shall be."""
    drawn = Drawn(SLUG, seed=1, wild=0).table(DRAWN)
    faulty = batch_for(SLUG, drawn).calculate(drawn).faulty
    good, bad = np.flatnonzero(~faulty), np.flatnonzero(faulty)
    few = bad[: max(1, round(len(good) * NOT_CONFORMING / (1000 - NOT_CONFORMING)))]
    return drawn.take(pa.array(np.sort(np.concatenate([good, few]))))


def _grown(batch: pa.RecordBatch, sizes: NDArray[np.float64]) -> pa.RecordBatch:
    """Multiply the amounts of each plant by its size."""
    columns = []
    amounts = {d.path for d in standard(SLUG).plan.data_model.data if d.unit in AMOUNTS}
    for field, column in zip(batch.schema, batch.columns, strict=True):
        if field.name in amounts:
            column = pc.multiply(column, pa.array(sizes))
        elif pa.types.is_list(field.type):
            column = _grown_rows(field, column, sizes, amounts)
        columns.append(column)
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def _grown_rows(
    field: pa.Field, lists: pa.ListArray, sizes: NDArray[np.float64], amounts: set[str]
) -> pa.ListArray:
    rows = lists.flatten()
    of_row = pa.array(sizes[pc.list_parent_indices(lists).to_numpy()])
    kind = field.type.value_type
    inside = [
        pc.multiply(rows.field(part.name), of_row)
        if f"{field.name}.{part.name}" in amounts
        else rows.field(part.name)
        for part in kind
    ]
    structs = pa.StructArray.from_arrays(inside, fields=list(kind))
    return pa.ListArray.from_arrays(lists.offsets, structs, type=field.type)
