"""Intervals by both ways: against the hand, against each other, against exact distributions."""

import math
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.sureness import montecarlo
from guiju.sureness.analysis import Analysis, analysed
from guiju.sureness.analytic import analytic
from guiju.sureness.comparing import compared, compared_to_first_order
from guiju.sureness.distributions import moments, quantiles, standard_normal
from guiju.sureness.fitting import fitted
from guiju.sureness.montecarlo import Drawn, Sampling, drawn
from guiju.sureness.samplers import WEIGHT, Sampler, points_of, steps_of
from guiju_runtime.spread import Spread
from tests.sureness.small import FUEL as WORKS
from tests.sureness.small import compiled, plant

Z = NormalDist().inv_cdf(0.975)


def made(
    folder: Path, uncertainty: str = "", site: str = "one", **data: Any
) -> tuple[Standard, Analysis]:
    """Give a works of 1 t that burns fuel."""
    text = WORKS % (f"uncertainty {uncertainty}" if uncertainty else "")
    standard = compiled(folder, text)
    declaration = plant(thing="1 t", **{"fuel": "10 t", "fixed": "500 kg", **data})
    declaration["declaration"]["site"] = site
    return standard, analysed(standard, standard.calculate(declaration))


def draws(
    *analyses: Analysis, samples: int = 50_000, seed: int = 1, sampler: Sampler = "random"
) -> list[Drawn]:
    return drawn(analyses, Sampling(samples=samples, seed=seed, sampler=sampler))


def test_one_lognormal_factor_is_exact_both_ways(tmp_path: Path) -> None:
    """By hand: cfp = 500 + 10 t · 100 kgCO2e/t = 1500, the factor within ÷ 1.2 and × 1.2.

    95 % lie between 500 + 1000/1.2 = 1333.33 and 500 + 1200 = 1700, half below 1500.
    σ = ln 1.2/1.96 = 0.093024, mean = 500 + 1000 · exp(σ²/2) = 1504.336.
    """
    _, analysis = made(tmp_path, "lognormal(1.2)")
    first = analytic(analysis, "thing").interval
    assert (first.low, first.median, first.high) == pytest.approx((1333.3333333, 1500, 1700))
    sigma = math.log(1.2) / Z
    assert first.mean == pytest.approx(500 + 1000 * math.exp(sigma**2 / 2), rel=1e-12)
    [lattice] = draws(analysis, sampler="lattice")
    second = lattice.interval("thing")
    assert (second.low, second.median, second.high) == pytest.approx((1333.3333, 1500, 1700), 1e-4)
    assert second.mean == pytest.approx(first.mean, rel=1e-5)
    assert second.deviation == pytest.approx(first.deviation, rel=1e-3)
    [random] = draws(analysis)
    third = random.interval("thing")
    assert third.median == pytest.approx(1500, abs=6 * 1.25 * first.deviation / math.sqrt(50_000))
    assert third.mean == pytest.approx(first.mean, abs=6 * first.deviation / math.sqrt(50_000))


@pytest.mark.parametrize(
    ("spread", "low", "high"),
    [
        ("10 %", 1400, 1600),  # ± 10 % of 1000
        ("uniform(90 kgCO2e/t, 130)", 910 + 500, 1290 + 500),  # 2.5 % of 40 is 1
        # 80 + √(0.025 · 60 · 20) = 85.477 and 140 - √(0.025 · 60 · 40) = 132.254
        ("triangular(80 kgCO2e/t, 100, 140)", 500 + 854.7723, 500 + 1322.5403),
    ],
)
def test_one_factor_of_any_distribution_is_exact(
    tmp_path: Path, spread: str, low: float, high: float
) -> None:
    _, analysis = made(tmp_path, spread)
    own = analytic(analysis, "thing").interval
    assert (own.low, own.high) == pytest.approx((low, high), rel=1e-7)
    [found] = draws(analysis, sampler="lattice")
    assert found.interval("thing").low == pytest.approx(low, rel=1e-4)
    assert found.interval("thing").high == pytest.approx(high, rel=1e-4)


def test_independent_normals_add_their_squares_and_share_the_variance(tmp_path: Path) -> None:
    """By hand: half intervals 10 % of 1000 = 100 by the amount, 15 % of 500 = 75: together 125.

    The amount has 100²/125² = 64 % of the variance.
    """
    _, analysis = made(
        tmp_path,
        fuel={"value": "10 t", "uncertainty": "10 %"},
        fixed={"value": "500 kg", "uncertainty": "15 %"},
    )
    found = analytic(analysis, "thing")
    assert (found.interval.low, found.interval.high) == pytest.approx((1375, 1625))
    shares = {c.input.known.name: c.share for c in found.contributions}
    assert shares == {"works.fuel": pytest.approx(0.64), "works.fixed": pytest.approx(0.36)}
    [lattice] = draws(analysis, sampler="lattice")
    assert lattice.interval("thing").low == pytest.approx(1375, rel=2e-4)
    assert lattice.interval("thing").high == pytest.approx(1625, rel=2e-4)


@pytest.mark.parametrize("sampler", ["random", "lattice"])
def test_for_small_uncertainties_both_ways_agree(tmp_path: Path, sampler: Sampler) -> None:
    _, analysis = made(
        tmp_path,
        "lognormal(1.0001)",
        fuel={"value": "10 t", "uncertainty": "0.02 %"},
        fixed={"value": "500 kg", "uncertainty": "uniform(499.9 kg, 500.1 kg)"},
    )
    own = analytic(analysis, "thing").interval
    [found] = draws(analysis, sampler=sampler)
    interval = found.interval("thing")
    assert interval.deviation == pytest.approx(own.deviation, rel=0.02)
    assert interval.high - interval.low == pytest.approx(own.high - own.low, rel=0.02)
    assert interval.median == pytest.approx(own.median, rel=1e-5)


@pytest.mark.parametrize("g", [1.01, 1.3, 3.0])
@pytest.mark.parametrize("value", [100.0, -100.0])
def test_the_distribution_fitted_to_a_lognormal_is_that_lognormal(g: float, value: float) -> None:
    own = moments(value, Spread("lognormal", (g,)))
    moved = (np.array([moment]) for moment in (own.mean, own.variance, own.third))
    low, median, high = fitted(*moved)[:, 0]
    ends = sorted((value / g, value, value * g))
    assert (low, median, high) == pytest.approx(tuple(ends), rel=1e-8)


@pytest.mark.parametrize(
    "spread",
    [
        Spread("normal", (0.3,)),
        Spread("lognormal", (1.5,)),
        Spread("uniform", (80.0, 130.0)),
        Spread("triangular", (80.0, 100.0, 140.0)),
    ],
)
def test_moments_are_those_of_the_quantiles(spread: Spread) -> None:
    """Integrate over the quantiles: E f(X) = ∫ f(q(u)) du."""
    own = moments(100.0, spread)
    values = quantiles(100.0, spread, (np.arange(400_000) + 0.5) / 400_000)
    assert own.mean == pytest.approx(values.mean(), rel=1e-6)
    assert own.variance == pytest.approx(values.var(), rel=1e-4)
    assert own.third == pytest.approx(((values - values.mean()) ** 3).mean(), rel=2e-3, abs=1e-6)


def test_quantiles_of_the_normal_are_those_of_the_library() -> None:
    ratios = np.array([1e-15, 1e-6, 0.025, 0.3, 0.5, 0.77, 0.975, 1 - 1e-9])
    exact = [NormalDist().inv_cdf(ratio) for ratio in ratios]
    assert standard_normal(ratios) == pytest.approx(exact, rel=1e-9, abs=1e-11)


def test_the_same_seed_gives_the_same_draws_whatever_the_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, analysis = made(tmp_path, "lognormal(1.2)", fuel={"value": "10 t", "uncertainty": "10 %"})
    [first] = draws(analysis, samples=5_000, seed=3)
    monkeypatch.setattr(montecarlo, "BLOCK", 777)
    [again] = draws(analysis, samples=5_000, seed=3)
    [other] = draws(analysis, samples=5_000, seed=4)
    assert np.array_equal(first.footprints["thing"], again.footprints["thing"])
    assert not np.array_equal(first.footprints["thing"], other.footprints["thing"])


def test_the_compiled_tape_gives_the_same_bits(tmp_path: Path) -> None:
    _, analysis = made(tmp_path, "lognormal(1.2)", fuel={"value": "10 t", "uncertainty": "10 %"})
    by_engine = [
        drawn([analysis], Sampling(samples=3_000, seed=1, sampler="random", native=native))[0]
        for native in (False, True)
    ]
    assert np.array_equal(by_engine[0].footprints["thing"], by_engine[1].footprints["thing"])


def test_a_shared_factor_is_drawn_once(tmp_path: Path) -> None:
    """However unsure the factor f, 11 t of fuel emit more than 10 t: the difference is 1 t · f."""
    standard, less = made(tmp_path, "lognormal(2)", site="one", fuel="10 t")
    _, more = made(tmp_path, "lognormal(2)", site="two", fuel="11 t")
    assert standard.id == "small"
    found = compared(*draws(less, more, sampler="lattice"))
    assert found.less == 1
    assert found.difference == pytest.approx((100, 50, 200), rel=1e-3)
    own = compared_to_first_order(less, more)
    assert own.less == pytest.approx(1)
    assert own.difference == pytest.approx((100, 50, 200), rel=1e-9)


def test_data_of_different_sites_are_independent(tmp_path: Path) -> None:
    """By hand: 1500 ± 100 and 1550 ± 100, σ = 100/1.96 each: P(first < second) = Φ(50/(√2 σ))."""
    unsure = {"value": "10 t", "uncertainty": "10 %"}
    _, one = made(tmp_path, site="one", fuel=unsure, fixed="500 kg")
    _, two = made(tmp_path, site="two", fuel=unsure, fixed="550 kg")
    _, same = made(tmp_path, site="one", fuel=unsure, fixed="550 kg")
    expected = NormalDist().cdf(50 / (math.sqrt(2) * 100 / Z))
    assert compared(*draws(one, two)).less == pytest.approx(expected, abs=0.02)
    assert compared(*draws(one, same)).less == 1
    assert compared(*draws(one, two, sampler="lattice")).less == pytest.approx(expected, abs=1e-3)
    assert compared(*draws(one, same, sampler="lattice")).less == 1
    own = compared_to_first_order(one, two)
    assert own.less == pytest.approx(expected, rel=1e-9)
    half = math.sqrt(2) * 100
    assert own.difference == pytest.approx((50, 50 - half, 50 + half), rel=1e-9)
    assert compared_to_first_order(one, same).less == 1


def test_draws_keep_to_the_limits_of_the_standard(tmp_path: Path) -> None:
    text = WORKS.replace('"燃料" en "fuel" : t {', '"燃料" en "fuel" : t { limit fuel <= 10.5 t ')
    standard = compiled(tmp_path, text % "")
    unsure = {"value": "10 t", "uncertainty": "200 %"}
    declaration = plant(thing="1 t", fuel=unsure, fixed="0 kg")
    [found] = draws(analysed(standard, standard.calculate(declaration)), samples=10_000)
    assert found.clipped > 3_000
    assert found.without_value("thing") == 0
    assert found.footprints["thing"].min() == 0
    assert found.footprints["thing"].max() == pytest.approx(1050)


def test_a_draw_of_which_the_calculation_stops_has_no_value(tmp_path: Path) -> None:
    """ln x has no value for x <= 0: of a normal 1 ± 196 % that is Φ(-1) of the draws."""
    text = """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    data x zh "值" en "x" : number { uncertainty 196 % }
    emission CO2 all zh "全部" en "all" : kg = (10 + ln(x)) * 1 kg
  }
}
"""
    standard = compiled(tmp_path, text)
    analysis = analysed(standard, standard.calculate(plant(thing="1 t", x=1)))
    [found] = draws(analysis, samples=20_000)
    expected = NormalDist().cdf(-1) * 20_000
    assert found.without_value("thing") == pytest.approx(expected, rel=0.1)
    assert math.isfinite(found.interval("thing").mean)


def test_a_lattice_is_nearer_than_chance(tmp_path: Path) -> None:
    _, analysis = made(
        tmp_path,
        "uniform(50 kgCO2e/t, 150)",
        fuel={"value": "10 t", "uncertainty": "uniform(5 t, 15 t)"},
        fixed={"value": "500 kg", "uncertainty": "uniform(0 kg, 1000 kg)"},
    )
    [found] = draws(analysis, samples=10_000, sampler="lattice")
    size = len(found.footprints["thing"])
    assert size == points_of(10_000)
    chance = found.interval("thing").deviation / math.sqrt(size)
    assert abs(found.interval("thing").mean - 1500) < chance / 10  # independent: E = 10 · 100 + 500


def test_the_first_steps_of_a_lattice_are_the_best() -> None:
    """Try every step for the second input against the fast construction, for a small lattice."""
    points = 101

    def kernel(numbers: np.ndarray) -> np.ndarray:
        ratio = numbers % points / points
        return 2 * np.pi**2 * (ratio * ratio - ratio + 1 / 6)

    numbers = np.arange(1, points)
    errors = [
        float(((1 + WEIGHT * kernel(numbers)) * kernel(numbers * step)).sum())
        for step in range(1, 51)
    ]
    first, second = steps_of(points, 2)
    assert first == 1
    assert errors[second - 1] == pytest.approx(min(errors))


def test_without_any_uncertainty_there_is_no_interval(tmp_path: Path) -> None:
    _, analysis = made(tmp_path)
    with pytest.raises(CommandFault) as fault:
        draws(analysis)
    assert fault.value.code.id == "GJ950"


def test_a_declaration_without_footprint_is_not_analysed(tmp_path: Path) -> None:
    standard = compiled(tmp_path, WORKS % "")
    with pytest.raises(CommandFault) as fault:
        analysed(standard, standard.calculate(plant(thing="1 t")))
    assert fault.value.code.id == "GJ948"
