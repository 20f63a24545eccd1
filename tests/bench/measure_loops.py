"""How many products a second come out of a loop of 30 processes, against a solution by hand.

By hand the matrix of the processes that are the same in all plants is inverted once, and NumPy
solves a small system for each plant. The kernel knows of no two plants that they are alike: it
eliminates the loop of each, and tells which it cannot solve. Both run on arrays in memory.
"""

from collections.abc import Iterator
from functools import partial

from guiju.batch.decoding import block_of, columns_of
from guiju.batch.layout import layout_of
from guiju.batch.native.library import NativeExecution
from guiju.tape import tape_of
from tests.bench.figures import Figure
from tests.bench.looped import Plants, by_hand, source
from tests.bench.measure_kernel import least
from tests.calculation.small_standards import small

PLANTS = 100_000
GOAL = 0.7


def figures() -> Iterator[Figure]:
    """Measure both in turn."""
    plants = Plants(PLANTS)
    table, plan = plants.table(), small(source())[0]
    layout = layout_of(plan.data_model, table.schema)
    tape = tape_of(plan, columns_of(layout, table), ("cfp",), tested=False)
    block, kernel = block_of(layout, table, tape.words, ()), NativeExecution(tape)
    hand, native = least(partial(by_hand, plants), lambda: kernel.run(block).named("cfp"))
    print(f"{PLANTS / native:,.0f} products a second of CPU, by hand {PLANTS / hand:,.0f}")
    ratio = round(hand / native, 3)
    yield Figure("loop of 30 processes, products/s / solution by hand", ratio, GOAL, ratio >= GOAL)
