"""Read CSV as text: what a cell means is told by the datum, not guessed from the column."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
from msgspec import Struct

from guiju.batch.readable import Unreadable
from guiju_runtime.messages import Text

SAMPLE = 1 << 20
"""Bytes at the beginning that tell how a file was saved."""
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SEPARATORS = ",;\t|"
SAID = re.compile(r'\ufeff?"?sep=([^\r\n])"?[\r\n]')
"""The line before the head in which some programs say what parts the cells."""
PACKINGS = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"BZh": "bz2"}
"""By the first bytes, how a file is packed."""
A_WORKBOOK = Text(
    zh="这是 Excel 文件或压缩包；从 Excel 另存为 CSV",
    en="it is a workbook or an archive; save it as CSV",
)
OTHERS = {
    b"PK\x03\x04": A_WORKBOOK,
    b"\xd0\xcf\x11\xe0": A_WORKBOOK,
    b"PAR1": Text(
        zh="这是 Parquet 文件；文件名改为 .parquet", en="it is Parquet; name it .parquet"
    ),
}
"""By the first bytes, what a file is that is no CSV."""


class Saved(Struct, frozen=True, kw_only=True):
    """How a file was saved: spreadsheets in China write GB18030, others semicolons or tabs.

    Attributes:
        before: lines before the head.
        packing: of the whole file, or none.
    """

    encoding: str
    separator: str
    before: int
    packing: str | None


def saved_as(path: Path) -> Saved:
    """Find how a file was saved from its beginning.

    Raises:
        OSError: it cannot be read.
        Unreadable: it is a file of another kind.
    """
    with path.open("rb") as file:
        first = file.read(8)
    for mark, reason in OTHERS.items():
        if first.startswith(mark):
            raise Unreadable(reason)
    packing = next((how for mark, how in PACKINGS.items() if first.startswith(mark)), None)
    with pa.input_stream(str(path), compression=packing) as stream:
        sample = stream.read(SAMPLE)
    encoding = _encoding(sample)
    text = sample.decode(encoding, "replace")
    said = SAID.match(text)
    separator = said[1] if said else max(SEPARATORS, key=text.partition("\n")[0].count)
    return Saved(encoding=encoding, separator=separator, before=bool(said), packing=packing)


def _encoding(sample: bytes) -> str:
    if sample.startswith(MARKS):
        return "utf-16"
    if 0 in sample[:2]:  # a Latin letter in two bytes, without a mark
        return "utf-16-be" if sample[0] == 0 else "utf-16-le"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def columns_of(path: Path) -> list[str]:
    """Give the names of the columns.

    Raises:
        pyarrow.ArrowInvalid: the file is no CSV.
        Unreadable: it is a file of another kind.
    """
    saved = saved_as(path)
    with _row_told(path, saved), _opened(path, saved, csv.ConvertOptions()) as reader:
        names: list[str] = reader.schema.names
    return names


def batches_of(path: Path, schema: pa.Schema, wanted: list[str]) -> Iterator[pa.RecordBatch]:
    """Give some columns as text, from the beginning on; an empty cell is null.

    Rows behind the last that holds anything are none: spreadsheets write them.

    Raises:
        pyarrow.ArrowInvalid: a row has other columns than the first, or a text is no text.
        Unreadable: it is a file of another kind.
    """
    saved = saved_as(path)
    options = csv.ConvertOptions(
        column_types=schema, include_columns=wanted, strings_can_be_null=True, null_values=[""]
    )
    with _row_told(path, saved), _opened(path, saved, options) as batches:
        yield from _without_end(batches)


def _without_end(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Leave out the rows at the end in which nothing stands."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        known = _known(batch)
        if known:
            yield from held
            yield batch.slice(0, known)
            held = []
        held.append(batch.slice(known))


def _known(batch: pa.RecordBatch) -> int:
    """Count the rows up to the last in which anything stands."""
    most, rows = 0, len(batch)
    if rows and any(column[-1].is_valid for column in batch.columns):
        return rows
    for column in batch.columns:
        if column.null_count < rows:
            there = pc.indices_nonzero(column.is_valid())
            most = max(most, there[-1].as_py() + 1)
    return most


@contextmanager
def _row_told(path: Path, saved: Saved) -> Iterator[None]:
    """Read what cannot be read once more, row by row: then the row is told."""
    try:
        yield
    except pa.ArrowInvalid:
        with _opened(path, saved, csv.ConvertOptions(), at_once=False) as again:
            for _ in again:
                pass
        raise


@contextmanager
def _opened(
    path: Path, saved: Saved, options: csv.ConvertOptions, *, at_once: bool = True
) -> Iterator[csv.CSVStreamingReader]:
    read = csv.ReadOptions(encoding=saved.encoding, use_threads=at_once, skip_rows=saved.before)
    parsed = csv.ParseOptions(delimiter=saved.separator, newlines_in_values=True)
    with (
        pa.input_stream(str(path), compression=saved.packing) as stream,
        csv.open_csv(stream, read, parsed, options) as reader,
    ):
        yield reader
