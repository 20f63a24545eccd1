"""``make bench``: measure everything, print a table, write build/bench.json.

``python -m tests.bench language`` measures one part and writes nothing. On a machine with nothing
else to do the CPU time of a run is the time that it takes; beside other work only the CPU time
still says something, and the load of the machine, printed above the table, says how much.
"""

import os
import sys

from tests.bench.figures import RESULT, write
from tests.bench.parts import PARTS, alone


def main(asked: list[str]) -> None:
    """Measure the parts that are asked for, all by default."""
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
    found = [figure for name in asked or PARTS for figure in alone(name)]
    if not asked:
        write(found)
        print(f"written: {RESULT.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
