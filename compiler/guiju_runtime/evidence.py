"""How good the data behind each contribution are: class, levels, share of primary data, score.

A contribution is primary if every collected datum behind its amount is primary or site data and no
default was used. Its level by an indicator is the worst among those data: the level given, else 1
for primary and site data, else the last. A tier that reads no datum counts as a default; behind a
sum over rows stand the data of all of them, each with its tier.
"""

from collections.abc import Iterable, Iterator
from operator import mul
from typing import NamedTuple

from guiju_runtime.burdens import Contribution
from guiju_runtime.given import Place
from guiju_runtime.run import Run
from guiju_runtime.sources import Made, Source, sources_of
from guiju_runtime.uncertainty import levels_of

PRIMARY = ("primary", "site")
"""Classes of data that count as primary."""


class Evidence(NamedTuple):
    """What stands behind one value.

    Attributes:
        primary: whether all of it is primary or site data.
        levels: level by indicator, 1 is the best.
    """

    primary: bool
    levels: tuple[int, ...]


class Judge:
    """Judges the values of a run by the data that stand behind them, each once.

    Attributes:
        run: what is judged.
        best: evidence of what has no data behind it; ``worst`` of a default.
    """

    __slots__ = ("_doubtful", "_judged", "_sources", "best", "run", "worst")

    def __init__(self, run: Run) -> None:
        """Begin with what was judged of ``run`` before."""
        indicators = run.calculator.indicators
        self.run, self._judged = run, run.judged
        self._sources = sources_of(run.calculator, frozenset(run.fixed))
        self.best = Evidence(True, (1,) * len(indicators))
        self.worst = Evidence(False, levels_of(None, indicators))
        about = run.reading.about.items()
        good = {place for place, given in about if given.quality in PRIMARY and not given.levels}
        self._doubtful = (run.collected - good) | run.defaults

    def of(self, place: Place) -> Evidence:
        """Tell what stands behind a value, once all values are known."""
        made = self._sources.of(place.datum)
        if not made.others and made.data.isdisjoint(self._doubtful):
            return self.best
        return self._behind(place) or self.best

    def decisive(self, place: Place) -> dict[Place, Evidence]:
        """Give what stands behind a value and is judged by itself, with what it is judged to be.

        That is every datum collected; and a value with several tiers whose tier reads none.
        """
        found: dict[Place, Evidence] = {}
        self._gather(place, found, set())
        return found

    def _gather(self, place: Place, found: dict[Place, Evidence], seen: set[Place]) -> None:
        if place in seen:
            return
        seen.add(place)
        before, tiered = len(found), self._sources.has_tiers(place.datum)
        if tiered and place not in self.run.tiers:
            return
        made = self._sources.of(place.datum, self.run.tiers[place] if tiered else None)
        found.update((p, self._given(p)) for p in made.data & self.run.collected)
        for path, same_row in made.others:
            for other in self._places(path, place.row if same_row else None):
                if not self._sources.is_datum(path):
                    self._gather(other, found, seen)
                elif other in self.run.collected:
                    found[other] = self._given(other)
        if tiered and len(found) == before and self._behind(place) == self.worst:
            found[place] = self.worst

    def _behind(self, place: Place) -> Evidence | None:
        """Judge a value, with several tiers by the one taken; None if nothing is behind it."""
        if place in self._judged:
            return self._judged[place]
        self._judged[place] = None  # what reads itself has nothing more behind it
        found = None
        if not self._sources.has_tiers(place.datum):
            found = self._together(self._sources.of(place.datum), place.row)
        elif place in self.run.tiers:
            made = self._sources.of(place.datum, self.run.tiers[place])
            found = self._together(made, place.row) or self.worst
        self._judged[place] = found
        return found

    def _together(self, made: Made, row: int | None) -> Evidence | None:
        """Judge what a value is made from by the worst of it; None if that is nothing."""
        there = made.data & self.run.collected
        found = set(map(self._given, there))
        if made.others:
            found.update(self._of_others(made.others, row))
        if len(found) <= 1:
            return next(iter(found), None)
        levels = tuple(map(max, zip(*(one.levels for one in found), strict=True)))
        return Evidence(all(one.primary for one in found), levels)

    def _of_others(self, others: Iterable[Source], row: int | None) -> Iterator[Evidence]:
        """Judge what stands in rows, or has several tiers."""
        for path, same_row in others:
            is_datum = self._sources.is_datum(path)
            for place in self._places(path, row if same_row else None):
                found = self._datum(place) if is_datum else self._behind(place)
                if found is not None:
                    yield found

    def _places(self, path: str, row: int | None) -> Iterator[Place]:
        """Give the place in the row at hand, or those in all rows of the group."""
        group = self.run.index.groups.get(path)
        if group is None or row is not None:
            yield Place(path, row)
            return
        for number in range(len(self.run.row_values.get(group, ()))):
            yield Place(path, number)

    def _datum(self, place: Place) -> Evidence | None:
        return self._given(place) if place in self.run.collected else None

    def _given(self, place: Place) -> Evidence:
        """Judge one datum."""
        given = self.run.reading.about.get(place)
        if given is None or place in self.run.defaults:
            return self.worst
        primary = given.quality in PRIMARY
        if not given.levels:
            return self.best if primary else self.worst
        return Evidence(primary, levels_of(given, self.run.calculator.indicators))


def quality(run: Run, weighted: list[tuple[Contribution, float]]) -> dict[str, float | None]:
    """Give primary share and score by contribution.

    Args:
        weighted: contributions with what each adds to the footprint [kgCO2e].

    Returns:
        ``primary_share`` as a ratio, ``score`` as a weighted level; None where nothing counts.
    """
    whole = sum(abs(value) for _, value in weighted)
    if not whole > 0:
        return {"primary_share": None, "score": None}
    primary = score = 0.0
    judge = Judge(run)
    weights = run.calculator.weights
    levels: dict[Evidence, float] = {}
    places = run.index.places
    for contribution, value in weighted:
        flow, row = contribution.flow, contribution.row
        evidence = judge.of(places[flow] if row is None else Place(flow, row))
        if evidence not in levels:
            levels[evidence] = sum(map(mul, weights, evidence.levels))
        primary += abs(value) if evidence.primary else 0.0
        score += abs(value) * levels[evidence]
    return {"primary_share": primary / whole, "score": score / whole if weights else None}
