"""A figure, what it should be, and where the figures of a run are written."""

import json
import operator
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, to_builtins

RESULT = Path(__file__).parents[2] / "build" / "bench.json"


class Figure(Struct, frozen=True):
    """A figure, the median of several runs, beside what it should be.

    Attributes:
        goal: none where a figure only informs.
        holds: whether ``value`` reaches ``goal``.
    """

    figure: str
    value: float
    goal: float | None
    holds: bool

    def __str__(self) -> str:
        if self.goal is None:
            return f"{self.figure:<72}{self.value:>10}   for information"
        verdict = "reached" if self.holds else "missed"
        return f"{self.figure:<72}{self.value:>10}   goal {self.goal:>6}   {verdict}"


def at_most(figure: str, value: float, goal: float) -> Figure:
    return Figure(figure, round(value, 3), goal, operator.le(value, goal))


def at_least(figure: str, value: float, goal: float) -> Figure:
    return Figure(figure, round(value), goal, operator.ge(value, goal))


def informing(figure: str, value: float) -> Figure:
    return Figure(figure, round(value, 3), None, True)


def write(figures: Sequence[Figure], file: Path = RESULT) -> None:
    """Write the figures of one run as a JSON list."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(to_builtins(figures), ensure_ascii=False, indent=2)
    file.write_text(f"{text}\n", "utf-8")
