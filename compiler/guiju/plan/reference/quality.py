"""Primary share and quality score, from the data behind each amount."""

from collections.abc import Mapping
from fractions import Fraction

from guiju.plan.model import Collect, Compute
from guiju.plan.reference.model import Place, State
from guiju.plan.reference.sums import size, total
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
    whole = size(added.values())
    if not whole:
        return None, None
    judged: dict[tuple[bool, Fraction], list[Fraction]] = {}
    for place, value in added.items():
        if place not in state.judged:
            state.judged[place] = _judged(state, indicators, place)
        judged.setdefault(state.judged[place], []).append(value)
    sizes = {judgement: size(values) for judgement, values in judged.items()}
    primary = total(value for (is_primary, _), value in sizes.items() if is_primary)
    score = total(value * level for (_, level), value in sizes.items())
    return primary / whole, score / whole if indicators else None


def _judged(state: State, indicators: tuple[Indicator, ...], place: Place) -> tuple[bool, Fraction]:
    """Judge an amount by the worst of the data behind it: are they primary, the weighted level."""
    found = [_single(state, indicators, datum) for datum in _behind(state, place)]
    levels = [max(column) for column in zip(*(levels for _, levels in found), strict=True)]
    if not found:
        levels = [1 for _ in indicators]
    weighted = (i.weight * level for i, level in zip(indicators, levels, strict=True))
    return all(primary for primary, _ in found), sum(weighted, Fraction(0))


def _single(state: State, indicators: tuple[Indicator, ...], place: Place | None) -> Judged:
    """Judge one datum; None, or a default, is the worst."""
    given = state.reading.about.get(GivenPlace(*place)) if place is not None else None
    if given is None or place in state.defaults:
        return False, tuple(len(i.levels) for i in indicators)
    primary = given.quality in ("primary", "site")
    usual = [1 if primary else len(i.levels) for i in indicators]
    pairs = zip(indicators, usual, strict=True)
    return primary, tuple(given.levels.get(i.name, level) for i, level in pairs)


def _behind(state: State, place: Place) -> list[Place | None]:
    """Give the places of the data behind a value; None for a tier that rests on no data."""
    if place not in state.behind:
        state.behind[place] = list(dict.fromkeys(_found(state, place)))
    return state.behind[place]


def _found(state: State, place: Place) -> list[Place | None]:
    rows = _rows(state, place)
    if rows != [place]:
        return [found for at in rows for found in _behind(state, at)]
    step = state.outline.steps.get(place[0])
    if isinstance(step, Collect):
        return [place] if _took_part(state, place) else []
    if not isinstance(step, Compute):
        return []
    value = step.value
    if not isinstance(value, typed.Preferred) or len(value.tiers) < 2:
        return _behind_all(state, value, place)
    tier = state.tiers.get(place)
    if tier is None:
        return []
    return _behind_all(state, value.tiers[tier][0], place) or [None]


def _behind_all(state: State, value: Expression, place: Place) -> list[Place | None]:
    """Give the data behind what a formula reads: in the row at hand, or in all of another group."""
    group = state.group_of(place[0])
    known, formula = state.outline.reads, (place[0], state.tiers.get(place))
    if formula not in known:
        read = (r.path for r in typed.readings(value) if isinstance(r, typed.Reading))
        known[formula] = tuple(read)
    inside = (
        (path, place[1] if group and state.group_of(path) == group else None)
        for path in known[formula]
    )
    return [found for at in inside for found in _behind(state, at)]


def _rows(state: State, place: Place) -> list[Place]:
    """Give the row that is meant, or all rows of the group."""
    path, row = place
    group = state.group_of(path)
    if not group:
        return [(path, None)]
    return [place] if row is not None else [(path, r) for r in range(state.counts.get(group, 0))]


def _took_part(state: State, place: Place) -> bool:
    if place in state.defaults:
        return True
    asked = place not in state.left_out and state.values.get(place) is not None
    return asked and GivenPlace(*place) in state.reading.about
