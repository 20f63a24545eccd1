"""Read Parquet: one file, or a folder of files as programs write it that calculate in parts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Struct

from guiju.batch.endings import files_of
from guiju.batch.readable import Unreadable
from guiju_runtime.messages import Text

BUFFER = 1 << 18
"""Bytes of a column read from a Parquet file at once: no more of the file is held than that."""
NO_VALUE = "__HIVE_DEFAULT_PARTITION__"


class Part(Struct, frozen=True, kw_only=True):
    """One file.

    Attributes:
        lengths: rows of its groups.
        keys: columns that stand in the names of its folders (``site=north``), the same in all rows.
    """

    path: Path
    lengths: tuple[int, ...]
    keys: dict[str, str | None]


class ParquetTable(Struct, frozen=True, kw_only=True):
    """Files with the same columns, behind one another."""

    schema: pa.Schema
    parts: tuple[Part, ...]

    @property
    def lengths(self) -> list[int]:
        """Give the rows of all groups."""
        return [rows for part in self.parts for rows in part.lengths]

    def batches(self, names: Sequence[str], size: int, begin: int) -> Iterator[pa.RecordBatch]:
        """Give some columns, ``size`` rows at most at a time, from group number ``begin`` on."""
        for part in self.parts:
            groups = list(range(begin, len(part.lengths)))
            begin = max(0, begin - len(part.lengths))
            if not groups:
                continue
            file = pq.ParquetFile(part.path, buffer_size=BUFFER, pre_buffer=False)
            inside = [name for name in names if name not in part.keys]
            for batch in file.iter_batches(batch_size=size, row_groups=groups, columns=inside):
                yield _with_keys(batch, part).select(names)


def table_of(path: Path) -> ParquetTable:
    """Open a file or a folder.

    Raises:
        Unreadable: the files of a folder have not the same columns.
        pyarrow.ArrowException: one is no Parquet; or it cannot be read.
    """
    schema: pa.Schema = None
    parts: list[Part] = []
    for file in files_of(path):
        opened = pq.ParquetFile(file)
        keys = _keys(file.relative_to(path).parts[:-1])
        own = opened.schema_arrow
        for key in keys:
            own = own.append(pa.field(key, pa.string()))
        if schema is not None and not own.equals(schema):
            raise Unreadable(_unlike(file, parts[0].path))
        schema = own if schema is None else schema
        data = opened.metadata
        lengths = tuple(data.row_group(g).num_rows for g in range(data.num_row_groups))
        parts.append(Part(path=file, lengths=lengths, keys=keys))
    return ParquetTable(schema=schema, parts=tuple(parts))


def _keys(folders: Sequence[str]) -> dict[str, str | None]:
    pairs = [folder.partition("=") for folder in folders]
    known = {name: unquote(value) for name, equals, value in pairs if equals}
    return {name: None if value == NO_VALUE else value for name, value in known.items()}


def _with_keys(batch: pa.RecordBatch, part: Part) -> pa.RecordBatch:
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    for name, value in part.keys.items():
        columns[name] = pa.repeat(pa.scalar(value, pa.string()), batch.num_rows)
    return pa.RecordBatch.from_pydict(columns) if part.keys else batch


def _unlike(file: Path, first: Path) -> Text:
    return Text(
        zh=f"{file.name} 的列与 {first.name} 的不同",
        en=f"{file.name} has other columns than {first.name}",
    )
