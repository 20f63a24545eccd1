"""Ends and median of a result of which three moments are known, for many results at once."""

import numpy as np

from guiju.sureness.distributions import Floats, Z

NO_SKEW = 1e-9
STEPS = 60


def fitted(mean: Floats, variance: Floats, third: Floats) -> tuple[Floats, Floats, Floats]:
    """Give low end, median and high end of the shifted lognormals that have these moments.

    Without skewness it is the normal.

    Args:
        mean, variance, third: mean, variance and third central moment; shape (results,).

    Returns:
        Below the first lie 2.5 %, below the second half, above the third 2.5 %; shape (results,).
    """
    deviation = np.sqrt(variance)
    with np.errstate(all="ignore"):
        skewness = np.where(deviation > 0, third / deviation**3, 0.0)
        skew = np.abs(skewness) >= NO_SKEW
        grown = _grown(np.where(skew, np.abs(skewness), 1.0))
        sigma = np.sqrt(np.log1p(grown))
        scale = deviation / np.sqrt(grown * (1 + grown))
    side = np.copysign(1.0, skewness)
    centre = scale * np.sqrt(1 + grown)
    ends = np.stack(
        [
            np.where(skew, mean + side * (scale * np.exp(sigma * z) - centre), mean + z * deviation)
            for z in (-Z, 0.0, Z)
        ]
    )
    low, median, high = np.sort(ends, axis=0)
    return low, median, high


def _grown(skewness: Floats) -> Floats:
    """Solve x (x + 3)² = skewness² for x = exp σ² - 1, coming down from above."""
    squared = skewness * skewness
    found = np.minimum(squared / 9, squared ** (1 / 3))
    for _ in range(STEPS):
        step = (found * (found + 3) ** 2 - squared) / ((found + 3) ** 2 + 2 * found * (found + 3))
        found = np.where(np.abs(step) > 1e-16 * found, found - step, found)
    return found
