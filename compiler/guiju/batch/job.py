"""Calculate a file of many declarations: read ahead, write behind, keep every finished part."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from guiju.batch.calculating import Batch, Engine
from guiju.batch.endings import files_of
from guiju.batch.heads import table_in
from guiju.batch.layout import Layout
from guiju.batch.part import FINDINGS, RESULTS, Beside, Opened, Size
from guiju.batch.parts import Parts, place_of
from guiju.batch.sources import PIECE, Source
from guiju.plan.model import CalculationPlan
from guiju.version import ENGINE
from guiju_runtime.calculator import Calculator
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

Shown = Callable[[int, int | None], None]


class Job(Struct, frozen=True, kw_only=True):
    """One file to calculate.

    Attributes:
        output: place of the results; findings stand beside it.
        asked: outputs wanted; empty means all of them.
        shown: is told how many declarations of how many are done.
        beside: what is asked for beside the results.
        piece: declarations read, calculated and written at once.
        kernels: folder where compiled kernels are kept for other runs, or none.
    """

    plan: CalculationPlan
    calculator: Calculator
    data: Path
    output: Path
    asked: tuple[str, ...]
    language: Language
    shown: Shown
    engine: Engine
    beside: tuple[Beside, ...] = ()
    piece: int = PIECE
    kernels: Path | None = None


class Done(Struct, frozen=True, kw_only=True):
    """What a job came to.

    Attributes:
        findings: about the table as a whole; with an error nothing was calculated.
        declarations: how many there were, ``faulty`` how many have an error finding.
        aside: how many were calculated one by one in this run.
        more: further files.
    """

    findings: tuple[Finding, ...]
    declarations: int
    faulty: int
    aside: int
    results: Path
    found: Path
    more: tuple[Path, ...]


def findings_file(output: Path) -> Path:
    """Give the place of the findings beside the results."""
    return place_of(output, FINDINGS)


def run(job: Job) -> Done:
    """Calculate every declaration of a file.

    Raises:
        Unreadable: the file is no table of the kind that its name says.
        OSError: a file cannot be written.
    """
    source, layout = table_of(job)
    if any(finding.severity == "error" for finding in layout.findings):
        return done_with(job, layout, ())
    table = opened(job, source, layout)
    with parts_of(job) as parts:
        sizes = list(_calculated(job, table, parts))
        parts.join(len(sizes), job.output)
    return done_with(job, layout, sizes)


def table_of(job: Job) -> tuple[Source, Layout]:
    """Open the table of a job and find its data; the layout says what is wrong with it."""
    return table_in(job.data, job.plan.data_model, job.piece)


@contextmanager
def parts_of(job: Job) -> Iterator[Parts]:
    """Give the folder for the parts, with those of an unfinished run of the same job.

    Raises:
        OSError: another run writes there; or it cannot be written.
    """
    parts = kept_parts(job)
    with parts.alone():
        parts.begin(_named(job))
        yield parts


def kept_parts(job: Job) -> Parts:
    """Give the folder for the parts, beside the output, as it is."""
    folder = job.output.with_name(f"{job.output.name}.parts")
    return Parts(folder=folder, files=(FINDINGS, *_more(job), RESULTS))


def _more(job: Job) -> tuple[str, ...]:
    return tuple(word for beside in job.beside for word in beside.files)


def opened(job: Job, source: Source, layout: Layout, batch: Batch | None = None) -> Opened:
    """Make the standard ready for the table of a job, if ``batch`` is not that already."""
    batch = batch or Batch(
        job.plan,
        job.calculator,
        layout,
        job.asked or None,
        engine=job.engine,
        kernels=job.kernels,
    )
    further = tuple(one.made_for(layout, job.engine, job.language) for one in job.beside)
    return Opened(source=source, layout=layout, batch=batch, language=job.language, further=further)


def done_with(job: Job, layout: Layout, sizes: Sequence[Size]) -> Done:
    """Say what a job came to, part by part."""
    return Done(
        findings=layout.findings,
        declarations=sum(size.declarations for size in sizes),
        faulty=sum(size.faulty for size in sizes),
        aside=sum(size.aside for size in sizes),
        results=job.output,
        found=findings_file(job.output),
        more=tuple(place_of(job.output, word) for word in _more(job)),
    )


def _named(job: Job) -> dict[str, object]:
    """Say what makes a run the same as another, so that parts of one serve the other."""
    data = [file.stat() for file in files_of(job.data)]
    return {
        "engine": ENGINE,
        "standard": job.plan.data_model.standard.digest,
        "data": [[one.st_size, one.st_mtime_ns] for one in data],
        "asked": list(job.asked),
        "language": job.language,
        "output": job.output.suffix,
        "piece": job.piece,
        "beside": [one.name for one in job.beside],
    }


def _calculated(job: Job, opened: Opened, parts: Parts) -> Iterator[Size]:
    """Calculate piece by piece, reading ahead and writing behind; give the size of each part."""
    pieces = opened.pieces()
    with ThreadPoolExecutor(1) as ahead, ThreadPoolExecutor(1) as behind:
        writing: Future[None] | None = None
        coming = ahead.submit(next, pieces, None)
        while (piece := coming.result()) is not None:
            coming = ahead.submit(next, pieces, None)
            if not parts.is_there(piece.number):
                part = opened.part(piece)
                if writing is not None:
                    writing.result()
                writing = behind.submit(parts.keep, piece.number, part.files)
                yield part.size
            else:
                yield parts.size(piece.number)
            job.shown(piece.start + piece.rows.num_rows, opened.source.rows)
        if writing is not None:
            writing.result()
