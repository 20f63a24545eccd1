"""The totals of the electricity examples, by hand; and what may be claimed once.

The rest of the consumption takes an estimate of the residual mix: the national footprint factor
times the CO2 factor without traded non-fossil power over that of the average.
"""

import copy
import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from guiju_runtime.calculating import Calculation
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import chain

FOLDER = Path(__file__).parents[2] / "standards" / "electricity"

GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # kgCO2e per kWh
POWER = {  # kgCO2e per kWh
    ("wind", 2023): Fraction("0.0336"),
    ("solar_pv", 2023): Fraction("0.0545"),
    ("wind", 2024): Fraction("0.0324"),
    ("solar_pv", 2024): Fraction("0.0520"),
}
TRANSMISSION = Fraction("0.0327")  # kgCO2e per kWh, that of 2024 in both years
CO2 = Fraction("0.5306")  # kgCO2 per kWh, national average of 2023, the newest
CO2_WITHOUT_TRADED = Fraction("0.6096")  # kgCO2 per kWh, of 2023

Declaration = Mapping[str, Any]


def declaration(name: str) -> dict[str, Any]:
    """Read an example's file."""
    text = (FOLDER / "examples" / f"{name}.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def energy(said: str) -> Fraction:
    """Read an amount of electricity [kWh]."""
    value, unit = re.fullmatch(r"(\S+) (.+)", said).groups()  # type: ignore[union-attr]  # the files are ours
    return Fraction(value) * {"GWh": 10**6, "MWh": 1000}[unit]


def footprint(given: Declaration, *, unbundled: bool = True) -> Fraction:
    """Give the market-based footprint of 1 kWh [kgCO2e]."""
    data, year = given["data"]["consumption"], given["declaration"]["period"]["to"].year
    used = sum(energy(row["used"]) for row in data["interval"])
    claimed, total = Fraction(0), Fraction(0)
    if data["own_certificates_kept"]:
        own = sum(min(energy(r["used"]), energy(r["generated"])) for r in data["interval"])
        claimed, total = Fraction(own), own * POWER[data["own_technology"], year]
    for row in data.get("supply", ()):
        if row["retired"] and (unbundled or row["kind"] != "unbundled"):
            amount = energy(row["amount"])
            claimed += amount
            total += amount * (POWER[row["technology"], year] + TRANSMISSION)
    estimated = given["data"]["rest_basis"] == "estimate"
    rest = GRID[year] * (CO2_WITHOUT_TRADED / CO2 if estimated else 1)
    return (total + (used - claimed) * rest) / used


def near(value: Fraction, printed: str) -> bool:
    """Tell whether a value is what is printed, to half a unit of the last digit."""
    digits = len(printed.partition(".")[2])
    return abs(value - Fraction(printed)) <= Fraction(1, 2 * 10**digits)


@pytest.mark.parametrize(
    ("name", "printed"),
    [("mix_2024", "0.33284"), ("mix_2023", "0.35595"), ("average_2024", "0.5777")],
)
def test_a_kilowatt_hour_has_the_printed_footprint(name: str, printed: str) -> None:
    assert near(footprint(declaration(name)), printed)


def test_without_unbundled_certificates_it_is_as_printed() -> None:
    assert near(footprint(declaration("mix_2024"), unbundled=False), "0.36179")


def test_the_residual_mix_is_estimated_as_printed() -> None:
    assert near(GRID[2024] * CO2_WITHOUT_TRADED / CO2, "0.66371")


def calculated(given: Declaration) -> Calculation:
    """Calculate by both engines."""
    texts = (("electricity", (FOLDER / "electricity.pcr").read_text("utf-8")),)
    return assert_agree(*chain(texts)["electricity"], given)


def errors(found: Calculation) -> list[tuple[str, str]]:
    return [(f.code.id, f.path) for f in found.findings if f.severity == "error"]


@pytest.fixture
def mix() -> dict[str, Any]:
    text = (FOLDER / "examples" / "mix_2024.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return copy.deepcopy(loaded)


def cfp(found: Calculation, profile: str = "") -> float:
    return found.books[profile].footprints["consumed_power"].cfp


def test_both_engines_give_market_and_location_side_by_side(mix: dict[str, Any]) -> None:
    found = calculated(mix)
    assert errors(found) == []
    assert cfp(found) == pytest.approx(0.33284, abs=0.000005)
    assert cfp(found, "location_based") == pytest.approx(0.5777, rel=1e-12)
    assert cfp(found, "without_unbundled") == pytest.approx(0.36179, abs=0.000005)


def test_a_certificate_that_is_not_retired_counts_for_nothing(mix: dict[str, Any]) -> None:
    mix["data"]["consumption"]["supply"][1]["retired"] = "no"
    assert cfp(calculated(mix)) == pytest.approx(0.36179, abs=0.000005)


def test_own_power_whose_certificates_were_sold_takes_the_rest(mix: dict[str, Any]) -> None:
    consumption = mix["data"]["consumption"]
    consumption["own_certificates_kept"] = "no"
    del consumption["own_technology"]
    for row in consumption["interval"]:
        del row["generated"]
    more = 0.2 * (0.5777 * 0.6096 / 0.5306 - 0.052)
    expected = float(footprint(declaration("mix_2024"))) + more
    assert cfp(calculated(mix)) == pytest.approx(expected, rel=1e-9)


def test_power_generated_in_another_month_does_not_match(mix: dict[str, Any]) -> None:
    rows = mix["data"]["consumption"]["interval"]
    for row in rows:
        row["generated"] = "0 GWh"
    rows[6]["generated"] = "20 GWh"  # used in that month: 8.8 GWh
    found = calculated(mix)
    assert found.results["own_matching"] == pytest.approx(8.8)


def test_no_more_can_be_claimed_than_is_consumed(mix: dict[str, Any]) -> None:
    supply = mix["data"]["consumption"]["supply"]
    supply[0] |= {"amount": "90 GWh", "certificates": "90000"}
    assert ("GJ855", "consumption.claims_within_use") in [
        (f.code.id, f.clause) for f in calculated(mix).findings
    ]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"certificates": "29999"}, "consumption.supply[1]"),
        ({"vintage": "2023"}, "consumption.supply[1]"),
        ({"batch": "SOLAR-2024-0001"}, "consumption.supply[2].batch"),
    ],
)
def test_certificates_cover_the_power_in_the_year_and_once(
    mix: dict[str, Any], change: dict[str, str], path: str
) -> None:
    mix["data"]["consumption"]["supply"][0] |= change
    assert [found for _, found in errors(calculated(mix))] == [path]
