"""Calculates a small table on a cluster of two processes, and here, with all that can be asked.

A program of its own, so that a cluster that hangs keeps no other test from ending:
``python -m tests.cluster.in_many FOLDER`` leaves a folder for each question, and in ``seen.json``
how far each run was shown to have come.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from msgspec.structs import replace

import guiju
from guiju.batch.job import run as run_here
from guiju.batch.part import Beside
from guiju.cluster.order import Order
from guiju.cluster.running import Place, connected, run
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.table_sides import Question
from guiju.sureness.tables import Intervals
from guiju.table_audit import Audit
from guiju.table_changes.asked import Changes
from tests.cluster.small import PIECE, Failing
from tests.sureness.small import FUEL, compiled, plant

SIZE = 6 * PIECE + 3
Come = tuple[int, int | None]
DRAWS = Sampling(samples=100, seed=1, sampler="random")


def plants() -> pa.Table:
    """Give works of 1 t that burn fuel; every seventh does not say how much."""
    return pa.table(
        {
            "period_from": [date(2024, 1, 1)] * SIZE,
            "period_to": [date(2024, 12, 31)] * SIZE,
            "works.thing": [1.0] * SIZE,
            "works.fuel": [None if at % 7 == 3 else 10.0 + at for at in range(SIZE)],
            "works.fuel.uncertainty": [f"{at % 5} %" if at % 3 else None for at in range(SIZE)],
            "works.fixed": [500.0] * SIZE,
        }
    )


def questions(standard: guiju.Standard, marks: Path) -> Iterator[tuple[str, Beside]]:
    """Give what is asked beside the results; in the last a worker is killed in the middle."""
    drawn, derived = (Question(sampling=way, profile="", asked=()) for way in (DRAWS, None))
    changes = (("works.fuel", "8 t"), ("burning", "90 kgCO2e/t"))
    reference = plant(thing="1 t", fuel="11 t", fixed="500 kg")
    yield (
        "intervals",
        Intervals(standard=standard, question=drawn, explained=True, reference=reference),
    )
    yield "what_if", Changes(standard=standard, written=changes, asked=(), question=derived)
    yield "audit", Audit(standard=standard)
    yield "killed", Failing(marks=marks, how="killed")


def main(folder: Path) -> None:
    """Ask all questions on one cluster, and here."""
    standard = compiled(folder, FUEL % "uncertainty lognormal(1.2)")
    pq.write_table(plants(), folder / "plants.parquet", row_group_size=30)
    (folder / "marks").mkdir()
    seen: dict[str, Come] = {}
    with connected(Place(scheduler="", workers=2)) as client:
        place = Place(scheduler=client.scheduler_info()["address"], workers=0)
        for name, beside in questions(standard, folder / "marks"):
            order = Order(
                standard=standard,
                data=folder / "plants.parquet",
                output=folder / name / "there" / "out.parquet",
                language="en",
                beside=(beside,),
                piece=PIECE,
            )
            here = folder / name / "here" / "out.parquet"
            for output in (order.output, here):
                output.parent.mkdir(parents=True)
            run(order, place, partial(noted, seen, name))
            alone = replace(order, output=here, beside=() if name == "killed" else (beside,))
            run_here(alone.job())
    (folder / "seen.json").write_text(json.dumps(seen), encoding="utf-8")


def noted(seen: dict[str, Come], name: str, done: int, of: int | None) -> None:
    """Keep how far a run has come."""
    seen[name] = done, of


if __name__ == "__main__":
    main(Path(sys.argv[1]))
