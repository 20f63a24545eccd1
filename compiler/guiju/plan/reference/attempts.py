"""Evaluate a formula at a place, and note what stops it."""

from collections.abc import Callable

from guiju.plan.reference.formulas import value_of
from guiju.plan.reference.model import (
    Missing,
    NoTableRow,
    Place,
    State,
    Stopped,
    Value,
    is_finite,
    is_number,
    no_value,
)
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculation_codes import DIVISION_BY_ZERO, NO_FACTOR_ROW, NOT_COMPUTABLE
from guiju_runtime.given import INVALID


def tried(state: State, place: Place, formula: Callable[[], Value]) -> Value:
    """Give a value.

    Raises:
        Stopped: something has no value, or a fault was found here.
        Missing: something was not given.
    """
    try:
        value = formula()
    except ZeroDivisionError:
        code = DIVISION_BY_ZERO
    except NoTableRow:
        code = NO_FACTOR_ROW
    except (ValueError, OverflowError):
        code = NOT_COMPUTABLE
    else:
        if not is_number(value) or is_finite(value):
            return value
        code = NOT_COMPUTABLE
    state.found.add((code.id, state.shown(place)))
    raise Stopped


def attempt(state: State, node: Expression, place: Place, *, optional: bool = False) -> Value:
    """Give the value of ``node``; INVALID where it has none, None for what may be absent."""
    return caught(state, place, lambda: value_of(node, state, place[1]), optional=optional)


def caught(
    state: State, place: Place, formula: Callable[[], Value], *, optional: bool = False
) -> Value:
    """Give a value; INVALID where there is none, None for what may be absent."""
    try:
        return tried(state, place, formula)
    except Stopped:
        return INVALID
    except Missing:
        if optional:
            return None
        state.found.add((NOT_COMPUTABLE.id, state.shown(place)))
        return INVALID


def number(state: State, node: Expression, place: Place) -> Value:
    """Give a number exactly, None where it has no value."""
    value = attempt(state, node, place)
    return None if no_value(value) else value


def holds(state: State, node: Expression | None, place: Place) -> bool | None:
    """Tell whether a condition holds: not where what decides is absent, None without value."""
    try:
        return node is None or bool(tried(state, place, lambda: value_of(node, state, place[1])))
    except Missing:
        return False
    except Stopped:
        return None


def passes(state: State, node: Expression, place: Place, row: int | None) -> bool | None:
    """Tell whether a test holds, None where it cannot be made."""
    try:
        return bool(tried(state, place, lambda: value_of(node, state, row)))
    except (Missing, Stopped):
        return None
