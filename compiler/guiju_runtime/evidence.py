"""How good the data behind each contribution are: class, levels, share of primary data, score.

A contribution is primary if every collected datum behind its amount is primary or site data and no
default was used. Its level by an indicator is the worst among those data: the level given, else 1
for primary and site data, else the last. A tier that reads no datum counts as a default.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guiju_runtime.burdens import Contribution
from guiju_runtime.given import Place
from guiju_runtime.run import Run
from guiju_runtime.uncertainty import levels_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one value.

    Attributes:
        primary: whether all of it is primary or site data.
        levels: level by indicator, 1 is the best.
    """

    primary: bool
    levels: tuple[int, ...]


def evidence_of(run: Run, contribution: Contribution) -> Evidence:
    """Tell what stands behind the amount of ``contribution``, once all values are known."""
    place = Place(contribution.flow, contribution.row)
    if place not in run.judged:
        run.judged[place] = behind(run, contribution.flow, contribution.row)
    return run.judged[place]


def behind(run: Run, path: str, row: int | None) -> Evidence:
    """Tell what data stand behind the value at ``path``."""
    found = [_single(run, place) for place in _data(run, path, row, _group_of(run, path))]
    if not found:
        return Evidence(True, tuple(1 for _ in run.calculator.indicators))
    levels = tuple(max(column) for column in zip(*(e.levels for e in found), strict=True))
    return Evidence(all(e.primary for e in found), levels)


def _single(run: Run, place: Place | None) -> Evidence:
    """Judge one datum; None stands for a default."""
    indicators = run.calculator.indicators
    given = run.reading.about.get(place) if place is not None else None
    if given is None or (place is not None and place in run.defaults):
        return Evidence(False, levels_of(None, indicators))
    return Evidence(given.quality in ("primary", "site"), levels_of(given, indicators))


def _data(run: Run, path: str, row: int | None, group: str) -> tuple[Place | None, ...]:
    """Give the places of the collected data behind ``path``, None for a default.

    Args:
        row: the row at hand of ``group``; a value that stands in another is meant in all its rows.
    """
    own = _group_of(run, path)
    place = Place(path, row if own and own == group else None)
    if place not in run.behind:
        run.behind[place] = ()  # what reads itself has nothing more behind it
        run.behind[place] = tuple(dict.fromkeys(_found(run, place, own)))
    return run.behind[place]


def _found(run: Run, place: Place, group: str) -> Iterator[Place | None]:
    """Find the data behind a value; the index of a series is a number that the rule makes."""
    path, row = place
    if path in run.calculator.series:
        return
    if path in run.data and path not in run.fixed:
        rows = _rows(run, group, row)
        yield from (Place(path, at) for at in rows if _is_there(run, path, at))
        return
    tiers = run.calculator.reads.get(path, ())
    if len(tiers) < 2:
        read = tiers[0] if tiers else ()
        yield from (datum for name in read for datum in _data(run, name, row, group))
        return
    chosen = run.tiers.get(place)
    if chosen is not None:
        yield from [d for name in tiers[chosen] for d in _data(run, name, row, group)] or [None]


def _group_of(run: Run, path: str) -> str:
    datum = run.data.get(path)
    if datum is not None:
        return datum.group
    groups = run.calculator.groups
    return next((group for group in groups if f"{path}.".startswith(f"{group}.")), "")


def _rows(run: Run, group: str, row: int | None) -> tuple[int | None, ...]:
    """Give the rows that are meant: the one at hand, else all of the group."""
    if not group:
        return (None,)
    return (row,) if row is not None else tuple(range(len(run.row_values.get(group, ()))))


def _is_there(run: Run, path: str, row: int | None) -> bool:
    """Tell whether a datum took part: given where it is asked for, or taken from its default."""
    return Place(path, row) in run.collected


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
    for contribution, value in weighted:
        evidence = evidence_of(run, contribution)
        primary += abs(value) if evidence.primary else 0.0
        weights = zip(run.calculator.weights, evidence.levels, strict=True)
        score += abs(value) * sum(weight * level for weight, level in weights)
    scored = score / whole if run.calculator.weights else None
    return {"primary_share": primary / whole, "score": scored}
