"""Primary share and quality score, from the data behind each amount."""

from collections.abc import Mapping
from fractions import Fraction

from guiju.plan.model import Collect, Compute
from guiju.plan.reference.model import Place, State
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Indicator
from guiju_runtime.given import Place as GivenPlace

Judged = tuple[bool, tuple[int, ...]]
"""Whether data are primary, and their level by each indicator."""


def quality_of(
    state: State, indicators: tuple[Indicator, ...], added: Mapping[Place, Fraction]
) -> tuple[Fraction | None, Fraction | None]:
    """Give primary share and score of contributions by the place of their amount [kgCO2e]."""
    whole = sum((abs(value) for value in added.values()), Fraction(0))
    if not whole:
        return None, None
    primary = score = Fraction(0)
    for place, value in added.items():
        is_primary, levels = _judged(state, indicators, place)
        primary += abs(value) if is_primary else 0
        weighted = zip(indicators, levels, strict=True)
        score += abs(value) * sum((i.weight * level for i, level in weighted), Fraction(0))
    return primary / whole, score / whole if indicators else None


def _judged(state: State, indicators: tuple[Indicator, ...], place: Place) -> Judged:
    """Judge an amount by the worst of the data behind it."""
    found = [_single(state, indicators, datum) for datum in _behind(state, place, set())]
    levels = [max(column) for column in zip(*(levels for _, levels in found), strict=True)]
    if not found:
        levels = [1 for _ in indicators]
    return all(primary for primary, _ in found), tuple(levels)


def _single(state: State, indicators: tuple[Indicator, ...], place: Place | None) -> Judged:
    """Judge one datum; None, or a default, is the worst."""
    given = state.reading.about.get(GivenPlace(*place)) if place is not None else None
    if given is None or place in state.defaults:
        return False, tuple(len(i.levels) for i in indicators)
    primary = given.quality in ("primary", "site")
    usual = [1 if primary else len(i.levels) for i in indicators]
    pairs = zip(indicators, usual, strict=True)
    return primary, tuple(given.levels.get(i.name, level) for i, level in pairs)


def _behind(state: State, place: Place, seen: set[str]) -> list[Place | None]:
    """Give the places of the data behind a value; None for a tier that rests on no data."""
    path, row = place
    if path in seen:
        return []
    seen.add(path)
    step = next((step for step in state.plan.steps if step.path == path), None)
    if isinstance(step, Collect):
        return [at for at in _rows(state, place) if _took_part(state, at)]
    if not isinstance(step, Compute):
        return []
    value = step.value
    if not isinstance(value, typed.Preferred) or len(value.tiers) < 2:
        return _behind_all(state, value, row, seen)
    tier = state.tiers.get(state.place(path, row))
    if tier is None:
        return []
    return _behind_all(state, value.tiers[tier][0], row, seen) or [None]


def _behind_all(
    state: State, value: Expression, row: int | None, seen: set[str]
) -> list[Place | None]:
    read = [r.path for r in typed.readings(value) if isinstance(r, typed.Reading)]
    return [found for path in read for found in _behind(state, (path, row), seen)]


def _rows(state: State, place: Place) -> list[Place]:
    """Give the row that is meant, or all rows of the group."""
    path, row = place
    group = state.group_of(path)
    if not group:
        return [(path, None)]
    return [place] if row is not None else [(path, r) for r in range(state.counts.get(group, 0))]


def _took_part(state: State, place: Place) -> bool:
    return GivenPlace(*place) in state.reading.about or place in state.defaults
