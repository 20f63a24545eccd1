"""First-order uncertainty: exact derivatives, moments of the inputs, contribution to variance.

cfp(x) ≈ cfp(x₀) + Σ ∂cfp/∂x · (x - x₀): independent inputs, so variances and third moments add up.
A factor enters a footprint linearly: for one uncertain factor the interval is exact.

Source:
    Heijungs 2010, sensitivity coefficients for matrix-based LCA: var(h) = Σ (∂h/∂p)² var(p).
"""

import math

import numpy as np
from msgspec import Struct

from guiju.inputs import Input
from guiju.sureness.analysis import Analysed, Analysis
from guiju.sureness.effects import Effect, effect, total
from guiju.sureness.naming import name_of
from guiju.tape.derivatives import derivatives

LEVEL = 0.95


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
    moved = _moved(analysis, product)
    variances = [float(own.deviation[0]) ** 2 for _, _, own in moved]
    whole = math.fsum(variances)
    contributions = tuple(
        Contribution(input=one, derivative=slope, share=variance / whole if whole else 0.0)
        for (one, slope, _), variance in zip(moved, variances, strict=True)
    )
    found = total(np.array([cfp]), [own for _, _, own in moved])
    return Analytic(
        interval=Interval(
            value=cfp,
            mean=float(found.mean[0]),
            deviation=float(found.deviation[0]),
            median=float(found.median[0]),
            low=float(found.low[0]),
            high=float(found.high[0]),
        ),
        contributions=tuple(sorted(contributions, key=lambda c: -c.share)),
    )


def _moved(analysis: Analysis, product: str) -> list[tuple[Analysed, float, Effect]]:
    """Give each uncertain input with its derivative and what it does to a footprint."""
    by_name = derivatives(analysis.single.tape, analysis.values, analysis.products[product])
    known, found = np.ones(1, dtype=np.bool_), []
    for one in analysis.inputs:
        if one.spread is not None:
            slope = by_name.get(one.name, 0.0)
            own = effect(np.array([slope]), np.array([one.value]), one.spread, known)
            found.append((one, slope, own))
    return found


def effects(analysis: Analysis, product: str) -> dict[str, Effect]:
    """Give what uncertain inputs do to a footprint, by the names of their draws."""
    return {name_of(analysis, one): own for one, _, own in _moved(analysis, product)}


def effects_of_inputs(analysis: Analysis, product: str) -> list[tuple[Input, Effect]]:
    """Give the uncertain inputs of a footprint, each with what it does to it."""
    return [(one.known, own) for one, _, own in _moved(analysis, product)]
