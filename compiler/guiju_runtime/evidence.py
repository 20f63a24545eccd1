"""How good the data behind each contribution are: class, levels, share of primary data, score.

A contribution is primary if every collected datum behind its amount is primary or site data and no
default was used. Its level by an indicator is the worst among those data: the level given, else 1
for primary and site data, else the last. A tier that reads no datum counts as a default.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guiju_runtime.burdens import Contribution
from guiju_runtime.given import Place
from guiju_runtime.run import Run
from guiju_runtime.sources import Source, Sources, sources_of
from guiju_runtime.uncertainty import levels_of


class Evidence(NamedTuple):
    """What stands behind one value.

    Attributes:
        primary: whether all of it is primary or site data.
        levels: level by indicator, 1 is the best.
    """

    primary: bool
    levels: tuple[int, ...]


def _behind(run: Run, sources: Sources, place: Place) -> Evidence:
    """Tell what data stand behind a value."""
    known = run.judged.get(place)
    if known is None:
        found = sources.of(place.datum)
        known = run.judged[place] = _together(run, _judged(run, sources, found, place.row))
    return known


def _together(run: Run, evidence: Iterable[Evidence]) -> Evidence:
    """Judge several data by the worst of them; nothing is as good as can be."""
    several = list(dict.fromkeys(evidence))
    if not several:
        return Evidence(True, (1,) * len(run.calculator.indicators))
    if len(several) == 1:
        return several[0]
    levels = tuple(map(max, zip(*(one.levels for one in several), strict=True)))
    return Evidence(all(one.primary for one in several), levels)


def _judged(
    run: Run, sources: Sources, found: Iterable[Source], row: int | None
) -> Iterator[Evidence]:
    """Judge what a value is made from: data that took part, and tiered values by their tier."""
    for path, same_row in found:
        at = row if same_row else None
        if not sources.is_datum(path):
            yield from _of_tier(run, sources, Place(path, at))
            continue
        for place in _places(run, path, at):
            if place in run.collected:
                yield _single(run, place)


def _of_tier(run: Run, sources: Sources, place: Place) -> Iterator[Evidence]:
    """Judge a value with several tiers by the one that was taken, if any was."""
    tier = run.tiers.get(place)
    if tier is None:
        return
    if place not in run.judged:
        run.judged[place] = _together(run, ())  # what reads itself has nothing more behind it
        found = sources.read_by(place.datum, tier)
        judged = list(_judged(run, sources, found, place.row))
        run.judged[place] = _together(run, judged or [_by_default(run)])
    yield run.judged[place]


def _places(run: Run, path: str, row: int | None) -> tuple[Place, ...]:
    """Give the places that are meant: in the row at hand, else in all rows of the group."""
    group = run.index.groups.get(path, "")
    if not group or row is not None:
        return (Place(path, row if group else None),)
    return tuple(Place(path, at) for at in range(len(run.row_values.get(group, ()))))


def _single(run: Run, place: Place) -> Evidence:
    """Judge one datum."""
    given = run.reading.about.get(place)
    if given is None or place in run.defaults:
        return _by_default(run)
    levels = levels_of(given, run.calculator.indicators)
    return Evidence(given.quality in ("primary", "site"), levels)


def _by_default(run: Run) -> Evidence:
    return Evidence(False, levels_of(None, run.calculator.indicators))


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
    sources = sources_of(run.calculator, frozenset(run.fixed))
    for contribution, value in weighted:
        evidence = _behind(run, sources, Place(contribution.flow, contribution.row))
        primary += abs(value) if evidence.primary else 0.0
        weights = zip(run.calculator.weights, evidence.levels, strict=True)
        score += abs(value) * sum(weight * level for weight, level in weights)
    scored = score / whole if run.calculator.weights else None
    return {"primary_share": primary / whole, "score": scored}
