"""Every input of a whole example: its share of the variance, and itself changed alone."""

from fractions import Fraction
from pathlib import Path

import pytest

import guiju
from guiju.sureness.analysis import Analysis, analysed
from guiju.sureness.analytic import analytic
from guiju.sureness.sensitivity import sensitivities
from tests.standards.shipped import compiled
from tests.sureness.test_derivatives import exact_footprint, exact_value

STANDARDS = Path(__file__).parents[2] / "standards"
LIME = Path(__file__).parents[1] / "cli" / "lime"
SLUG = "cashmere_sweater"
EXAMPLE = STANDARDS / SLUG / "examples" / "grid_2023.yaml"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    standard = compiled(SLUG)
    return analysed(standard, standard.calculate(EXAMPLE))


def test_the_shares_of_the_variance_come_to_1(analysis: Analysis) -> None:
    for product in analysis.products:
        shares = [one.share for one in analytic(analysis, product).contributions]
        assert len(shares) > 3
        assert min(shares) >= 0
        assert sum(shares) == pytest.approx(1, rel=1e-12)


def test_each_input_changed_alone_gives_what_the_exact_evaluator_gives() -> None:
    """Seven inputs, none left out: lime made, limestone, gas with two factors, power with one."""
    standard = guiju.compile(LIME / "lime.pcr")
    result = standard.calculate(LIME / "plant.yaml")
    analysis = analysed(standard, result)
    found = sensitivities(analysis, "quicklime")
    assert len(found) == len(analysis.inputs) == 7
    for one in found:
        value = exact_value(standard.plan, result.declaration, one.input.known)
        for own, ratio in ((one.lower, Fraction(9, 10)), (one.higher, Fraction(11, 10))):
            exact = exact_footprint(
                standard.plan, result.declaration, one.input.known, value * ratio
            )
            assert own == pytest.approx(float(exact), rel=1e-12), one.input.known.name
