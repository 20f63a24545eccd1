"""Calculate a file of many declarations: read ahead, write behind, keep every finished part."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats
from guiju.batch.calculating import Batch, BatchResult, Engine
from guiju.batch.found import to_table
from guiju.batch.layout import HEADER, Layout, layout_of
from guiju.batch.parts import Parts
from guiju.batch.sources import PIECE, Source, source_of
from guiju.plan.model import CalculationPlan
from guiju.version import ENGINE
from guiju_runtime.calculator import Calculator
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

Shown = Callable[[int, int | None], None]


class Beside(Protocol):
    """Gives further columns beside the results."""

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""

    def columns(self, layout: Layout, table: pa.RecordBatch) -> dict[str, Floats]:
        """Give the columns of a piece of the table; nan has no value."""


class Job(Struct, frozen=True, kw_only=True):
    """One file to calculate.

    Attributes:
        output: place of the results; findings stand beside it.
        asked: outputs wanted; empty means all of them.
        shown: is told how many declarations of how many are done.
        beside: gives further columns, or None.
    """

    plan: CalculationPlan
    calculator: Calculator
    data: Path
    output: Path
    asked: tuple[str, ...]
    language: Language
    shown: Shown
    engine: Engine
    beside: Beside | None = None


class Done(Struct, frozen=True, kw_only=True):
    """What a job came to.

    Attributes:
        findings: about the table as a whole; with an error nothing was calculated.
        declarations: how many there were, ``faulty`` how many have an error finding.
        aside: how many were calculated one by one in this run.
    """

    findings: tuple[Finding, ...]
    declarations: int
    faulty: int
    aside: int
    results: Path
    found: Path


def findings_file(output: Path) -> Path:
    """Give the place of the findings beside the results."""
    return output.with_name(f"{output.stem}.findings{output.suffix}")


def run(job: Job) -> Done:
    """Calculate every declaration of a file.

    Raises:
        OSError: a file cannot be read or written.
        pyarrow.ArrowInvalid: the file is no table of the kind that its name says.
        Refused: a tape cannot express something in the standard.
    """
    source = source_of(job.data)
    layout = layout_of(job.plan.data_model, source.schema, words=source.words)
    found = findings_file(job.output)
    if any(finding.severity == "error" for finding in layout.findings):
        return _done(job, layout, [], found)
    batch = Batch(job.plan, job.calculator, layout, job.asked or None, engine=job.engine)
    parts = Parts(folder=job.output.with_name(f"{job.output.name}.parts"))
    parts.begin(_named(job))
    sizes = list(_calculated(job, source, layout, batch, parts))
    parts.join(len(sizes), job.output, found)
    return _done(job, layout, sizes, found)


def _done(job: Job, layout: Layout, sizes: list[tuple[int, int, int]], found: Path) -> Done:
    declarations, faulty, aside = (
        (sum(part) for part in zip(*sizes, strict=True)) if sizes else (0,) * 3
    )
    return Done(
        findings=layout.findings,
        declarations=declarations,
        faulty=faulty,
        aside=aside,
        results=job.output,
        found=found,
    )


def _named(job: Job) -> dict[str, object]:
    """Say what makes a run the same as another, so that parts of one serve the other."""
    data = job.data.stat()
    return {
        "engine": ENGINE,
        "standard": job.plan.data_model.standard.digest,
        "data": [data.st_size, data.st_mtime_ns],
        "asked": list(job.asked),
        "language": job.language,
        "output": job.output.suffix,
        "piece": PIECE,
        "beside": job.beside.name if job.beside is not None else "",
    }


def _calculated(
    job: Job, source: Source, layout: Layout, batch: Batch, parts: Parts
) -> Iterator[tuple[int, int, int]]:
    """Calculate piece by piece; give for each its declarations, those with errors, those aside."""
    pieces = source.pieces(_wanted(source, layout))
    start = 0
    with ThreadPoolExecutor(1) as ahead, ThreadPoolExecutor(1) as behind:
        coming = ahead.submit(next, pieces, None)
        writing: Future[None] | None = None
        number = 0
        piece = coming.result()
        if piece is None:
            piece = _no_rows(source, layout)
        while piece is not None:
            coming = ahead.submit(next, pieces, None)
            if not parts.is_there(number):
                result = batch.calculate(piece)
                if writing is not None:
                    writing.result()
                beside = job.beside.columns(layout, piece) if job.beside is not None else {}
                result.outputs.update(beside)
                tables = _tables(piece, result, start, job.language)
                writing = behind.submit(parts.keep, number, *tables)
                yield piece.num_rows, int(np.count_nonzero(result.faulty)), result.aside
            else:
                yield piece.num_rows, parts.faulty(number), 0
            start += piece.num_rows
            number += 1
            job.shown(start, source.rows)
            piece = coming.result()
        if writing is not None:
            writing.result()


def _no_rows(source: Source, layout: Layout) -> pa.RecordBatch:
    """Give the piece of a table without declarations: its results have their columns."""
    fields = [source.schema.field(name) for name in _wanted(source, layout)]
    return pa.RecordBatch.from_pylist([], schema=pa.schema(fields))


def _wanted(source: Source, layout: Layout) -> list[str]:
    """Name the columns to read: those of data, and what says whose declaration it is."""
    used = [column.name for column in layout.columns] + list(layout.rows)
    return [name for name in source.schema.names if name in {*used, *HEADER}]


def _tables(
    piece: pa.RecordBatch, result: BatchResult, start: int, language: Language
) -> tuple[pa.Table, pa.Table]:
    """Give results and findings of a piece as tables."""
    columns: dict[str, pa.Array] = {
        "row": pa.array(np.arange(start, start + piece.num_rows, dtype=np.int64))
    }
    for name in HEADER:
        if name in piece.schema.names:
            columns[name] = piece.column(name)
    columns["conforming"] = pa.array(~result.faulty)
    for name, values in result.outputs.items():
        columns[name] = _column(values)
    moved = tuple(many.moved(start) for many in result.found)
    return pa.table(columns), to_table(moved, language)


def _column(values: np.ndarray) -> pa.Array:
    if values.dtype == object:
        return pa.array([value or None for value in values.tolist()], pa.string())
    return pa.array(values, mask=np.isnan(values))
