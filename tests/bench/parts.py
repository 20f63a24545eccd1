"""The parts that are measured, each in a process of its own.

So has a program that does this alone: what another part loaded, and the memory that it took, would
be measured with it.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.bench import (
    measure,
    measure_cluster,
    measure_documents,
    measure_draws,
    measure_kernel,
    measure_loops,
    measure_single,
    measure_tables,
)
from tests.bench.figures import Figure

PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "language": measure.figures,
    "kernel": measure_kernel.figures,
    "single": measure_single.figures,
    "loops": measure_loops.figures,
    "tables": measure_tables.figures,
    "cluster": measure_cluster.figures,
    "draws": measure_draws.figures,
    "documents": measure_documents.figures,
}


def alone(name: str) -> list[Figure]:
    """Measure one part in a new process, which prints each figure when it has it."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        return process.submit(measured, name).result()


def measured(name: str) -> list[Figure]:
    """Measure one part in this process, and print its figures."""
    found = []
    for figure in PARTS[name]():
        print(figure, flush=True)
        found.append(figure)
    return found
