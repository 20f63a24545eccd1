"""A declaration and itself with changes: what is not changed is off by as much in both."""

from pathlib import Path
from typing import Any

import pytest

from guiju.changing import what_if
from guiju.sureness.comparing import compared, compared_to_first_order
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.uncertainty import Uncertainty, uncertainties_of_changes
from tests.sureness.small import FUEL, compiled, plant

LATTICE = Sampling(samples=10_000, seed=1, sampler="lattice")


def found(
    folder: Path, uncertainty: str, changes: dict[str, str], **data: Any
) -> tuple[Uncertainty, Uncertainty]:
    standard = compiled(folder, FUEL % (f"uncertainty {uncertainty}" if uncertainty else ""))
    given = {"thing": "1 t", "fuel": "10 t", "fixed": "500 kg", **data}
    declaration = plant(**given)
    first, second = uncertainties_of_changes(
        standard, what_if(standard, declaration, changes), LATTICE
    )
    return first, second


def difference(pair: tuple[Uncertainty, Uncertainty]) -> tuple[float, float, float]:
    """Give the difference over common draws; to first order it is the same, by one input."""
    first, second = (one.drawn for one in pair)
    assert first is not None
    assert second is not None
    own = compared_to_first_order(pair[0].analysis, pair[1].analysis).difference
    drawn = compared(first, second).difference
    assert own == pytest.approx(drawn, rel=1e-3)
    return own


def test_what_is_not_changed_drops_out_of_the_difference(tmp_path: Path) -> None:
    """By hand: 8 t in place of 10 t at 100 kgCO2e/t ÷ and × 1.2: - 200, between - 240 and - 166.67.

    The fixed 500 kg ± 50 % are the same in both.
    """
    fixed = {"value": "500 kg", "uncertainty": "50 %"}
    pair = found(tmp_path, "lognormal(1.2)", {"works.fuel": "8 t"}, fixed=fixed)
    assert difference(pair) == pytest.approx((-200, -240, -200 / 1.2), rel=1e-3)
    assert pair[1].analysis.footprint("thing") == pytest.approx(1300)


@pytest.mark.parametrize(
    ("spread", "low", "high"),
    [
        ("10 %", -550, -450),  # ± 10 % of 10 t · 50 kgCO2e/t
        ("lognormal(1.25)", -625, -400),
        # 80 .. 120 of 100, so 40 .. 60 of 50: 10 t · half of 81 .. 119
        ("uniform(80 kgCO2e/t, 120)", -595, -405),
    ],
)
def test_another_factor_keeps_its_uncertainty_in_proportion(
    tmp_path: Path, spread: str, low: float, high: float
) -> None:
    pair = found(tmp_path, spread, {"burning": "50 kgCO2e/t"})
    assert difference(pair) == pytest.approx((-500, low, high), rel=1e-3)
    [change] = [c for c in pair[1].analysis.inputs if c.known.name == "burning"]
    assert change.value == 50


def test_a_datum_with_another_value_is_off_in_proportion(tmp_path: Path) -> None:
    """By hand: 10 t ± 10 % become 20 t ± 10 %: 1000 more, ± 100."""
    fuel = {"value": "10 t", "uncertainty": "10 %"}
    pair = found(tmp_path, "", {"works.fuel": "20 t"}, fuel=fuel)
    assert difference(pair) == pytest.approx((1000, 900, 1100), rel=1e-3)
