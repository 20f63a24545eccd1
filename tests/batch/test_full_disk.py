"""A full disk, here a limit to the size of files: said plainly, and nothing half written."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from guiju.batch.calculating import Batch
from guiju.batch.job import run
from tests.batch.test_files import ALUMINIUM, job_for, plants

ROOT = Path(__file__).parents[2]
GUIJU = Path(sys.executable).parent / "guiju"
WORDS: list[str | Path] = [
    GUIJU,
    "--lang",
    "en",
    "calc",
    ALUMINIUM,
    "plants.parquet",
    "-o",
    "out.parquet",
]
SOME = 400
"""Declarations in a part."""
JOINING = f"""
import resource, sys
from pathlib import Path
from msgspec.structs import replace
from guiju.batch.job import run
from tests.batch.test_files import job_for, plants
job = replace(job_for(Path(sys.argv[1]), plants({3 * SOME})), piece={SOME})
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
run(job)
"""


def room(size: int) -> Callable[[], None]:
    """Let a process write no file larger than ``size`` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_full_disk_is_reported_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    pq.write_table(plants(2000), tmp_path / "plants.parquet")
    done = subprocess.run(
        WORDS,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=room(20_000),
    )
    assert done.returncode == 1
    assert done.stderr.startswith("error[GJ906]: ")
    assert "Traceback" not in done.stderr
    assert names(tmp_path) == {"plants.parquet", "out.parquet.parts"}
    assert names(tmp_path / "out.parquet.parts") <= {"job.json", "part-000000.findings.parquet"}
    again = subprocess.run(WORDS, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.stderr == ""
    assert names(tmp_path) == {"plants.parquet", "out.parquet", "out.findings.parquet"}
    assert pq.read_metadata(tmp_path / "out.parquet").num_rows == 2000


def test_where_only_the_parts_have_room_no_part_is_calculated_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "whole").mkdir()
    whole = replace(job_for(tmp_path / "whole", plants(3 * SOME)), piece=SOME)
    run(whole)
    size = whole.output.stat().st_size
    done = subprocess.run(
        [sys.executable, "-c", JOINING, str(tmp_path), str(size - 1)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "OSError" in done.stderr, done.stderr
    assert names(tmp_path) == {"whole", "plants.parquet", "out.parquet.parts"}
    assert len(list((tmp_path / "out.parquet.parts").glob("part-*.parquet"))) == 6
    monkeypatch.setattr(Batch, "calculate", None)
    job = replace(whole, data=tmp_path / "plants.parquet", output=tmp_path / "out.parquet")
    assert run(job).declarations == 3 * SOME
    assert pq.read_table(job.output).equals(pq.read_table(whole.output))
