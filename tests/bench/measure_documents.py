"""How long the documents of one standard take, of all that ship, and of nothing new.

The languages of a document are written side by side: the goals are for two cores with nothing else
to do, and elapsed time.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, at_most
from tests.bench.long_standard import STANDARD, STANDARDS
from tests.bench.measure import GUIJU

RUNS = 5
KINDS = ("--only", "docx,pdf")


def figures() -> Iterator[Figure]:
    """Measure Word and PDF in both languages, without the site."""
    one, again = [], []
    with TemporaryDirectory() as folder:
        place = Path(folder)
        built(STANDARD.parent, place / "first", place)
        for run in range(RUNS):
            one.append(built(STANDARD.parent, place / str(run), place))
            again.append(built(STANDARD.parent, place / str(run), place))
        every = built(STANDARDS, place / "all", place)
        count = sum(1 for _ in (place / "all").iterdir())
    name = STANDARD.parent.name
    yield at_most(f"documents of {name}, both languages [s elapsed]", statistics.median(one), 3)
    yield at_most("the same, nothing changed [s elapsed]", statistics.median(again), 0.5)
    yield at_most(f"documents of {count} standards, both languages [s elapsed]", every, 60)


def built(source: Path, folder: Path, cache: Path) -> float:
    """Build the documents of ``source`` into ``folder``; give the elapsed time [s]."""
    environment = {**os.environ, "GUIJU_CACHE": str(cache)}
    words = (GUIJU, "build", str(source), "-o", str(folder), *KINDS)
    begin = time.perf_counter()
    subprocess.run(words, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begin
