"""A basic uncertainty, alone and beside levels of quality: intervals against the hand."""

from pathlib import Path

import pyarrow as pa
import pytest

from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at
from guiju.sureness.analytic import analytic
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.uncertainty import uncertainties
from tests.sureness.small import FUEL, compiled
from tests.sureness.test_stated_in_rows import unsure
from tests.sureness.test_tables import DRAWS, LEVELS, alone, intervals
from tests.sureness.test_uncertainty import draws, made


def test_a_basic_uncertainty_of_a_factor_is_exact_both_ways(tmp_path: Path) -> None:
    """By hand: a factor has no levels, so σ = ½ · ln 1.44 = ln 1.2; 95 % within ÷ and × e^(1.96 σ).

    1.959964 · 0.1823216 = 0.3573437, e^0.3573437 = 1.429528: 500 + 1000 ÷ and × 1.429528.
    Mean = 500 + 1000 · exp(σ²/2) = 500 + 1000 · e^0.01662057 = 1516.759.
    """
    _, analysis = made(tmp_path, "basic(1.44)")
    first = analytic(analysis, "thing").interval
    assert (first.low, first.median, first.high) == pytest.approx((1199.5316, 1500, 1929.5279))
    assert first.mean == pytest.approx(1516.759, rel=1e-6)
    [lattice] = draws(analysis, sampler="lattice")
    second = lattice.interval("thing")
    assert (second.low, second.median, second.high) == pytest.approx((1199.53, 1500, 1929.53), 1e-4)


def test_equal_basic_uncertainties_add_as_much_to_the_variance(tmp_path: Path) -> None:
    """By hand: cfp = fuel · factor + 500, both with σ = ½ · ln 1.44: half the variance each."""
    said = {"value": "10 t", "uncertainty": "basic(1.44)"}
    _, analysis = made(tmp_path, "基本（1.44）", fuel=said)
    parts = analytic(analysis, "thing").contributions
    assert [one.share for one in parts] == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("sampling", [None, DRAWS], ids=["analytic", "montecarlo"])
def test_a_basic_uncertainty_goes_with_the_levels_in_a_table_too(
    tmp_path: Path, sampling: Sampling | None
) -> None:
    """By hand: 10 t of secondary data at 100 kgCO2e/t, 500 kg beside; the last levels are 1.5, 1.2.

    The standard: ln² 1.44 + ln² 1.5 + ln² 1.2 = 0.13296465 + 0.16440195 + 0.03324115 = 0.33060775,
    ln GSD² = 0.5749850, σ = 0.2874925, g = e^(1.959964 σ) = e^0.5634749 = 1.756767. The second row:
    ln² 1.69 = 0.27534003 beside, 0.47298313, ln GSD² = 0.6877377, g = e^0.6739706 = 1.962012.
    """
    text = (FUEL % "").replace("thing : t", "thing : t { primary }")
    text = text.replace("burning  primary", "burning  secondary uncertainty basic(1.44)")
    of, table = compiled(tmp_path, LEVELS + text), unsure(pa.array([None, "basic(1.69)", "5 %"]))
    found, _ = intervals(of, table, sampling)
    if sampling is None:
        ends = [500 + 1756.767, 500 + 1962.012, 1550]
        assert list(found["cfp.high"]) == pytest.approx(ends, rel=1e-6)
        assert found["cfp.low"][0] == pytest.approx(500 + 1000 / 1.756767, rel=1e-6)
    layout = layout_of(of.plan.data_model, table.schema)
    for number in range(3):
        result = of.calculate(declaration_at(layout, table, number, "small"))
        [own] = uncertainties(of, [result], sampling)
        for name, interval in alone(own):
            here = [found[f"{name}.{end}"][number] for end in ("low", "median", "high")]
            assert here == pytest.approx([interval.low, interval.median, interval.high], rel=1e-12)
