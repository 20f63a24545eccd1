"""Findings about many declarations: each said once, whatever parts they come in."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.csv as csv
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from guiju.batch.codes import COLUMN_UNKNOWN
from guiju.batch.found import Many, to_table
from guiju.batch.job import run
from guiju_runtime.findings import Severity, finding
from tests.batch.test_files import job_for, plants


@pytest.mark.parametrize("ending", ["parquet", "arrow", "csv"])
def test_findings_of_many_parts_are_those_of_one(tmp_path: Path, ending: str) -> None:
    job = job_for(tmp_path, plants(40), ending=ending)
    read = {"parquet": pq.read_table, "csv": csv.read_csv}.get(ending, feather.read_table)
    together, few = [
        each_line(read(str(run(one).found)).to_pylist()) for one in (job, replace(job, piece=7))
    ]
    assert together == few
    assert {row for row, *_ in few} == set(range(40))


def each_line(lines: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    """Say every finding for every declaration it is about."""
    return sorted(
        (row, line["code"], line["path"], line["message"])
        for line in lines
        for row in range(line["row"], line["last_row"] + 1)
    )


def test_a_warning_in_the_same_words_about_neighbours_stands_once() -> None:
    """Rows 2, 3, 4 and 7 have one warning, 4 and 5 another, 3 and 4 an error."""
    grave: dict[str, Severity] = {"a": "warning", "b": "warning", "c": "error"}
    first, second, error = (
        finding(COLUMN_UNKNOWN, path, severity=how, name=path, near="")
        for path, how in grave.items()
    )
    several = Many(
        declarations=np.array([2, 3, 4, 4, 5, 7]),
        said=[first, second],
        which=np.array([0, 0, 0, 1, 1, 0]),
    )
    wrong = Many(declarations=np.array([3, 4]), said=[error], which=np.array([0, 0]))
    table = to_table((several, wrong), "en", lambda one: one.clause).to_pylist()
    assert [(line["row"], line["last_row"], line["path"]) for line in table] == [
        (2, 4, "a"),
        (3, 3, "c"),
        (4, 5, "b"),
        (4, 4, "c"),
        (7, 7, "a"),
    ]
