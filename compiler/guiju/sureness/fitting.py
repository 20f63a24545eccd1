"""A result of which three moments are known as a shifted lognormal; of many results at once.

Without skewness it is the normal.
"""

import math

import numpy as np
from msgspec import Struct

from guiju.sureness.distributions import Floats, Truths, Z

NO_SKEW = 1e-9
STEPS = 60


class _Shape(Struct, frozen=True, kw_only=True):
    """side · (scale · exp(σ z) - centre) beside the mean, z a standard normal."""

    skewed: Truths
    side: Floats
    sigma: Floats
    scale: Floats
    centre: Floats


def fitted(mean: Floats, variance: Floats, third: Floats) -> Floats:
    """Give low end, median and high end of the distributions that have these moments.

    Args:
        mean: of each result; shape (results,).
        variance: shape (results,).
        third: third central moment; shape (results,).

    Returns:
        Below the first lie 2.5 %, below the second half, above the third 2.5 %; (3, results).
    """
    deviation = np.sqrt(variance)
    with np.errstate(all="ignore"):
        own = _shape(deviation, third)
        ends = [
            np.where(
                own.skewed,
                mean + own.side * (own.scale * np.exp(own.sigma * z) - own.centre),
                mean + z * deviation,
            )
            for z in (-Z, 0.0, Z)
        ]
    return np.sort(np.stack(ends), axis=0)


def positive(mean: Floats, variance: Floats, third: Floats) -> Floats:
    """Give the probability that each result is greater than 0; half where it is always 0."""
    deviation = np.sqrt(variance)
    with np.errstate(all="ignore"):
        own = _shape(deviation, third)
        reached = (own.centre - own.side * mean) / own.scale
        level = np.where(reached > 0, np.log(np.maximum(reached, 0.0)) / own.sigma, -np.inf)
        normal = np.where(deviation > 0, -mean / deviation, -np.sign(mean) * np.inf)
        level = np.where(own.skewed, level * own.side, np.where(mean == 0, 0.0, normal))
    # a greater z gives a greater result on one side, a lesser one on the other
    return np.array([0.5 * math.erfc(one / math.sqrt(2)) for one in level.tolist()])


def _shape(deviation: Floats, third: Floats) -> _Shape:
    skewness = np.where(deviation > 0, third / deviation**3, 0.0)
    skewed = np.abs(skewness) >= NO_SKEW
    grown = _grown(np.where(skewed, np.abs(skewness), 1.0))
    scale = deviation / np.sqrt(grown * (1 + grown))
    return _Shape(
        skewed=skewed,
        side=np.copysign(1.0, skewness),
        sigma=np.sqrt(np.log1p(grown)),
        scale=scale,
        centre=scale * np.sqrt(1 + grown),
    )


def _grown(skewness: Floats) -> Floats:
    """Solve x (x + 3)² = skewness² for x = exp σ² - 1, coming down from above."""
    squared = skewness * skewness
    found = np.minimum(squared / 9, squared ** (1 / 3))
    for _ in range(STEPS):
        step = (found * (found + 3) ** 2 - squared) / ((found + 3) ** 2 + 2 * found * (found + 3))
        found = np.where(np.abs(step) > 1e-16 * found, found - step, found)
    return found
