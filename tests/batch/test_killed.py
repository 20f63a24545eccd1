"""A process killed, not asked to stop: finished parts are kept, nothing is half written."""

import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from guiju.batch.calculating import Batch
from guiju.batch.job import run
from tests.batch.test_files import job_for, plants

ROOT = Path(__file__).parents[2]
PIECE = 10
PIECES = 5
KILLED = f"""
import os, signal, sys
from pathlib import Path
from msgspec.structs import replace
from guiju.batch.calculating import Batch
from guiju.batch.job import run
from tests.batch.test_files import job_for, plants
honest, calculated = Batch.calculate, []
def calculate(self, piece):
    calculated.append(piece)
    if len(calculated) == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return honest(self, piece)
Batch.calculate = calculate
run(replace(job_for(Path(sys.argv[1]), plants({PIECE * PIECES})), piece={PIECE}))
"""


def test_a_killed_run_leaves_no_result_and_its_finished_parts_are_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert {path.name for path in tmp_path.iterdir()} == {"plants.parquet", "out.parquet.parts"}
    (tmp_path / "whole").mkdir()
    whole = replace(job_for(tmp_path / "whole", plants(PIECE * PIECES)), piece=PIECE)
    run(whole)
    honest, calculated = Batch.calculate, []

    def counted(self: Batch, piece: pa.RecordBatch) -> object:
        calculated.append(piece.num_rows)
        return honest(self, piece)

    monkeypatch.setattr(Batch, "calculate", counted)
    job = replace(whole, data=tmp_path / "plants.parquet", output=tmp_path / "out.parquet")
    again = run(job)
    # Two parts were written before the fourth piece; the third may have been on its way.
    assert len(calculated) in (2, 3)
    assert again.declarations == PIECE * PIECES
    assert pq.read_table(again.results).equals(pq.read_table(whole.output))
    assert not (tmp_path / "out.parquet.parts").exists()
