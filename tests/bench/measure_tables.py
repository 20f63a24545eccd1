"""How fast tables of declarations are calculated, against reading and writing them alone.

Every ratio is of medians in one run. ``python -m tests.bench.measure_tables 200000`` measures files
of so many declarations alone.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from guiju.batch.calculating import Engine
from tests.batch.tables import batch_for
from tests.bench.figures import Figure, at_most
from tests.bench.plants import SLUG, plants, write_plants

ROWS = 5_000_000
IN_MEMORY = 250_000
ASKED = ("cfp", "by_process.electrolysis", "by_gas.CF4")
RUNS = 3
GUIJU = str(Path(sys.executable).parent / "guiju")


def figures() -> Iterator[Figure]:
    """Measure in memory, then from file to file."""
    yield from in_memory()
    yield from from_file_to_file()


def seconds(work: Callable[[], object]) -> float:
    """Give the median time of ``work`` after one run to warm up [s]."""
    work()
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def in_memory() -> Iterator[Figure]:
    """Measure both engines on the footprint and two of its parts."""
    table = plants(IN_MEMORY)
    rates = {}
    engines: tuple[Engine, ...] = ("local", "native")
    for engine in engines:
        batch = batch_for(SLUG, table, asked=ASKED, tested=False, engine=engine)
        rates[engine] = table.num_rows / seconds(partial(batch.calculate, table))
        print(f"{engine}: {rates[engine]:,.0f} declarations a second")
    faster = round(rates["native"] / rates["local"], 2)
    yield Figure("compiled kernel / NumPy tape, with reading", faster, 1.0, faster >= 1)


def from_file_to_file(rows: int = ROWS) -> Iterator[Figure]:
    """Measure Parquet to Parquet beside scanners that calculate nothing.

    Each is a process of its own, from start to end; they take turns. The scanner reads the columns
    that the run reads, which are all of the file. It writes as many columns as the results have; in
    a second figure all that it has read. Where the run had to compile, an earlier one did.
    """
    with TemporaryDirectory() as folder:
        data, out, copy = (str(Path(folder) / f"{name}.parquet") for name in ("in", "out", "copy"))
        write_plants(rows, Path(data))
        own = [GUIJU, "calc", SLUG, data, "-o", out]
        process(own)
        number = len(pq.read_schema(out).names)
        runs = {"own": own, "as many": copying("pyarrow", data, copy, number)}
        runs["all"] = copying("pyarrow", data, copy, 0)
        if find_spec("polars") is not None:
            runs["polars"] = copying("polars", data, copy, number)
        times: dict[str, list[float]] = {name: [] for name in runs}
        memory = 0.0
        for _ in range(RUNS):
            for name, words in runs.items():
                taken, most = process(words)
                times[name].append(taken)
                memory = max(memory, most if name == "own" else 0.0)
        medians = {name: statistics.median(each) for name, each in times.items()}
        print({name: round(taken, 2) for name, taken in medians.items()}, "s elapsed")
    what = f"Parquet to Parquet, {rows:,} rows / scanner that reads the same and writes"
    ratios = {name: round(taken / medians["own"], 3) for name, taken in medians.items()}
    yield Figure(f"{what} as many columns", ratios["as many"], 1.0, ratios["as many"] >= 1)
    yield Figure(f"{what} them all", ratios["all"], 1.0, ratios["all"] >= 1)
    yield at_most("Parquet to Parquet, largest memory [MB]", memory, 500)


def copying(reader: str, data: str, copy: str, number: int) -> list[str]:
    """Give the words of a process that only reads and writes."""
    return [sys.executable, "-m", "tests.bench.copying", reader, data, copy, str(number)]


def process(words: list[str]) -> tuple[float, float]:
    """Run a process and give the time it took [s] and its largest memory [MB]."""
    os.sync()
    begin = time.perf_counter()
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while running.poll() is None:
        most = max(most, high_water(running.pid))
        time.sleep(0.02)
    return time.perf_counter() - begin, most


def high_water(process: int) -> float:
    """Give the largest memory that a process has had so far [MB], 0 if it is gone."""
    try:
        text = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+([0-9]+) kB", text)
    return int(found[1]) * 1024 / 1e6 if found else 0.0


if __name__ == "__main__":
    for figure in from_file_to_file(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(figure)
