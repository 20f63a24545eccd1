"""The cashmere examples recomputed by hand: formulas written out, exact fractions.

Nothing here knows the compiler. Enteric CH4 = Σ heads · 5 kg, or GE · Ym / 55.65; N2O of dung =
N · (EF3 + FracGASM · EF4) · 44/28; raw cashmere carries share · herd / mass.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "standards" / "cashmere_sweater" / "examples"
HALF = Fraction("0.0005")

# Factors as published, kgCO2e per unit.
GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # per kWh
DIESEL = Fraction("42.652") * Fraction("74.1") / 1000 + Fraction("0.65086")  # per kg
FORAGE, STEAM, DYES = Fraction("0.25"), Fraction(120), Fraction(2)
FILM, CARTON, DETERGENT = Fraction("2.6"), Fraction("0.6"), Fraction(2)
TRUCK = Fraction("0.1502")  # per t·km
CH4, N2O = Fraction(27), Fraction(273)
ENTERIC, MANURE = Fraction(5), Fraction("0.13")  # kg CH4 of a goat in a year
NITROGEN = Fraction(10)  # kg N of a goat in a year
PASTURE, VOLATILISED, DEPOSITED = Fraction("0.003"), Fraction("0.21"), Fraction("0.010")
PROTEIN = {"cashmere": Fraction("0.98"), "live_weight": Fraction("0.30"), "heads": Fraction(0)}
MASS = {"cashmere": Fraction(1), "live_weight": Fraction(1), "heads": Fraction(0)}
PRICE = {"cashmere": "raw_cashmere", "live_weight": "live_goats", "heads": "hides_and_manure"}
BASES = ("price", "protein", "mass")

Data = Mapping[str, Any]


def example(name: str) -> dict[str, Any]:
    """Read an example's file."""
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def grid(given: Data) -> Fraction:
    """Give kgCO2e/kWh in the year in which the period ends."""
    return GRID[given["declaration"]["period"]["to"].year]


def number(said: Any) -> Fraction:
    """Read kg, GJ, kWh, km, pieces or a ratio; a gram counts as a thousandth of a kilogram."""
    value, unit = (said["value"] if isinstance(said, Mapping) else said).split(" ", 1)
    scale = {"t": Fraction(1000), "%": Fraction(1, 100), "g": Fraction(1, 1000)}
    return Fraction(value) * scale.get(unit, Fraction(1))


def datum(given: Data, process: str, name: str) -> Fraction:
    """Read a datum of a process."""
    return number(given["data"][process][name])


def herd(given: Data, name: str) -> Fraction:
    """Add up a datum over the farms of the sample."""
    farms = given["data"]["goat_husbandry"]["farm"]
    return sum((number(farm[name]) for farm in farms), Fraction(0))


def enteric(farm: Data) -> Fraction:
    """Give the enteric methane of a goat [kg in a year]: tier 2 where the ration is known."""
    if "gross_energy" not in farm:
        return ENTERIC
    energy, conversion = number(farm["gross_energy"]), number(farm["methane_conversion"])
    return energy * conversion / Fraction("55.65")


def herd_rows(given: Data) -> dict[str, Fraction]:
    """List the seven rows of the worked example, by id, for all farms."""
    farms, heads = given["data"]["goat_husbandry"]["farm"], herd(given, "heads")
    methane = sum((number(farm["heads"]) * enteric(farm) for farm in farms), Fraction(0))
    return {
        "G.1": methane * CH4,
        "G.2": heads * MANURE * CH4,
        "G.3": heads * NITROGEN * PASTURE * Fraction(44, 28) * N2O,
        "G.4": heads * NITROGEN * VOLATILISED * DEPOSITED * Fraction(44, 28) * N2O,
        "G.5": herd(given, "feed") * FORAGE,
        "G.6": herd(given, "diesel") * DIESEL,
        "G.7": herd(given, "electricity") * grid(given),
    }


def shares(given: Data, basis: str) -> dict[str, Fraction]:
    """Divide 1 among raw cashmere, live goats, hides and manure."""
    goats = given["data"]["goat_husbandry"]
    prices = {flow: number(goats[f"{name}.price"]) for flow, name in PRICE.items()}
    each = {"price": prices, "protein": PROTEIN, "mass": MASS}[basis]
    parts = {flow: herd(given, flow) * each[flow] for flow in PRICE}
    whole = sum(parts.values())
    return {flow: part / whole for flow, part in parts.items()}


def intensity(given: Data, flow: str, basis: str) -> Fraction:
    """Give kgCO2e per unit of a product of the herd."""
    total = sum(herd_rows(given).values())
    return total * shares(given, basis)[flow] / herd(given, flow)


def sweater_rows(given: Data, basis: str) -> dict[str, Fraction]:
    """List the eleven rows of the worked example, by id, for one sweater."""
    sweaters, power = datum(given, "knitting", "sweater"), grid(given)
    yarn = datum(given, "knitting", "yarn") / sweaters
    down = yarn * datum(given, "spinning", "dehaired_cashmere") / datum(given, "spinning", "yarn")
    dehaired = datum(given, "dehairing", "dehaired_cashmere")
    kept = 1 - datum(given, "dehairing", "guard_hair.value_share")
    made = datum(given, "spinning", "yarn")
    haul = datum(given, "delivery", "gross_mass") * datum(given, "delivery", "distance") / 1000

    def of_dehairing(name: str) -> Fraction:
        return datum(given, "dehairing", name) / dehaired * down * kept

    def of_spinning(name: str) -> Fraction:
        return datum(given, "spinning", name) / made * yarn

    def of_knitting(name: str) -> Fraction:
        return datum(given, "knitting", name) / sweaters

    return {
        "S.1": of_dehairing("raw_cashmere") * intensity(given, "cashmere", basis),
        "S.2": of_dehairing("electricity") * power,
        "S.3": of_dehairing("steam") * STEAM,
        "S.4": of_spinning("electricity") * power,
        "S.5": of_spinning("steam") * STEAM,
        "S.6": of_spinning("dyes") * DYES,
        "S.7": of_knitting("electricity") * power,
        "S.8": of_knitting("steam") * STEAM,
        "S.9": of_knitting("bag") * FILM + of_knitting("box") * CARTON,
        "S.10": haul * TRUCK,
        "S.11": 15 * (Fraction("0.05") * power + Fraction("0.010") * DETERGENT),
    }


def footprint(given: Data, basis: str) -> Fraction:
    """Add up the rows of one sweater [kgCO2e]."""
    return sum(sweater_rows(given, basis).values(), Fraction(0))


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("grid_2024", ("80.999", "33.123", "16.165")),
        ("tier_2", ("80.999", "33.123", "16.165")),
        ("grid_2023", ("81.334", "33.427", "16.458")),
    ],
)
def test_the_three_bases_give_the_published_totals(name: str, printed: tuple[str, ...]) -> None:
    computed = [footprint(example(name), basis) for basis in BASES]
    assert all(abs(a - Fraction(b)) <= HALF for a, b in zip(computed, printed, strict=True))


def test_a_goat_emits_what_is_published() -> None:
    printed = ("135.000", "3.510", "12.870", "9.009", "30.000", "2.287", "1.862")
    given = example("grid_2023")
    rows = [total / herd(given, "heads") for total in herd_rows(given).values()]
    assert all(abs(a - Fraction(b)) <= HALF for a, b in zip(rows, printed, strict=True))


def test_each_row_of_the_sweater_of_2023_is_the_published_one() -> None:
    farm = ("73.4835",)
    mills = ("0.8062", "0.8662", "1.5151", "1.4650", "0.1085", "1.3651", "0.7200", "0.1392")
    rest = ("0.0996", "0.7654")
    computed = sweater_rows(example("grid_2023"), "price").values()
    printed = chain(farm, mills, rest)
    half = Fraction("0.00005")
    assert all(abs(a - Fraction(b)) <= half for a, b in zip(computed, printed, strict=True))


@pytest.mark.parametrize("basis", BASES)
def test_cashmere_goats_and_the_rest_share_the_whole_herd(basis: str) -> None:
    given = example("grid_2024")
    assert sum(shares(given, basis).values()) == 1
    carried = sum(intensity(given, flow, basis) * herd(given, flow) for flow in PRICE)
    assert carried == sum(herd_rows(given).values())


def test_the_shares_of_cashmere_are_the_published_ones() -> None:
    printed = ("0.3741", "0.1302", "0.0438")
    computed = [shares(example("grid_2024"), basis)["cashmere"] for basis in BASES]
    half = Fraction("0.00005")
    assert all(abs(a - Fraction(b)) <= half for a, b in zip(computed, printed, strict=True))


@pytest.mark.parametrize(
    ("basis", "live", "carcass"), [("price", "9.831", "18.579"), ("protein", "14.100", "26.585")]
)
def test_mutton_of_the_same_herd_takes_what_cashmere_leaves(
    basis: str, live: str, carcass: str
) -> None:
    # carcass: yield 0.48, 0.90 of the value; slaughter takes 0.12 kWh and 0.6 MJ of steam per kg
    given = example("grid_2023")
    found = intensity(given, "live_weight", basis)
    slaughter = Fraction("0.12") * grid(given) + Fraction("0.0006") * STEAM
    meat = found / Fraction("0.48") * Fraction("0.90") + slaughter
    assert abs(found - Fraction(live)) <= HALF
    assert abs(meat - Fraction(carcass)) <= HALF


def test_the_basis_changes_the_result_fivefold() -> None:
    given = example("grid_2024")
    assert round(float(footprint(given, "price") / footprint(given, "mass")), 3) == 5.011


def test_the_yield_chain_is_that_of_the_worked_example() -> None:
    # 250 g · 1/(0.95 · 0.97) = yarn; /(0.93 · 0.98) = dehaired; /0.52 = raw
    given = example("grid_2024")
    yarn = Fraction("0.25") / (Fraction("0.95") * Fraction("0.97"))
    assert datum(given, "knitting", "yarn") / datum(given, "knitting", "sweater") == yarn
    spun = datum(given, "spinning", "yarn") / datum(given, "spinning", "dehaired_cashmere")
    assert spun == Fraction("0.93") * Fraction("0.98")
    assert abs(yarn / spun / Fraction("0.52") - Fraction("0.5724431")) <= Fraction("0.0000001")


def test_every_herd_closes() -> None:
    for farm in example("grid_2024")["data"]["goat_husbandry"]["farm"]:
        came = sum(number(farm[name]) for name in ("opening", "born", "bought"))
        assert came == sum(number(farm[name]) for name in ("sold", "died", "closing"))
