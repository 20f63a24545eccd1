"""The plywood examples recomputed by hand: formulas written out, exact fractions.

Nothing here knows the compiler. For 1 m3: fossil account of section 9 of the product's facts, wood
mass m = (ρ − resin solids) / (1 + ω), bound CO2 = 44/12 · cf · m, landfill methane
= m · cf · DOCf · F · 16/12 · (1 − R) · (1 − OX).
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "standards" / "wood_panel" / "examples"
HALF = Fraction("0.0005")

# Factors as published, kgCO2e per unit.
GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # per kWh
WIND = Fraction("0.0324")  # per kWh, 2024
DIESEL = Fraction("42.652") * Fraction("74.1") / 1000 + Fraction("0.65086")  # per kg
TRUCK, UF_RESIN, STRAPPING = Fraction("0.0978"), Fraction("1.1"), Fraction("2.6")
UPKEEP, AUXILIARIES = Fraction(6), Fraction(12)  # per m3 of logs, per m3 of plywood
WOOD_CH4, WOOD_N2O = Fraction("0.030"), Fraction("0.004")  # kg per GJ
BIOGENIC_CH4, N2O = Fraction(27), Fraction(273)
WOOD_CARBON, RESIN_CARBON = Fraction(1, 2), Fraction("0.33")
TO_CO2 = Fraction(44, 12)

MASS = {"t": Fraction(1000), "kg": Fraction(1)}

Data = Mapping[str, Any]


def example(name: str) -> dict[str, Any]:
    """Read an example's file."""
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def year(given: Data) -> int:
    """Give the year in which the period ends."""
    ends: int = given["declaration"]["period"]["to"].year
    return ends


def number(given: Data, process: str, name: str) -> Fraction:
    """Read a datum in kg, m3, GJ, km, kWh or as a ratio."""
    value, unit = given["data"][process][name]["value"].split(" ", 1)
    scale = {**MASS, "%": Fraction(1, 100), "MWh": Fraction(1000), "t/m3": Fraction(1000)}
    return Fraction(value) * scale.get(unit, Fraction(1))


def power_factor(given: Data) -> Fraction:
    """Give kgCO2e/kWh of the single supply."""
    row = given["data"]["power_supply"]["supply"][0]
    return GRID[year(given)] if row["kind"] == "grid" else WIND


def veneer_share(given: Data) -> Fraction:
    """Divide the value of veneer by that of veneer and residues sold."""
    values = [
        number(given, "log_processing", flow) * number(given, "log_processing", f"{flow}.price")
        for flow in ("veneer", "sold_residues")
    ]
    return values[0] / sum(values)


def fossil(given: Data) -> dict[str, Fraction]:
    """List the nine rows of the worked example, by id, for 1 m3 of plywood."""
    plywood = number(given, "panel_making", "plywood")
    logs = number(given, "log_processing", "delivered_logs")
    share = veneer_share(given)
    freight = (
        logs
        * number(given, "haulage", "green_density")
        * number(given, "haulage", "log_distance")
        / 1000
    )
    diesel = number(given, "forestry", "diesel") / number(given, "forestry", "logs")
    heat = number(given, "boiler", "burnt_residues") / 1000
    energy = heat * number(given, "boiler", "residue_heat_value")
    totals = {
        "L.1": logs * diesel * DIESEL * share,
        "L.2": logs * UPKEEP * share,
        "L.3": freight * TRUCK * share,
        "L.4": number(given, "panel_making", "resin") * UF_RESIN,
        "L.5": number(given, "panel_making", "electricity") * power_factor(given),
        "L.6": plywood * AUXILIARIES,
        "L.7": energy * WOOD_CH4 * BIOGENIC_CH4,
        "L.8": energy * WOOD_N2O * N2O,
        "L.9": number(given, "panel_making", "packing") * STRAPPING,
    }
    return {row: total / plywood for row, total in totals.items()}


def at_gate(given: Data) -> Fraction:
    """Add up modules A1 to A3 of the fossil account [kgCO2e/m3]."""
    return sum(fossil(given).values(), Fraction(0))


def resin_solids(given: Data) -> Fraction:
    """Give the solid resin in 1 m3 [kg]."""
    resin = number(given, "panel_making", "resin") / number(given, "panel_making", "plywood")
    return resin * number(given, "panel_making", "resin_solids")


def wood(given: Data) -> Fraction:
    """Give the oven-dry wood in 1 m3 [kg]."""
    density = number(given, "panel_making", "density")
    return (density - resin_solids(given)) / (1 + number(given, "panel_making", "moisture"))


def bound(given: Data) -> Fraction:
    """Give the CO2 bound in 1 m3 [kg]."""
    return TO_CO2 * WOOD_CARBON * wood(given)


def biogenic(given: Data) -> dict[str, Fraction]:
    """Give the biogenic account of 1 m3, module by module [kgCO2]."""
    plywood = number(given, "panel_making", "plywood")
    burnt = number(given, "boiler", "burnt_residues") / plywood * WOOD_CARBON * TO_CO2
    certified = given["data"]["certified_forest"]
    return {
        "A1": -(bound(given) + burnt) if certified else Fraction(0),
        "A3": burnt,
        "C": bound(given) if given["data"]["declares_c"] else Fraction(0),
    }


def landfill_methane(given: Data) -> Fraction:
    """Give the methane of 1 m3 if all of it is landfilled [kg]."""
    decays, methane = Fraction("0.10"), Fraction("0.5")
    escapes = (1 - Fraction("0.5")) * (1 - Fraction("0.1"))
    return wood(given) * WOOD_CARBON * decays * methane * Fraction(16, 12) * escapes


def module_c(given: Data, landfilled: Fraction) -> Fraction:
    """Give module C of the fossil account: carbon of the resin, and landfill methane [kgCO2e]."""
    resin = resin_solids(given) * RESIN_CARBON * TO_CO2
    return resin + landfilled * landfill_methane(given) * BIOGENIC_CH4


def test_each_row_of_2023_is_the_published_one() -> None:
    printed = {
        "L.1": "11.471",
        "L.2": "8.208",
        "L.3": "13.647",
        "L.4": "126.500",
        "L.5": "93.075",
        "L.6": "12.000",
        "L.7": "2.916",
        "L.8": "3.931",
        "L.9": "3.900",
    }
    computed = fossil(example("grid_2023"))
    assert {row: abs(computed[row] - Fraction(said)) <= HALF for row, said in printed.items()} == (
        dict.fromkeys(printed, True)
    )


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("grid_2024", "269.228"),
        ("grid_2023", "275.648"),
        ("landfill", "269.228"),
        ("uncertified", "269.228"),
        ("wind", "187.433"),  # 269.2275 − 150 · (0.5777 − 0.0324)
    ],
)
def test_the_plant_year_gives_the_total_at_the_gate(name: str, printed: str) -> None:
    assert abs(at_gate(example(name)) - Fraction(printed)) <= HALF


def test_veneer_bears_72_percent_of_the_logs() -> None:
    assert veneer_share(example("grid_2024")) == Fraction("0.72")


def test_the_panel_binds_the_published_carbon_dioxide() -> None:
    given = example("grid_2024")
    assert abs(wood(given) - Fraction("463.148")) <= HALF
    assert abs(bound(given) - Fraction("849.105")) <= HALF


def test_the_biogenic_account_sums_to_zero_over_the_modules() -> None:
    account = biogenic(example("grid_2024"))
    assert abs(account["A1"] + account["A3"] - Fraction("-849.105")) <= HALF
    assert sum(account.values()) == 0


def test_without_a_certificate_nothing_is_bound_and_what_is_burnt_stays() -> None:
    # 5 000 t burnt for 27 000 m3: 5 000 000 / 27 000 · 0.5 · 44/12 = 339.506 kg/m3
    account = biogenic(example("uncertified"))
    assert account["A1"] == 0
    assert account["A3"] == Fraction(5_000_000, 27_000) * Fraction(22, 12)


def test_the_fossil_account_does_not_depend_on_where_residues_go() -> None:
    # residues sold instead of burnt at the same value: the biogenic account moves, fossil does not
    given, other = example("grid_2024"), example("grid_2024")
    other["data"]["log_processing"]["sold_residues"]["value"] = "4550 t"
    other["data"]["log_processing"]["sold_residues.price"]["value"] = "1600 元/t"
    assert veneer_share(other) == veneer_share(given)
    assert at_gate(other) == at_gate(given)


def test_logs_carry_the_published_carbon_and_residues_the_rest() -> None:
    given = example("grid_2024")
    logs = number(given, "log_processing", "delivered_logs") * 420 * WOOD_CARBON * TO_CO2
    of_logs = logs / number(given, "panel_making", "plywood")
    assert of_logs == 1463
    assert abs(of_logs - bound(given) - Fraction("613.90")) <= Fraction("0.005")


def test_logs_are_found_again_in_panel_boiler_and_residues_sold() -> None:
    # 21 546 t of logs; 12 505 in panels + 5 000 burnt + 4 000 sold = 21 505 t, 0.19 % missing
    given = example("grid_2024")
    logs = number(given, "log_processing", "delivered_logs") * 420
    found = wood(given) * number(given, "panel_making", "plywood")
    found += number(given, "boiler", "burnt_residues")
    found += number(given, "log_processing", "sold_residues")
    assert (logs, found) == (Fraction(21_546_000), Fraction(21_505_000))


def test_the_end_of_life_adds_resin_carbon_and_landfill_methane() -> None:
    given = example("grid_2024")
    methane = landfill_methane(given)
    assert abs(resin_solids(given) * RESIN_CARBON * TO_CO2 - Fraction("72.36")) <= Fraction("0.005")
    assert abs(methane - Fraction("6.947")) <= HALF
    assert abs(methane * BIOGENIC_CH4 - Fraction("187.575")) <= HALF
    # 269.2275 + 72.358 + 0.3 · 187.575 and 269.2275 + 72.358 + 187.575
    mixed = at_gate(given) + module_c(given, Fraction("0.3"))
    assert abs(mixed - Fraction("397.858")) <= HALF
    landfilled = at_gate(given) + module_c(given, Fraction(1))
    assert abs(landfilled - Fraction("529.161")) <= HALF


def test_storage_over_25_years_is_the_published_information() -> None:
    stored = bound(example("grid_2024")) * Fraction("0.76") * 25 / 100
    assert abs(stored - Fraction("161.33")) <= Fraction("0.005")
