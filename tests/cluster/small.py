"""Small tables, and what stands beside their results in order to make a worker fail."""

import os
import signal
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Struct

from guiju.batch.calculating import BatchResult, Engine
from guiju.batch.job import run
from guiju.batch.layout import Layout
from guiju.batch.part import More
from guiju.batch.sources import Piece
from guiju.cluster.order import Order
from guiju_runtime.messages import Language
from tests.batch.tables import Drawn, standard

SLUG = "cement"
PIECE = 20


def order_for(folder: Path, size: int) -> Order:
    """Write a table of ``size`` declarations, and give the order to calculate it."""
    folder.mkdir(exist_ok=True)
    table = pa.Table.from_batches([Drawn(SLUG, seed=3, wild=2).table(size)])
    pq.write_table(table, folder / "plants.parquet", row_group_size=30)
    return Order(
        standard=standard(SLUG),
        data=folder / "plants.parquet",
        output=folder / "out.parquet",
        language="en",
        piece=PIECE,
    )


def locally(order: Order) -> tuple[bytes, bytes]:
    """Calculate in this process; give results and findings."""
    done = run(order.job())
    return done.results.read_bytes(), done.found.read_bytes()


class Failing(Struct, frozen=True, kw_only=True):
    """Adds no column; in the piece that begins with a declaration it fails, once or always.

    Attributes:
        marks: folder for a note of each failure.
    """

    marks: Path
    how: Literal["killed", "broken", "always killed"]
    name: str = ""

    files: tuple[str, ...] = ()

    def made_for(self, layout: Layout, engine: Engine, language: Language) -> "Failing":  # noqa: ARG002  the interface
        """Need nothing of a table."""
        return self

    def of(self, piece: Piece, result: BatchResult) -> More:  # noqa: ARG002  the interface
        """Fail as told."""
        failed = list(self.marks.iterdir())
        if self.how == "always killed" or not failed:
            (self.marks / str(len(failed))).touch()
            if self.how == "broken":
                raise ImportError("No module named 'numpy'")
            os.kill(os.getpid(), signal.SIGKILL)
        return More()
