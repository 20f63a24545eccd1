"""What a footprint hangs on: its exact derivative by every datum and factor, and one at a time.

derivative = ∂cfp/∂x [kgCO2e per unit of the product, for one unit of x]; elasticity = x/cfp ·
∂cfp/∂x, the percent by which the footprint changes when x changes by one. One at a time: the
footprint with x lower and higher by a step, everything else as declared, without any approximation.
"""

from msgspec import Struct

from guiju.sureness.analysis import Analysed, Analysis
from guiju.tape.derivatives import derivatives
from guiju.tape.scalars import evaluated

STEP = 0.1
"""By how much, as a ratio, an input is changed one at a time."""


class Sensitivity(Struct, frozen=True, kw_only=True):
    """What a footprint does when one input changes.

    Attributes:
        derivative: kgCO2e per unit of the product, for one unit of the input.
        elasticity: relative change of the footprint for a relative change of the input; None for a
            footprint of 0.
        lower: footprint with the input lower by ``STEP``, ``higher`` with it higher; None where
            the calculation would stop.
    """

    input: Analysed
    derivative: float
    elasticity: float | None
    lower: float | None
    higher: float | None


def sensitivities(analysis: Analysis, product: str) -> tuple[Sensitivity, ...]:
    """Give what the footprint of ``product`` does for every input, the strongest first."""
    place = analysis.products[product]
    cfp = analysis.footprint(product)
    by_name = derivatives(analysis.single.tape, analysis.values, place)
    found = [
        _sensitivity(analysis, one, place, by_name.get(one.name, 0.0), cfp)
        for one in analysis.inputs
    ]
    return tuple(sorted(found, key=lambda s: -abs(s.derivative * s.input.value)))


def _sensitivity(
    analysis: Analysis, one: Analysed, place: int, derivative: float, cfp: float
) -> Sensitivity:
    return Sensitivity(
        input=one,
        derivative=derivative,
        elasticity=derivative * one.value / cfp if cfp else None,
        lower=_with(analysis, place, one, one.value * (1 - STEP)),
        higher=_with(analysis, place, one, one.value * (1 + STEP)),
    )


def _with(analysis: Analysis, place: int, one: Analysed, value: float) -> float | None:
    """Give a footprint with another value of one input, None where the calculation stops."""
    single = analysis.single
    found = evaluated(single.tape, {**single.values, one.name: value})
    cfp = float(found[place])
    return None if found[single.tape.aside] or cfp - cfp != 0 else cfp
