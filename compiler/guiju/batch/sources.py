"""Read tables piece by piece: Parquet, Arrow and CSV."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.csv_files import batches_of, columns_of
from guiju.batch.endings import AS_TEXT, ending_of, is_packed
from guiju.batch.parquet_parts import table_of
from guiju.batch.readable import DAMAGED, Unreadable, reading
from guiju_runtime.messages import Text

PIECE = 65_536
"""Declarations read, calculated and written at once."""

PACKED_OUTSIDE = Text(
    zh="文件又整个压缩了一次；先解压",
    en="it is packed once more, as a whole; unpack it",
)
TEXTS = ".texts"
"""How the name of an Arrow file with the cells of a CSV file ends."""


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
            call, from the piece of a number on; where only reading tells the rows, what stands
            before is read too.
    """

    schema: pa.Schema
    rows: int | None
    words: bool
    pieces: Callable[[list[str], int], Iterator[Piece]]


def source_of(path: Path, piece: int = PIECE) -> Source:
    """Open a table, of which ``piece`` declarations are read at once.

    Raises:
        Unreadable: it is no table of the kind that its name says; also when pieces are read.
    """
    ending = ending_of(path)
    if is_packed(path) and ending not in AS_TEXT:
        raise Unreadable(PACKED_OUTSIDE)
    with reading():
        source = READERS[ending](path, piece)
    return replace(source, pieces=lambda names, first: _told(source.pieces(names, first)))


def _told(pieces: Iterator[Piece]) -> Iterator[Piece]:
    with reading():
        yield from pieces


def _even(batches: Iterable[pa.RecordBatch], piece: int, first: int = 0) -> Iterator[Piece]:
    """Cut batches into pieces of ``piece`` rows, however long they are; number from ``first``."""
    kept: list[pa.RecordBatch] = []
    have = 0
    for batch in batches:
        start = 0
        while start < batch.num_rows:
            kept.append(batch.slice(start, piece - have))
            start, have = start + kept[-1].num_rows, have + kept[-1].num_rows
            if have == piece:
                yield _joined(kept, first, piece)
                kept, have, first = [], 0, first + 1
    if kept:
        yield _joined(kept, first, piece)


def _joined(rows: list[pa.RecordBatch], number: int, piece: int) -> Piece:
    whole = rows[0] if len(rows) == 1 else pa.concat_batches(rows)
    return Piece(number=number, start=number * piece, rows=whole)


def _parquet(path: Path, piece: int) -> Source:
    table = table_of(path)

    def pieces(names: list[str], first: int) -> Iterator[Piece]:
        begin, before = _place(table.lengths, first * piece)
        rows = _without(table.batches(names, piece, begin), before)
        yield from _even(rows, piece, first)

    return Source(schema=table.schema, rows=sum(table.lengths), words=False, pieces=pieces)


def _place(lengths: list[int], row: int) -> tuple[int, int]:
    """Give the number of the group that holds a row, and the rows that stand before it there."""
    for group, rows in enumerate(lengths):
        if row < rows:
            return group, row
        row -= rows
    return len(lengths), 0


def _without(batches: Iterable[pa.RecordBatch], rows: int) -> Iterator[pa.RecordBatch]:
    """Leave out the first ``rows``."""
    for batch in batches:
        yield batch.slice(rows)
        rows = max(0, rows - batch.num_rows)


def _arrow(path: Path, piece: int) -> Source:
    """Read an Arrow file; of a stream only reading tells how long it is."""
    with pa.memory_map(str(path)) as file:
        try:
            schema, lengths = pa.ipc.open_file(file).schema, _lengths(file)
        except pa.ArrowInvalid:
            file.seek(0)
            schema, lengths = pa.ipc.open_stream(file).schema, None

    def pieces(names: list[str], first: int) -> Iterator[Piece]:
        with pa.memory_map(str(path)) as file:
            if lengths is None:
                batches, before = iter(pa.ipc.open_stream(file)), first * piece
            else:
                begin, before = _place(lengths, first * piece)
                batches = _batches(file, schema, names, begin)
            rows = (_sound(batch.select(names)) for batch in _without(batches, before))
            yield from _even(rows, piece, first)

    return Source(
        schema=schema,
        rows=None if lengths is None else sum(lengths),
        words=False,
        pieces=pieces,
    )


def _sound(rows: pa.RecordBatch) -> pa.RecordBatch:
    """See that what is mapped as it stands in the file is inside of it; text may be no UTF-8.

    Raises:
        Unreadable: it is not.
    """
    try:
        for column in rows.columns:
            text = pa.types.is_string(column.type)
            (column.view(pa.binary()) if text else column).validate(full=True)
    except pa.ArrowException as fault:
        raise Unreadable(DAMAGED) from fault
    return rows


def _lengths(file: pa.MemoryMappedFile) -> list[int]:
    """Give how many rows each batch of a file has; of its columns only the first is looked at."""
    reader = pa.ipc.open_file(file, options=pa.ipc.IpcReadOptions(included_fields=[0]))
    return [reader.get_batch(number).num_rows for number in range(reader.num_record_batches)]


def _batches(
    file: pa.MemoryMappedFile, schema: pa.Schema, names: list[str], begin: int
) -> Iterator[pa.RecordBatch]:
    """Give the batches of a file from number ``begin`` on, of which only some columns are read."""
    fields = sorted(schema.get_field_index(name) for name in names)
    reader = pa.ipc.open_file(file, options=pa.ipc.IpcReadOptions(included_fields=fields))
    for number in range(begin, reader.num_record_batches):
        yield reader.get_batch(number)


def _texts(path: Path, piece: int) -> Source:
    """Read an Arrow file that holds the cells of a CSV file."""
    return replace(_arrow(path, piece), words=True)


def _csv(path: Path, piece: int) -> Source:
    schema = pa.schema([(name, pa.string()) for name in columns_of(path)])

    def pieces(names: list[str], first: int) -> Iterator[Piece]:
        batches = batches_of(path, schema, names)
        rows = (batch.select(names) for batch in _without(batches, first * piece))
        yield from _even(rows, piece, first)

    return Source(schema=schema, rows=None, words=True, pieces=pieces)


READERS: dict[str, Callable[[Path, int], Source]] = {
    ".parquet": _parquet,
    ".arrow": _arrow,
    ".feather": _arrow,
    **dict.fromkeys(AS_TEXT, _csv),
    TEXTS: _texts,
}
"""By the ending of a file's name, what reads it."""
