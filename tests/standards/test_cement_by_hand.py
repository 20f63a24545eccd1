"""The published totals of the cement examples, by hand: formulas written out, exact fractions.

Nothing here knows the compiler. The process factor of clinker is
(CaO − CaO_n)·44.01/56.08 + (MgO − MgO_n)·44.01/40.30, or 0.535 by default; fuels are heat times
factor, of waste the fossil part; cement is k clinkers, grinding power and additions.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "standards" / "cement" / "examples"

GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # kgCO2e per kWh
COAL_SUPPLY = {2023: Fraction("164.3707083"), 2024: Fraction("162.6438388")}  # per t
BITUMINOUS_COAL = Fraction("94.6")  # kgCO2 per GJ
LIMESTONE, AMMONIA = Fraction("2.174"), Fraction(2410)  # per t
TRUCK = Fraction("0.0978")  # per t·km
DEFAULT_FACTOR = Fraction(535)  # kgCO2 per t clinker
PER_CAO = Fraction("44.01") / Fraction("56.08")
PER_MGO = Fraction("44.01") / Fraction("40.30")

Declaration = Mapping[str, Any]


def declaration(name: str) -> dict[str, Any]:
    """Read an example's file."""
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def number(said: Any) -> Fraction:
    """Read a value as t, km, kWh, GJ/t or a ratio."""
    value, unit = said["value"].split(" ", 1)
    scale = {"%": Fraction(1, 100), "MWh": Fraction(1000)}
    return Fraction(value) * scale.get(unit, Fraction(1))


def year_of(given: Declaration) -> int:
    """Give the year in which the period ends."""
    year: int = given["declaration"]["period"]["to"].year
    return year


def process_factor(given: Declaration) -> Fraction:
    """Give the process emission factor [kgCO2 per t clinker]: from oxides, else the default."""
    kiln = given["data"]["kiln"]
    if "cao" not in kiln:
        return DEFAULT_FACTOR
    cao, mgo, cao_n, mgo_n = (number(kiln[n]) for n in ("cao", "mgo", "free_cao", "free_mgo"))
    return ((cao - cao_n) * PER_CAO + (mgo - mgo_n) * PER_MGO) * 1000


def waste_carbon(given: Declaration) -> tuple[Fraction, Fraction]:
    """Give fossil and biogenic CO2 of alternative fuels [kg per t clinker]."""
    fossil = biogenic = Fraction(0)
    for row in given["data"].get("co_processing", {"waste_fuel": []})["waste_fuel"]:
        gas = number(row["burnt"]) * number(row["heat_value"]) * number(row["gross_factor"])
        fossil += gas * (1 - number(row["biogenic_part"]))
        biogenic += gas * number(row["biogenic_part"])
    made = number(given["data"]["kiln"]["clinker"])
    return fossil / made, biogenic / made


def kiln_direct(given: Declaration) -> Fraction:
    """Give direct fossil CO2 of 1 t of clinker [kg]."""
    kiln = given["data"]["kiln"]
    made = number(kiln["clinker"])
    coal = number(kiln["coal_burnt"]) * number(kiln["coal_burnt"]["heat_value"]) * BITUMINOUS_COAL
    calcined = (made + number(kiln["dust"])) * process_factor(given)
    return (coal + calcined) / made + waste_carbon(given)[0]


def kiln_power(given: Declaration) -> Fraction:
    """Give bought power of 1 t of clinker [kWh]."""
    own = given["data"].get("waste_heat_power")
    kiln = given["data"]["kiln"]
    bought = number(kiln["kiln_power"]) - (number(own["own_power"]) if own else 0)
    return bought / number(kiln["clinker"])


def of_clinker(given: Declaration) -> Fraction:
    """Give the footprint of 1 t of clinker [kgCO2e]."""
    kiln, year = given["data"]["kiln"], year_of(given)
    supplied = (
        number(kiln["coal_burnt"]) * COAL_SUPPLY[year]
        + number(kiln["limestone_rock"]) * LIMESTONE
        + number(kiln["corrective"]) * number(kiln["corrective_distance"]) * TRUCK
        + number(kiln["ammonia_water"]) * AMMONIA
    )
    power = kiln_power(given) * GRID[year]
    return kiln_direct(given) + supplied / number(kiln["clinker"]) + power


def clinker_ratio(given: Declaration) -> Fraction:
    """Give clinker per cement."""
    mill = given["data"]["grinding"]
    return number(mill["clinker"]) / number(mill["cement"])


def additions(given: Declaration) -> Fraction:
    """Give supply and transport of gypsum and additions [kgCO2e per t cement]."""
    mill = given["data"]["grinding"]
    total = Fraction(0)
    for row in mill["addition"]:
        mass = number(row["amount"])
        total += mass * number(row["distance"]) * TRUCK
        total += mass * LIMESTONE if row["kind"] == "limestone_powder" else 0
    return total / number(mill["cement"])


def indirect(given: Declaration) -> Fraction:
    """Give the emissions of bought power [kgCO2e per t cement]."""
    mill = given["data"]["grinding"]
    milling = number(mill["electricity"]) / number(mill["cement"])
    return (kiln_power(given) * clinker_ratio(given) + milling) * GRID[year_of(given)]


def of_cement(given: Declaration) -> Fraction:
    """Give the footprint of 1 t of cement [kgCO2e]."""
    mill = given["data"]["grinding"]
    power = number(mill["electricity"]) / number(mill["cement"]) * GRID[year_of(given)]
    return of_clinker(given) * clinker_ratio(given) + power + additions(given)


def near(value: Fraction, printed: str) -> bool:
    """Tell whether a value is what is printed, to half a unit of the last digit."""
    digits = len(printed.partition(".")[2])
    return abs(value - Fraction(printed)) <= Fraction(1, 2 * 10**digits)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("ordinary_2024", "706.201"),
        ("ordinary_2024", "706.2010323"),
        ("ordinary_2023", "708.747"),
        ("default_2024", "738.7785757"),
    ],
)
def test_a_tonne_of_cement_has_the_printed_footprint(name: str, printed: str) -> None:
    assert near(of_cement(declaration(name)), printed)


def test_a_tonne_of_clinker_has_the_printed_footprint() -> None:
    works = declaration("ordinary_2024")
    assert near(process_factor(works), "524.2653102")
    assert near(of_clinker(works), "856.89")
    assert near(of_clinker(works), "856.8939904")


def test_direct_and_indirect_parts_are_those_of_the_cbam_view() -> None:
    works = declaration("ordinary_2024")
    assert near(kiln_direct(works) * clinker_ratio(works), "651.7347461")
    assert near(kiln_direct(works) * clinker_ratio(works), "651.735")
    assert near(indirect(works), "32.351")
    assert indirect(works) == Fraction("32.3512")


def test_waste_fuel_has_a_net_figure_and_a_biogenic_line_apart() -> None:
    # 0.252 GJ · 88 = 22.176: fossil 65 % 14.4144, biogenic 35 % 7.7616
    works = declaration("ordinary_2024")
    fossil, biogenic = (part * clinker_ratio(works) for part in waste_carbon(works))
    assert fossil == Fraction("14.4144")
    assert biogenic == Fraction("7.7616")
    assert near(of_cement(works) - fossil, "691.7866323")


def test_the_constituents_of_the_cement_add_up_to_one() -> None:
    works = declaration("ordinary_2024")
    mill = works["data"]["grinding"]
    rest = sum((number(row["amount"]) for row in mill["addition"]), Fraction(0))
    assert clinker_ratio(works) == Fraction("0.8")
    assert clinker_ratio(works) + rest / number(mill["cement"]) == 1


def test_heat_of_coal_and_waste_is_nine_to_one() -> None:
    works = declaration("ordinary_2024")
    kiln, row = works["data"]["kiln"], works["data"]["co_processing"]["waste_fuel"][0]
    made = number(kiln["clinker"])
    coal = number(kiln["coal_burnt"]) * number(kiln["coal_burnt"]["heat_value"]) / made
    assert coal == Fraction("2.835")
    assert number(row["burnt"]) * number(row["heat_value"]) / made == Fraction("0.315")


def test_the_footprint_lies_between_least_and_median_of_the_published_rows() -> None:
    assert 611 < of_cement(declaration("ordinary_2024")) <= 774
