"""How fast Guiju reads, checks and starts."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from guiju import pipeline
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import Cache
from guiju_dsl.syntax.parsing import parsed
from tests.bench.figures import Figure, at_least, at_most
from tests.bench.long_standard import STANDARD, STANDARDS, long_standard, place

GUIJU = str(Path(sys.executable).parent / "guiju")
RUNS = 11
LINES = 2_000


def figures() -> Iterator[Figure]:
    """Measure in this process, then in fresh ones."""
    yield from in_this_process()
    yield from in_fresh_processes()


def in_this_process() -> Iterator[Figure]:
    """Measure reading and checking a long standard, the libraries being known."""
    source, workspace = long_standard(LINES), place()
    lines = source.text.count("\n")
    drawer: dict[str, bytes] = {}
    cache = Cache(load=drawer.get, save=drawer.__setitem__)
    outcome = pipeline.check(source, workspace.find, cache)
    assert outcome.product is not None, "the long standard has a fault"

    reading = median_time(lambda text: parsed(text, cache), source)
    yield at_least(f"parse, {lines} lines with places [lines/s of CPU]", lines / reading, 12_000)
    checking = median_time(lambda text: pipeline.check(text, workspace.find, cache), source)
    yield at_most(f"whole check of {lines} lines, warm process [s of CPU]", checking, 0.5)


def median_time(work: Callable[[SourceText], object], source: SourceText) -> float:
    """Give the median CPU time of ``work`` on ``source`` [s], which no cache has seen as it is."""
    seconds = []
    for run in range(RUNS):
        text = changed(source, run)
        begin = time.process_time()
        work(text)
        seconds.append(time.process_time() - begin)
    return statistics.median(seconds)


def changed(source: SourceText, run: int) -> SourceText:
    """Give ``source`` with a comment at its end that tells this run from the others."""
    return SourceText(name=source.name, text=f"{source.text}# {time.time_ns()} {run}\n")


def in_fresh_processes() -> Iterator[Figure]:
    """Measure the command from its start to its end; trees of the libraries are in the cache.

    A standard is checked as its author does, changed before each run so that it is read anew; and
    again as it stands, its own tree known too. What is found is found anew each time.
    """
    with TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(STANDARDS, project / "standards")
        standard = project / "standards" / STANDARD.parent.name / STANDARD.name
        text = standard.read_text("utf-8")

        def change() -> None:
            standard.write_text(f"{text}# {time.time_ns()}\n", "utf-8")

        def leave() -> None:
            """Do nothing before a run."""

        words = (GUIJU, "check", str(standard.relative_to(project)))
        changed, busy_when_changed = medians(words, project, change)
        same, busy = medians(words, project, leave)
        _, helping = medians((GUIJU, "--help"), project, leave)
    yield at_most("guiju check, the standard changed [s elapsed]", changed, 0.25)
    yield at_most("guiju check, the standard changed [s of CPU]", busy_when_changed, 0.25)
    yield at_most("guiju check, nothing changed [s elapsed]", same, 0.25)
    yield at_most("guiju check, nothing changed [s of CPU]", busy, 0.25)
    yield at_most("guiju --help [s of CPU]", helping, 0.15)


def medians(
    words: tuple[str, ...], folder: Path, change: Callable[[], None]
) -> tuple[float, float]:
    """Run a command often, after one run that fills the caches; give elapsed and CPU time [s]."""
    environment = {**os.environ, "GUIJU_CACHE": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    elapsed, busy = [], []
    for _ in range(RUNS + 1):
        change()
        cpu, begin = cpu_of_children(), time.perf_counter()
        subprocess.run(words, cwd=folder, env=environment, check=True, capture_output=True)
        elapsed.append(time.perf_counter() - begin)
        busy.append(cpu_of_children() - cpu)
    return statistics.median(elapsed[1:]), statistics.median(busy[1:])


def cpu_of_children() -> float:
    """Give the CPU time of all finished child processes [s]."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
