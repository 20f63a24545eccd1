"""The published totals of the electrolytic aluminium examples, and their quality, by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.standards import plant_year_by_hand as by_hand

TOTALS = {  # kgCO2e per t ingot, as printed, with half a unit of the last digit
    "grid_2024": ("12724.771", "0.0005"),
    "grid_2023": ("13319.19", "0.005"),
    "hydro": ("5613.366", "0.0005"),
    "captive_coal": ("17363.460", "0.0005"),
    "mengxi_mix": ("13780.565", "0.0005"),
}
HALF = Fraction("0.0005")


@pytest.fixture
def grid() -> dict[str, Any]:
    return by_hand.declaration("grid_2024")


@pytest.mark.parametrize("name", TOTALS)
def test_the_plant_year_gives_the_published_total(name: str) -> None:
    printed, half = TOTALS[name]
    computed = by_hand.footprint(by_hand.declaration(name))
    assert abs(computed - Fraction(printed)) <= Fraction(half)


@pytest.mark.parametrize("name", TOTALS)
def test_the_direct_emissions_with_the_cbam_set_are_the_same_in_every_example(name: str) -> None:
    computed = by_hand.direct_emissions(by_hand.declaration(name))
    assert abs(computed - Fraction("1696.995")) <= HALF


def test_the_refinery_gives_the_published_alumina(grid: dict[str, Any]) -> None:
    alumina = sum((term.value for term in by_hand.refining(grid, 2024)), Fraction(0))
    assert abs(alumina - Fraction("1548.2584")) <= Fraction("0.00005")


@pytest.mark.parametrize(
    ("gwp", "printed"), [(by_hand.AR6, "192.574"), (by_hand.CBAM, "172.968")], ids=["ar6", "cbam"]
)
def test_the_pfc_part_follows_the_gas_set(
    grid: dict[str, Any], gwp: dict[str, Fraction], printed: str
) -> None:
    terms = by_hand.pot_room(grid, gwp)
    part = sum(terms[name].value for name in ("CF4, high voltage", "CF4, low voltage", "C2F6"))
    assert abs(part - Fraction(printed)) <= HALF


def test_hydro_power_at_the_place_of_use_is_grid_power() -> None:
    # location-based: every row takes the national average, so the total is that of grid_2024
    hydro = by_hand.declaration("hydro")
    for row in by_hand.datum(hydro, "power_supply.supply"):
        row["kind"] = "grid"
    assert by_hand.footprint(hydro) == by_hand.footprint(by_hand.declaration("grid_2024"))


def test_liquid_aluminium_is_ingot_less_casting(grid: dict[str, Any]) -> None:
    # casting adds 45 kWh · 0.5777 + 18 m3 · (0.608 + 2.16) = 25.9965 + 49.824 = 75.8205 per t
    ingot, liquid = by_hand.footprint(grid), by_hand.footprint(grid, ingot=False)
    assert ingot - liquid == Fraction("75.8205")
    assert abs(liquid - Fraction("12648.951")) <= HALF


# ---- primary share and quality score of grid_2024 -----------------------------------------------
#
# The class of a contribution is that of the data that its amount reads. What grid_2024 draws on
# secondary data or on a default, per t of ingot:
#
#   caustic soda         1.915 · 85 · 1.59                     = 258.81225
#   lime                 1.915 · 150 · 1.157746345             = 332.562637601...
#   bauxite transport    1.915 · 2.3 · 600 · 0.010             =  26.427
#   alumina and anodes   (1.915 · 900 + 0.415 · 300) · 0.010   =  18.48
#   low-voltage CF4      0.009 · 7380                          =  66.42
#                                                         sum  = 702.701887601...
#
# of 12 724.771018686...; all else is primary.

CAUSTIC = Fraction("1.915") * 85 * Fraction("1.59")
LIME = Fraction("1.915") * 150 * Fraction("1.157746345")
TRANSPORT = Fraction("1.915") * Fraction("2.3") * 6 + Fraction("18.48")
LOW_VOLTAGE = Fraction("0.009") * 7380
SECONDARY = CAUSTIC + LIME + TRANSPORT + LOW_VOLTAGE


def test_the_primary_share_of_grid_2024_is_what_is_left_of_the_secondary_rows(
    grid: dict[str, Any],
) -> None:
    share = by_hand.primary_share(grid)
    assert share == 1 - SECONDARY / by_hand.footprint(grid)
    assert round(float(share), 6) == 0.944777


def test_the_quality_score_of_grid_2024_weighs_levels_by_share(grid: dict[str, Any]) -> None:
    # caustic and lime state the levels 3, 2, 2, 2, 3: mean 12/5; transport and the default state
    # none: 5; all else is 1. (12 724.771 + 591.3749 · 7/5 + 111.327 · 4) / 12 724.771 = 1.100059
    total = by_hand.footprint(grid)
    weighted = (
        (total - SECONDARY) * 1 + (CAUSTIC + LIME) * Fraction(12, 5) + (TRANSPORT + LOW_VOLTAGE) * 5
    )
    assert by_hand.score(grid) == weighted / total
    assert round(float(by_hand.score(grid)), 6) == 1.100059


def test_power_turned_secondary_takes_its_part_from_the_share_and_adds_to_the_score(
    grid: dict[str, Any],
) -> None:
    # 13 395 kWh · 0.5777 = 7 738.2915 of 12 724.771: the share falls by that part,
    # and its level goes from 1 to 5 in all indicators
    before_share, before_score = by_hand.primary_share(grid), by_hand.score(grid)
    part = 13395 * Fraction("0.5777") / by_hand.footprint(grid)
    by_hand.datum(grid, "power_supply.supply")[0]["electricity"]["quality"] = "secondary"
    assert by_hand.primary_share(grid) == before_share - part
    assert by_hand.score(grid) == before_score + 4 * part
    assert round(float(by_hand.primary_share(grid)), 6) == 0.336649


def test_the_anode_turned_secondary_lowers_both_contributions_that_read_it(
    grid: dict[str, Any],
) -> None:
    # anode making 415 · 0.376 = 156.04 and anode CO2 415 · 0.976 · 44/12 = 1 485.14667; the
    # transport that reads it too is secondary already
    before = by_hand.primary_share(grid)
    by_hand.datum(grid, "electrolysis.anode")["quality"] = "secondary"
    part = (Fraction("156.04") + 415 * Fraction("0.976") * 44 / 12) / by_hand.footprint(grid)
    assert by_hand.primary_share(grid) == before - part
