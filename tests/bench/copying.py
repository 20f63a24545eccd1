"""What a table is read and written with where nothing is calculated: run as a process of its own.

``python -m tests.bench.copying READER DATA COPY NUMBER`` reads every column of DATA and writes the
first NUMBER of them that are no lists, or all of them, lists too, where NUMBER is 0.
"""

import sys
from collections.abc import Callable
from importlib import import_module

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq


def by_pyarrow(data: str, copy: str, number: int) -> None:
    """Copy with a scanner of a dataset, in batches."""
    source = ds.dataset(data)
    names = written(source.schema, number)
    schema = pa.schema([source.schema.field(name) for name in names])
    with pq.ParquetWriter(copy, schema, compression="snappy") as writer:
        for batch in source.scanner().to_batches():
            writer.write_batch(batch.select(names))


def by_polars(data: str, copy: str, number: int) -> None:
    """Copy with Polars, which streams from file to file."""
    polars = import_module("polars")
    names = written(pq.read_schema(data), number)
    polars.scan_parquet(data).select(names).sink_parquet(copy, compression="snappy")


def written(schema: pa.Schema, number: int) -> list[str]:
    """Name the columns that are written."""
    flat = [field.name for field in schema if not pa.types.is_list(field.type)]
    return flat[:number] if number else list(schema.names)


READERS: dict[str, Callable[[str, str, int], None]] = {"pyarrow": by_pyarrow, "polars": by_polars}

if __name__ == "__main__":
    reader, data, copy, number = sys.argv[1:]
    READERS[reader](data, copy, int(number))
