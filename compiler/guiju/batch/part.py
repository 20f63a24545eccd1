"""One piece of a table in, one part of its results out: nothing else enters, wherever it runs."""

from collections.abc import Iterator
from typing import Protocol

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats
from guiju.batch.calculating import Batch, BatchResult, Engine
from guiju.batch.found import Many, to_table
from guiju.batch.layout import HEADER, Layout
from guiju.batch.sources import Piece, Source
from guiju_runtime.messages import Language


class Further(Protocol):
    """Further columns for tables of one layout."""

    def of(self, table: pa.RecordBatch) -> tuple[dict[str, Floats], tuple[Many, ...]]:
        """Give the columns of a piece of the table, nan has no value, and what is found."""


class Beside(Protocol):
    """Asks for further columns beside the results."""

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""

    def made_for(self, layout: Layout, engine: Engine) -> Further:
        """Make it ready for tables of one layout."""


class Size(Struct, frozen=True, kw_only=True):
    """How many declarations a part has.

    Attributes:
        faulty: those with an error finding; ``aside`` those calculated one by one in this run.
    """

    declarations: int
    faulty: int
    aside: int


class Part(Struct, frozen=True, kw_only=True):
    """What a piece came to."""

    results: pa.Table
    findings: pa.Table
    size: Size


class Opened(Struct, frozen=True, kw_only=True):
    """A table with the standard made ready for it."""

    source: Source
    layout: Layout
    batch: Batch
    language: Language
    further: Further | None

    def pieces(self, first: int = 0) -> Iterator[Piece]:
        """Give the pieces from number ``first`` on, with the columns that are used.

        A table without declarations has one, so that its results have their columns.
        """
        some = False
        for piece in self.source.pieces(self._wanted, first):
            some = True
            yield piece
        if not some and first == 0:
            fields = [self.source.schema.field(name) for name in self._wanted]
            rows = pa.RecordBatch.from_pylist([], schema=pa.schema(fields))
            yield Piece(number=0, start=0, rows=rows)

    def part(self, piece: Piece) -> Part:
        """Calculate a piece; the same piece gives the same part."""
        result = self.batch.calculate(piece.rows)
        more: tuple[Many, ...] = ()
        if self.further is not None:
            columns, more = self.further.of(piece.rows)
            result.outputs.update(columns)
        moved = tuple(many.moved(piece.start) for many in (*result.found, *more))
        size = Size(
            declarations=piece.rows.num_rows,
            faulty=int(np.count_nonzero(result.faulty)),
            aside=result.aside,
        )
        return Part(
            results=_results(piece, result), findings=to_table(moved, self.language), size=size
        )

    @property
    def _wanted(self) -> list[str]:
        """Name the columns to read: those of data, and what says whose declaration it is."""
        used = [column.name for column in self.layout.columns] + list(self.layout.rows)
        return [name for name in self.source.schema.names if name in {*used, *HEADER}]


def _results(piece: Piece, result: BatchResult) -> pa.Table:
    rows, start = piece.rows, piece.start
    columns: dict[str, pa.Array] = {
        "row": pa.array(np.arange(start, start + rows.num_rows, dtype=np.int64))
    }
    for name in HEADER:
        if name in rows.schema.names:
            columns[name] = rows.column(name)
    columns["conforming"] = pa.array(~result.faulty)
    for name, values in result.outputs.items():
        columns[name] = column_of(values)
    return pa.table(columns)


def column_of(values: np.ndarray) -> pa.Array:
    """Give an output as a column; null where it has no value."""
    if values.dtype == object:
        return pa.array([value or None for value in values.tolist()], pa.string())
    numbers = np.ascontiguousarray(values, dtype=np.float64)
    absent = np.isnan(numbers)
    if not absent.any():
        return pa.array(numbers)
    there = pa.py_buffer(np.packbits(~absent, bitorder="little"))
    return pa.Array.from_buffers(pa.float64(), len(numbers), [there, pa.py_buffer(numbers)])
