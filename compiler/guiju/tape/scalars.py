"""The operations of a tape on single values, and a tape of single values evaluated."""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from guiju.tape.model import Payload, Tape

Scalar = float | bool | int
"""A number, yes or no, a place in the vocabulary."""


def over(left: float, right: float) -> float:
    """Divide as the processor does: by 0 is infinite, or no number."""
    if right:
        return left / right
    return math.nan if not left or left != left else math.copysign(math.inf, left)


def raised(left: float, right: float) -> float:
    """Raise to a power; what has no value is no number."""
    try:
        found = left**right
    except (ZeroDivisionError, OverflowError):
        return math.inf
    return found if isinstance(found, float) else math.nan


def _exp(value: float) -> float:
    try:
        return math.exp(value)
    except OverflowError:
        return math.inf


def rounded(value: float) -> float:
    """Round to a whole number, halves away from 0."""
    return math.copysign(math.floor(abs(value) + 0.5), value)


APPLIED: dict[str, Callable[..., Any]] = {
    "plus": lambda a, b: a + b,
    "minus": lambda a, b: a - b,
    "times": lambda a, b: a * b,
    "over": over,
    "min": min,
    "max": max,
    "abs": abs,
    "exp": _exp,
    "ln": lambda a: math.log(a) if a > 0 else math.nan,
    "sqrt": lambda a: math.sqrt(a) if a >= 0 else math.nan,
    "raised": raised,
    "round": rounded,
    "at_most": lambda a, b: a <= b,
    "less": lambda a, b: a < b,
    "same": lambda a, b: a == b,
    "both": lambda a, b: a and b,
    "either": lambda a, b: a or b,
    "inverse": lambda a: not a,
    "where": lambda a, b, c: b if a else c,
}
"""Operations value by value."""


def constant(payload: Payload) -> Scalar:
    """Give the value of a constant."""
    if isinstance(payload, Fraction):
        return payload.numerator / payload.denominator
    assert isinstance(payload, bool | int)
    return payload


def evaluated(tape: Tape, values: Mapping[str, float]) -> list[Scalar]:
    """Give the value of every node of a tape that has no rows, for one declaration.

    Args:
        values: what the tape reads, by name.
    """
    found: list[Scalar] = []
    for node in tape.nodes:
        if node.operation == "constant":
            found.append(constant(node.payload))
        elif node.operation == "value":
            found.append(values[str(node.payload)])
        else:
            found.append(APPLIED[node.operation](*(found[at] for at in node.arguments)))
    return found
