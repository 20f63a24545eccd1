"""Put Parquet files of the same columns behind one another without reading what is in them."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from guiju.batch.parquet_footer import (
    MAGIC,
    ROW_GROUPS,
    ROWS,
    SCHEMA,
    STRUCT,
    Fields,
    Reader,
    Writer,
    moved,
)

LENGTH = 4
"""Bytes that say how long the footer is, little endian, before the last four."""
AT_ONCE = 1 << 20


def join(parts: Iterable[Path], place: Path) -> None:
    """Write the row groups of all ``parts`` into one file, in order.

    Raises:
        OSError: a file cannot be read or written.
        ValueError: a part has other columns than the first.
    """
    whole: Fields = {}
    rows = 0
    groups: list[Fields] = []
    with place.open("wb") as out:
        out.write(MAGIC)
        for part in parts:
            with part.open("rb") as file:
                footer, end = footer_of(file)
                whole = whole or dict(footer)
                if footer[SCHEMA] != whole[SCHEMA]:
                    raise ValueError(f"{part.name} has other columns than the first part")
                rows += footer[ROWS][1]
                groups += moved(footer, out.tell() - len(MAGIC), len(groups))
                _copy(file, end, out)
        whole[ROWS] = whole[ROWS][0], rows
        whole[ROW_GROUPS] = whole[ROW_GROUPS][0], (STRUCT, groups)
        writer = Writer()
        writer.fields(whole)
        out.write(writer.data)
        out.write(len(writer.data).to_bytes(LENGTH, "little"))
        out.write(MAGIC)


def footer_of(file: BinaryIO) -> tuple[Fields, int]:
    """Give the footer of a Parquet file and the place where it begins."""
    end = file.seek(-LENGTH - len(MAGIC), 2)
    size = int.from_bytes(file.read(LENGTH), "little")
    begin = file.seek(end - size)
    return Reader(file.read(size)).fields(), begin


def _copy(file: BinaryIO, end: int, out: BinaryIO) -> None:
    """Copy what stands between the first mark of a file and its footer."""
    file.seek(len(MAGIC))
    while piece := file.read(min(AT_ONCE, end - file.tell())):
        out.write(piece)
