"""One piece of a table in, one part of its results out: nothing else enters, wherever it runs."""

from collections.abc import Iterator, Mapping
from typing import Protocol

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.block import Array, Truths
from guiju.batch.calculating import Batch, BatchResult, Engine
from guiju.batch.found import Many, to_table
from guiju.batch.layout import Layout
from guiju.batch.names import HEADER
from guiju.batch.plain_types import in_plain_types
from guiju.batch.sources import Piece, Source
from guiju_runtime.messages import Language

RESULTS, FINDINGS = "", "findings"
"""What stands in the name of a file behind that of the output."""


class More(Struct, frozen=True, kw_only=True):
    """What stands beside the results of a piece.

    Attributes:
        columns: by name, numbers of which nan has no value, words or truths.
        found: further findings.
        files: further tables, by what stands in the names of their files.
    """

    columns: dict[str, Array] = {}
    found: tuple[Many, ...] = ()
    files: dict[str, pa.Table] = {}


class Further(Protocol):
    """Gives what is asked for beside the results, for tables of one layout."""

    def of(self, piece: Piece, result: BatchResult) -> More:
        """Give it for a piece of the table, of which the results are known."""


class Beside(Protocol):
    """Asks for something beside the results."""

    @property
    def name(self) -> str:
        """Say what makes it the same as that of another run."""

    @property
    def files(self) -> tuple[str, ...]:
        """Say what stands in the names of further files."""

    def made_for(self, layout: Layout, engine: Engine, language: Language) -> Further:
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
    """What a piece came to: the tables of its files, by what stands in their names."""

    files: dict[str, pa.Table]
    size: Size


class Opened(Struct, frozen=True, kw_only=True):
    """A table with the standard made ready for it."""

    source: Source
    layout: Layout
    batch: Batch
    language: Language
    further: tuple[Further, ...]

    def pieces(self, first: int = 0) -> Iterator[Piece]:
        """Give the pieces from number ``first`` on, with the columns that are used.

        A table without declarations has one, so that its results have their columns.
        """
        some, names = False, wanted(self.source, self.layout)
        for piece in self.source.pieces(names, first):
            some = True
            yield piece
        if not some and first == 0:
            fields = [self.source.schema.field(name) for name in names]
            rows = pa.RecordBatch.from_pylist([], schema=pa.schema(fields))
            yield Piece(number=0, start=0, rows=rows)

    def part(self, piece: Piece) -> Part:
        """Calculate a piece; the same piece gives the same part."""
        piece = replace(piece, rows=in_plain_types(piece.rows))
        result = self.batch.calculate(piece.rows)
        more = [further.of(piece, result) for further in self.further]
        found = (*result.found, *(many for one in more for many in one.found))
        size = Size(
            declarations=piece.rows.num_rows,
            faulty=int(np.count_nonzero(result.faulty)),
            aside=result.aside,
        )
        columns = {name: column for one in more for name, column in one.columns.items()}
        moved = tuple(many.moved(piece.start) for many in found)
        files = {
            RESULTS: results_of(piece, result.faulty, {**result.outputs, **columns}),
            FINDINGS: to_table(moved, self.language, self.batch.clause_of),
        }
        return Part(
            files=files | {w: table for one in more for w, table in one.files.items()}, size=size
        )


def wanted(source: Source, layout: Layout) -> list[str]:
    """Name the columns to read: those of data, and what says whose declaration it is."""
    used = [name for column in layout.columns for name in column.names] + list(layout.rows)
    return [name for name in source.schema.names if name in {*used, *HEADER}]


def rows_of(piece: Piece) -> dict[str, pa.Array]:
    """Give the columns that say which declaration a row is about."""
    rows, start = piece.rows, piece.start
    columns: dict[str, pa.Array] = {
        "row": pa.array(np.arange(start, start + rows.num_rows, dtype=np.int64))
    }
    for name in HEADER:
        if name in rows.schema.names:
            columns[name] = rows.column(name)
    return columns


def results_of(piece: Piece, faulty: Truths, outputs: Mapping[str, Array]) -> pa.Table:
    """Give results as a table: one row for each declaration of a piece."""
    columns = rows_of(piece) | {"conforming": pa.array(~faulty)}
    return pa.table(columns | {name: column_of(values) for name, values in outputs.items()})


def column_of(values: np.ndarray) -> pa.Array:
    """Give an output as a column; null where it has no value."""
    if values.dtype == object:
        return pa.array([value or None for value in values.tolist()], pa.string())
    if values.dtype == np.bool_:
        return pa.array(values)
    numbers = np.ascontiguousarray(values, dtype=np.float64)
    absent = np.isnan(numbers)
    if not absent.any():
        return pa.array(numbers)
    there = pa.py_buffer(np.packbits(~absent, bitorder="little"))
    return pa.Array.from_buffers(pa.float64(), len(numbers), [there, pa.py_buffer(numbers)])
