"""Distributions of a value: mean, variance and third moment, quantiles, draws.

An input is a value as declared with a spread. 95 % of a normal lie within value ± ratio · value,
95 % of a lognormal within the value ÷ g and × g, of which the value is the median; so σ = ratio ·
value / z and σ of the logarithm = ln g / z, with z = 1.959964, the 97.5 % quantile of the normal.
"""

import math
from functools import cache
from statistics import NormalDist
from typing import Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from guiju_runtime.spread import Spread, SpreadKind

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]
Z: Final = 1.959963984540054
"""97.5 % quantile of the standard normal."""


class Moments(Struct, frozen=True, kw_only=True):
    """Of one input, or of many: mean, variance, third central moment [powers of its unit]."""

    mean: Any
    variance: Any
    third: Any


class SpreadsOfKind(Struct, frozen=True, kw_only=True):
    """The uncertainties of many values, each of its own parameters; as ``Spread`` is of one."""

    kind: SpreadKind
    parameters: tuple[Floats, ...]


def moments(value: Any, spread: Spread | SpreadsOfKind) -> Moments:
    """Give the moments of an input, or of many.

    Source:
        Lognormal: mean = median · exp(σ²/2), variance = mean² · (exp σ² - 1), skewness =
        (exp σ² + 2) · √(exp σ² - 1). Uniform: (b - a)²/12. Triangular: (a² + m² + b² - am -
        ab - mb)/18.
    """
    parameters: tuple[Any, ...] = spread.parameters
    match spread.kind:
        case "normal":
            return Moments(mean=value, variance=(parameters[0] * value / Z) ** 2, third=0.0)
        case "lognormal":
            return _lognormal(value, np.log(parameters[0]) / Z)
        case "uniform":
            low, high = parameters
            return Moments(mean=(low + high) / 2, variance=(high - low) ** 2 / 12, third=0.0)
        case "triangular":
            return _triangular(*parameters)


def _lognormal(median: Any, sigma: Any) -> Moments:
    grown = np.expm1(sigma * sigma)
    mean = median * np.exp(sigma * sigma / 2)
    variance = mean * mean * grown
    third = (grown + 3) * np.sqrt(grown) * variance * np.sqrt(variance)
    return Moments(mean=mean, variance=variance, third=np.copysign(third, median))


def _triangular(low: Any, mode: Any, high: Any) -> Moments:
    product = low * low + mode * mode + high * high - low * mode - low * high - mode * high
    third = (low + high - 2 * mode) * (2 * low - high - mode) * (low - 2 * high + mode) / 270
    return Moments(mean=(low + mode + high) / 3, variance=product / 18, third=third)


def quantiles(value: float, spread: Spread | SpreadsOfKind, uniform: Floats) -> Floats:
    """Give the values below which ``uniform``, ratios between 0 and 1, of the distribution lie."""
    parameters: tuple[Any, ...] = spread.parameters
    found: Floats
    match spread.kind:
        case "normal":
            found = value + parameters[0] * value / Z * standard_normal(uniform)
        case "lognormal":
            found = value * np.exp(np.log(parameters[0]) / Z * standard_normal(uniform))
        case "uniform":
            low, high = parameters
            found = low + (high - low) * uniform
        case "triangular":
            found = _of_triangular(uniform, *parameters)
    return found


def _of_triangular(uniform: Floats, low: Any, mode: Any, high: Any) -> Floats:
    left = low + np.sqrt(uniform * (high - low) * (mode - low))
    right = high - np.sqrt((1 - uniform) * (high - low) * (high - mode))
    found: Floats = np.where(uniform * (high - low) < mode - low, left, right)
    return found


def draws(value: float, spread: Spread, source: np.random.Generator, size: int) -> Floats:
    """Draw ``size`` values."""
    if spread.kind == "normal":
        return value + spread.parameters[0] * value / Z * source.standard_normal(size)
    if spread.kind == "lognormal":
        found = source.standard_normal(size)
        found *= math.log(spread.parameters[0]) / Z
        np.exp(found, out=found)
        found *= value
        return found
    return quantiles(value, spread, source.random(size))


def standard_normal(uniform: Floats) -> Floats:
    """Give the quantiles of the standard normal; within 1e-10.

    Between nodes, even in the logarithm of the odds, a cubic has values and slopes of the quantile.
    """
    odds = np.log(uniform) - np.log1p(-uniform)
    scaled = np.minimum(np.abs(odds) / WIDTH, NODES - 1.000001)
    left = scaled.astype(np.int64)
    part = scaled - left
    whole = part * part * (3 - 2 * part)
    values, slopes = _nodes()
    found = values[left] * (1 - whole) + values[left + 1] * whole
    found += slopes[left] * (part * (1 - part) ** 2)
    found -= slopes[left + 1] * (part * part * (1 - part))
    signed: Floats = np.copysign(found, odds)
    return signed


WIDTH: Final = 0.01
NODES: Final = 4_000
"""Up to odds of e⁴⁰ to 1, beyond which no float can tell a ratio from 1."""


@cache
def _nodes() -> tuple[Floats, Floats]:
    """Give the quantile and its slope for each node."""
    normal = NormalDist()
    values, slopes = np.zeros(NODES + 1), np.zeros(NODES + 1)
    for at in range(NODES + 1):
        below = 1 / (1 + math.exp(at * WIDTH))
        values[at] = -normal.inv_cdf(below)
        slopes[at] = WIDTH * below * (1 - below) / normal.pdf(values[at])
    return values, slopes
