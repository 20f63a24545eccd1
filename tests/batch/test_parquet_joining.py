"""Part files become one file without being read: what is in it is what was in them."""

from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from guiju.batch.parquet_footer import Reader, Writer
from guiju.batch.parquet_joining import footer_of, join


def part(folder: Path, number: int, table: pa.Table) -> Path:
    file = folder / f"{number}.parquet"
    pq.write_table(table, file, row_group_size=40, use_dictionary=["word"], write_page_index=True)
    return file


def some(first: int, size: int) -> pa.Table:
    numbers = list(range(first, first + size))
    return pa.table(
        {
            "number": pa.array([None if n % 7 == 3 else n / 8 for n in numbers], pa.float64()),
            "word": pa.array([f"w{n % 5}" for n in numbers], pa.string()).dictionary_encode(),
            "rows": pa.array([[n] * (n % 3) for n in numbers], pa.list_(pa.int64())),
        }
    )


def test_the_rows_of_all_parts_stand_behind_one_another(tmp_path: Path) -> None:
    tables = [some(0, 100), some(100, 1), some(101, 0), some(101, 650)]
    parts = [part(tmp_path, number, table) for number, table in enumerate(tables)]
    join(parts, tmp_path / "whole.parquet")
    whole = pq.read_table(tmp_path / "whole.parquet")
    assert whole.equals(pa.concat_tables([pq.read_table(file) for file in parts]))
    meta = pq.read_metadata(tmp_path / "whole.parquet")
    assert meta.num_rows == 751
    assert meta.num_row_groups == sum(pq.read_metadata(file).num_row_groups for file in parts)
    assert pq.read_schema(tmp_path / "whole.parquet").equals(tables[0].schema)


def test_what_is_asked_of_one_row_group_is_found_by_its_statistics(tmp_path: Path) -> None:
    parts = [part(tmp_path, number, some(number * 90, 90)) for number in range(4)]
    join(parts, tmp_path / "whole.parquet")
    found = ds.dataset(tmp_path / "whole.parquet").to_table(filter=ds.field("number") == 200 / 8)
    assert found.column("number").to_pylist() == [25.0]


def test_a_footer_is_written_as_it_was_read(tmp_path: Path) -> None:
    """Field by field the same; the bytes too, since the writer chooses the shortest form."""
    with part(tmp_path, 0, some(0, 500)).open("rb") as file:
        footer, begin = footer_of(file)
        file.seek(begin)
        data = file.read()[:-8]
    writer = Writer()
    writer.fields(footer)
    assert bytes(writer.data) == data
    assert Reader(bytes(writer.data)).fields() == footer


def test_parts_with_other_columns_do_not_join(tmp_path: Path) -> None:
    parts = [part(tmp_path, 0, some(0, 5)), part(tmp_path, 1, some(5, 5).select(["word"]))]
    with pytest.raises(ValueError, match=r"1\.parquet has other columns"):
        join(parts, tmp_path / "whole.parquet")
