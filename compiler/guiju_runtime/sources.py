"""From which data each value of a calculator is made, as far as its formulas alone tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from guiju_runtime.data_layout import KEPT
from guiju_runtime.given import Place
from guiju_runtime.index import index_of
from guiju_runtime.uncertainty import levels_of

if TYPE_CHECKING:
    from guiju_runtime.calculator import Calculator


class Source(NamedTuple):
    """Something that a value is made from, that stands in rows or has several tiers.

    Attributes:
        path: of a datum; of a value in all rows of a group, of which there may be none; or of a
            value with several tiers: a run knows which of them it took.
        same_row: whether the row of the value that is made of it is meant, or all rows.
        is_datum: whether it is collected, not calculated.
    """

    path: str
    same_row: bool
    is_datum: bool


class Made(NamedTuple):
    """What a value is made from.

    Attributes:
        data: places of the data outside groups; ``others`` all else.
        tiered: whether it is a value with several tiers, as a whole.
    """

    data: frozenset[Place]
    others: tuple[Source, ...]
    tiered: bool


class Sources:
    """The sources of values, each followed once.

    Attributes:
        worst: levels of a default by each indicator.
    """

    __slots__ = ("_calculator", "_fixed", "_index", "_tiers", "_whole", "worst")

    def __init__(self, calculator: Calculator, fixed: frozenset[str]) -> None:
        """Begin with nothing followed; ``fixed`` are data for which a rule book has a formula."""
        self._calculator, self._fixed = calculator, fixed
        self._index = index_of(calculator)
        self._whole: dict[str, Made] = {}
        self._tiers: dict[tuple[str, int], Made] = {}
        self.worst = levels_of(None, calculator.indicators)

    def of(self, path: str) -> Made:
        """Give what the value at ``path`` is made from.

        What is collected is made from itself, and so is, as a whole, a value with several tiers.
        """
        made = self._whole.get(path)
        if made is None:
            made = self._whole[path] = self._made(path, None)
        return made

    def of_tier(self, path: str, tier: int) -> Made:
        """Give what a tier of the value at ``path`` is made from."""
        made = self._tiers.get((path, tier))
        if made is None:
            made = self._tiers[path, tier] = self._made(path, tier)
        return made

    def _made(self, path: str, tier: int | None) -> Made:
        group = self._index.groups.get(path, "")
        names = (path,) if tier is None else self._calculator.reads[path][tier]
        seen = set() if tier is None else {(path, bool(group))}
        found = [s for name in names for s in self._follow(name, group, bool(group), seen)]
        single = [s for s in found if s.is_datum and s.path not in self._index.groups]
        return Made(
            data=frozenset(self._index.places[source.path] for source in single),
            others=tuple(s for s in dict.fromkeys(found) if s not in single),
            tiered=tier is None and self._has_tiers(path),
        )

    def _is_datum(self, path: str) -> bool:
        return path in self._index.data and path not in self._fixed

    def _has_tiers(self, path: str) -> bool:
        """Tell whether a value is calculated, by one of several tiers."""
        return not self._is_datum(path) and len(self._calculator.reads.get(path, ())) > 1

    def _follow(
        self, path: str, group: str, same_row: bool, seen: set[tuple[str, bool]]
    ) -> Iterator[Source]:
        """Follow a value that is read beside ``group``; the index of a series is nobody's datum."""
        own = self._index.groups.get(path, "")
        same_row = same_row and own == group
        if (path, same_row) in seen or path in self._calculator.series:
            return
        seen.add((path, same_row))
        in_all_rows = bool(own) and not same_row
        is_datum = self._is_datum(path)
        if is_datum or self._has_tiers(path) or in_all_rows:
            yield Source(path, same_row, is_datum)
            return
        for name in next(iter(self._calculator.reads.get(path, ())), ()):
            yield from self._follow(name, own, same_row, seen)


@lru_cache(maxsize=KEPT * 8)
def sources_of(calculator: Calculator, fixed: frozenset[str]) -> Sources:
    """Give the sources of the values of a calculator."""
    return Sources(calculator, fixed)
