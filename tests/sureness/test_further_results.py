"""Intervals of further results: the same inputs, the same draws as the footprints."""

from pathlib import Path
from typing import Any

import pytest

from guiju.sureness.montecarlo import Sampling
from guiju.sureness.uncertainty import Uncertainty, uncertainties, with_uncertainty
from tests.sureness.small import FUEL, compiled, plant

RESULTS = """
result rate zh "单耗" en "fuel rate" : kg/t = works.fuel / works.thing
result twice zh "两倍" en "twice the footprint" : kgCO2e = 2 * thing.cfp
result steady zh "固定" en "fixed" : kg = works.fixed
result root zh "根" en "root" : number = sqrt(works.fuel / 1 t - 10)
result kind zh "类" en "kind" : number = when works.fuel > 5 t then 1 otherwise 2
"""
UNSURE = {"value": "10 t", "uncertainty": "10 %"}
LATTICE = Sampling(samples=10_000, seed=1, sampler="lattice")


def found(folder: Path, sampling: Sampling | None, text: str = RESULTS) -> Uncertainty:
    standard = compiled(folder, FUEL % "" + text)
    result = standard.calculate(plant(thing="2 t", fuel=UNSURE, fixed="500 kg"))
    [one] = uncertainties(standard, [result], sampling)
    return one


@pytest.mark.parametrize("sampling", [None, LATTICE], ids=["analytic", "lattice"])
def test_a_result_has_an_interval_of_its_own(tmp_path: Path, sampling: Sampling | None) -> None:
    """By hand: 10 t ± 10 % of 2 t are 5000 kg/t ± 500; cfp 250 + 500 ± 50, twice that ± 100.

    What hangs on nothing uncertain has none.
    """
    rate = RESULTS.partition("result root")[0]
    own = found(tmp_path, sampling, rate).results
    assert own.keys() == {"rate", "twice"}
    assert (own["rate"].low, own["rate"].high) == pytest.approx((4500, 5500), rel=1e-3)
    assert (own["twice"].low, own["twice"].high) == pytest.approx((1400, 1600), rel=1e-3)


def test_a_result_that_stops_in_a_draw_leaves_the_footprint_its_draws(tmp_path: Path) -> None:
    """√(fuel - 10 t) stops in half of the draws: the footprint has a value in all of them."""
    one = found(tmp_path, LATTICE)
    assert one.drawn is not None
    assert one.drawn.without_value("thing") == 0
    assert one.intervals["thing"].low == pytest.approx(700, rel=1e-3)


def test_json_has_the_interval_beside_the_value(tmp_path: Path) -> None:
    one = found(tmp_path, None, RESULTS.partition("result root")[0])
    plain: dict[str, Any] = one.analysis.result.to_dict("en")
    results = with_uncertainty(plain, one, "en")["results"]
    assert results["rate"] == {
        "value": pytest.approx(5000),
        "unit": "kg/t",
        "interval": {"low": pytest.approx(4500), "high": pytest.approx(5500), "level": 0.95},
    }
    assert results["steady"].keys() == {"value", "unit"}
