"""The uncertainty of a value: stated beside it, by the standard, or by its levels of quality."""

import math
from collections.abc import Iterable, Sequence

from guiju_runtime.data_model import Datum, Indicator
from guiju_runtime.given import Given
from guiju_runtime.spread import HALF_OF_95, Spread, Stated


def uncertainty_of(
    datum: Datum, given: Given | None, indicators: Sequence[Indicator]
) -> Spread | None:
    """Give the uncertainty of a number: its own, else that of the standard, else by its levels.

    Args:
        given: what the declaration says of it; None for a default.

    Returns:
        None for a value that is taken as exact, and for what is no number.
    """
    if datum.kind != "number":
        return None
    return distribution(stated_of(datum, given), levels_of(given, indicators), indicators)


def stated_of(datum: Datum, given: Given | None) -> Stated | None:
    """Give what is stated of a value: beside it, else by the standard."""
    return (given.uncertainty if given is not None else None) or datum.spread


def is_without_class(datum: Datum, given: Given | None, indicators: Sequence[Indicator]) -> bool:
    """Tell whether nobody says how good a number is, so that it counts as the last level."""
    if datum.kind != "number" or given is None or given.quality:
        return False
    known = isinstance(stated_of(datum, given), Spread)
    return not (known or all(i.name in given.levels for i in indicators))


def levels_of(given: Given | None, indicators: Sequence[Indicator]) -> tuple[int, ...]:
    """Give the level of a value by each indicator, 1 is the best.

    One that is not stated is 1 for primary and site data, else the last; None stands for a default.
    """
    primary = given is not None and given.quality in ("primary", "site")
    stated = given.levels if given is not None else {}
    return tuple(stated.get(i.name, 1 if primary else len(i.levels)) for i in indicators)


def distribution(
    stated: Stated | None, levels: Sequence[int], indicators: Sequence[Indicator]
) -> Spread | None:
    """Give the distribution that is stated, or what the levels and a basic uncertainty make.

    Returns:
        None where nothing makes the value uncertain.
    """
    if isinstance(stated, Spread):
        return stated
    pairs = zip(levels, indicators, strict=True)
    factors = [indicator.spreads[level - 1] for level, indicator in pairs]
    return by_factors(factors if stated is None else [stated.factor, *factors])


def of_factor(stated: Stated | None) -> Spread | None:
    """Give the distribution of an emission factor, which has no levels."""
    return distribution(stated, (), ())


def by_factors(factors: Iterable[float]) -> Spread | None:
    """Combine squared geometric standard deviations; None where they add nothing.

    Returns:
        A lognormal by the factor g that holds 95 % of the values: ln g = 1.959964 · σ.

    Source:
        Pedigree matrix of ecoinvent 2: GSD² = exp √(ln² U_b + Σ ln² U_i) with the basic uncertainty
        U_b and the factors U_i of the levels, σ of the logarithm = ½ · ln GSD². GSD² is g with
        1.959964 rounded to 2.
    """
    sigma = math.hypot(*map(math.log, factors)) / 2
    return Spread("lognormal", (math.exp(HALF_OF_95 * sigma),)) if sigma else None
