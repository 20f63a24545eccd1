"""How fast a table is calculated by two Dask workers, against one process, once they have started.

The workers have calculated the same table once before: what is compiled and loaded once is left
out, as it is of the one process. Then both calculate it in turn, and each is told by the shortest
of its times: an elapsed time is only ever too long, by what else the machine does meanwhile.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

import guiju
from guiju.batch.job import run
from guiju.cluster.order import Order
from guiju.cluster.running import Place, calculated, connected
from tests.bench.figures import Figure
from tests.bench.plants import SLUG, plants

ROWS = 1_000_000
TIMES = 3
GOAL = 0.8


def figures() -> Iterator[Figure]:
    """Measure the same table both ways."""
    standard = guiju.compile(SLUG)
    place = Place(scheduler="", workers=2)
    with TemporaryDirectory() as folder:
        data = Path(folder) / "plants.parquet"
        pq.write_table(pa.Table.from_batches([plants(ROWS)]), data, row_group_size=131_072)

        def order(name: str) -> Order:
            output = Path(folder) / name / "out.parquet"
            output.parent.mkdir()
            return Order(standard=standard, data=data, output=output, language="en")

        run(order("start").job())
        with connected(place) as client:
            calculated(order("first"), place, client, _nobody_looks)
            times = [
                (
                    _seconds(run, order(f"alone {turn}").job()),
                    _seconds(calculated, order(f"both {turn}"), place, client, _nobody_looks),
                )
                for turn in range(TIMES)
            ]
    alone, together = (min(found) for found in zip(*times, strict=True))
    print(f"alone {ROWS / alone:,.0f} declarations a second, two workers {ROWS / together:,.0f}")
    ratio = round(alone / together, 3)
    yield Figure(f"Dask, 2 workers, {ROWS:,} rows / local", ratio, GOAL, ratio >= GOAL)


def _seconds(work: Callable[..., object], *given: object) -> float:
    begin = time.perf_counter()
    work(*given)
    return time.perf_counter() - begin


def _nobody_looks(*_: int | None) -> None:
    """Take no notice of how far a run has come."""
