"""Read tables piece by piece: Parquet, Arrow and CSV."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq
from msgspec import Struct

PIECE = 131_072
"""Declarations read, calculated and written at once."""


class Source(Struct, frozen=True, kw_only=True):
    """A table that is read piece by piece.

    Attributes:
        rows: how many declarations it holds, None where only reading tells.
        words: whether numbers may stand as text, as in CSV.
        pieces: gives the columns named, ``PIECE`` declarations at a time, the same at each call.
    """

    schema: pa.Schema
    rows: int | None
    words: bool
    pieces: Callable[[list[str]], Iterator[pa.RecordBatch]]


def source_of(path: Path) -> Source:
    """Open a table.

    Raises:
        OSError: it cannot be read.
        pyarrow.ArrowInvalid: it is no table of the kind that its name says.
    """
    return READERS[path.suffix.lower()](path)


def _parquet(path: Path) -> Source:
    table = pq.ParquetFile(path)

    def pieces(names: list[str]) -> Iterator[pa.RecordBatch]:
        for batch in pq.ParquetFile(path).iter_batches(batch_size=PIECE, columns=names):
            yield batch.select(names)

    return Source(
        schema=table.schema_arrow, rows=table.metadata.num_rows, words=False, pieces=pieces
    )


def _arrow(path: Path) -> Source:
    def batches() -> Iterator[pa.RecordBatch]:
        with pa.memory_map(str(path)) as file:
            try:
                reader = pa.ipc.open_file(file)
            except pa.ArrowInvalid:
                file.seek(0)
                yield from pa.ipc.open_stream(file)
                return
            for number in range(reader.num_record_batches):
                yield reader.get_batch(number)

    def pieces(names: list[str]) -> Iterator[pa.RecordBatch]:
        for batch in batches():
            for start in range(0, batch.num_rows, PIECE):
                yield batch.slice(start, PIECE).select(names)

    return Source(schema=_arrow_schema(path), rows=None, words=False, pieces=pieces)


def _arrow_schema(path: Path) -> pa.Schema:
    with pa.memory_map(str(path)) as file:
        try:
            return pa.ipc.open_file(file).schema
        except pa.ArrowInvalid:
            file.seek(0)
            return pa.ipc.open_stream(file).schema


def _csv(path: Path) -> Source:
    """Read CSV as text: what a cell means is told by the datum, not guessed from the column."""
    with csv.open_csv(path) as reader:
        names = reader.schema.names
    schema = pa.schema([(name, pa.string()) for name in names])

    def pieces(wanted: list[str]) -> Iterator[pa.RecordBatch]:
        options = csv.ConvertOptions(
            column_types=schema,
            include_columns=wanted,
            strings_can_be_null=True,
            null_values=[""],
        )
        with csv.open_csv(path, convert_options=options) as batches:
            for batch in batches:
                for start in range(0, batch.num_rows, PIECE):
                    yield batch.slice(start, PIECE)

    return Source(schema=schema, rows=None, words=True, pieces=pieces)


READERS: dict[str, Callable[[Path], Source]] = {
    ".parquet": _parquet,
    ".arrow": _arrow,
    ".feather": _arrow,
    ".csv": _csv,
}
"""By the ending of a file's name, what reads it."""
