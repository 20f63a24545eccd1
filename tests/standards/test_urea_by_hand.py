"""The totals of the urea examples, by hand: formulas written out, exact fractions.

Nothing here knows the compiler. Bound CO2 is 0.20 tC/t of urea times 44/12; it is deducted at the
gate and released in the field, or neither. Direct N2O is N·EF1·44/28, indirect
N·(FracGASF·EF4 + FracLEACH·EF5)·44/28.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.standards import test_synthetic_ammonia_by_hand as ammonia
from tests.standards.test_synthetic_ammonia_by_hand import near, number

EXAMPLES = Path(__file__).parents[2] / "standards" / "urea" / "examples"

GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # kgCO2e per kWh
STEAM = Fraction(120)  # kgCO2e per GJ
RESIN, BAG = Fraction(1100), Fraction(2600)  # kgCO2e per t
RAIL, ROAD = Fraction("0.010"), Fraction("0.1502")  # kgCO2e per tkm
RAIL_DISTANCE, ROAD_DISTANCE = 600, 50  # km, defaults
BOUND = Fraction("0.20") * 44 / 12 * 1000  # kgCO2 per t
NITROUS_OXIDE = 273
AVERAGE_AMMONIA, SEVERITY = Fraction(2410), Fraction("1.2")  # kgCO2e per t

Declaration = Mapping[str, Any]


def declaration(name: str) -> dict[str, Any]:
    """Read an example's file."""
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def ammonia_footprint(given: Declaration) -> Fraction:
    """Give the footprint of the ammonia used [kgCO2e/t]: attached, given, else the default."""
    attached = given.get("use", {}).get("synthetic_ammonia")
    if attached is not None:
        return ammonia.footprint(ammonia.declaration(Path(attached).stem))
    row = given["data"].get("synthetic_ammonia")
    return number(row["ammonia"]["intensity"]) if row else AVERAGE_AMMONIA * SEVERITY


def gate(given: Declaration) -> Fraction:
    """Give the footprint of 1 t of urea at the gate, bound CO2 left aside [kgCO2e]."""
    plant, year = given["data"]["urea_making"], given["declaration"]["period"]["to"].year
    total = (
        number(plant["ammonia"]) * ammonia_footprint(given)
        + number(plant["steam"]) * STEAM
        + number(plant["electricity"]) * GRID[year]
        + number(plant["resin"]) * RESIN
        + number(plant["bag"]) * BAG
    )
    return total / number(plant["urea"])


def deducted(given: Declaration) -> Fraction:
    """Give what a supplier counts and urea may deduct [kgCO2e/t]."""
    return BOUND if given["data"]["urea_making"]["co2_counted"] else Fraction(0)


def nitrous_oxide(given: Declaration) -> dict[str, Fraction]:
    """Give N2O of 1 t of urea in the field by way [kg]."""
    nitrogen = 1000 * number(given["data"]["urea_making"]["urea"]["nitrogen"])
    parts = {
        "direct": Fraction("0.010"),
        "volatilised": Fraction("0.15") * Fraction("0.010"),
        "leached": Fraction("0.24") * Fraction("0.011"),
    }
    return {way: nitrogen * part * 44 / 28 for way, part in parts.items()}


def delivery() -> Fraction:
    """Give the delivery of 1 t [kgCO2e]."""
    return RAIL_DISTANCE * RAIL + ROAD_DISTANCE * ROAD


def field(given: Declaration) -> Fraction:
    """Give N2O of 1 t in the field [kgCO2e]."""
    return sum(nitrous_oxide(given).values(), Fraction(0)) * NITROUS_OXIDE


def applied(given: Declaration) -> Fraction:
    """Give the footprint of 1 t of urea from cradle to field [kgCO2e]."""
    return gate(given) - deducted(given) + delivery() + field(given) + BOUND


def inclusive(given: Declaration) -> Fraction:
    """Give the footprint at the gate with bound CO2 counted as emitted [kgCO2e]."""
    return gate(given) + BOUND - deducted(given)


@pytest.mark.parametrize(
    ("name", "printed", "inclusive_printed", "applied_printed"),
    [
        ("coal_2024", "2007.284", "2740.617", "5568.779"),
        ("row_2023", "2023.612", "2756.945", "5585.107"),
        ("default_2024", "2064.888", "2798.221", "5626.383"),
    ],
)
def test_a_tonne_of_urea_has_the_printed_footprints(
    name: str, printed: str, inclusive_printed: str, applied_printed: str
) -> None:
    given = declaration(name)
    assert near(gate(given) - deducted(given), printed)
    assert near(inclusive(given), inclusive_printed)
    assert near(applied(given), applied_printed)


@pytest.mark.parametrize("name", ["coal_2024", "row_2023", "default_2024"])
def test_to_the_field_it_does_not_matter_where_bound_carbon_is_counted(name: str) -> None:
    given = declaration(name)
    assert applied(given) == inclusive(given) + delivery() + field(given)


def test_the_parts_of_application_are_those_printed() -> None:
    given = declaration("coal_2024")
    parts = nitrous_oxide(given)
    assert near(parts["direct"], "7.291")
    assert near(parts["volatilised"] * NITROUS_OXIDE, "298.58")
    assert near(parts["leached"] * NITROUS_OXIDE, "525.51")
    assert near(field(given), "2814.652")
    assert near(delivery(), "13.51")


def test_the_result_per_kilogram_of_nitrogen_is_that_printed() -> None:
    assert near(inclusive(declaration("row_2023")) / 464, "5.9417")
    assert near(inclusive(declaration("coal_2024")) / 464, "5.9065")


def test_what_urea_binds_is_what_ammonia_hands_on() -> None:
    handed_on = number(ammonia.declaration("coal_2024")["data"]["ammonia_making"]["to_urea"])
    made = number(declaration("coal_2024")["data"]["urea_making"]["urea"])
    assert handed_on == made * BOUND / 1000
    assert near(1000 * handed_on / made, "733.333")
