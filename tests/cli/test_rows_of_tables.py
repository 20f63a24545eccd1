"""One row of a table, where a command is about one declaration."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow.csv import write_csv
from pyarrow.feather import write_feather
from pyarrow.parquet import write_table as write_parquet

from tests.cli.conftest import Guiju

COLUMNS = ("quicklime", "limestone", "natural_gas", "electricity", "kiln")
PLANTS = [(1, 2, 3, 4, "rotary"), (50_000, 90_000, 6_000_000, 2_500, "shaft")]


def write_plants(file: Path) -> None:
    """Write a table whose row 1 is the plant of plant.yaml."""
    columns = {f"burning.{name}": values for name, *values in zip(COLUMNS, *PLANTS, strict=True)}
    bounds = {"period_from": ["2024-01-01"] * 2, "period_to": ["2024-12-31"] * 2}
    table = pa.table({**columns, **bounds})
    write = {".csv": write_csv, ".parquet": write_parquet, ".arrow": write_feather}[file.suffix]
    write(table, file)


@pytest.mark.parametrize("ending", ["csv", "parquet", "arrow"])
def test_a_row_of_a_table_is_explained_as_the_same_declaration_is(
    lime: Path, guiju: Guiju, ending: str
) -> None:
    write_plants(lime / f"plants.{ending}")
    words = ("--format", "json", "--lang", "en")
    of_row = guiju("explain", "lime.pcr", f"plants.{ending}", "--row", "1", *words)
    assert (of_row.code, of_row.err) == (0, "")
    assert of_row.out == guiju("explain", "lime.pcr", "plant.yaml", *words).out
    beyond = guiju("explain", "lime.pcr", f"plants.{ending}", "--row", "2", "--lang", "en")
    assert f"error[GJ930]: plants.{ending} has 2 declarations, and no row 2" in beyond.err


def test_every_question_about_one_declaration_takes_a_row(lime: Path, guiju: Guiju) -> None:
    write_plants(lime / "plants.csv")
    solve = ("--for", "burning.limestone", "--target", "cfp <= 1000 kgCO2e", "--format", "json")
    for command, *rest in (("solve", *solve), ("sensitivity", "--format", "json")):
        of_row = guiju(command, "lime.pcr", "plants.csv", "--row", "1", *rest)
        assert (of_row.code, of_row.err) == (0, "")
        assert of_row.out == guiju(command, "lime.pcr", "plant.yaml", *rest).out
    assert guiju("report", "lime.pcr", "plants.csv", "--row", "1", "-o", "report.html").code == 0
    assert "1153.045" in (lime / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("row", "said"),
    [("-1", "--row: it is less than 0"), ("x", "invalid row value: 'x'"), ("1", "error[GJ961]")],
)
@pytest.mark.usefixtures("lime")
def test_a_row_that_cannot_be_is_refused(guiju: Guiju, row: str, said: str) -> None:
    done = guiju("explain", "lime.pcr", "plant.yaml", "--row", row, "--lang", "en")
    assert done.code != 0
    assert said in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("explain",),
        ("sensitivity",),
        ("solve", "--for", "burning.limestone", "--target", "cfp <= 1000 kgCO2e"),
        ("report", "-o", "report.html"),
    ],
)
def test_a_table_of_many_is_refused_where_one_is_asked(
    lime: Path, guiju: Guiju, words: tuple[str, ...]
) -> None:
    (lime / "plants.csv").write_text("quicklime,limestone\n50000,90000\n", "utf-8")
    command, *rest = words
    done = guiju(command, "lime.pcr", "plants.csv", *rest, "--lang", "en")
    assert (done.code, done.out) == (1, "")
    assert "error[GJ924]: plants.csv is a table of many declarations" in done.err
    assert not (lime / "report.html").exists()
