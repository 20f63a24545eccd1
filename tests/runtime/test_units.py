"""Units are exact: by hand where a definition says so, against pint where pint knows the unit."""

from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju_runtime.units import (
    UNIT_WORDS,
    DifferentDimension,
    UnknownUnit,
    convert,
    parse_data_unit,
    parse_unit,
    power,
    product,
    quotient,
    units_of,
)
from guiju_runtime.units.table import ROWS

BY_HAND = [
    ("1", "MWh", "3600", "MJ"),
    ("1340", "GWh", "1340000", "MWh"),
    ("1", "度", "1", "kWh"),
    ("1", "万千瓦时", "10", "MWh"),
    ("1", "kW·h", "1", "kWh"),
    ("1", "tce", "29.3076", "GJ"),
    ("1", "kcal", "4.1868", "kJ"),
    ("1", "kgce", "7000", "kcal"),
    ("1", "万吨标准煤", "10000", "tce"),
    ("1", "亩", "2000/3", "m2"),
    ("15", "亩", "1", "ha"),
    ("1", "a", "12", "month"),
    ("1", "a", "365", "d"),
    ("12", "月", "8760", "h"),
    ("1", "t·km", "1", "tkm"),
    ("1", "人·km", "1", "pkm"),
    ("3", "台", "3", "piece"),
    ("2.5", "万元", "25000", "元"),
    ("5", "%", "50", "‰"),
    ("1", "t", "1000000", "g"),
    ("1", "万吨", "10", "kt"),
    ("0.5777", "kgCO2e/kWh", "0.5777", "tCO2e/MWh"),
    ("0.104", "kgCF4·d/t·min", "149.76", "kgCF4/t"),
    ("293.15", "m3(20 °C)", "273.15", "m3(0 °C)"),
    ("1", "Nm3", "1", "m3(0 °C)"),
    ("389.31", "GJ/万Nm3", "38.931", "MJ/Nm3"),
    ("1", "PFLOPS·h", "3600", "PFLOPS·s"),
    ("12", "kWh/t", "0.012", "kWh/kg"),
    ("1", "1/d", "365", "1/a"),
    ("1", "kV·kA", "1", "MW"),
]

PINT_NAMES = {
    "%": "percent",
    "mg": "milligram",
    "g": "gram",
    "kg": "kilogram",
    "t": "metric_ton",
    "kt": "kilometric_ton",
    "Mt": "megametric_ton",
    "mol": "mole",
    "kmol": "kilomole",
    "J": "joule",
    "kJ": "kilojoule",
    "MJ": "megajoule",
    "GJ": "gigajoule",
    "TJ": "terajoule",
    "PJ": "petajoule",
    "Wh": "watt_hour",
    "kWh": "kilowatt_hour",
    "MWh": "megawatt_hour",
    "GWh": "gigawatt_hour",
    "TWh": "terawatt_hour",
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "s": "second",
    "min": "minute",
    "h": "hour",
    "d": "day",
    "mm": "millimeter",
    "cm": "centimeter",
    "m": "meter",
    "km": "kilometer",
    "m2": "meter ** 2",
    "ha": "hectare",
    "mL": "milliliter",
    "L": "liter",
    "kL": "kiloliter",
    "m3": "meter ** 3",
    "mV": "millivolt",
    "kV": "kilovolt",
    "kA": "kiloampere",
    "°C": "delta_degree_Celsius",
    "Pa": "pascal",
    "kPa": "kilopascal",
    "MPa": "megapascal",
}
BASES = {
    "mass": "kilogram",
    "length": "meter",
    "time": "second",
    "temperature": "kelvin",
    "amount": "mole",
    "current": "ampere",
}


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[Any]:
    return pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)


@pytest.mark.parametrize(("value", "unit", "result", "into"), BY_HAND)
def test_a_definition_is_converted_exactly(value: str, unit: str, result: str, into: str) -> None:
    given_unit, asked = parse_unit(unit), parse_unit(into)
    assert convert(Fraction(value), given_unit, asked) == Fraction(result)
    assert convert(Fraction(result), asked, given_unit) == Fraction(value)


@pytest.mark.parametrize(("word", "name"), PINT_NAMES.items())
def test_a_unit_that_pint_knows_has_the_same_factor_and_dimension(
    word: str, name: str, registry: pint.UnitRegistry[Any]
) -> None:
    ours = parse_unit(word)
    theirs = registry.Quantity(Fraction(1), name).to_base_units()
    in_our_bases = registry.Quantity(Fraction(1), "")
    for base, exponent in ours.dimension:
        in_our_bases = in_our_bases * registry.Quantity(Fraction(1), BASES[base]) ** exponent
    assert theirs.to(in_our_bases.units).magnitude == ours.factor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kgCO2e", "kgCO2"),
        ("kgCO2e/kWh", "kgCO2/kWh"),
        ("tC", "tCO2"),
        ("m3", "m3(0 °C)"),
        ("m3", "Nm3"),
        ("t", "MWh"),
        ("元", "USD"),
        ("件", "kg"),
        ("kg/台", "kg"),
        ("t·km", "t"),
    ],
)
def test_units_that_never_meet_are_told_apart(one: str, other: str) -> None:
    for unit, into in ((one, other), (other, one)):
        with pytest.raises(DifferentDimension):
            convert(Fraction(1), parse_unit(unit), parse_unit(into))


def test_a_mass_without_a_substance_meets_a_mass_with_one() -> None:
    assert convert(Fraction(3), parse_unit("t"), parse_unit("kgCO2")) == 3000


def test_a_substance_is_counted_with_its_exponent_and_cancels() -> None:
    assert parse_unit("kgC2F6/kgCF4").substance == (("C2F6", 1), ("CF4", -1))
    assert parse_unit("kgC/kgC").substance == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kwh", "kWh"),
        ("MWH", "MWh"),
        ("KG", "kg"),
        ("kgCO2/kwh", "kgCO2/kWh"),
        ("kgCO2eq/kWh", "kgCO2e/kWh"),
        ("TCO2EQ", "tCO2e"),
        ("tonne", "t"),
        ("m^3", "m3"),
        ("RMB", "CNY"),
        ("标方", "Nm3"),
    ],
)
def test_an_unknown_unit_offers_the_one_that_was_meant(written: str, meant: str) -> None:
    with pytest.raises(UnknownUnit) as caught:
        parse_unit(written)
    assert caught.value.near[0] == meant


@pytest.mark.parametrize(
    "text", ["t/h/d", "t·", "·t", "/t", "t/", "1/1", "t d", "m3(x)", "x" * 500]
)
def test_a_text_of_another_form_is_no_unit(text: str) -> None:
    with pytest.raises(UnknownUnit):
        parse_unit(text)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("t*km", "t·km"),
        (" kWh / t ", "kWh/t"),
        ("kg CO2e/(t·km)", "kgCO2e/t·km"),
        ("kgCO₂e/kWh", "kgCO2e/kWh"),
        ("kgCO2eq/kWh", "kgCO2e/kWh"),
        ("tCO2当量", "tCO2e"),
        ("ｋｇ／ｔ", "kg/t"),
        ("㎥", "m3"),
        ("m³", "m3"),
        ("Nm³", "Nm3"),
        ("m3（20 ℃）", "m3(20 °C)"),
        ("％", "%"),
    ],
)
def test_data_files_may_write_a_unit_more_freely(typed: str, unit: str) -> None:
    free, strict = parse_data_unit(typed), parse_unit(unit)
    assert (free.factor, free.dimension, free.substance) == (
        strict.factor,
        strict.dimension,
        strict.substance,
    )


def test_every_word_is_in_one_row_and_every_row_says_where_it_is_from() -> None:
    words = [word for row in ROWS for word in row.words.split()]
    assert len(words) == len(set(words)) == len(UNIT_WORDS)
    assert all(len(row.definition) >= 2 for row in ROWS)


def test_hints_and_forms_offer_the_usual_units_first() -> None:
    assert units_of(parse_unit("kg").dimension)[:3] == ("t", "kg", "g")
    assert units_of(parse_unit("J").dimension)[:3] == ("MWh", "kWh", "GWh")
    per_tonne = parse_unit("kgCF4/t")
    assert "kgCF4/t" in units_of(per_tonne.dimension, per_tonne.substance)


def test_units_multiply_divide_and_cancel() -> None:
    assert product(parse_unit("m3"), parse_unit("kgCO2e/kWh")).text == "m3·kgCO2e/kWh"
    assert quotient(parse_unit("kWh"), parse_unit("kWh/t")).text == "t"
    assert product(parse_unit("kWh/t"), parse_unit("t")).text == "kWh"
    assert quotient(parse_unit("t"), parse_unit("t")).dimension == ()
    assert power(parse_unit("m"), 3).dimension == parse_unit("m3").dimension


def test_only_a_plain_number_takes_a_huge_exponent() -> None:
    assert power(parse_unit(""), 10**9) == parse_unit("")
    with pytest.raises(ValueError, match="1000000000"):
        power(parse_unit("t"), 10**9)


_units = st.sampled_from(sorted(UNIT_WORDS))
_numbers = st.fractions(min_value=-(10**9), max_value=10**9)


@given(value=_numbers, units=st.lists(_units, min_size=2, max_size=2, unique=True))
def test_a_conversion_there_and_back_gives_the_same_number(
    value: Fraction, units: list[str]
) -> None:
    unit, into = (parse_unit(text) for text in units)
    if unit.same_kind(into):
        assert convert(convert(value, unit, into), into, unit) == value


@given(first=_units, second=_units)
def test_the_text_of_a_product_reads_back_as_the_same_unit(first: str, second: str) -> None:
    for made in (
        product(parse_unit(first), parse_unit(second)),
        quotient(parse_unit(first), parse_unit(second)),
    ):
        again = parse_unit(made.text)
        assert (again.factor, again.dimension) == (made.factor, made.dimension)


@given(text=st.text(max_size=30))
def test_any_text_is_a_unit_or_unknown(text: str) -> None:
    for parse in (parse_unit, parse_data_unit):
        try:
            parse(text)
        except UnknownUnit:
            continue
