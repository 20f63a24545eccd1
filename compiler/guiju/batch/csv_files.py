"""Read CSV as text: what a cell means is told by the datum, not guessed from the column."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv
from msgspec import Struct

SAMPLE = 1 << 20
"""Bytes at the beginning that tell how a file was saved."""
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SEPARATORS = ",;\t"


class Saved(Struct, frozen=True, kw_only=True):
    """How a file was saved: spreadsheets in China write GB18030, others semicolons or tabs."""

    encoding: str
    separator: str


def saved_as(path: Path) -> Saved:
    """Find how a file was saved from its beginning.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    encoding = _encoding(sample)
    head = sample.decode(encoding, "replace").partition("\n")[0]
    return Saved(encoding=encoding, separator=max(SEPARATORS, key=head.count))


def _encoding(sample: bytes) -> str:
    if sample.startswith(MARKS):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def columns_of(path: Path) -> list[str]:
    """Give the names of the columns.

    Raises:
        pyarrow.ArrowInvalid: the file is no CSV.
    """
    saved = saved_as(path)
    with _row_told(path, saved), csv.open_csv(path, _read(saved), _parsed(saved)) as reader:
        names: list[str] = reader.schema.names
    return names


def batches_of(path: Path, schema: pa.Schema, wanted: list[str]) -> Iterator[pa.RecordBatch]:
    """Give some columns as text, from the beginning on; an empty cell is null.

    Raises:
        pyarrow.ArrowInvalid: a row has other columns than the first, or a text is no text.
    """
    saved = saved_as(path)
    options = csv.ConvertOptions(
        column_types=schema, include_columns=wanted, strings_can_be_null=True, null_values=[""]
    )
    with (
        _row_told(path, saved),
        csv.open_csv(path, _read(saved), _parsed(saved), options) as batches,
    ):
        yield from batches


@contextmanager
def _row_told(path: Path, saved: Saved) -> Iterator[None]:
    """Read what cannot be read once more, row by row: then the row is told."""
    try:
        yield
    except pa.ArrowInvalid:
        with csv.open_csv(path, _read(saved, at_once=False), _parsed(saved)) as again:
            for _ in again:
                pass
        raise


def _read(saved: Saved, *, at_once: bool = True) -> csv.ReadOptions:
    return csv.ReadOptions(encoding=saved.encoding, use_threads=at_once)


def _parsed(saved: Saved) -> csv.ParseOptions:
    return csv.ParseOptions(delimiter=saved.separator)
