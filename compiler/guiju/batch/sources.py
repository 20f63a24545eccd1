"""Read tables piece by piece: Parquet, Arrow and CSV."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq
from msgspec import Struct

PIECE = 65_536
"""Declarations read, calculated and written at once."""
BUFFER = 1 << 18
"""Bytes of a column read from a Parquet file at once: no more of the file is held than that."""


class Piece(Struct, frozen=True, kw_only=True):
    """Some declarations of a table behind one another.

    Attributes:
        number: of the piece, from 0; ``start`` that of its first declaration in the table.
    """

    number: int
    start: int
    rows: pa.RecordBatch


class Source(Struct, frozen=True, kw_only=True):
    """A table that is read piece by piece.

    Attributes:
        rows: how many declarations it holds, None where only reading tells.
        words: whether numbers may stand as text, as in CSV.
        pieces: gives the columns named, a number of declarations at a time, the same at each
            call, from the piece of a number on.
    """

    schema: pa.Schema
    rows: int | None
    words: bool
    pieces: Callable[[list[str], int], Iterator[Piece]]


def source_of(path: Path, piece: int = PIECE) -> Source:
    """Open a table, of which ``piece`` declarations are read at once.

    Raises:
        OSError: it cannot be read.
        pyarrow.ArrowInvalid: it is no table of the kind that its name says.
    """
    return READERS[path.suffix.lower()](path, piece)


def _numbered(batches: Iterable[pa.RecordBatch], first: int) -> Iterator[Piece]:
    """Number batches from the beginning of a table, and give those from ``first`` on."""
    start = 0
    for number, rows in enumerate(batches):
        if number >= first:
            yield Piece(number=number, start=start, rows=rows)
        start += rows.num_rows


def _cut(batch: pa.RecordBatch, piece: int) -> Iterator[pa.RecordBatch]:
    for start in range(0, batch.num_rows, piece):
        yield batch.slice(start, piece)


def _parquet(path: Path, piece: int) -> Source:
    table = pq.ParquetFile(path)

    def pieces(names: list[str], first: int) -> Iterator[Piece]:
        file = pq.ParquetFile(path, buffer_size=BUFFER, pre_buffer=False)
        groups, before = _row_groups(file, first * piece)
        batches = file.iter_batches(batch_size=piece, row_groups=groups, columns=names)
        for number, rows in enumerate(_after(batches, before, piece), first):
            yield Piece(number=number, start=number * piece, rows=rows.select(names))

    return Source(
        schema=table.schema_arrow, rows=table.metadata.num_rows, words=False, pieces=pieces
    )


def _row_groups(file: pq.ParquetFile, row: int) -> tuple[list[int], int]:
    """Give the row groups from that of a row on, and the rows that stand before it there."""
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        if row < rows:
            return list(range(group, file.num_row_groups)), row
        row -= rows
    return [], 0


def _after(batches: Iterator[pa.RecordBatch], before: int, piece: int) -> Iterator[pa.RecordBatch]:
    """Leave out the first rows and cut the others into pieces again."""
    if not before:
        yield from batches
        return
    kept: list[pa.RecordBatch] = []
    for batch in batches:
        rest, before = batch.slice(before), max(0, before - batch.num_rows)
        room = piece - sum(rows.num_rows for rows in kept)
        kept.append(rest.slice(0, room))
        if rest.num_rows >= room:
            yield pa.concat_batches(kept)
            kept = [rest.slice(room)]
    if sum(rows.num_rows for rows in kept):
        yield pa.concat_batches(kept)


def _arrow(path: Path, piece: int) -> Source:
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

    def pieces(names: list[str], first: int) -> Iterator[Piece]:
        cut = (rows.select(names) for batch in batches() for rows in _cut(batch, piece))
        return _numbered(cut, first)

    return Source(schema=_arrow_schema(path), rows=None, words=False, pieces=pieces)


def _arrow_schema(path: Path) -> pa.Schema:
    with pa.memory_map(str(path)) as file:
        try:
            return pa.ipc.open_file(file).schema
        except pa.ArrowInvalid:
            file.seek(0)
            return pa.ipc.open_stream(file).schema


def _csv(path: Path, piece: int) -> Source:
    """Read CSV as text: what a cell means is told by the datum, not guessed from the column."""
    with csv.open_csv(path) as reader:
        names = reader.schema.names
    schema = pa.schema([(name, pa.string()) for name in names])

    def pieces(wanted: list[str], first: int) -> Iterator[Piece]:
        options = csv.ConvertOptions(
            column_types=schema,
            include_columns=wanted,
            strings_can_be_null=True,
            null_values=[""],
        )
        with csv.open_csv(path, convert_options=options) as batches:
            yield from _numbered((rows for batch in batches for rows in _cut(batch, piece)), first)

    return Source(schema=schema, rows=None, words=True, pieces=pieces)


READERS: dict[str, Callable[[Path, int], Source]] = {
    ".parquet": _parquet,
    ".arrow": _arrow,
    ".feather": _arrow,
    ".csv": _csv,
}
"""By the ending of a file's name, what reads it."""
