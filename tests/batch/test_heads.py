"""Columns under names as people and programs write them: with a unit behind, or in a struct."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from guiju.batch.job import Done, run
from guiju.batch.layout import layout_of
from guiju.library import Standard
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


def done(works: Standard, data: Path) -> Done:
    job = job_for(data.parent, TABLE)
    calculator = works.module.CALCULATOR
    return run(replace(job, plan=works.plan, calculator=calculator, data=data))


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
    schema = pa.schema([("燃料(t)", pa.float64()), ("Fuel", pa.float64()), ("", pa.float64())])
    found = [
        one for one in layout_of(works.plan.data_model, schema).findings if one.code.id == "GJ881"
    ]
    assert [one.path for one in found] == ["燃料(t)", "Fuel"]
    assert all("works.fuel?" in one.remedy("en") for one in found)
