"""How fast one declaration of electrolytic aluminium is calculated by Python.

Programs that embed a calculator have it loaded and their data at hand. Untraced is the function of
the standard, asked for the footprint, that of electrolysis and that of CF4, on a declaration that
was read: from numbers in declared units to numbers. Explained is all that the generated calculator
does with a declaration as its file says it: texts with units are read, every provision is tested,
and all that ``guiju explain`` shows of any number is kept. Both in CPU time, the least of runs.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial

import yaml

import guiju
from guiju_runtime.calculating import calculate
from tests.bench.figures import Figure, at_most
from tests.bench.measure_draws import EXAMPLE
from tests.bench.measure_tables import ASKED
from tests.bench.plants import SLUG

RUNS = 15
UNTRACED, EXPLAINED = 50, 1_000


def figures() -> Iterator[Figure]:
    """Measure both on the first example."""
    standard = guiju.compile(SLUG)
    declaration = yaml.load(EXAMPLE.read_text("utf-8"), Loader=yaml.BaseLoader)
    function, reading = standard.function(*ASKED), standard.read(declaration)
    untraced = microseconds(partial(function, reading), 500)
    explained = microseconds(partial(calculate, standard.module.CALCULATOR, declaration), 5)
    yield at_most("one declaration, untraced [µs of CPU]", untraced, UNTRACED)
    yield at_most("one declaration, explained [µs of CPU]", explained, EXPLAINED)


def microseconds(work: Callable[[], object], times: int) -> float:
    """Give the least CPU time of one of ``times`` calls in a row [µs]."""
    taken = []
    for _ in range(RUNS):
        begin = time.process_time()
        for _ in range(times):
            work()
        taken.append((time.process_time() - begin) / times * 1e6)
    return min(taken)
