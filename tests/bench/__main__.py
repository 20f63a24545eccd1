"""``make bench``: measure everything, print a table, write build/bench.json.

``python -m tests.bench language`` measures one part and writes nothing. On a machine with nothing
else to do the CPU time of a run is the time that it takes; beside other work only the CPU time
still says something, and the load of the machine, printed above the table, says how much.
"""

import os
import sys
from collections.abc import Callable, Iterator

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
from tests.bench.figures import RESULT, Figure, write

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


def main(asked: list[str]) -> None:
    """Measure the parts that are asked for, all by default."""
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    found = []
    for name in asked or PARTS:
        for figure in PARTS[name]():
            print(figure, flush=True)
            found.append(figure)
    if not asked:
        write(found)
        print(f"written: {RESULT.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
