"""First-order uncertainty: exact derivatives, moments of the inputs, contribution to variance.

cfp(x) ≈ cfp(x₀) + Σ ∂cfp/∂x · (x - x₀): independent inputs, so variances and third moments add up.
A factor enters a footprint linearly: for one uncertain factor the interval is exact.

Source:
    Heijungs 2010, sensitivity coefficients for matrix-based LCA: var(h) = Σ (∂h/∂p)² var(p).
"""

import math

import numpy as np
from msgspec import Struct

from guiju.sureness.analysis import Analysed, Analysis
from guiju.sureness.distributions import Moments, moments, quantiles
from guiju.sureness.fitting import fitted
from guiju.tape.derivatives import derivatives

LEVEL = 0.95
ENDS = (0.025, 0.5, 0.975)


class Contribution(Struct, frozen=True, kw_only=True):
    """What one input adds to the variance of a footprint, as a ratio of the whole."""

    input: Analysed
    derivative: float
    share: float


class Interval(Struct, frozen=True, kw_only=True):
    """Where a footprint lies [kgCO2e per unit of the product].

    Attributes:
        value: as declared.
        low: below which 2.5 % lie; ``high`` above which 2.5 % lie.
    """

    value: float
    mean: float
    deviation: float
    median: float
    low: float
    high: float


class Analytic(Struct, frozen=True, kw_only=True):
    """First-order uncertainty of one footprint; ``contributions`` the largest first."""

    interval: Interval
    contributions: tuple[Contribution, ...]


def analytic(analysis: Analysis, product: str) -> Analytic:
    """Give the first-order uncertainty of the footprint of ``product``."""
    cfp = analysis.footprint(product)
    by_name = derivatives(analysis.single.tape, analysis.values, analysis.products[product])
    moved = [
        (one, by_name.get(one.name, 0.0), moments(one.value, one.spread))
        for one in analysis.inputs
        if one.spread is not None
    ]
    variances = [slope * slope * own.variance for _, slope, own in moved]
    whole = math.fsum(variances)
    contributions = tuple(
        Contribution(input=one, derivative=slope, share=variance / whole if whole else 0.0)
        for (one, slope, _), variance in zip(moved, variances, strict=True)
    )
    combined = Moments(
        mean=cfp + math.fsum(slope * (own.mean - one.value) for one, slope, own in moved),
        variance=whole,
        third=math.fsum(slope**3 * own.third for _, slope, own in moved),
    )
    alone = [c for c in contributions if c.share > 0]
    ends = _of_one(cfp, alone[0]) if len(alone) == 1 else _fitted(combined)
    low, median, high = ends
    return Analytic(
        interval=Interval(
            value=cfp,
            mean=combined.mean,
            deviation=math.sqrt(whole),
            median=median,
            low=low,
            high=high,
        ),
        contributions=tuple(sorted(contributions, key=lambda c: -c.share)),
    )


def _of_one(cfp: float, only: Contribution) -> tuple[float, float, float]:
    """Give the ends and the median where one input has all the variance: from its own quantiles."""
    spread = only.input.spread
    assert spread is not None
    found = quantiles(only.input.value, spread, np.array(ENDS))
    low, median, high = sorted(
        cfp + only.derivative * (float(value) - only.input.value) for value in found
    )
    return low, median, high


def _fitted(own: Moments) -> tuple[float, float, float]:
    """Give the ends and the median of the shifted lognormal that has these three moments."""
    moved = (np.array([moment]) for moment in (own.mean, own.variance, own.third))
    low, median, high = (float(end[0]) for end in fitted(*moved))
    return low, median, high
