"""Whatever is asked of a table, many processes give the local bytes, also when one is killed."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cluster.in_many import SIZE

LONGEST = 220
"""What all runs may take, on however busy a machine [s]; they take a few."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("in_many")
    command = [sys.executable, "-m", "tests.cluster.in_many", str(place)]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    assert done.returncode == 0, done.stderr
    return place


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("intervals", {"out.contributions.parquet"}),
        ("what_if", {"out.what_if.findings.parquet"}),
        ("audit", {"out.audit.parquet"}),
        ("killed", set()),
    ],
)
def test_many_processes_give_the_local_bytes(folder: Path, question: str, files: set[str]) -> None:
    here, there = (
        {path.name: path.read_bytes() for path in (folder / question / side).iterdir()}
        for side in ("here", "there")
    )
    assert set(there) == {"out.parquet", "out.findings.parquet", *files}
    assert there == here
    seen = json.loads((folder / "seen.json").read_text())
    assert seen[question] == [SIZE, SIZE]


def test_a_worker_was_killed_and_intervals_were_found(folder: Path) -> None:
    """By hand, the first row: 10 t of 100 kgCO2e/t ÷ and × 1.2 and 500 kg; what if 8 t of 90."""
    assert len(list((folder / "marks").iterdir())) == 1
    found = pq.read_table(folder / "what_if" / "there" / "out.parquet").slice(0, 1).to_pylist()[0]
    assert found["cfp.low"] == pytest.approx(500 + 1000 / 1.2)
    assert found["what_if.cfp"] == pytest.approx(500 + 720)
    audit = pq.read_table(folder / "audit" / "there" / "out.audit.parquet")
    assert audit["row"].to_pylist() == list(range(SIZE))
