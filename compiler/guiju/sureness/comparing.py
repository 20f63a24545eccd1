"""Two results beside each other: what both read is off by as much in both.

Over common draws, or to first order, where the effects of what both read are taken off each other.
"""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from guiju.batch.block import Floats
from guiju.sureness.analysis import Analysis
from guiju.sureness.analytic import effects
from guiju.sureness.effects import differences, total
from guiju.sureness.montecarlo import Drawn

BETWEEN = ("difference.median", "difference.low", "difference.high", "probability_less")
"""Of a footprint beside another one: itself less the other, and how surely it is less than that."""


class Compared(Struct, frozen=True, kw_only=True):
    """Two footprints beside each other.

    Attributes:
        less: probability that the first is less than the second.
        difference: second less first: median, low and high end of 95 % [kgCO2e].
        draws: in which both have a value; None of the first-order way.
    """

    less: float
    difference: tuple[float, float, float]
    draws: int | None


def compared(first: Drawn, second: Drawn) -> Compared:
    """Compare the first products of two declarations, draw by draw."""
    one, other = (next(iter(found.footprints.values())) for found in (first, second))
    return compared_draws(one, other)


def compared_draws(first: Floats, second: Floats) -> Compared:
    """Compare two results over common draws, those without value left out."""
    apart = second - first
    apart = apart[~np.isnan(apart)]
    less = (apart > 0).mean() + (apart == 0).mean() / 2 if len(apart) else np.nan
    ends = np.quantile(apart, (0.5, 0.025, 0.975)) if len(apart) else [np.nan] * 3
    median, low, high = (float(end) for end in ends)
    return Compared(less=float(less), difference=(median, low, high), draws=len(apart))


def compared_to_first_order(first: Analysis, second: Analysis) -> Compared:
    """Compare the first products of two declarations by derivatives."""
    pairs = [(one, next(iter(one.products))) for one in (first, second)]
    one, other = (effects(*pair) for pair in pairs)
    apart = np.array([second.footprint(pairs[1][1]) - first.footprint(pairs[0][1])])
    found = total(apart, differences(one, other))
    median, low, high = (float(end[0]) for end in (found.median, found.low, found.high))
    return Compared(less=float(found.positive[0]), difference=(median, low, high), draws=None)


def put(room: Mapping[str, Floats], at: int, found: Compared) -> None:
    """Put a comparison in the columns of ``BETWEEN``: of the second footprint beside the first."""
    for column, value in zip(room.values(), (*found.difference, 1 - found.less), strict=True):
        column[at] = value
