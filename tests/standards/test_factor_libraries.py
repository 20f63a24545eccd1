"""The factor libraries say what the official notices and the IPCC tables say."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from guiju_dsl.syntax import tree
from tests.standards.source_trees import SOURCES, all_of, file_of, library, rows

ELECTRICITY, GWP = library("china_electricity"), library("gwp")
FACTORS = [path for path in SOURCES if path.parent.name == "factors"]

# Notices of MEE, NBS and NEA on electricity carbon footprint factors, kgCO2e/kWh: 2023, 2024
FOOTPRINT = {
    "coal": ("0.9440", "0.9240"),
    "gas": ("0.4792", "0.4503"),
    "hydro": ("0.0143", "0.0141"),
    "nuclear": ("0.0065", "0.0065"),
    "wind": ("0.0336", "0.0324"),
    "solar_pv": ("0.0545", "0.0520"),
    "solar_thermal": ("0.0313", "0.0312"),
    "biomass": ("0.0457", "0.0404"),
}
# Notices of MEE and NBS on electricity CO2 factors, kgCO2/kWh: 2021, 2022, 2023
CO2 = {
    ("grid_co2", "average"): ("0.5568", "0.5366", "0.5306"),
    ("grid_co2", "without_traded_nonfossil"): ("0.5942", "0.5856", "0.6096"),
    ("grid_co2", "fossil_power"): ("0.8426", "0.8325", "0.8273"),
    ("grid_co2_region", "north_china"): ("0.7120", "0.6776", "0.6361"),
    ("grid_co2_province", "shanxi"): ("0.7222", "0.7096", "0.6634"),
    ("grid_co2_province", "inner_mongolia"): ("0.7025", "0.6849", "0.6479"),
}


@pytest.mark.parametrize("kind", FOOTPRINT)
def test_power_of_a_kind_has_the_footprint_of_the_notices(kind: str) -> None:
    found = rows(ELECTRICITY, "power_footprint")
    assert (found[kind, "2023"], found[kind, "2024"]) == tuple(map(Fraction, FOOTPRINT[kind]))


def test_grid_power_and_transmission_have_the_footprint_of_the_notices() -> None:
    grid = rows(ELECTRICITY, "grid_footprint")
    assert grid == {("2023",): Fraction("0.6205"), ("2024",): Fraction("0.5777")}
    assert rows(ELECTRICITY, "transmission")[("2024",)] == Fraction("0.0327")
    assert rows(ELECTRICITY, "transmission_lossless") == {
        ("2023",): Fraction("0.0036"),
        ("2024",): Fraction("0.0046"),
    }


@pytest.mark.parametrize(("table", "name"), CO2, ids=lambda part: str(part))
def test_the_co2_series_is_that_of_the_notices(table: str, name: str) -> None:
    found = rows(ELECTRICITY, table)
    years = ("2021", "2022", "2023")
    assert tuple(found[name, year] for year in years) == tuple(map(Fraction, CO2[table, name]))


def test_every_province_of_the_notices_has_all_three_years() -> None:
    found = rows(ELECTRICITY, "grid_co2_province")
    provinces = {name for name, _ in found}
    assert len(provinces) == 30
    assert len(found) == 90


def test_co2_of_power_is_never_in_the_unit_of_a_footprint() -> None:
    units = {
        item.name.text: item.type.unit.text
        for item in file_of(ELECTRICITY).items
        if isinstance(item, tree.Factor) and item.type.unit is not None
    }
    assert {unit for name, unit in units.items() if name.startswith("grid_co2")} == {"kgCO2/kWh"}
    assert units["grid_footprint"] == units["power_footprint"] == "kgCO2e/kWh"


def test_natural_gas_burnt_carries_supply_and_combustion() -> None:
    # 0.608 + 2.16 = 2.768 kgCO2e/m3, the figure that the product's worked example uses
    singles = {
        item.name.text: item.value.number
        for item in file_of(library("china_fuels")).items
        if isinstance(item, tree.Factor) and isinstance(item.value, tree.Quantity)
    }
    assert Fraction(singles["gas_supply"]) + Fraction(singles["gas_burning"]) == Fraction("2.768")


def test_the_two_ar6_sets_differ_in_sulphur_hexafluoride_only() -> None:
    first, second = rows(GWP, "ar6_7sm7"), rows(GWP, "ar6_ghgp2024")
    assert first.keys() == second.keys()
    assert {gas for gas in first if first[gas] != second[gas]} == {("SF6",)}
    assert first[("SF6",)] == 25200
    assert second[("SF6",)] == 24300


def test_methane_has_a_value_for_each_origin() -> None:
    # AR6 table 7.15: 29.8 fossil, 27.0 non-fossil; AR5 without feedback: 30 and 28
    for name, fossil, biogenic in (("ar6_7sm7", "29.8", "27.0"), ("ar5", "30", "28")):
        found = rows(GWP, name)
        assert ("CH4",) not in found
        assert found["CH4", "fossil"] == Fraction(fossil)
        assert found["CH4", "biogenic"] == Fraction(biogenic)


def test_the_cbam_set_holds_four_gases_and_no_more() -> None:
    assert rows(GWP, "cbam") == {("CO2",): 1, ("N2O",): 265, ("CF4",): 6630, ("C2F6",): 11100}


@pytest.mark.parametrize("path", FACTORS, ids=lambda path: str(path.stem))
def test_every_factor_names_its_source(path: Path) -> None:
    for item in file_of(path).items:
        if not isinstance(item, tree.Factor) or item.block is None:
            continue
        inside = item.block.items
        own = [part for part in inside if isinstance(part, tree.Remark) and part.kind == "source"]
        lines = [part for part in inside if isinstance(part, tree.Row)]
        assert own or (lines and all(has_source(row) for row in lines)), item.name.text


def has_source(row: tree.Row) -> bool:
    """Tell whether a row names its own source."""
    inside = row.block.items if row.block is not None else ()
    return any(isinstance(part, tree.Remark) and part.kind == "source" for part in inside)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.stem))
def test_every_label_and_text_is_in_both_languages(path: Path) -> None:
    # A name in Chinese characters is its own Chinese label.
    named = {label.span for label in labels_of_chinese_names(path)}
    one_sided = [
        words.zh or words.en
        for words in all_of(tree.Words, path)
        if (words.zh is None) != (words.en is None) and not (words.en and words.span in named)
    ]
    assert one_sided == []


def labels_of_chinese_names(path: Path) -> Iterator[tree.Words]:
    """Give the labels of things that are named in Chinese."""
    for node in all_of(tree.Node, path):
        name, label = getattr(node, "name", None), getattr(node, "label", None)
        if isinstance(name, tree.Name) and isinstance(label, tree.Words) and name.text > "\u3000":
            yield label
