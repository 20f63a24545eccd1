"""Columns of types that other programs write count as what they say, or are refused with a way out.

The nearest float to a decimal is ``float(text)``, which Python rounds correctly.
"""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from guiju.batch.job import run
from guiju.batch.layout import layout_of
from guiju.batch.plain_types import in_plain_types, is_list_of_structs
from tests.batch.tables import Drawn, standard
from tests.batch.test_files import ALUMINIUM, findings, job_for, put

SUPPLY = "power_supply.supply"
CHINA = ZoneInfo("Asia/Shanghai")


def plain(array: pa.Array) -> pa.Array:
    return in_plain_types(pa.RecordBatch.from_arrays([array], names=["x"])).column(0)


@pytest.mark.parametrize(
    "kind", [pa.decimal64(18, 6), pa.decimal128(38, 12), pa.decimal256(60, 20)]
)
def test_a_decimal_is_the_float_nearest_to_it(kind: pa.DataType) -> None:
    draw = random.Random(1)
    digits = kind.precision
    numbers = [draw.randrange(10 ** draw.randrange(1, digits)) for _ in range(500)]
    values = [Decimal(number).scaleb(-kind.scale) for number in numbers]
    found = plain(pa.array([*values, -values[0], None], kind)).to_pylist()
    assert found == [*(float(str(value)) for value in values), -float(str(values[0])), None]


@pytest.mark.parametrize(
    ("array", "values"),
    [
        (pa.array([2**63 + 1025, None], pa.uint64()), [2**63 + 1025, None]),
        (pa.array([-128, 127], pa.int8()), [-128, 127]),
        (pa.array([np.float16(0.5), None], pa.float16()), [0.5, None]),
        (pa.array(["a", None], pa.large_string()), ["a", None]),
        (pa.array(["a", None], pa.string_view()), ["a", None]),
        (pa.array(["a", None, "a"]).dictionary_encode(), ["a", None, "a"]),
        (pa.RunEndEncodedArray.from_arrays([2, 3], [1.5, 2.5]), [1.5, 1.5, 2.5]),
        (pa.array([86_400_001], pa.date64()), [date(1970, 1, 2)]),
        (pa.array([datetime(2024, 12, 31, 23, 59, 59)], pa.timestamp("ns")), [date(2024, 12, 31)]),
    ],
    ids=lambda value: str(value.type) if isinstance(value, pa.Array) else "",
)
def test_what_other_programs_write_is_read_as_it_is_meant(
    array: pa.Array, values: list[object]
) -> None:
    assert plain(array).to_pylist() == values


def test_a_time_with_a_zone_is_a_day_only_where_it_is_midnight() -> None:
    """Midnight of 31 December in China is 16 o'clock of the 30th in UTC, which many files say."""
    moment = datetime(2024, 12, 31, tzinfo=CHINA)
    there = pa.array([moment], pa.timestamp("us", "Asia/Shanghai"))
    assert plain(there).to_pylist() == ["2024-12-31"]
    [other] = plain(pa.array([moment.astimezone(UTC)], pa.timestamp("us", "UTC"))).to_pylist()
    assert other.startswith("2024-12-30 16:00:00")


@pytest.mark.parametrize("made", [pa.list_view, pa.large_list_view, pa.large_list])
def test_rows_of_a_group_may_stand_in_lists_of_any_kind(made: Callable[..., pa.DataType]) -> None:
    rows = [[{"kind": "grid"}, None], None, [], [{"kind": "wind"}]]
    lists = pa.array(rows, made(pa.struct([("kind", pa.string())])))
    assert is_list_of_structs(lists.type)
    assert plain(lists).to_pylist() == [rows[0], [], [], rows[3]]
    assert plain(lists.slice(2)).to_pylist() == [[], rows[3]]


def as_another_program_writes(table: pa.RecordBatch) -> pa.Table:
    """Give the same table with decimals, dictionaries, large lists and required fields in them."""
    arrays, names = [], table.schema.names
    for column in table.columns:
        if pa.types.is_list(column.type):
            rows = column.flatten()
            inside = [other(one) for one in rows.flatten()]
            fields = [
                pa.field(f.name, one.type, nullable=bool(one.null_count or not len(one)))
                for f, one in zip(rows.type, inside, strict=True)
            ]
            struct = pa.StructArray.from_arrays(inside, fields=fields)
            starts = pa.array(column.offsets.to_pylist(), pa.int64())
            arrays.append(pa.LargeListArray.from_arrays(starts, struct))
        else:
            arrays.append(other(column))
    return pa.table(dict(zip(names, arrays, strict=True)))


def other(array: pa.Array) -> pa.Array:
    kind = array.type
    if pa.types.is_floating(kind):
        texts = [None if v is None else Decimal(f"{v:.6f}") for v in array.to_pylist()]
        return pa.array(texts, pa.decimal128(38, 6))
    if pa.types.is_string(kind):
        return array.dictionary_encode()
    if pa.types.is_date(kind):
        return array.cast(pa.timestamp("ns"))
    return array


def rounded(array: pa.Array) -> pa.Array:
    """Give numbers with six digits, so that a decimal holds them."""
    if pa.types.is_floating(array.type):
        return pa.array([None if v is None else float(f"{v:.6f}") for v in array.to_pylist()])
    if pa.types.is_list(array.type):
        rows = array.flatten()
        inside = [rounded(one) for one in rows.flatten()]
        struct = pa.StructArray.from_arrays(inside, names=[f.name for f in rows.type])
        return pa.ListArray.from_arrays(array.offsets, struct)
    return array


def test_a_table_of_decimals_and_dictionaries_has_the_results_of_the_plain_one(
    tmp_path: Path,
) -> None:
    drawn = Drawn(ALUMINIUM, seed=7, wild=0).table(4)
    flat = [rounded(column) for column in drawn.columns]
    floats = pa.RecordBatch.from_arrays(flat, names=drawn.schema.names)
    for folder in ("plain", "other"):
        (tmp_path / folder).mkdir()
    plainly = run(job_for(tmp_path / "plain", pa.Table.from_batches([floats])))
    done = run(job_for(tmp_path / "other", as_another_program_writes(floats)))
    assert done.results.read_bytes() == plainly.results.read_bytes()
    assert done.found.read_bytes() == plainly.found.read_bytes()
    assert done.aside == plainly.aside == 0


def test_a_day_that_may_be_another_is_a_finding_of_its_declaration(tmp_path: Path) -> None:
    table = pa.Table.from_batches([Drawn(ALUMINIUM, seed=7, wild=0).table(3)])
    ends = [datetime(d.year, d.month, d.day, tzinfo=CHINA) for d in table["period_to"].to_pylist()]
    ends[1] = ends[1].replace(hour=8)
    times = pa.array(ends, pa.timestamp("us", "Asia/Shanghai"))
    done = run(job_for(tmp_path, put(table, "period_to", times)))
    found = pq.read_table(done.results)
    assert [value is None for value in found["cfp"].to_pylist()] == [False, True, False]
    assert done.aside == 1
    days = [one for one in findings(done) if str(one["path"]).startswith("declaration")]
    assert {(one["row"], one["path"], one["severity"]) for one in days} == {
        (1, "declaration.period.to", "error")
    }


@pytest.mark.parametrize(
    ("ends", "given"),
    [
        (pa.array([10**7], pa.int32()).cast(pa.date32()), "29349-01-26"),
        (pa.array([10**13]).cast(pa.timestamp("s")), "out of range"),
        (pa.array([0]).cast(pa.timestamp("ms", "Mars/Olympus")), "1970-01-01 00:00:00.000 UTC"),
        (pa.array([b"\xb5\xe7"], pa.binary()).view(pa.string()), "\ufffd"),
    ],
    ids=["year of five digits", "no year", "no zone", "bytes that are no text"],
)
def test_what_no_calendar_holds_is_a_finding_and_no_end_of_the_run(
    tmp_path: Path, ends: pa.Array, given: str
) -> None:
    """A declaration with another fault, too: its row is taken up by itself, and was not."""
    table = pa.Table.from_batches([Drawn(ALUMINIUM, seed=7, wild=0).table(1)])
    table = put(table, "electrolysis.anode", pa.array([-1.0]))
    done = run(job_for(tmp_path, put(table, "period_to", ends)))
    said = {(one["code"], one["path"]): str(one["message"]) for one in findings(done)}
    assert ("GJ806", "electrolysis.anode") in said
    assert given in said["GJ802", "declaration.period.to"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("period_to", pa.int32()),
        ("period_to", pa.float64()),
        ("electrolysis.anode", pa.bool_()),
        ("electrolysis.anode", pa.timestamp("us")),
        ("electrolysis.cell", pa.decimal128(9, 0)),
        ("electrolysis.cell", pa.binary()),
        ("company", pa.list_(pa.string())),
        ("site", pa.date32()),
    ],
    ids=str,
)
def test_what_can_be_read_in_several_ways_is_refused(name: str, kind: pa.DataType) -> None:
    schema = Drawn(ALUMINIUM, seed=7, wild=0).table(1).schema
    fields = [pa.field(name, kind), *(field for field in schema if field.name != name)]
    layout = layout_of(standard(ALUMINIUM).plan.data_model, pa.schema(fields))
    [error] = [found for found in layout.findings if found.severity == "error"]
    assert (error.code.id, error.path) == ("GJ882", name)
    assert "decimal" in error.remedy("en")
