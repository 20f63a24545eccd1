"""The compiled kernel and the tape against loops in C and NumPy that are written by hand.

All run on the same arrays in memory, those that are made of the columns of a file: no file is read,
and none of the findings is put together. Like is measured against like: the kernel of the three
numbers alone against the loop that checks nothing; the whole kernel, which tells beside them which
plants have to be calculated alone, since a datum is missing, wrong or outside a limit, or something
would be divided by 0, against the loop that makes the same checks.
"""

import time
from collections.abc import Callable, Iterator, Mapping
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
from tests.bench.aluminium_columns import Columns
from tests.bench.by_hand import Loop
from tests.bench.figures import Figure, at_most, informing
from tests.bench.measure_tables import ASKED
from tests.bench.plants import SLUG, plants

ROWS = 1_000_000
RUNS = 9
KERNEL, TAPE = 1.2, 6.0
LOOP = "loop in C by hand"


def figures() -> Iterator[Figure]:
    """Measure all in turn, several times; give the ratios of their least times."""
    table = plants(ROWS)
    tape, [whole] = decoded(table, ROWS)
    _, blocks = decoded(table, Execution.block)
    kernel, numbers = NativeExecution(tape), NativeExecution(numbers_of(table))
    numpy, numpy_numbers = Execution(tape), Execution(numbers_of(table))
    with TemporaryDirectory() as folder:
        loop = Loop(standard(SLUG).plan, tape.words, whole, Path(folder))
        columns = [Columns(block, loop.tables) for block in blocks]
        works: dict[str, Callable[[], object]] = {
            "loop": loop.run,
            "loop with checks": loop.run_checked,
            "kernel of the numbers": lambda: numbers.run(whole),
            "kernel": lambda: kernel.run(whole),
            "tape of the numbers": lambda: [numpy_numbers.run(block) for block in blocks],
            "tape": lambda: [numpy.run(block) for block in blocks],
            "NumPy by hand": lambda: [each.results() for each in columns],
        }
        taken = dict(zip(works, least(*works.values()), strict=True))
    print(f"{ROWS:,} plants, s of CPU:", {name: round(time, 4) for name, time in taken.items()})
    yield from compared(taken)


def compared(taken: Mapping[str, float]) -> Iterator[Figure]:
    """Give the ratios of like and like, then, for information, those of other pairs."""
    loop, checked = taken["loop"], taken["loop with checks"]
    yield at_most(f"kernel of the numbers / {LOOP}", taken["kernel of the numbers"] / loop, KERNEL)
    yield at_most(
        f"compiled kernel / {LOOP} with the same checks", taken["kernel"] / checked, KERNEL
    )
    yield informing(f"compiled kernel / {LOOP} that checks nothing", taken["kernel"] / loop)
    yield at_most(f"NumPy tape of the numbers / {LOOP}", taken["tape of the numbers"] / loop, TAPE)
    yield at_most(f"NumPy tape / {LOOP} with the same checks", taken["tape"] / checked, TAPE)
    by_numpy = taken["NumPy by hand"]
    yield informing(
        "NumPy tape of the numbers / NumPy by hand", taken["tape of the numbers"] / by_numpy
    )
    yield informing("NumPy tape / NumPy by hand that checks nothing", taken["tape"] / by_numpy)


def decoded(table: pa.RecordBatch, size: int) -> tuple[Tape, list[Block]]:
    """Give the tape of what is asked for, and plants as blocks of ``size``."""
    plan = standard(SLUG).plan
    layout = layout_of(plan.data_model, table.schema)
    tape = tape_of(plan, columns_of(layout, table), ASKED, tested=False)
    groups = [group.path for group in plan.data_model.groups]
    parts: list[pa.RecordBatch] = [table.slice(at, size) for at in range(0, table.num_rows, size)]
    return tape, [block_of(layout, part, tape.words, groups) for part in parts]


def numbers_of(table: pa.RecordBatch) -> Tape:
    """Give the tape of the same numbers that sets no declaration aside."""
    plan = standard(SLUG).plan
    columns = columns_of(layout_of(plan.data_model, table.schema), table)
    return tape_of(plan, columns, ASKED, tested=False, guarded=False)


def least(*works: Callable[[], object]) -> list[float]:
    """Give the least CPU time of each work, done in turn [s]."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, times in zip(works, taken, strict=True):
            begin = time.process_time()
            work()
            times.append(time.process_time() - begin)
    return [min(times) for times in taken]
