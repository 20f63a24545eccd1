"""A standard whose processes supply each other in one loop, and its solution written by hand.

Process i makes t of its own product from some of that of process i + 1 and of process 7 i + 3, and
burns coal. By hand: where only a few processes differ from plant to plant, the matrix of the others
is inverted once, and each plant costs a small system of those few (Woodbury).
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyarrow as pa

from guiju.batch.block import Floats

PROCESSES = 30
DIFFERENT = 3
COAL = 3.0
HEAD = """
standard looped "T/XXX 030—2026" { title zh "回路" en "Loop" gwp ar6_7sm7 }
use factors.gwp
product thing zh "产品" en "thing" { declared unit 1 t }
stage making zh "制造" en "Making" {
"""
PROCESS = """
  process p{at} zh "过程" en "process" {{
    output made{at} zh "产出" en "made" : t
    input following zh "后续" en "following" : t {{ from p{following}.made{following} }}
    input across zh "横向" en "across" : t {{ from p{across}.made{across} }}
    input coal zh "煤" en "coal" : t {{ factor 3 kgCO2e/t }}
  }}
"""
WORKS = """
  process works zh "工厂" en "Works" {
    output thing : t
    input half zh "半成品" en "half made" : t { from p0.made0 }
  }
}
"""


def across(at: int) -> int:
    """Give the second process that a process draws from, never itself or the next."""
    found = (7 * at + 3) % PROCESSES
    return found if found not in (at, (at + 1) % PROCESSES) else (found + 5) % PROCESSES


def source() -> str:
    """Give the text of the standard."""
    processes = (
        PROCESS.format(at=at, following=(at + 1) % PROCESSES, across=across(at))
        for at in range(PROCESSES)
    )
    return HEAD + "".join(processes) + WORKS


class Plants:
    """Plants that differ in a few of their processes.

    Attributes:
        takes: t of the next product and of the one across for 1 t; shape (plants, processes, 2).
        coal: t for 1 t; shape (plants, processes).
    """

    def __init__(self, size: int) -> None:
        """Draw plants; all but the first processes are the same in each."""
        random = np.random.default_rng(30)
        self.takes = np.repeat(random.uniform(0.1, 0.4, (1, PROCESSES, 2)), size, axis=0)
        self.coal = np.repeat(random.uniform(0.5, 2.0, (1, PROCESSES)), size, axis=0)
        self.takes[:, :DIFFERENT] = random.uniform(0.1, 0.4, (size, DIFFERENT, 2))
        self.coal[:, :DIFFERENT] = random.uniform(0.5, 2.0, (size, DIFFERENT))

    def table(self) -> pa.RecordBatch:
        """Give the plants as declarations, 1 t of everything made, half of it for 1 t of thing."""
        size = len(self.coal)
        one = np.ones(size)
        columns: dict[str, object] = {"works.thing": one, "works.half": 0.5 * one}
        for at in range(PROCESSES):
            columns[f"p{at}.made{at}"] = one
            columns[f"p{at}.following"] = self.takes[:, at, 0].copy()
            columns[f"p{at}.across"] = self.takes[:, at, 1].copy()
            columns[f"p{at}.coal"] = self.coal[:, at].copy()
        columns["period_from"] = [date(2024, 1, 1)] * size
        columns["period_to"] = [date(2024, 12, 31)] * size
        return pa.RecordBatch.from_pydict(columns)


def by_hand(plants: Plants) -> Floats:
    """Give the footprints [kgCO2e/t]: the inverse of what is the same, then what differs."""
    fixed = np.eye(PROCESSES) - _taken(plants.takes[0], range(PROCESSES))
    same = fixed.copy()
    same[:, :DIFFERENT] = np.eye(PROCESSES)[:, :DIFFERENT]
    demand = np.zeros(PROCESSES)
    demand[0] = 0.5
    whole = np.linalg.inv(same)
    level, into = whole @ demand, whole[:, :]
    size = len(plants.coal)
    columns = np.zeros((size, PROCESSES, DIFFERENT))
    for at in range(DIFFERENT):
        columns[:, (at + 1) % PROCESSES, at] = -plants.takes[:, at, 0]
        columns[:, across(at), at] = -plants.takes[:, at, 1]
    moved = into @ columns
    small = np.eye(DIFFERENT) + moved[:, :DIFFERENT]
    few = np.linalg.solve(small, np.broadcast_to(level[:DIFFERENT, None], (size, DIFFERENT, 1)))
    levels = level - (moved @ few)[:, :, 0]
    found: Floats = COAL * np.einsum("pi,pi->p", levels, plants.coal)
    return found


def _taken(takes: Floats, of: Sequence[int]) -> Floats:
    """Give what one unit of each process takes of each; a column is a process that takes."""
    matrix = np.zeros((PROCESSES, PROCESSES))
    for at in of:
        matrix[(at + 1) % PROCESSES, at] += takes[at, 0]
        matrix[across(at), at] += takes[at, 1]
    return matrix
