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
        self.worst = Evidence(False, self._sources.worst)
        about, defaults = run.reading.about, run.defaults
        # All other data collected are as good as data can be: they make nothing worse.
        self._doubtful: dict[Place, Evidence] = {}
        for place in run.collected:
            given = about.get(place)
            if given is None or place in defaults:
                self._doubtful[place] = self.worst
            elif given.levels or given.quality not in PRIMARY:
                levels = levels_of(given, indicators) if given.levels else self.worst.levels
                self._doubtful[place] = Evidence(given.quality in PRIMARY, levels)

    def of(self, place: Place) -> Evidence:
        """Tell what stands behind a value, once all values are known."""
        made = self._sources.of(place.datum)
        if not made.others and self._doubtful.keys().isdisjoint(made.data):
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
        before, made = len(found), self._made(place)
        if made is None:
            return
        found.update((p, self._given(p)) for p in made.data & self.run.collected)
        for path, same_row, is_datum in made.others:
            for other in self._places(path, place.row if same_row else None):
                if not is_datum:
                    self._gather(other, found, seen)
                elif other in self.run.collected:
                    found[other] = self._given(other)
        tiered = self._sources.of(place.datum).tiered
        if tiered and len(found) == before and self._behind(place) == self.worst:
            found[place] = self.worst

    def _made(self, place: Place) -> Made | None:
        """Give what a value is made from, by the tier that was taken; None if none was."""
        made = self._sources.of(place.datum)
        if not made.tiered:
            return made
        tier = self.run.tiers.get(place)
        return None if tier is None else self._sources.of_tier(place.datum, tier)

    def _behind(self, place: Place) -> Evidence | None:
        """Judge a value, with several tiers by the one taken; None if nothing is behind it."""
        if place in self._judged:
            return self._judged[place]
        self._judged[place] = found = None  # what reads itself has nothing more behind it
        made = self._made(place)
        if made is not None:
            found = self._together(made, place.row)
            if found is None and self._sources.of(place.datum).tiered:
                found = self.worst
        self._judged[place] = found
        return found

    def _together(self, made: Made, row: int | None) -> Evidence | None:
        """Judge what a value is made from by the worst of it; None if that is nothing."""
        doubtful = self._doubtful
        found = [doubtful[place] for place in made.data if place in doubtful]
        if made.others:
            found.extend(self._of_others(made.others, row))
        if not found:
            return None if made.data.isdisjoint(self.run.collected) else self.best
        return found[0] if found.count(found[0]) == len(found) else _worst(found)

    def _of_others(self, others: Iterable[Source], row: int | None) -> Iterator[Evidence]:
        """Judge what stands in rows, or has several tiers."""
        for path, same_row, is_datum in others:
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
        """Give what a datum collected is judged to be."""
        return self._doubtful.get(place, self.best)


def _worst(found: list[Evidence]) -> Evidence:
    """Give what stands behind a value that is made of all that."""
    levels = tuple(map(max, zip(*(one.levels for one in found), strict=True)))
    return Evidence(all(one.primary for one in found), levels)


def quality(run: Run, weighted: list[tuple[Contribution, float]]) -> dict[str, float | None]:
    """Give primary share and score by contribution.

    Args:
        weighted: contributions with what each adds to the footprint [kgCO2e].

    Returns:
        ``primary_share`` as a ratio, ``score`` as a weighted level; None where nothing counts.
    """
    sizes = [abs(value) for _, value in weighted]
    whole = sum(sizes)
    if not whole > 0:
        return {"primary_share": None, "score": None}
    primary = score = 0.0
    judge = Judge(run)
    weights = run.calculator.weights
    levels: dict[Evidence, float] = {}
    places = run.index.places
    for (contribution, _), size in zip(weighted, sizes, strict=True):
        flow, row = contribution.flow, contribution.row
        evidence = judge.of(places[flow] if row is None else Place(flow, row))
        level = levels.get(evidence)
        if level is None:
            level = levels[evidence] = sum(map(mul, weights, evidence.levels))
        primary += size if evidence.primary else 0.0
        score += size * level
    return {"primary_share": primary / whole, "score": score / whole if weights else None}
