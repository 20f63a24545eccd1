"""The declarations of a table with other values of some data."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec.structs import replace

from guiju.batch.block import Truths
from guiju.batch.found import Numbers
from guiju.batch.layout import Column, Layout
from guiju.inputs import DatumInput

TYPES = {"number": pa.float64(), "year": pa.int64(), "yes_no": pa.bool_()}


class ChangedRows:
    """Puts other values of data in the place of what a table of one layout gives.

    Attributes:
        layout: of the tables with the changes.
    """

    def __init__(self, layout: Layout, changes: Sequence[tuple[DatumInput, object]]) -> None:
        """Keep the changes: exact values in the declared unit."""
        self._changes = {known.name: (known, exact) for known, exact in changes}
        self._given = layout
        self.layout = layout
        for known, _ in self._changes.values():
            self.layout = _with_column(self.layout, known)

    def of(self, table: pa.RecordBatch) -> tuple[pa.RecordBatch, dict[str, Numbers]]:
        """Give the declarations with the changes, and how many rows those have that lack one.

        Returns:
            By name of a datum in a row: the number of rows of its group where there are too few
            for it, else -1; shape (declarations,).
        """
        lacking: dict[str, Numbers] = {}
        for known, exact in self._changes.values():
            if known.row is None:
                [column] = [c for c in self.layout.columns if c.datum is known.datum]
                value = pa.scalar(_plain(exact, column.ratio), _type(known))
                table = _put(table, column.name, pa.repeat(value, table.num_rows))
                continue
            counts = _counts(table, known.datum.group)
            few = counts <= known.row
            if few.any():
                lacking[known.name] = np.where(few, counts, -1)
            if not few.all():
                table = self._in_rows(table, known, exact, counts)
        return table, lacking

    def _in_rows(
        self, table: pa.RecordBatch, known: DatumInput, exact: object, counts: Numbers
    ) -> pa.RecordBatch:
        group, row = known.datum.group, known.row or 0
        flat = table.column(group).flatten()
        starts = np.concatenate(([0], np.cumsum(counts)))
        here = np.zeros(len(flat), dtype=np.bool_)
        here[starts[:-1][counts > row] + row] = True
        [column] = [c for c in self.layout.rows[group] if c.datum is known.datum]
        kind = _type(known)
        arrays = dict(zip((f.name for f in flat.type), flat.flatten(), strict=True))
        old = arrays.get(column.name, pa.nulls(len(flat), kind))
        value = pa.scalar(_plain(exact, column.ratio), kind)
        arrays[column.name] = pc.if_else(pa.array(here), value, old.cast(kind))
        nothing = np.asarray(flat.is_null().to_numpy(zero_copy_only=False)) & ~here
        struct = pa.StructArray.from_arrays(
            list(arrays.values()), names=list(arrays), mask=pa.array(nothing)
        )
        lists = pa.ListArray.from_arrays(pa.array(starts, pa.int32()), struct)
        return _put(table, group, lists)


def _with_column(layout: Layout, known: DatumInput) -> Layout:
    """Give the layout with a column for a changed datum; one that is there keeps its unit."""
    datum, group = known.datum, known.datum.group
    columns = layout.rows.get(group, ()) if group else layout.columns
    old = next((column for column in columns if column.datum.path == datum.path), None)
    name = datum.path[len(group) + 1 :] if group else datum.path
    new = Column(datum=datum, name=name, ratio=Fraction(1), beside=())
    if old is not None:
        new = replace(old, datum=datum)
    rest = tuple(column for column in columns if column is not old)
    if not group:
        return replace(layout, columns=(*rest, new))
    return replace(layout, rows={**layout.rows, group: (*rest, new)})


def _put(table: pa.RecordBatch, name: str, column: pa.Array) -> pa.RecordBatch:
    columns = dict(zip(table.schema.names, table.columns, strict=True))
    columns[name] = column
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def _counts(table: pa.RecordBatch, group: str) -> Numbers:
    """Count the rows of a group in each declaration."""
    if group not in table.schema.names:
        return np.zeros(table.num_rows, dtype=np.int64)
    lengths = pc.fill_null(pc.list_value_length(table.column(group)), 0)
    counts: Numbers = lengths.to_numpy(zero_copy_only=False).astype(np.int64)
    return counts


def _type(known: DatumInput) -> pa.DataType:
    return TYPES.get(known.datum.kind, pa.string())


def _plain(exact: object, ratio: Fraction) -> Any:
    """Give a value as a column holds it, a number in the unit of the column."""
    if isinstance(exact, Fraction):
        own = exact / ratio
        return own.numerator / own.denominator
    return exact


def lacking_any(lacking: dict[str, Numbers], size: int) -> Truths:
    """Mark declarations that lack a row that is to be changed."""
    marked = np.zeros(size, dtype=np.bool_)
    for counts in lacking.values():
        marked |= counts >= 0
    return marked
