"""Make the rows of a series exactly."""

from fractions import Fraction

from guiju.plan.model import Series
from guiju.plan.reference.attempts import attempt
from guiju.plan.reference.model import State, Value, no_value
from guiju_runtime.calculation_codes import NOT_COUNTABLE
from guiju_runtime.given import INVALID
from guiju_runtime.series import MOST_ROWS, NEARLY_WHOLE


def make_rows(state: State, series: Series, runs: bool | None) -> None:
    """Make a row for each whole number from the low bound to the high one, none if idle."""
    state.counts[series.path] = 0
    if runs is not True:
        return
    place = (series.path, None)
    low, high = attempt(state, series.low, place), attempt(state, series.high, place)
    first, last = _whole(low), _whole(high)
    if first is None or last is None or last - first >= MOST_ROWS:
        if not no_value(low) and not no_value(high):
            state.found.add((NOT_COUNTABLE.id, series.path))
        state.countless.add(series.path)
        state.counts[series.path], state.values[series.path, 0] = 1, INVALID
        return
    state.counts[series.path] = max(0, last - first + 1)
    for row in range(state.counts[series.path]):
        state.values[series.path, row] = Fraction(first + row)


def _whole(bound: Value) -> int | None:
    """Give the whole number that a bound is, None if it is none."""
    if no_value(bound):
        return None
    nearest = round(bound)
    return nearest if abs(bound - nearest) <= Fraction(NEARLY_WHOLE) else None
