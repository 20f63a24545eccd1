"""The columns of a file under the names of data.

Names of data stand with spaces around them or the unit behind them, as people write a head
(``works.power (MWh)``), or inside a struct, as programs write it. What that means is clear; nothing
else is guessed.
"""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.layout import Layout, layout_of
from guiju.batch.names import names_of, parted
from guiju.batch.readable import reading
from guiju.batch.sources import PIECE, Piece, Source, source_of
from guiju_runtime.data_model import DataModel
from guiju_runtime.units import UnknownUnit, parse_data_unit


class Head(Struct, frozen=True, kw_only=True):
    """One column under the name of its datum.

    Attributes:
        column: its name in the file, and ``inside`` numbers of the fields of structs in it.
        field: name, type, and unit in the metadata.
    """

    column: str
    inside: tuple[int, ...]
    field: pa.Field


def table_in(path: Path, model: DataModel, piece: int = PIECE) -> tuple[Source, Layout]:
    """Open a table of declarations for ``model``; the layout says what is wrong with it.

    Args:
        piece: how many declarations are read at once.

    Raises:
        Unreadable: it is no table of the kind that its name says; also when pieces are read.
    """
    source = source_of(path, piece)
    with reading():  # names inside structs, too, may be no text
        source = headed(source, model)
        return source, layout_of(model, source.schema, words=source.words)


def headed(source: Source, model: DataModel) -> Source:
    """Give a table with its columns under the names of the data of ``model``."""
    known = names_of(model)
    numbers = {datum.path for datum in model.data if datum.kind == "number"}
    heads = [head for field in source.schema for head in _heads(field, known, numbers)]
    if [head.field.name for head in heads] == source.schema.names:
        return source

    def pieces(names: list[str], first: int) -> Iterator[Piece]:
        read = [head for head in heads if head.field.name in names]
        columns = list(dict.fromkeys(head.column for head in read))
        schema = pa.schema([head.field for head in read])
        for piece in source.pieces(columns, first):
            arrays = [_inside(piece.rows.column(head.column), head) for head in read]
            yield replace(piece, rows=pa.RecordBatch.from_arrays(arrays, schema=schema))

    return replace(source, schema=pa.schema([head.field for head in heads]), pieces=pieces)


def _heads(field: pa.Field, known: set[str], numbers: set[str]) -> Iterator[Head]:
    name = " ".join(field.name.split())
    if pa.types.is_struct(field.type) and any(one.startswith(f"{name}.") for one in known):
        for number, below in enumerate(field.type):
            whole = below.with_name(f"{name}.{below.name}").with_nullable(True)
            for head in _heads(whole, known, numbers):
                yield replace(head, column=field.name, inside=(number, *head.inside))
        return
    path, unit = parted(name)
    if name not in known and path in numbers and _is_unit(unit):
        field = field.with_metadata({"unit": unit, **(field.metadata or {})})
        name = path
    yield Head(column=field.name, inside=(), field=field.with_name(name))


def _is_unit(written: str) -> bool:
    try:
        parse_data_unit(written)
    except UnknownUnit:
        return False
    return bool(written)


def _inside(array: pa.Array, head: Head) -> pa.Array:
    """Take a column out of its structs; where there is no struct, there is no value."""
    for number in head.inside:
        array = array.flatten()[number]
    return array
