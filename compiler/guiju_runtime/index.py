"""What is worked out of a calculator once, for all declarations: which values stand where."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from guiju_runtime.data_layout import KEPT
from guiju_runtime.given import Place, stands_in

if TYPE_CHECKING:
    from guiju_runtime.calculator import Calculator, Rules


class Index:
    """Data and values of a calculator by path, group and process.

    Attributes:
        data: each datum by its path; ``optional`` those that nothing asks for.
        places: the place of each value, as it is called outside rows.
        groups: the group of each value that stands in one; of a series it is its own path.
        collected: by process all its data; ``single`` its values outside groups, ``nothing`` what
            these are where it does not run, and ``absent`` the places of those that are 0 then.
    """

    __slots__ = ("absent", "collected", "data", "groups", "nothing", "optional", "places", "single")

    def __init__(self, calculator: Calculator) -> None:
        """Go through all that a calculator names."""
        self.data = {datum.path: datum for datum in calculator.data_model.data}
        self.optional = frozenset(p for p, datum in self.data.items() if datum.needed == "never")
        self.places = _Places()
        groups = calculator.groups
        self.groups = {
            path: group
            for path in (*calculator.values, *groups)
            for group in reversed(groups)
            if stands_in(path, group)
        } | {path: datum.group for path, datum in self.data.items() if datum.group}
        self.single = {
            process: tuple(
                path
                for path in calculator.values
                if path.startswith(f"{process}.") and path not in self.groups
            )
            for process in calculator.processes
        }
        self.nothing = {
            process: {path: 0.0 if path in calculator.amounts else None for path in paths}
            for process, paths in self.single.items()
        }
        self.absent = {
            process: frozenset(self.places[path] for path in paths if path in calculator.amounts)
            for process, paths in self.single.items()
        }
        self.collected = {
            process: tuple(d for path, d in self.data.items() if path.startswith(f"{process}."))
            for process in calculator.processes
        }


class _Places(dict[str, Place]):
    """Places outside rows, made when they are first met."""

    def __missing__(self, path: str) -> Place:
        place = self[path] = Place(path, None)
        return place


@lru_cache(maxsize=KEPT)
def index_of(calculator: Calculator) -> Index:
    """Give the index of a calculator."""
    return Index(calculator)


@lru_cache(maxsize=KEPT * 8)
def loops_of(rules: Rules) -> tuple[tuple[str, ...], ...]:
    """Give the processes, suppliers first; those that supply each other together."""
    together = {process: loop for loop in rules.loops for process in loop}
    return tuple(dict.fromkeys(together.get(p, (p,)) for p in rules.order))
