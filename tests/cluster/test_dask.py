"""A table on Dask: the local bytes, whatever happens to workers; and what can be wrong with it."""

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import dask
import pyarrow.csv as csv
import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster
from msgspec.structs import replace

from guiju.batch.calculating import Batch
from guiju.cli import main
from guiju.cluster import codes, order
from guiju.cluster.order import carried_out
from guiju.cluster.running import ANY_PORT, Place, Tasks, connected, run
from guiju.command_codes import CommandFault
from guiju_runtime.messages import Code, Language
from tests.cluster.small import PIECE, SLUG, Failing, locally, order_for
from tests.diagnosing import read_page

PAGES = Path(__file__).parents[1] / "diagnostics"


def nobody_looks(*_: int | None) -> None:
    """Take no notice of how far a run has come."""


@pytest.fixture(scope="module")
def threads() -> Iterator[str]:
    """A scheduler with one worker, both in this process; its address."""
    with LocalCluster(n_workers=1, processes=False, dashboard_address=ANY_PORT) as cluster:
        yield cluster.scheduler_address


def test_a_scheduler_that_runs_already_gives_the_local_bytes(
    tmp_path: Path,
    threads: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mine, there = order_for(tmp_path / "here", 70), order_for(tmp_path / "there", 70)
    monkeypatch.chdir(there.output.parent)
    words = ["calc", SLUG, "plants.parquet", "-o", "out.parquet", "--engine", "dask"]
    code = main(["--lang", "en", *words, "--scheduler", threads])
    said = capsys.readouterr()
    assert said.out.splitlines()[1:] == ["wrote out.parquet", "wrote out.findings.parquet"]
    assert said.err == ""
    whole = locally(replace(mine, piece=131_072))
    assert there.output.read_bytes() == whole[0]
    assert code == (1 if pq.read_table(mine.output)["conforming"].to_pylist().count(False) else 0)


def test_a_table_whose_length_only_reading_tells_is_read_to_its_end(
    tmp_path: Path, threads: str
) -> None:
    parquet = order_for(tmp_path, 30)
    table = pq.read_table(parquet.data)
    flat = [field.name for field in table.schema if not str(field.type).startswith("list")]
    csv.write_csv(table.select(flat), tmp_path / "plants.csv")
    text = replace(parquet, data=tmp_path / "plants.csv", piece=7)
    whole = locally(text)
    done = run(text, Place(scheduler=threads, workers=0), nobody_looks)
    assert (done.results.read_bytes(), done.found.read_bytes()) == whole
    assert done.declarations == 30
    assert not (tmp_path / "out.parquet.parts").exists()


def test_a_table_without_declarations_has_results_without_rows(
    tmp_path: Path, threads: str
) -> None:
    done = run(order_for(tmp_path, 0), Place(scheduler=threads, workers=0), nobody_looks)
    assert pq.read_table(done.results).num_rows == 0


def test_a_table_that_does_not_fit_is_refused_before_anybody_is_asked(tmp_path: Path) -> None:
    wrong = order_for(tmp_path, 2)
    pq.write_table(pq.read_table(wrong.data).drop_columns(["period_to"]), wrong.data)
    done = run(wrong, Place(scheduler="tcp://nobody:1", workers=0), nobody_looks)
    assert "GJ880" in {finding.code.id for finding in done.findings}


def test_what_an_earlier_run_finished_is_not_calculated_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = order_for(tmp_path, 5 * PIECE).packed()
    (tmp_path / "out.parquet.parts").mkdir()
    first = carried_out(packed, 1, 2)
    assert [size.declarations for size in first] == [PIECE, PIECE]
    monkeypatch.setattr(Batch, "calculate", None)
    again = carried_out(packed, 1, 2)
    assert [size.faulty for size in again] == [size.faulty for size in first]
    assert carried_out(packed, 5, 2) == ()


def test_neighbouring_parts_go_together_where_there_are_many(tmp_path: Path, threads: str) -> None:
    """By hand: 1000 parts for 1 worker, 4 tasks each: 250, but at most 8; of 12 parts 3 a task."""
    small = order_for(tmp_path, 1)
    with connected(Place(scheduler=threads, workers=0)) as client:
        sizes = [
            Tasks(client, small, Place(scheduler=threads, workers=0), rows).together
            for rows in (1000 * PIECE, 12 * PIECE, 13 * PIECE, 1)
        ]
    assert sizes == [8, 3, 4, 1]


@pytest.mark.parametrize("address", ["nowhere://10.0.0.5:8786", "tcp://127.0.0.1:9", "plants"])
def test_an_address_where_nobody_answers_is_named(address: str) -> None:
    place = Place(scheduler=address, workers=0, patience=1)
    with pytest.raises(CommandFault) as fault, connected(place):
        pass
    assert fault.value.code == codes.NOT_REACHED
    assert address in fault.value.to_text("en")


def test_without_workers_a_run_stops(tmp_path: Path) -> None:
    with LocalCluster(n_workers=0, processes=False, dashboard_address=ANY_PORT) as cluster:
        place = Place(scheduler=cluster.scheduler_address, workers=0, patience=1)
        with pytest.raises(CommandFault) as fault:
            run(order_for(tmp_path, 2), place, nobody_looks)
    assert fault.value.code == codes.NO_WORKERS


def test_a_part_that_no_worker_can_do_stops_the_run(tmp_path: Path, threads: str) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    broken = replace(order_for(tmp_path, 2), beside=(Failing(marks=marks, how="broken"),))
    with pytest.raises(CommandFault) as fault:
        run(broken, Place(scheduler=threads, workers=0), nobody_looks)
    assert fault.value.code == codes.WORKER_FAILED
    assert "part 1: ImportError: No module named 'numpy'" in fault.value.to_text("en")
    assert not broken.output.exists()


def test_workers_that_cannot_start_are_told_with_the_reason() -> None:
    """Dask says no more than that its nanny failed; what it failed of is behind that."""
    with (
        dask.config.set({"distributed.nanny.preload": ["site_setup"]}),
        pytest.raises(CommandFault) as fault,
        connected(Place(scheduler="", workers=2)),
    ):
        pass
    page = read_page(PAGES / "workers-not-started.md")
    assert f"{fault.value.to_text('en')}\n" == page.reports["en"]


def test_a_worker_of_another_version_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "ENGINE", "guiju 0.0.1")
    packed = order_for(tmp_path, 2).packed()
    monkeypatch.undo()
    with pytest.raises(CommandFault) as fault:
        carried_out(packed, 0, 1)
    assert fault.value.code == codes.OTHER_VERSION
    again = pickle.loads(pickle.dumps(fault.value))  # as it comes back from the worker
    assert again.to_text("zh") == fault.value.to_text("zh")


FAULTS = {
    "scheduler-not-reached": {"address": "nowhere://10.0.0.5:8786"},
    "scheduler-without-workers": {"address": "tcp://10.0.0.5:8786", "seconds": "30"},
    "worker-failed": {"part": "3", "reason": "ModuleNotFoundError: No module named 'guiju'"},
    "workers-not-started": {
        "count": "2",
        "reason": "ModuleNotFoundError: No module named 'site_setup'",
    },
    "worker-of-other-version": {"here": "guiju 0.1.0", "there": "guiju 0.2.0"},
}


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("code", codes.CODES, ids=lambda code: code.slug)
def test_the_report_on_a_page_is_the_one_that_people_see(code: Code, language: Language) -> None:
    shown = CommandFault(code, **FAULTS[code.slug]).to_text(language)
    assert read_page(PAGES / f"{code.slug}.md").reports[language] == f"{shown}\n"


@pytest.mark.parametrize("language", get_args(Language))
def test_the_command_names_an_address_where_nobody_answers(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: Language,
) -> None:
    order_for(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    words = ["calc", SLUG, "plants.parquet", "-o", "out.parquet", "--engine", "dask"]
    assert main(["--lang", language, *words, "--scheduler", "nowhere://10.0.0.5:8786"]) == 1
    page = read_page(PAGES / "scheduler-not-reached.md")
    assert capsys.readouterr().err == page.reports[language]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plants.parquet"]


def test_without_dask_its_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    order_for(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.startswith("guiju.cluster")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["calc", SLUG, "plants.parquet", "-o", "out.parquet", "--engine", "dask"]
    assert main(["--lang", "en", *words]) == 1
    assert capsys.readouterr().err == (
        "error[GJ920]: the package distributed is not installed\n"
        '  = hint: pip install "guiju[dask]"\n'
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("plants.parquet", "--scheduler", "tcp://10.0.0.5:8786"), "GJ961"),
        (("plants.parquet", "--workers", "3"), "GJ961"),
        (("plants.parquet", "--engine", "dask", "--workers", "3", "--scheduler", "a:1"), "GJ960"),
        (("plant.yaml", "--engine", "dask"), "GJ961"),
        (("plants.parquet", "--engine", "dask", "--workers", "0"), "--workers 应不小于 1"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    assert main(["--lang", "zh", "calc", SLUG, *words]) == 2
    assert code in capsys.readouterr().err
