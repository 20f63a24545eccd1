"""The air conditioner examples recomputed by hand: formulas written out, exact fractions.

Nothing here knows the compiler. Refrigerant: GWP · (charge·loss + charge·r·n + residual·(1 − R));
use: Σ W·EF·(1 − d)^y over the years of use.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "standards" / "room_air_conditioner" / "examples"

GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # kgCO2e per kWh
MATERIALS = {  # kgCO2e per kg
    "steel_sheet": Fraction("2.9"),
    "copper": Fraction("4.5"),
    "aluminium": Fraction("12.658"),
    "cast_iron": Fraction("2.28"),
    "plastic": Fraction("3.4"),
    "circuit_board": Fraction(150),
}
REFRIGERANT_MAKING = Fraction("10.9")
PACKAGING, TRUCK, SHREDDING = Fraction("0.6"), Fraction("0.0978"), Fraction("0.05")
R32, R125 = Fraction(771), Fraction(3740)  # GWP100, AR6
GWP = {"HFC_32": R32, "R_410A": (R32 + R125) / 2}  # R410A is half R32 and half R125 by mass
GAIN = {"copper": Fraction("4.124"), "aluminium": Fraction("11.938")}  # 4.5 − 0.376; 12.658 − 0.72

Declaration = Mapping[str, Any]


def declaration(name: str) -> Declaration:
    loaded: Declaration = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def number(said: Any) -> Fraction:
    """Read a value as kg, kWh, km, pieces, years or a ratio."""
    value, unit = said["value"].split(" ", 1)
    scale = {"%": Fraction(1, 100), "GWh": Fraction(10**6), "MWh": Fraction(1000)}
    return Fraction(value) * scale.get(unit, Fraction(1))


def years(data: Declaration) -> int:
    return int(number(data["service_life"])) if "service_life" in data else 10


def before_the_gate(given: Declaration) -> Fraction:
    """Give parts, packaging, power and charging loss of one unit [kgCO2e]."""
    data, year = given["data"], given["declaration"]["period"]["to"].year
    plant, charge = data["assembly"], number(data["charge"])
    made = number(plant["room_air_conditioner"])
    materials = sum(
        (number(part["unit_mass"]) * MATERIALS[part["kind"]] for part in data["parts"]["part"]),
        Fraction(0),
    )
    lost = number(plant["refrigerant_issued"]) - charge * made
    return (
        materials
        + charge * REFRIGERANT_MAKING
        + number(plant["unit_packaging"]) * PACKAGING
        + number(plant["electricity"]) / made * GRID[year]
        + lost / made * GWP[data["refrigerant"]]
    )


def leaked(data: Declaration) -> Fraction:
    """Give what leaks from one unit in its life [kg], 2 % of the charge a year."""
    return number(data["charge"]) * Fraction(2, 100) * years(data)


def use(given: Declaration, fall: Fraction = Fraction(0)) -> Fraction:
    """Give use of one unit, the grid factor falling by ``fall`` a year [kgCO2e]."""
    data, year = given["data"], given["declaration"]["period"]["to"].year
    power = sum(
        (number(data["yearly_energy"]) * GRID[year] * (1 - fall) ** y for y in range(years(data))),
        Fraction(0),
    )
    refilled = leaked(data) if data.get("topped_up") else Fraction(0)
    return power + leaked(data) * GWP[data["refrigerant"]] + refilled * REFRIGERANT_MAKING


def after_use(given: Declaration) -> Fraction:
    """Give refrigerant not recovered and dismantling of one unit [kgCO2e]."""
    data = given["data"]
    gone = Fraction(0) if data.get("topped_up") else leaked(data)
    lost = (number(data["charge"]) - gone) * (1 - number(data["disposal"]["recovery"]))
    return lost * GWP[data["refrigerant"]] + number(data["disposal"]["dismantled"]) * SHREDDING


def footprint(given: Declaration, fall: Fraction = Fraction(0)) -> Fraction:
    way = given["data"]["delivery"]
    delivery = number(way["gross_mass"]) / 1000 * number(way["distance"]) * TRUCK
    return before_the_gate(given) + delivery + use(given, fall) + after_use(given)


def near(value: Fraction, printed: str) -> bool:
    """Tell whether a value is what is printed, to half a unit of the last digit."""
    digits = len(printed.partition(".")[2])
    return abs(value - Fraction(printed)) <= Fraction(1, 2 * 10**digits)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("r32_2024", "4152.24"),
        ("r32_2023", "4409.811"),
        ("r410a_2023", "5267.11"),
        ("recovery_60_2023", "4271.031"),  # 4 409.811 less 323.820, plus 185.040
        ("topped_up_2024", "4951.528"),
    ],
)
def test_one_unit_has_the_printed_footprint_with_the_static_grid(name: str, printed: str) -> None:
    assert near(footprint(declaration(name)), printed)


@pytest.mark.parametrize(("name", "printed"), [("r32_2024", "3590.43"), ("r32_2023", "3806.38")])
def test_one_unit_has_the_printed_footprint_with_the_dynamic_grid(name: str, printed: str) -> None:
    assert near(footprint(declaration(name), Fraction(4, 100)), printed)


def test_the_parts_of_the_worked_example_are_those_printed() -> None:
    given = declaration("r32_2023")
    # rows A.1 to A.10 of the example, as printed
    materials = ["40.600", "24.750", "40.506", "13.680", "25.500", "67.500", "8.175"]
    rows = [*materials, "2.700", "11.169", "5.782"]
    assert near(before_the_gate(given) - sum(map(Fraction, rows), Fraction(0)), "0.000")
    assert use(given) == 3723 + Fraction("115.650")
    assert after_use(given) == Fraction("323.820") + Fraction("2.050")
    assert near(use(given, Fraction(4, 100)) - Fraction("115.650"), "3119.57")


def test_a_blend_counts_by_the_mass_of_its_components() -> None:
    assert GWP["R_410A"] == Fraction("2255.5")
    released = before_the_gate(declaration("r410a_2023")) - before_the_gate(declaration("r32_2023"))
    assert released == Fraction("0.0075") * (GWP["R_410A"] - R32)
    # 0.5775 kg over the life of one unit
    assert Fraction("0.5775") * GWP["R_410A"] == Fraction("1302.55125")


def test_refrigerant_charged_is_leaked_lost_or_recovered() -> None:
    data = declaration("r32_2024")["data"]
    residual = number(data["charge"]) - leaked(data)
    assert residual == Fraction("0.60")
    assert residual * Fraction(70, 100) == Fraction("0.42")


def test_the_benefit_of_recycling_is_that_of_copper_and_aluminium() -> None:
    listed = declaration("r32_2024")["data"]["parts"]["part"]
    parts = {part["kind"]: number(part["unit_mass"]) for part in listed}
    whole = sum((parts[metal] * gain for metal, gain in GAIN.items()), Fraction(0))
    assert near(whole * Fraction(9, 10), "54.795")
