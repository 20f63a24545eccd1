"""What is wrong in a table is found where it is, and costs no other declaration anything."""

import errno
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from guiju.batch.job import run
from guiju.batch.parts import Parts
from guiju.cli import main
from tests.batch.tables import standard
from tests.batch.test_files import ALUMINIUM, findings, job_for, plants, put

ANODE = "electrolysis.anode"
SUPPLY = "power_supply.supply"
BAD = 2
"""The declaration that is spoiled."""

Spoil = Callable[[pa.Table], pa.Table]


@pytest.fixture(scope="module")
def good() -> pa.Table:
    return plants(6)


@pytest.fixture(scope="module")
def numbers(good: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> list[float]:
    done = run(job_for(tmp_path_factory.mktemp("good"), good))
    found: list[float] = pq.read_table(done.results).column("cfp").to_pylist()
    assert None not in found
    return found


def with_value(name: str, value: object) -> Spoil:
    """Put a value in place of that of the spoiled declaration."""

    def spoil(table: pa.Table) -> pa.Table:
        values = table.column(name).to_pylist()
        values[BAD] = value
        field = table.schema.field(name)
        return put(table, name, pa.array(values, field.type), field)

    return spoil


def with_row(**values: object) -> Spoil:
    """Change the first power supply of the spoiled declaration."""

    def spoil(table: pa.Table) -> pa.Table:
        rows = table.column(SUPPLY).to_pylist()
        rows[BAD] = [{**rows[BAD][0], **values}, *rows[BAD][1:]]
        field = table.schema.field(SUPPLY)
        return put(table, SUPPLY, pa.array(rows, field.type), field)

    return spoil


NAN, INFINITY = float("nan"), float("inf")
IN_ROW = f"{SUPPLY}[1]"
SPOILED: dict[str, tuple[Spoil, str, str, str]] = {
    "nan": (with_value(ANODE, NAN), "GJ809", ANODE, "electrolysis"),
    "infinity": (with_value(ANODE, INFINITY), "GJ809", ANODE, "electrolysis"),
    "minus infinity": (with_value(ANODE, -INFINITY), "GJ809", ANODE, "electrolysis"),
    "beyond 1e300": (with_value(ANODE, 1e301), "GJ809", ANODE, "electrolysis"),
    "null": (with_value(ANODE, None), "GJ801", ANODE, "electrolysis"),
    "negative": (with_value(ANODE, -1.0), "GJ806", ANODE, "electrolysis"),
    "unknown choice": (
        with_value("electrolysis.cell", "box"),
        "GJ807",
        "electrolysis.cell",
        "electrolysis",
    ),
    "no period": (with_value("period_to", None), "GJ816", "declaration.period.to", ""),
    "period ends first": (
        with_value("period_to", date(1999, 1, 1)),
        "GJ817",
        "declaration.period",
        "",
    ),
    "nan in a row": (
        with_row(electricity=NAN),
        "GJ809",
        f"{IN_ROW}.electricity",
        "power_supply",
    ),
    "negative in a row": (
        with_row(electricity=-2.0),
        "GJ806",
        f"{IN_ROW}.electricity",
        "power_supply",
    ),
    "null in a row": (with_row(kind=None), "GJ801", f"{IN_ROW}.kind", "power_supply"),
    "null for a row": (with_value(SUPPLY, [None]), "GJ801", f"{IN_ROW}.kind", "power_supply"),
}


@pytest.mark.parametrize(("spoil", "code", "path", "clause"), SPOILED.values(), ids=SPOILED)
def test_one_bad_declaration_is_named_and_the_others_stay_as_they_are(
    tmp_path: Path,
    good: pa.Table,
    numbers: list[float],
    spoil: Spoil,
    code: str,
    path: str,
    clause: str,
) -> None:
    done = run(job_for(tmp_path, spoil(good)))
    found = pq.read_table(done.results).column("cfp").to_pylist()
    assert found == [None if row == BAD else number for row, number in enumerate(numbers)]
    said = [line for line in findings(done) if line["code"] == code]
    assert {one["row"] for one in said} == {BAD}
    printed = standard(ALUMINIUM).module.CALCULATOR.clauses.get(clause, "")
    places = {(one["path"], one["clause_id"], one["clause"]) for one in said}
    assert (path, clause, printed) in places


def test_nothing_given_for_any_row_leaves_the_others_as_they_are(
    tmp_path: Path, good: pa.Table, numbers: list[float]
) -> None:
    done = run(job_for(tmp_path, with_value(SUPPLY, None)(good)))
    found = pq.read_table(done.results).column("cfp").to_pylist()
    assert [n for row, n in enumerate(found) if row != BAD] == [
        n for row, n in enumerate(numbers) if row != BAD
    ]
    assert found[BAD] != numbers[BAD]


def with_rows_of(name: str, kind: pa.DataType, values: object, unit: str = "") -> Spoil:
    """Give a column of the rows of power supplies another type or unit."""

    def spoil(table: pa.Table) -> pa.Table:
        inside = list(table.schema.field(SUPPLY).type.value_type)
        meta = {"unit": unit} if unit else None
        fields = [pa.field(name, kind, metadata=meta) if f.name == name else f for f in inside]
        rows = [[{**one, name: values} for one in few] for few in table.column(SUPPLY).to_pylist()]
        whole = pa.field(SUPPLY, pa.list_(pa.struct(fields)))
        return put(table, SUPPLY, pa.array(rows, whole.type), whole)

    return spoil


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("GJ882", with_rows_of("electricity", pa.string(), "1 MWh")),
        ("GJ882", with_rows_of("kind", pa.float64(), 1.0)),
        ("GJ883", with_rows_of("electricity", pa.float64(), 1.0, "t")),
    ],
    ids=["text for a number", "number for a choice", "another unit"],
)
def test_a_column_of_rows_that_does_not_fit_is_named(
    tmp_path: Path, good: pa.Table, code: str, spoil: Spoil
) -> None:
    done = run(job_for(tmp_path, spoil(good)))
    [error] = [finding for finding in done.findings if finding.severity == "error"]
    assert (error.code.id, error.clause) == (code, "power_supply")
    assert error.path.startswith(f"{SUPPLY}.")
    assert not done.results.exists()


def test_a_column_that_stands_twice_is_refused(tmp_path: Path, good: pa.Table) -> None:
    job = job_for(tmp_path, good)
    pq.write_table(good.append_column(ANODE, good.column(ANODE)), job.data)
    done = run(job)
    assert [(f.code.id, f.path) for f in done.findings if f.severity == "error"] == [
        ("GJ884", ANODE)
    ]


def test_days_may_stand_as_times(tmp_path: Path, good: pa.Table, numbers: list[float]) -> None:
    """As many programs write them; the time is that of midnight."""
    days = good.column("period_to").to_pylist()
    times = pa.array([datetime(d.year, d.month, d.day) for d in days], pa.timestamp("ns"))
    done = run(job_for(tmp_path, put(good, "period_to", times)))
    assert pq.read_table(done.results).column("cfp").to_pylist() == numbers


@pytest.mark.parametrize("ending", ["parquet", "arrow", "csv"])
@pytest.mark.parametrize(
    "content", [b"", b"PAR1", b"not a table\x00\xff"], ids=["empty", "cut", "else"]
)
def test_a_file_that_is_no_table_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, content: bytes
) -> None:
    data = tmp_path / f"plants.{ending}"
    data.write_bytes(content)
    words = ["calc", ALUMINIUM, str(data), "-o", str(tmp_path / "out.parquet")]
    assert main(["--lang", "en", *words]) == 1
    said = capsys.readouterr().err
    assert said.startswith(("error[GJ9", "warning[GJ88", "error[GJ88"))
    assert "Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == [data.name]


def damaged(content: bytes) -> bytes:
    return content[:200] + bytes(500) + content[700:]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda content: b"PARE" + content[4:-4] + b"PARE", "it is encrypted"),
        (damaged, "its content is damaged"),
        (lambda content: content[:-100], "its beginning or end is missing"),
    ],
    ids=["encrypted", "damaged", "cut"],
)
def test_a_table_that_cannot_be_read_is_told_from_one_that_cannot_be_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    good: pa.Table,
    spoil: Callable[[bytes], bytes],
    reason: str,
) -> None:
    data = tmp_path / "plants.parquet"
    pq.write_table(good, data)
    data.write_bytes(spoil(data.read_bytes()))
    words = ["calc", ALUMINIUM, str(data), "-o", str(tmp_path / "out.parquet")]
    assert main(["--lang", "en", *words]) == 1
    assert capsys.readouterr().err.startswith(
        f"error[GJ922]: plants.parquet is not a table that can be read: {reason}\n"
    )


@pytest.mark.parametrize("output", ["plants.parquet", "./plants.parquet"])
def test_results_are_not_written_over_the_declarations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], good: pa.Table, output: str
) -> None:
    data = tmp_path / "plants.parquet"
    pq.write_table(good, data)
    before = data.read_bytes()
    assert main(["calc", ALUMINIUM, str(data), "-o", f"{tmp_path}/{output}"]) == 1
    assert "GJ923" in capsys.readouterr().err
    assert data.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("more.parquet",),
        ("plant.yaml", "more.yaml"),
        ("--profile", "cbam"),
        ("--format", "json"),
        ("--accept-other-digest",),
    ],
    ids=" ".join,
)
def test_a_table_comes_without_what_is_not_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """What stood beside the first table was not calculated, and nothing said so."""
    output = tmp_path / "out.parquet"
    assert main(["calc", ALUMINIUM, "plants.parquet", *words, "-o", str(output)]) == 2
    assert "error[GJ960]" in capsys.readouterr().err
    assert not output.exists()


def test_a_folder_is_neither_table_nor_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], good: pa.Table
) -> None:
    (tmp_path / "folder.parquet").mkdir()
    pq.write_table(good, tmp_path / "plants.parquet")
    folder, data = str(tmp_path / "folder.parquet"), str(tmp_path / "plants.parquet")
    assert main(["--lang", "en", "calc", ALUMINIUM, folder, "-o", data]) == 1
    assert "error[GJ903]" in capsys.readouterr().err
    assert main(["--lang", "en", "calc", ALUMINIUM, f"{folder}.parquet", "-o", data]) == 1
    assert f"there is no file {folder}.parquet" in capsys.readouterr().err
    assert main(["--lang", "en", "calc", ALUMINIUM, data, "-o", folder]) == 1
    assert "error[GJ906]" in capsys.readouterr().err


def test_a_full_disk_leaves_what_is_done_and_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    good: pa.Table,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Parts, "join", full)
    monkeypatch.chdir(tmp_path)
    pq.write_table(good, "plants.parquet")
    assert main(["--lang", "en", "calc", ALUMINIUM, "plants.parquet", "-o", "out.parquet"]) == 1
    assert capsys.readouterr().err == (
        "error[GJ906]: out.parquet cannot be written: the disk is full\n"
        "  = hint: parts that are done stay in out.parquet.parts, and the same command goes on "
        "from there; choose another folder, or check space and permissions\n"
    )
    assert Path("out.parquet.parts", "part-000000.parquet").is_file()
