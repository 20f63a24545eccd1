"""The published totals of the coke examples, by hand: formulas written out, exact fractions.

Nothing here knows the compiler but the last test. All that goes into the ovens and all that is
burnt there is one burden; what leaves the plant, gas and power after own use, shares it by energy
or by value. Carbon burnt is carbon of the coal less carbon of what leaves.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.standards.shipped import compiled

EXAMPLES = Path(__file__).parents[2] / "standards" / "coke" / "examples"

COAL = {2023: Fraction("164.3707083"), 2024: Fraction("162.6438388")}  # kgCO2e per t
TRUCK, RAIL = Fraction("0.0978"), Fraction("0.010")  # kgCO2e per t·km
GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # kgCO2e per kWh
STEAM = Fraction(120)  # kgCO2e per GJ
CHEMICALS, WASTE_WATER = Fraction(600), Fraction(1)  # kgCO2e per t, per m3
MOLAR_VOLUME, CARBON = Fraction("22.414"), Fraction("12.011")  # m3 at 0 °C and kg per kmol
KWH = Fraction("0.0036")  # GJ
PRODUCTS = ("焦炭", "焦粉", "焦炉煤气", "焦油", "粗苯", "硫铵", "干熄焦电")

Declaration = Mapping[str, Any]


def declaration(name: str) -> dict[str, Any]:
    """Read an example's file."""
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def number(said: Any) -> Fraction:
    """Read a value as t, m3 at 0 °C, GJ, kWh, km, CNY or a ratio."""
    text = said["value"] if isinstance(said, dict) else said
    value, unit = re.fullmatch(r"(\S+) (.+)", text).groups()  # type: ignore[union-attr]  # the files are ours
    scale = {"%": Fraction(1, 100), "GWh": Fraction(10**6), "MJ/m3(0 °C)": Fraction(1, 1000)}
    return Fraction(value) * scale.get(unit, Fraction(1))


def works(given: Declaration) -> Mapping[str, Any]:
    """Give the data of coking."""
    found: Mapping[str, Any] = given["data"]["炼焦"]
    return found


def coal(given: Declaration) -> list[tuple[Fraction, Mapping[str, Any]]]:
    """Give the coal of each source [t], as received."""
    return [(number(row["到厂煤"]), row) for row in given["data"]["供煤"]["煤源"]]


def own_gas(given: Declaration) -> Fraction:
    """Give the gas that does not leave the plant [m3 at 0 °C]."""
    return number(works(given)["加热煤气"]) + number(works(given)["放散煤气"])


def leaving(given: Declaration) -> dict[str, Fraction]:
    """Give what leaves the plant of each product [t, m3 at 0 °C, kWh]."""
    plant = works(given)
    out = {name: number(plant[name]) for name in PRODUCTS if name in plant}
    out["焦炉煤气"] -= own_gas(given)
    if "干熄焦电" in out:
        out["干熄焦电"] -= min(out["干熄焦电"], number(plant["用电量"]))
    return out


def gas_carbon(given: Declaration) -> Fraction:
    """Give the carbon of the gas [t per m3 at 0 °C]: measured, else from its composition."""
    gas = works(given)["焦炉煤气"]
    if "实测含碳量" in gas:
        return number(gas["实测含碳量"]) / 1000
    single = sum(number(gas[f"{name}分数"]) for name in ("甲烷", "一氧化碳", "二氧化碳"))
    atoms = single + 2 * number(gas["不饱和烃分数"])
    return atoms * CARBON / MOLAR_VOLUME / 1000


def carbon_of(given: Declaration) -> tuple[Fraction, Fraction]:
    """Give carbon of the coal and of what leaves the plant [t]."""
    properties = given["data"]["供煤"]["洗精煤"]
    dry = sum(mass for mass, _ in coal(given)) * (1 - number(properties["水分"]))
    out = leaving(given)
    solid = sum(out[n] * number(works(given)[n]["碳"]) for n in ("焦炭", "焦粉", "焦油", "粗苯"))
    return dry * number(properties["干基碳"]), solid + out["焦炉煤气"] * gas_carbon(given)


def supply(given: Declaration) -> Fraction:
    """Give coal with its transport [kgCO2e]."""
    year = given["declaration"]["period"]["to"].year
    total = Fraction(0)
    for mass, row in coal(given):
        stated = number(row["供应商碳足迹"]) if "供应商碳足迹" in row else COAL[year]
        total += mass * stated
        total += mass * (number(row["公路运距"]) * TRUCK + number(row["铁路运距"]) * RAIL)
    return total


def joint(given: Declaration) -> Fraction:
    """Give the burden that all products bear together [kgCO2e]."""
    year, plant = given["declaration"]["period"]["to"].year, works(given)
    into, out = carbon_of(given)
    made = number(plant["干熄焦电"]) if "干熄焦电" in plant else Fraction(0)
    bought = max(number(plant["用电量"]) - made, Fraction(0))
    return (
        supply(given)
        + (into - out) * 1000 * 44 / 12
        + bought * GRID[year]
        + number(plant["外购蒸汽"]) * STEAM
        + number(plant["药剂"]) * CHEMICALS
        + number(plant["酚氰废水"]) * WASTE_WATER
    )


def worth(given: Declaration, product: str, by: str) -> Fraction:
    """Give energy [GJ] or price [CNY] of a unit of a product."""
    if by == "热值" and product in ("硫铵", "干熄焦电"):
        return {"硫铵": Fraction(0), "干熄焦电": KWH}[product]
    return number(works(given)[product][by])


def footprint(given: Declaration, product: str = "焦炭", by: str = "热值") -> Fraction:
    """Give the footprint of 1 t or 1 m3 of a product [kgCO2e]."""
    whole = sum(amount * worth(given, name, by) for name, amount in leaving(given).items())
    return joint(given) * worth(given, product, by) / whole


def near(value: Fraction, printed: str) -> bool:
    """Tell whether a value is what is printed, to half a unit of the last digit."""
    digits = len(printed.partition(".")[2])
    return abs(value - Fraction(printed)) <= Fraction(1, 2 * 10**digits)


@pytest.mark.parametrize(
    ("name", "printed"),
    [("一厂_2024", "370.934"), ("一厂_2023", "372.961"), ("二厂_2024", "357.915")],
)
def test_a_tonne_of_coke_has_the_printed_footprint(name: str, printed: str) -> None:
    assert near(footprint(declaration(name)), printed)


def test_the_first_plant_gives_the_printed_parts() -> None:
    plant = declaration("一厂_2024")
    coke = number(works(plant)["焦炭"])
    into, out = carbon_of(plant)
    assert (into - out) * 1000 / coke == Fraction("49.5508")
    assert into * 1000 / coke == Fraction("1036.32")
    assert near(joint(plant) / coke, "467.0097675")
    assert near(footprint(plant) / Fraction("28.435"), "13.04497395")


def test_coke_of_the_first_plant_has_the_printed_footprint_by_value() -> None:
    assert near(footprint(declaration("一厂_2024"), by="价格"), "364.49")


def test_gas_of_the_second_plant_has_the_printed_footprint() -> None:
    plant = declaration("二厂_2024")
    assert near(joint(plant) / number(works(plant)["焦炭"]), "442.555")
    assert near(footprint(plant, "焦炉煤气"), "0.21425")


def test_coke_of_the_second_plant_has_its_footprint_by_value() -> None:
    # 1 900 of 2 300.5 CNY per t of coke, as in its table of revenue
    assert near(footprint(declaration("二厂_2024"), by="价格"), "365.509")


@pytest.mark.parametrize("name", ["一厂_2024", "二厂_2024"])
def test_carbon_unaccounted_for_is_within_two_per_cent(name: str) -> None:
    plant = declaration(name)
    into, out = carbon_of(plant)
    lost = (into - out - own_gas(plant) * gas_carbon(plant)) / into
    assert near(lost * 100, {"一厂_2024": "0.84", "二厂_2024": "0.73"}[name])


@pytest.mark.parametrize("name", ["一厂_2024", "二厂_2024"])
def test_the_products_bear_the_whole_burden(name: str) -> None:
    plant = declaration(name)
    for by in ("热值", "价格"):
        borne = sum(footprint(plant, n, by) * amount for n, amount in leaving(plant).items())
        assert borne == joint(plant)


def test_ten_kilograms_more_of_coal_ripple_into_coke() -> None:
    """As printed: 1 478.26 kg of coal for a tonne of coke, of whose burden coke bears 0.79427."""
    before, after = declaration("一厂_2024"), declaration("一厂_2024")
    for row in after["data"]["供煤"]["煤源"]:
        row["供应商碳足迹"] = f"{float(COAL[2024] + 10)} kgCO2e/t"
    assert near(footprint(after) - footprint(before), "11.74")
    less, more = (compiled("coke").calculate(one).cfp or 0.0 for one in (before, after))
    assert more - less == pytest.approx(float(footprint(after) - footprint(before)), rel=1e-9)
