"""How fast one declaration of electrolytic aluminium is calculated by Python.

Programs that embed a calculator have it loaded and their data at hand. Untraced is the function of
the standard, asked for the footprint, that of electrolysis and that of CF4, on a declaration that
was read: from numbers in declared units to numbers. Explained is all that the generated calculator
does with a declaration as its file says it: texts with units are read, every provision is tested,
everything is found that there is to find under each rule book, the footprint is known, and all is
kept that ``guiju explain`` shows of any number. Sums that no provision asks for, such as those of
the profiles, are formed when they are read, from what is kept. So beside it stands explained and
read: the whole result as plain data, with the profiles, and the tree that ``guiju explain`` shows
of the footprint. All in CPU time, the least of runs, after a first declaration, with which a
calculator finds what hangs on the standard alone: ratios of units, rows of tables, loops. The runs
are short and many, for beside other work on the same processor one may take twice as long.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import yaml

import guiju
from guiju.explain import explained as tree_of
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.result import to_plain
from tests.bench.figures import Figure, at_most, informing
from tests.bench.measure_draws import EXAMPLE
from tests.bench.measure_tables import ASKED
from tests.bench.plants import SLUG

RUNS = 100
UNTRACED, EXPLAINED = 50, 1_000


def figures() -> Iterator[Figure]:
    """Measure on the first example."""
    standard = guiju.compile(SLUG)
    declaration = yaml.load(EXAMPLE.read_text("utf-8"), Loader=yaml.BaseLoader)
    function, reading = standard.function(*ASKED), standard.read(declaration)
    untraced = microseconds(partial(function, reading), 500)
    explained = microseconds(partial(_explained, standard, declaration), 5)
    read = microseconds(partial(_read, standard, declaration), 5)
    yield at_most("one declaration, untraced [µs of CPU]", untraced, UNTRACED)
    yield at_most("one declaration, explained [µs of CPU]", explained, EXPLAINED)
    yield informing("one declaration, explained and all of it read [µs of CPU]", read)


def _explained(standard: guiju.Standard, declaration: Mapping[str, object]) -> Calculation:
    calculation: Calculation = calculate(standard.module.CALCULATOR, declaration)
    first = next(iter(calculation.main.footprints.values()))
    if not (first.cfp > 0 and calculation.findings):
        raise AssertionError(first.cfp)
    return calculation


def _read(standard: guiju.Standard, declaration: Mapping[str, object]) -> None:
    calculation = _explained(standard, declaration)
    to_plain(calculation, declaration, "en")
    tree_of(standard.plan, calculation, "cfp")


def microseconds(work: Callable[[], object], times: int) -> float:
    """Give the least CPU time of one of ``times`` calls in a row [µs]."""
    taken = []
    for _ in range(RUNS):
        begin = time.process_time()
        for _ in range(times):
            work()
        taken.append((time.process_time() - begin) / times * 1e6)
    return min(taken)
