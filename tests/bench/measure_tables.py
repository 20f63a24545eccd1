"""How fast tables of declarations are calculated, against reading and writing them alone.

Every ratio is of medians in one run.
"""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from guiju.batch.calculating import Engine
from tests.batch.tables import Drawn, batch_for
from tests.bench.figures import Figure, at_most

SLUG = "electrolytic_aluminium"
ROWS = 1_000_000
ASKED = ("cfp", "by_process.electrolysis", "by_gas.CF4")
RUNS = 3
GUIJU = str(Path(sys.executable).parent / "guiju")


def figures() -> Iterator[Figure]:
    """Measure in memory, then from file to file."""
    yield from in_memory()
    yield from from_file_to_file()


def plants(rows: int) -> pa.Table:
    """Give a table of plants of which none has to be calculated alone."""
    some = pa.Table.from_batches([Drawn(SLUG, seed=1, wild=0).table(2_000)])
    return pa.concat_tables([some] * (rows // some.num_rows)).combine_chunks()


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
    [table] = plants(ROWS // 4).to_batches()
    rates = {}
    engines: tuple[Engine, ...] = ("local", "native")
    for engine in engines:
        batch = batch_for(SLUG, table, asked=ASKED, tested=False, engine=engine)
        rates[engine] = table.num_rows / seconds(partial(batch.calculate, table))
        print(f"{engine}: {rates[engine]:,.0f} declarations a second")
    faster = round(rates["native"] / rates["local"], 2)
    yield Figure("compiled kernel / NumPy tape, with reading", faster, 1.0, faster >= 1)


def from_file_to_file() -> Iterator[Figure]:
    """Measure Parquet to Parquet beside a scanner that copies as many columns."""
    with TemporaryDirectory() as folder:
        data, out = Path(folder) / "plants.parquet", Path(folder) / "out.parquet"
        pq.write_table(plants(ROWS), data, row_group_size=131_072)
        words = [GUIJU, "calc", SLUG, str(data), "-o", str(out), "--engine", "native"]
        begin = time.perf_counter()
        subprocess.run(words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        own = time.perf_counter() - begin
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        copied = pq.read_schema(out).names
        scanned = seconds(lambda: _copy(data, Path(folder) / "copy.parquet", len(copied)))
    ratio = round(scanned / own, 3)
    name = f"Parquet to Parquet, {ROWS:,} rows / scanner that copies"
    yield Figure(name, ratio, 1.0, ratio >= 1)
    yield at_most("Parquet to Parquet, largest memory [MiB]", memory, 500)


def _copy(data: Path, copy: Path, columns: int) -> None:
    source = ds.dataset(data)
    names = [f.name for f in source.schema if not pa.types.is_list(f.type)][:columns]
    scanner = source.scanner(columns=names)
    with pq.ParquetWriter(copy, scanner.projected_schema, compression="snappy") as writer:
        for batch in scanner.to_batches():
            writer.write_batch(batch)
