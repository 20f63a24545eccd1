"""Evaluate the named values of a rule book, step by step."""

from collections.abc import Iterator

from guiju.plan.model import Collect, Compute, Series
from guiju.plan.reference.attempts import attempt, holds, passes, tried
from guiju.plan.reference.formulas import first_tier, value_of
from guiju.plan.reference.model import Missing, Place, State, Stopped, Value, no_value
from guiju.plan.reference.series import make_rows
from guiju_dsl.standard.expressions import Expression, Preferred
from guiju_dsl.standard.model import Provision, RuleBook
from guiju_runtime.calculation_codes import NOT_COMPUTABLE, OUTSIDE_LIMIT, UNUSED_DATUM
from guiju_runtime.codes import MISSING_DATUM
from guiju_runtime.data_model import Datum
from guiju_runtime.given import INVALID


def evaluate_values(state: State, book: RuleBook, data: dict[str, Datum]) -> None:
    """Evaluate every step of the plan of ``book``, then what processes as a whole require."""
    own = {f.path: f.only_when for f in book.formulas} | {d.path: d.only_when for d in book.data}
    guards = state.outline.guards
    state.counts = {group: len(rows) for group, rows in state.reading.rows.items()}
    for step in state.plan.steps:
        runs = _runs(state, step.process, guards.get(step.process))
        if isinstance(step, Series):
            make_rows(state, step, runs)
        else:
            for place in _places(state, step, runs):
                state.values[place] = _value(state, step, place, runs, own[step.path], data)
        for limit in state.outline.after.get(step.path, ()):
            _test(state, limit)
    for process, guard in guards.items():
        _runs(state, process, guard)
    for limit in state.outline.limits:
        if limit.place in guards.keys() - state.idle:
            _require(state, limit)


def _runs(state: State, process: str, guard: Expression | None) -> bool | None:
    """Tell whether a process runs; None if nobody can know."""
    applies = holds(state, guard, (process, None))
    if applies is not True:
        state.idle.add(process)
    if applies is None:
        state.unknown.add(process)
    return applies


def _places(state: State, step: Collect | Compute, runs: bool | None) -> Iterator[Place]:
    """Give the places of a step: every row of its group."""
    if not step.group:
        yield step.path, None
        return
    if runs is not True:
        _note_unused_rows(state, step, runs)
        state.counts[step.group] = 0
    for row in range(state.counts.get(step.group, 0)):
        yield step.path, row


def _note_unused_rows(state: State, step: Collect | Compute, runs: bool | None) -> None:
    for row in range(len(state.reading.rows.get(step.group, ()))):
        if runs is False and isinstance(step, Collect):
            _note_unused(state, (step.path, row))


def _note_unused(state: State, place: Place) -> None:
    value = _collected(state, place)
    if value is not None and not no_value(value):
        state.found.add((UNUSED_DATUM.id, state.shown(place)))


def _collected(state: State, place: Place) -> Value:
    path, row = place
    if row is None:
        return state.reading.values.get(path)
    group = state.group_of(path)
    return state.reading.rows[group][row].get(path[len(group) + 1 :])


def _value(
    state: State,
    step: Collect | Compute,
    place: Place,
    runs: bool | None,
    guard: Expression | None,
    data: dict[str, Datum],
) -> Value:
    """Give the value of a step at one place."""
    if step.group in state.countless:
        return INVALID
    applies = holds(state, guard, place) if runs else runs
    if applies is None:
        return INVALID
    if not applies:
        if isinstance(step, Collect):
            _note_unused(state, place)
        return _left_out(state, step, place)
    if isinstance(step, Compute):
        return _computed(state, step, place)
    value = _collected(state, place)
    value = _missing(state, step, place, data[step.path]) if value is None else value
    return _left_out(state, step, place) if value is None else value


def _computed(state: State, step: Compute, place: Place) -> Value:
    """Evaluate a formula; of a formula with tiers note the one taken."""

    def value() -> Value:
        if not isinstance(step.value, Preferred):
            return value_of(step.value, state, place[1])
        state.tiers[place], found = first_tier(step.value, state, place[1])
        return found

    try:
        return tried(state, place, value)
    except Stopped:
        return INVALID
    except Missing:
        if not step.zero_if_absent and step.path in state.outline.optional:
            return None
        state.found.add((NOT_COMPUTABLE.id, state.shown(place)))
        return INVALID


def _left_out(state: State, step: Collect | Compute, place: Place) -> Value:
    if not step.zero_if_absent:
        return None
    state.left_out.add(place)
    return 0


def _missing(state: State, step: Collect, place: Place, datum: Datum) -> Value:
    """Give what stands for a datum that was not given."""
    if step.default is not None:
        state.defaults.add(place)
        return attempt(state, step.default, place)
    if datum.needed == "when":
        state.found.add((MISSING_DATUM.id, state.shown(place)))
    return None if datum.needed == "never" else INVALID


def _test(state: State, limit: Provision) -> None:
    """Test a limit of a value; what is outside of it has no value."""
    condition = limit.condition
    assert condition is not None
    group = state.group_of(limit.tested)
    for row in range(state.counts.get(group, 0)) if group else (None,):
        place = limit.tested, row
        value = state.values.get(place)
        if value is None or no_value(value) or place in state.left_out:
            continue
        if passes(state, condition, place, row) is False:
            state.found.add((OUTSIDE_LIMIT.id, state.shown(place)))
            state.values[place] = INVALID


def _require(state: State, limit: Provision) -> None:
    if limit.condition is not None:
        place = (limit.place, None)
        if passes(state, limit.condition, place, None) is False:
            state.found.add((OUTSIDE_LIMIT.id, limit.place))
            state.unknown.add(limit.place)
