"""How fast Guiju reads, checks and starts: ``make bench``, which writes build/bench.json.

On a machine with nothing else to do the CPU time of a run is the time that it takes; beside other
work only the CPU time still says something, and the ratio to an empty process says most.
"""

import json
import operator
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

from msgspec import Struct, to_builtins

from guiju import pipeline
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import Cache
from guiju_dsl.syntax.parsing import parsed
from tests.bench.long_standard import STANDARD, STANDARDS, long_standard, place

ROOT = Path(__file__).parents[2]
RESULT = ROOT / "build" / "bench.json"
GUIJU = str(Path(sys.executable).parent / "guiju")
RUNS = 11
LINES = 2_000


class Figure(Struct, frozen=True):
    """A figure, the median of several runs, beside what it should be.

    Attributes:
        holds: whether ``value`` reaches ``goal``.
    """

    figure: str
    value: float
    goal: float
    holds: bool


def main() -> None:
    """Measure, print a table, and write the figures."""
    figures = [*in_this_process(), *in_fresh_processes()]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(to_builtins(figures), ensure_ascii=False, indent=2) + "\n")
    for one in figures:
        verdict = "reached" if one.holds else "missed"
        print(f"{one.figure:<60}{one.value:>10}   goal {one.goal:>6}   {verdict}")


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
    """Measure the command from its start to its end.

    Each run checks another text of the standard; trees of its libraries are in the cache.
    """
    with TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(STANDARDS, project / "standards")
        standard = project / "standards" / STANDARD.parent.name / STANDARD.name
        text = standard.read_text("utf-8")

        def change() -> None:
            standard.write_text(f"{text}# {time.time_ns()}\n", "utf-8")

        words = ("check", str(standard.relative_to(project)))
        elapsed, busy = medians((GUIJU, *words), project, change)
        _, helping = medians((GUIJU, "--help"), project, change)
        _, empty = medians((sys.executable, "-c", "pass"), project, change)
    yield at_most("guiju check, fresh process [s elapsed]", elapsed, 0.25)
    yield at_most("guiju check, fresh process [s of CPU]", busy, 0.25)
    yield at_most("guiju check, CPU beside that of an empty Python process", busy / empty, 14)
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


def at_most(figure: str, value: float, goal: float) -> Figure:
    return Figure(figure, round(value, 3), goal, operator.le(value, goal))


def at_least(figure: str, value: float, goal: float) -> Figure:
    return Figure(figure, round(value), goal, operator.ge(value, goal))


if __name__ == "__main__":
    main()
