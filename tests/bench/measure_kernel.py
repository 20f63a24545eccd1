"""The compiled kernel and the tape against a loop in C that is written by hand.

All three run on the same arrays in memory, those that are made of the columns of a file: no file is
read, and none of the findings is put together. The loop by hand calculates and checks nothing. The
kernel and the tape tell beside the three numbers which plants have to be calculated alone, since a
datum is missing, wrong or outside a limit, or something would be divided by 0.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from guiju.batch.block import Block
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.execution import Execution
from guiju.batch.layout import layout_of
from guiju.batch.native.library import NativeExecution
from guiju.tape import tape_of
from guiju.tape.model import Tape
from tests.batch.tables import standard
from tests.bench.by_hand import Loop, compiled
from tests.bench.figures import Figure, at_most
from tests.bench.measure_tables import ASKED
from tests.bench.plants import SLUG, plants

ROWS = 1_000_000
RUNS = 5
KERNEL, TAPE = 1.2, 6.0


def figures() -> Iterator[Figure]:
    """Measure the three in turn, several times; give the ratios of their least times."""
    tape, [whole] = decoded(ROWS, ROWS)
    _, blocks = decoded(ROWS, Execution.block)
    kernel, numpy = NativeExecution(tape), Execution(tape)
    loop = Loop(standard(SLUG).plan, tape.words, whole)
    with TemporaryDirectory() as folder:
        by_hand = partial(loop.run, compiled(Path(folder)))
        taken = least(
            by_hand,
            lambda: kernel.run(whole),
            lambda: [numpy.run(block) for block in blocks],
        )
    hand, native, local = taken
    print(
        f"{ROWS:,} plants: by hand {hand:.3f} s, kernel {native:.3f} s, tape {local:.3f} s of CPU"
    )
    yield at_most("compiled kernel / loop in C by hand", native / hand, KERNEL)
    yield at_most("NumPy tape / loop in C by hand", local / hand, TAPE)


def decoded(rows: int, size: int) -> tuple[Tape, list[Block]]:
    """Give the tape of what is asked for, and plants as blocks of ``size``."""
    table = plants(rows)
    plan = standard(SLUG).plan
    layout = layout_of(plan.data_model, table.schema)
    tape = tape_of(plan, columns_of(layout, table), ASKED, tested=False)
    groups = [group.path for group in plan.data_model.groups]
    parts: list[pa.RecordBatch] = [table.slice(at, size) for at in range(0, rows, size)]
    return tape, [block_of(layout, part, tape.words, groups) for part in parts]


def least(*works: Callable[[], object]) -> list[float]:
    """Give the least CPU time of each work, done in turn [s]."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, times in zip(works, taken, strict=True):
            begin = time.process_time()
            work()
            times.append(time.process_time() - begin)
    return [min(times) for times in taken]
