"""Files of many declarations: what goes in, what comes out, what a fault leads to."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from guiju.batch import sources
from guiju.batch.calculating import Batch
from guiju.batch.job import Done, Job, findings_file, parts_of, run
from tests.batch.tables import Drawn, standard

ALUMINIUM = "electrolytic_aluminium"


def nobody_looks(*_: int | None) -> None:
    """Take no notice of how far a run has come."""


def plants(size: int, slug: str = ALUMINIUM) -> pa.Table:
    return pa.Table.from_batches([Drawn(slug, seed=7, wild=0).table(size)])


def put(table: pa.Table, name: str, values: pa.Array, field: pa.Field | None = None) -> pa.Table:
    at = table.schema.get_field_index(name)
    return table.set_column(at, field if field is not None else name, values)


def job_for(folder: Path, table: pa.Table, slug: str = ALUMINIUM, ending: str = "parquet") -> Job:
    data = folder / "plants.parquet"
    pq.write_table(table, data)
    chosen = standard(slug)
    return Job(
        plan=chosen.plan,
        calculator=chosen.module.CALCULATOR,
        data=data,
        output=folder / f"out.{ending}",
        asked=(),
        language="en",
        shown=nobody_looks,
        engine="local",
    )


def findings(done: Done) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pq.read_table(done.found).to_pylist()
    return rows


def test_every_declaration_has_its_row_in_the_order_of_the_table(tmp_path: Path) -> None:
    table = plants(5)
    done = run(job_for(tmp_path, table))
    found = pq.read_table(done.results)
    assert found.column("row").to_pylist() == [0, 1, 2, 3, 4]
    assert found.column("period_to").to_pylist() == table.column("period_to").to_pylist()
    assert None not in found.column("cfp").to_pylist()
    assert not (tmp_path / "out.parquet.parts").exists()


def test_thirteen_bad_rows_of_a_thousand_cost_nobody_else_anything(tmp_path: Path) -> None:
    good = plants(1000)
    amounts = good.column("electrolysis.anode").to_pylist()
    bad = set(range(50, 1000, 75))
    spoiled = pa.array([-1.0 if at in bad else v for at, v in enumerate(amounts)])
    assert len(bad) == 13
    done = run(job_for(tmp_path, put(good, "electrolysis.anode", spoiled)))
    negative = [line for line in findings(done) if line["code"] == "GJ806"]
    assert {line["row"] for line in negative} == bad
    assert {line["path"] for line in negative} == {"electrolysis.anode"}
    assert {line["clause_id"] for line in negative} == {"electrolysis"}
    printed = standard(ALUMINIUM).module.CALCULATOR.clauses["electrolysis"]
    assert {line["clause"] for line in negative} == {printed}
    numbers = pq.read_table(done.results).column("cfp").to_pylist()
    (tmp_path / "good").mkdir()
    before = pq.read_table(run(job_for(tmp_path / "good", good)).results).column("cfp").to_pylist()
    assert {at for at, number in enumerate(numbers) if number is None} == bad
    assert [n for at, n in enumerate(numbers) if at not in bad] == [
        n for at, n in enumerate(before) if at not in bad
    ]


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("GJ880", lambda t: t.drop_columns(["electrolysis.liquid_aluminium"])),
        ("GJ880", lambda t: t.drop_columns(["period_to"])),
        (
            "GJ882",
            lambda t: put(t, "electrolysis.anode", pa.array(["12 t"] * t.num_rows)),
        ),
        (
            "GJ882",
            lambda t: put(t, "electrolysis.anode", pa.array([[1.0]] * t.num_rows)),
        ),
        ("GJ882", lambda t: put(t, "power_supply.supply", pa.array([1.0] * t.num_rows))),
        (
            "GJ883",
            lambda t: put(
                t,
                "electrolysis.anode",
                t.column("electrolysis.anode"),
                pa.field("electrolysis.anode", pa.float64(), metadata={"unit": "MWh"}),
            ),
        ),
    ],
    ids=["missing", "no period", "text", "a list", "no rows", "another unit"],
)
def test_a_table_that_does_not_fit_is_refused_whole(
    tmp_path: Path, code: str, change: Callable[[pa.Table], pa.Table]
) -> None:
    done = run(job_for(tmp_path, change(plants(2))))
    assert code in {finding.code.id for finding in done.findings}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plants.parquet"]


def test_a_renamed_column_is_named_with_the_one_that_is_meant(tmp_path: Path) -> None:
    table = plants(2)
    names = [
        name.replace("electrolysis.anode", "electrolysis.anodes") for name in table.schema.names
    ]
    done = run(job_for(tmp_path, table.rename_columns(names)))
    unread = {finding.path: finding for finding in done.findings if finding.code.id == "GJ881"}
    assert "did you mean electrolysis.anode?" in unread["electrolysis.anodes"].remedy("en")


def test_a_column_in_another_unit_is_converted(tmp_path: Path) -> None:
    table = plants(3)
    pounds = pa.array([v * 1000 for v in table.column("electrolysis.anode").to_pylist()])
    field = pa.field("electrolysis.anode", pa.float64(), metadata={"unit": "kg"})
    plain = pq.read_table(run(job_for(tmp_path, table)).results).column("cfp").to_pylist()
    (tmp_path / "kg").mkdir()
    other = run(job_for(tmp_path / "kg", put(table, "electrolysis.anode", pounds, field)))
    assert pq.read_table(other.results).column("cfp").to_pylist() == pytest.approx(plain, rel=1e-12)


def test_an_empty_table_gives_an_empty_result(tmp_path: Path) -> None:
    done = run(job_for(tmp_path, plants(1).slice(0, 0)))
    assert done.declarations == 0
    assert pq.read_table(done.results).num_rows == 0


@pytest.mark.parametrize("ending", ["parquet", "arrow", "feather", "csv"])
def test_results_come_in_the_format_asked_for(tmp_path: Path, ending: str) -> None:
    done = run(job_for(tmp_path, plants(3), ending=ending))
    assert done.results == tmp_path / f"out.{ending}"
    read = {"parquet": pq.read_table, "csv": csv.read_csv}.get(ending, feather.read_table)
    assert read(str(done.results)).num_rows == 3


def test_csv_is_read_and_a_word_among_the_numbers_is_found(tmp_path: Path) -> None:
    table = plants(4, "cement")
    flat = table.select([f.name for f in table.schema if not pa.types.is_list(f.type)])
    texts = [str(v) for v in flat.column("grinding.cement").to_pylist()]
    texts[2] = "plenty"
    csv.write_csv(put(flat, "grinding.cement", pa.array(texts)), tmp_path / "plants.csv")
    chosen = standard("cement")
    done = run(
        Job(
            plan=chosen.plan,
            calculator=chosen.module.CALCULATOR,
            data=tmp_path / "plants.csv",
            output=tmp_path / "out.parquet",
            asked=(),
            language="en",
            shown=nobody_looks,
            engine="local",
        )
    )
    [line] = [line for line in findings(done) if "plenty" in str(line["message"])]
    assert (line["row"], line["path"]) == (2, "grinding.cement")


def test_a_run_that_was_stopped_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = plants(45)
    whole = pq.read_table(run(job_for(tmp_path, table)).results)
    (tmp_path / "again").mkdir()
    job = replace(job_for(tmp_path / "again", table), piece=10)
    calculated: list[int] = []
    honest = Batch.calculate

    def counted(self: Batch, piece: pa.RecordBatch) -> object:
        calculated.append(piece.num_rows)
        if len(calculated) == 3:
            raise KeyboardInterrupt
        return honest(self, piece)

    monkeypatch.setattr(Batch, "calculate", counted)
    with pytest.raises(KeyboardInterrupt):
        run(job)
    assert not job.output.exists()
    done = run(job)
    assert calculated == [10, 10, 10, 10, 10, 5]
    assert done.declarations == 45
    assert done.faulty == whole.column("conforming").to_pylist().count(False) > 0
    assert pq.read_table(done.results).equals(whole)
    assert not job.output.with_name("out.parquet.parts").exists()


def test_parts_of_another_standard_or_another_table_are_not_taken(tmp_path: Path) -> None:
    job = replace(job_for(tmp_path, plants(15)), piece=10)
    parts = tmp_path / "out.parquet.parts"
    parts.mkdir()
    (parts / "job.json").write_text("{}", "utf-8")
    (parts / "part-000000.parquet").write_bytes(b"not a part of this run")
    assert pq.read_table(run(job).results).num_rows == 15


def test_two_runs_never_write_the_same_output_at_once(tmp_path: Path) -> None:
    """Parts of one would stand among those of the other, with other changes in the same columns."""
    job = replace(job_for(tmp_path, plants(15)), piece=10)
    busy = re.escape(os.strerror(errno.EBUSY))
    with parts_of(replace(job, asked=("cfp",))), pytest.raises(OSError, match=busy):
        run(job)
    assert pq.read_table(run(job).results).num_rows == 15
    assert {path.name for path in tmp_path.iterdir()} == {
        "plants.parquet",
        "out.parquet",
        "out.findings.parquet",
    }


def test_a_folder_of_other_files_is_not_taken_for_parts(tmp_path: Path) -> None:
    job = job_for(tmp_path, plants(3))
    (tmp_path / "out.parquet.parts").mkdir()
    (tmp_path / "out.parquet.parts" / "letters.txt").write_text("kept", "utf-8")
    with pytest.raises(OSError, match=re.escape(os.strerror(errno.ENOTEMPTY))):
        run(job)
    assert (tmp_path / "out.parquet.parts" / "letters.txt").read_text("utf-8") == "kept"


def test_an_output_that_is_a_link_stays_one(tmp_path: Path) -> None:
    job = job_for(tmp_path, plants(3))
    (tmp_path / "far").mkdir()
    job.output.symlink_to("far/there.parquet")
    assert run(job).results.is_symlink()
    assert pq.read_table(tmp_path / "far" / "there.parquet").num_rows == 3


def by_row_groups(table: pa.Table, folder: Path) -> Path:
    pq.write_table(table, folder / "t.parquet", row_group_size=30)
    return folder / "t.parquet"


def by_batches(table: pa.Table, folder: Path) -> Path:
    with pa.ipc.new_file(folder / "t.arrow", table.schema) as file:
        file.write_table(table, max_chunksize=30)
    return folder / "t.arrow"


def as_stream(table: pa.Table, folder: Path) -> Path:
    with pa.ipc.new_stream(folder / "t.arrow", table.schema) as file:
        file.write_table(table, max_chunksize=30)
    return folder / "t.arrow"


def as_csv(table: pa.Table, folder: Path) -> Path:
    csv.write_csv(table, folder / "t.csv")
    return folder / "t.csv"


@pytest.mark.parametrize("write", [by_row_groups, by_batches, as_stream, as_csv])
def test_a_file_is_read_from_any_piece_on_as_from_the_first(
    tmp_path: Path, write: Callable[[pa.Table, Path], Path]
) -> None:
    table = pa.table({"a": range(100), "b": range(100)})
    source = sources.source_of(write(table, tmp_path), 7)
    whole = [(one.number, one.start, one.rows) for one in source.pieces(["b"], 0)]
    assert [(number, start) for number, start, _ in whole] == [(n, 7 * n) for n in range(15)]
    assert [int(one.as_py()) for _, _, rows in whole for one in rows["b"]] == list(range(100))
    assert source.rows in (100, None)
    for first in range(17):
        rest = [(one.number, one.start, one.rows) for one in source.pieces(["b"], first)]
        assert rest == whole[first:]


def test_the_results_stand_beside_their_findings() -> None:
    assert findings_file(Path("a/out.parquet")) == Path("a/out.findings.parquet")
