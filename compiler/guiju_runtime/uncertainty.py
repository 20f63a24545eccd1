"""The uncertainty of a value: stated beside it, by the standard, or by its levels of quality."""

import math
from collections.abc import Sequence

from guiju_runtime.data_model import Datum, Indicator
from guiju_runtime.given import Given
from guiju_runtime.spread import HALF_OF_95, Spread


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
    own = given.uncertainty if given is not None else None
    return own or datum.spread or by_levels(levels_of(given, indicators), indicators)


def is_without_class(datum: Datum, given: Given | None, indicators: Sequence[Indicator]) -> bool:
    """Tell whether nobody says how good a number is, so that it counts as the last level."""
    if datum.kind != "number" or given is None or given.quality or datum.spread is not None:
        return False
    stated = given.uncertainty is not None or all(i.name in given.levels for i in indicators)
    return not stated


def levels_of(given: Given | None, indicators: Sequence[Indicator]) -> tuple[int, ...]:
    """Give the level of a value by each indicator, 1 is the best.

    One that is not stated is 1 for primary and site data, else the last; None stands for a default.
    """
    primary = given is not None and given.quality in ("primary", "site")
    stated = given.levels if given is not None else {}
    return tuple(stated.get(i.name, 1 if primary else len(i.levels)) for i in indicators)


def by_levels(levels: Sequence[int], indicators: Sequence[Indicator]) -> Spread | None:
    """Combine what the levels add to the uncertainty; None where they add nothing.

    Returns:
        A lognormal by the factor g that holds 95 % of the values: ln g = 1.959964 · σ.

    Source:
        Pedigree matrix of ecoinvent 2: GSD² = exp √(Σ ln² U_i), σ of the logarithm = ½ · ln GSD²;
        no basic uncertainty. GSD² is g with 1.959964 rounded to 2.
    """
    pairs = zip(levels, indicators, strict=True)
    logarithms = [math.log(indicator.spreads[level - 1]) for level, indicator in pairs]
    sigma = math.hypot(*logarithms) / 2
    return Spread("lognormal", (math.exp(HALF_OF_95 * sigma),)) if sigma else None
