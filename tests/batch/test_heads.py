"""Tables as people and programs write them: a unit behind a name, structs, folders of parts."""

import os
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from guiju.batch.heads import table_in
from guiju.batch.job import Done, Job, run
from guiju.batch.layout import layout_of
from guiju.batch.readable import DAMAGED, Unreadable
from guiju.cli import main
from guiju.library import Standard
from guiju_runtime.messages import Text
from tests.batch.test_files import job_for
from tests.sureness.small import FUEL, compiled

DAYS = {"period_from": [date(2024, 1, 1)] * 2, "period_to": [date(2024, 12, 31)] * 2}
TABLE = pa.table(
    {**DAYS, "works.thing": [1.0, 2.0], "works.fuel": [3.0, 4.0], "works.fixed": [500.0, 600.0]}
)
CFP = [3 * 100 + 500, (4 * 100 + 600) / 2]
"""By hand: fuel at 100 kgCO2e/t, what is fixed in kg; of 1 t and of 2 t."""


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    return compiled(tmp_path_factory.mktemp("works"), FUEL % "")


def job_in(works: Standard, folder: Path) -> Job:
    job = job_for(folder, TABLE)
    return replace(job, plan=works.plan, calculator=works.module.CALCULATOR)


def done(works: Standard, data: Path) -> Done:
    return run(replace(job_in(works, data.parent), data=data))


def footprints(of: Done) -> list[float | None]:
    numbers: list[float | None] = pq.read_table(of.results)["cfp"].to_pylist()
    return numbers


def test_a_unit_may_stand_behind_the_name_and_a_text_may_have_its_own(
    tmp_path: Path, works: Standard
) -> None:
    """The second row is calculated by itself for its ``4 t`` and 4 e3, with the same units."""
    rows = [
        "period_from,period_to, works.thing（kg） ,works.fuel [kg],works.fixed/t",
        "2024-01-01,2024-12-31,1000,3000,0.5",
        "2024-01-01 00:00:00,2024-12-31T00:00:00,2e3,4 t,0.6",
    ]
    (tmp_path / "data.csv").write_text("\n".join(rows), "utf-8")
    assert footprints(done(works, tmp_path / "data.csv")) == pytest.approx(CFP, rel=1e-15)


def test_data_may_stand_in_a_struct(tmp_path: Path, works: Standard) -> None:
    """Where there is no struct, nothing in it is given."""
    few = [{"thing": 1.0, "fuel": 3.0, "fixed": 500.0}, None]
    pq.write_table(pa.table({**DAYS, "works": few}), tmp_path / "data.parquet")
    assert footprints(done(works, tmp_path / "data.parquet")) == [CFP[0], None]


@pytest.mark.parametrize(
    ("name", "code"), [("works.fuel(kWh)", "GJ883"), ("works.fuel(2024)", "GJ880")]
)
def test_what_stands_in_brackets_is_a_unit_that_fits_or_is_refused(
    tmp_path: Path, works: Standard, name: str, code: str
) -> None:
    pq.write_table(
        TABLE.rename_columns([*TABLE.column_names[:3], name, "works.fixed"]),
        tmp_path / "data.parquet",
    )
    errors = [
        one for one in done(works, tmp_path / "data.parquet").findings if one.severity == "error"
    ]
    assert [(one.code.id, one.path) for one in errors] == [(code, "works.fuel")]


def test_a_datum_called_by_its_label_is_named(works: Standard) -> None:
    names = ("燃料(t)", "Fuel", "", "开始日期")
    schema = pa.schema([(name, pa.float64()) for name in names])
    said = layout_of(works.plan.data_model, schema).findings
    remedies = {one.path: one.remedy("en") for one in said if one.code.id == "GJ881"}
    meant = {"燃料(t)": "works.fuel?", "Fuel": "works.fuel?", "开始日期": "period_from?"}
    assert list(remedies) == list(meant)
    assert all(name in remedies[path] for path, name in meant.items())


def in_parts(folder: Path) -> Path:
    """Write the table three times, as programs do that calculate in parts."""
    whole = folder / "data.parquet"
    for number, site in enumerate(("a%2Fb", "north", "__HIVE_DEFAULT_PARTITION__")):
        place = whole / f"site={site}"
        place.mkdir(parents=True)
        pq.write_table(TABLE, place / f"part-{number}.snappy.parquet", row_group_size=1)
    (whole / "_SUCCESS").touch()
    (whole / "_metadata.parquet").write_bytes(b"no table")
    return whole


@pytest.mark.parametrize("piece", [1, 4])
def test_a_folder_of_parts_is_one_table_in_the_order_of_names(
    tmp_path: Path, works: Standard, piece: int
) -> None:
    """What stands in the names of folders is a column, none where it has no value."""
    source, _ = table_in(in_parts(tmp_path), works.plan.data_model, piece)
    assert source.rows == 6
    sites = [one for part in source.pieces(["site"], 0) for one in part.rows["site"].to_pylist()]
    assert sites == [None, None, "a/b", "a/b", "north", "north"]
    rest = source.pieces(["works.fuel"], 1)
    amounts = [one for part in rest for one in part.rows["works.fuel"].to_pylist()]
    assert amounts == [3.0, 4.0, 3.0, 4.0, 3.0, 4.0][piece:]
    (tmp_path / "all").mkdir()
    found = run(replace(job_in(works, tmp_path / "all"), data=tmp_path / "data.parquet"))
    assert footprints(found) == CFP * 3


def test_a_part_with_other_columns_is_named(tmp_path: Path, works: Standard) -> None:
    folder = in_parts(tmp_path)
    pq.write_table(TABLE.drop_columns(["works.fuel"]), folder / "site=north" / "part-9.parquet")
    with pytest.raises(Unreadable) as fault:
        table_in(folder, works.plan.data_model)
    assert isinstance(fault.value.reason, Text)
    assert "part-9.parquet has other columns than part-2.snappy.parquet" in fault.value.reason.en


@pytest.mark.parametrize(
    ("data", "output", "said"),
    [
        ("circle.parquet", "out.parquet", "its links go in a circle"),
        (f"{'x' * 300}.parquet", "out.parquet", "the name is too long"),
        ("pipe.csv", "out.parquet", "a pipe or a device"),
        ("data.parquet", "circle.parquet", "its links go in a circle"),
        ("data.parquet", f"{'x' * 300}.parquet", "the name is too long"),
    ],
    ids=["from a circle", "long", "from a pipe", "into a circle", "into a long name"],
)
def test_a_place_where_no_table_can_be_is_told_with_the_reason(  # the pipe waited without end
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: str, output: str, said: str
) -> None:
    (tmp_path / "circle.parquet").symlink_to("circle.parquet")
    os.mkfifo(tmp_path / "pipe.csv")
    pq.write_table(TABLE, tmp_path / "data.parquet")
    words = ["calc", "coal", str(tmp_path / data), "-o", str(tmp_path / output)]
    assert main(["--lang", "en", *words]) == 1
    assert said in capsys.readouterr().err


def test_results_do_not_go_among_the_parts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = in_parts(tmp_path)
    words = ["calc", "coal", str(folder), "-o", str(folder / "out.parquet")]
    assert main(["--lang", "en", *words]) == 1
    assert "GJ923" in capsys.readouterr().err


def test_an_arrow_file_whose_content_points_outside_of_it_is_damaged(
    tmp_path: Path, works: Standard
) -> None:
    """It is mapped as it stands: what its numbers point to was looked at, or ended the run."""
    offsets = pa.py_buffer(np.array([0, 900, 3], dtype=np.int32))
    beyond = pa.StringArray.from_buffers(2, offsets, pa.py_buffer(b"few"))
    table = TABLE.append_column("site", beyond)
    with pa.ipc.new_file(tmp_path / "data.arrow", table.schema) as file:
        file.write_table(table)
    with pytest.raises(Unreadable) as fault:
        done(works, tmp_path / "data.arrow")
    assert fault.value.reason == DAMAGED


def test_a_name_that_is_no_text_is_told(tmp_path: Path, works: Standard) -> None:
    table = pa.table({**DAYS, "works": [{"zz": 1.0}] * 2})
    with pa.ipc.new_file(tmp_path / "data.arrow", table.schema) as file:
        file.write_table(table)
    content = (tmp_path / "data.arrow").read_bytes()
    assert content.count(b"zz") >= 2
    (tmp_path / "data.arrow").write_bytes(content.replace(b"zz", b"\xff\xff"))
    with pytest.raises(Unreadable) as fault:
        done(works, tmp_path / "data.arrow")
    assert isinstance(fault.value.reason, Text)
    assert "its text is not UTF-8" in fault.value.reason.en
