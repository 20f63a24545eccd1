"""Test the provisions of a standard."""

from collections.abc import Iterator

from guiju.plan.reference.attempts import passes
from guiju.plan.reference.model import Found, State
from guiju_dsl.standard.model import Provision
from guiju_runtime.calculation_codes import (
    RECOMMENDATION_NOT_MET,
    REQUIREMENT_NOT_MET,
    UNUSUAL_VALUE,
)

CODES = {
    "shall": REQUIREMENT_NOT_MET,
    "should": RECOMMENDATION_NOT_MET,
    "expect": UNUSUAL_VALUE,
}


def failures(state: State) -> set[Found]:
    """Give the provisions that do not hold, for every row that they are about."""
    return {found for provision in state.plan.provisions for found in _failures(state, provision)}


def _failures(state: State, provision: Provision) -> Iterator[Found]:
    condition = provision.condition
    if condition is None or provision.force not in CODES:
        return
    group = provision.group
    rows: list[int | None] = [*range(state.counts.get(group, 0))] if group else [None]
    path = provision.place or provision.path
    for row in rows:
        place = path, row if group and f"{path}.".startswith(f"{group}.") else None
        if passes(state, condition, place, row) is False:
            yield CODES[provision.force].id, state.shown(place)
