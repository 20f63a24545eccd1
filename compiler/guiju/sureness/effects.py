"""What inputs that may be off do to a result, to first order; of many declarations at once.

To first order a result is off by the sum of what each input does. What two results read is off by
as much in both, so what it does to their difference is the difference of what it does to each.

Source:
    Heijungs 2010, sensitivity coefficients for matrix-based LCA: var(h) = Σ (∂h/∂p)² var(p).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.found import Numbers
from guiju.sureness.distributions import SpreadsOfKind, moments, quantiles
from guiju.sureness.fitting import fitted, positive
from guiju_runtime.spread import Spread

ENDS = (0.025, 0.5, 0.975)
SCALING = ("normal", "lognormal")
"""Distributions that grow with their value."""


class Effect(Struct, frozen=True, kw_only=True):
    """What one input does to a result, or one input in each row of a group.

    Attributes:
        mean: by how much it moves the mean; shape (declarations,) or (rows,).
        deviation: standard deviation, with the sign of the derivative.
        third: third central moment.
        ends: by how much the result moves where 2.5, 50 and 97.5 % of the input lie below.
        owner: number of the declaration of each row, None outside groups.
    """

    mean: Floats
    deviation: Floats
    third: Floats
    ends: Floats
    owner: Numbers | None


def effect(
    slope: Floats,
    value: Floats,
    spread: Spread | SpreadsOfKind,
    there: Truths,
    owner: Numbers | None = None,
) -> Effect:
    """Give what an input does of which the result has the derivative ``slope``.

    Args:
        spread: of all values, or of each its own.
        there: where it has a value at all.
    """
    size: Any = 1.0
    if spread.kind in SCALING:
        size = value
    own = moments(1.0, spread)
    slope = np.where(there, slope, 0.0)
    level = quantiles(1.0, spread, np.array(ENDS)[:, np.newaxis])
    return Effect(
        mean=slope * (size * own.mean - value),
        deviation=slope * size * np.sqrt(own.variance),
        third=(slope * size) ** 3 * own.third,
        ends=slope * (level * size - value),
        owner=owner,
    )


def less(first: Effect, second: Effect) -> Effect:
    """Give what one input does to the second result less the first: its quantiles go together."""
    deviation = second.deviation - first.deviation
    skews = np.stack([_skewness(first), _skewness(second)])
    known = (np.stack([first.deviation, second.deviation]) != 0).sum(axis=0)
    skew = skews.sum(axis=0) / np.maximum(known, 1)
    return Effect(
        mean=second.mean - first.mean,
        deviation=deviation,
        third=deviation**3 * skew,
        ends=second.ends - first.ends,
        owner=second.owner,
    )


def _skewness(one: Effect) -> Floats:
    with np.errstate(all="ignore"):
        return np.where(one.deviation != 0, one.third / one.deviation**3, 0.0)


def together(one: Effect, other: Effect) -> Effect:
    """Give what a datum does that is given in some declarations, and a default in the others."""
    return Effect(
        mean=one.mean + other.mean,
        deviation=one.deviation + other.deviation,
        third=one.third + other.third,
        ends=one.ends + other.ends,
        owner=one.owner,
    )


def reversed_effect(one: Effect) -> Effect:
    """Give what an input does to the result that this one is taken off from."""
    return Effect(
        mean=-one.mean,
        deviation=-one.deviation,
        third=-one.third,
        ends=-one.ends,
        owner=one.owner,
    )


def differences(first: Mapping[str, Effect], second: Mapping[str, Effect]) -> Iterable[Effect]:
    """Give what the inputs of two results do to the second less the first, by their names."""
    for name, one in second.items():
        yield less(first[name], one) if name in first else one
    for name, one in first.items():
        if name not in second:
            yield reversed_effect(one)


class Total(Struct, frozen=True, kw_only=True):
    """A result with all that its inputs do; shape (declarations,).

    Attributes:
        low: below which 2.5 % lie; ``high`` above which 2.5 % lie.
        inputs: how many have an effect.
        positive: probability that it is greater than 0.
    """

    mean: Floats
    deviation: Floats
    low: Floats
    median: Floats
    high: Floats
    inputs: Floats
    positive: Floats


def total(value: Floats, effects: Iterable[Effect]) -> Total:
    """Add up what inputs do to a result, ``value`` as declared.

    Where one input has all the variance, ends and median are those of its own quantiles.
    """
    size = len(value)
    mean, variance, third, inputs = value.copy(), *(np.zeros(size) for _ in range(3))
    alone = np.zeros((len(ENDS), size))
    for one in effects:
        mean += _of(one.mean, one, size)
        variance += _of(one.deviation**2, one, size)
        third += _of(one.third, one, size)
        inputs += _of(one.deviation != 0, one, size)
        for end, part in zip(alone, np.where(one.deviation != 0, one.ends, 0.0), strict=True):
            end += _of(part, one, size)
    ends = fitted(mean, variance, third)
    own = np.sort(value + alone, axis=0)
    low, median, high = np.where(inputs == 1, own, ends)
    return Total(
        mean=mean,
        deviation=np.sqrt(variance),
        low=low,
        median=median,
        high=high,
        inputs=inputs,
        positive=positive(mean, variance, third),
    )


def _of(part: Any, one: Effect, size: int) -> Floats:
    """Sum up the rows of each declaration."""
    if one.owner is None:
        return np.asarray(part, dtype=np.float64)
    summed = np.bincount(one.owner, weights=part, minlength=size)[:size]
    return summed.astype(np.float64, copy=False)
