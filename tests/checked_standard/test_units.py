"""Units, substances and conversions, by the rules of the language."""

from fractions import Fraction

import pytest

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from tests.checked_standard.checking import checked, datum, faults, formula

DATA = """
data coke : t
data coal : kg
data metered_gas : m3
data cold_gas : m3(0 °C)
data warm_gas : m3(20 °C)
data carbon_mass : tC
data power : kWh
data moisture : %
data duration : h
"""


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        ("13_500 kWh/t", Fraction(27, 2)),  # in MWh/t
        ("1 MWh/kg", Fraction(1000)),
        ("0 kWh/kg", Fraction(0)),
        ("3.6 GJ/t", Fraction(1)),  # 1 MWh = 3.6 GJ
    ],
)
def test_constants_are_converted_exactly_into_the_unit_declared(
    value: str, exact: Fraction
) -> None:
    found = formula(checked(f"let need : MWh/t = {value}"), "need")
    assert constant(found.value) == exact
    assert found.unit.text == "MWh/t"


def test_an_amount_in_another_unit_is_converted_by_an_explicit_factor() -> None:
    found = formula(checked(f"{DATA}let fuel : t = coke + coal"), "fuel")
    assert isinstance(found.value, typed.Arithmetic)
    assert isinstance(found.value.right, typed.Converted)
    assert found.value.right.ratio == Fraction(1, 1000)


def test_gas_at_0_and_20_degrees_convert_into_each_other_by_their_temperatures() -> None:
    found = formula(checked(f"{DATA}let gas : m3(0 °C) = warm_gas"), "gas")
    assert isinstance(found.value, typed.Converted)
    # the same gas takes less room when cold: 273.15 K / 293.15 K
    assert found.value.ratio == Fraction("273.15") / Fraction("293.15")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("let gas : m3 = cold_gas", "unit-mismatch: cold_gas"),
        ("let gas : m3(20 °C) = metered_gas", "unit-mismatch: metered_gas"),
        ("let gas = cold_gas + metered_gas", "different-quantities: cold_gas + metered_gas"),
    ],
)
def test_metered_gas_converts_to_gas_of_neither_state(body: str, fault: str) -> None:
    assert faults(DATA + body) == [fault]


def test_emission_factors_and_footprint_factors_of_electricity_never_meet() -> None:
    body = """
    factor emission_factor : kgCO2/kWh = 0.5366 { source "示例" }
    factor footprint : kgCO2e/kWh = 0.5777 { source "示例" }
    """
    process = "process p {{ output x : t  input power : kWh {{ factor {} }} }}"
    assert faults(body + process.format("footprint")) == []
    assert faults(body + process.format("emission_factor")) == ["unit-mismatch: emission_factor"]
    assert faults(f"{body}let sum_of_both = footprint + emission_factor") == [
        "different-quantities: footprint + emission_factor"
    ]


def test_carbon_is_no_carbon_dioxide_until_it_is_multiplied_by_44_12() -> None:
    process = "process p {{ output x : t  emission CO2 : t = {} }}"
    assert faults(DATA + process.format("carbon_mass")) == ["unit-mismatch: carbon_mass"]
    ratio = "let co2_per_c : kgCO2/kgC = 44 kgCO2 / 12 kgC\n"
    assert faults(DATA + ratio + process.format("carbon_mass * co2_per_c")) == []


@pytest.mark.parametrize(
    ("gas", "formula"),
    [
        ("CO2", "carbon_mass * 44 / 12"),
        ("CO2", "44 / 12 * carbon_mass"),
        ("CO2", "carbon_mass * (44 / 12) * 98 %"),
        ("CO2", "coke * carbon_share * 44 / 12"),
        ("CH4", "carbon_mass * 16 / 12"),
        ("N2O", "nitrogen * 1 % * 44 / 28"),
    ],
)
def test_the_masses_that_standards_write_turn_a_substance_into_another(
    gas: str, formula: str
) -> None:
    more = "data carbon_share : kgC/kg\ndata nitrogen : kgN\n"
    gases = "gwp more { CO2 = 1  CH4 = 29.8  N2O = 273 }\n"
    process = f"process p {{ output x : t  emission {gas} : t = {formula} }}"
    assert "unit-mismatch" not in str(faults(DATA + more + gases + process))


@pytest.mark.parametrize("formula", ["carbon_mass * 44 / 28", "carbon_mass * 12 / 44"])
def test_other_numbers_leave_carbon_what_it_is(formula: str) -> None:
    process = f"process p {{ output x : t  emission CO2 : t = {formula} }}"
    assert faults(DATA + process) == [f"unit-mismatch: {formula}"]


def test_a_mass_without_a_substance_may_be_an_emission() -> None:
    assert faults(f"{DATA}process p {{ emission CO2 : t = coke * 85 % * 44 / 12 }}") == []


def test_the_mass_of_one_gas_is_not_that_of_another() -> None:
    body = "process p { output x : t  emission CF4 : kg  emission CO2 : kg = CF4 }"
    assert faults(body) == ["unit-mismatch: CF4"]


@pytest.mark.parametrize(("written", "exact"), [("1 + 5 %", "1.05"), ("100 % - 2 ‰", "99.8")])
def test_a_percentage_is_a_hundredth_in_sums(written: str, exact: str) -> None:
    found = formula(checked(f"let ratio = {written}"), "ratio")
    value = constant(found.value)
    assert value is not None
    assert value * found.unit.factor == Fraction(exact) * found.unit.factor


@pytest.mark.parametrize(
    ("test", "low", "high"),
    [
        ("coke in 1 .. 2 t", "1", "2"),
        ("coke in 1 t .. 2", "1", "2"),
        ("coke in 1 .. 2", "1", "2"),
        ("coke in 500 .. 2_000 kg", "0.5", "2"),
        ("coke in -500 .. 2_000 kg", "-0.5", "2"),
    ],
)
def test_a_bare_bound_takes_the_unit_of_the_other_or_of_what_is_compared(
    test: str, low: str, high: str
) -> None:
    found = formula(checked(f"{DATA}let usual : yes_no = {test}"), "usual").value
    assert isinstance(found, typed.InRange)
    assert constant(found.low) == Fraction(low)
    assert constant(found.high) == Fraction(high)


def test_a_range_alone_is_about_the_thing_in_whose_braces_it_stands() -> None:
    bound = checked("data sulphur : % { limit 0 .. 10 % }")
    [limit] = bound.rules.provisions
    assert isinstance(limit.condition, typed.InRange)
    assert isinstance(limit.condition.value, typed.Reading)
    assert limit.condition.value.path == "sulphur"
    assert constant(limit.condition.high) == 10
    assert limit.tested == "sulphur"


def test_a_bare_number_takes_the_unit_that_it_is_compared_with() -> None:
    for value, unit in (("coal", "kg"), ("moisture", "%"), ("moisture + 1 %", "%")):
        found = formula(checked(f"{DATA}let much : yes_no = {value} > 5"), "much").value
        assert isinstance(found, typed.Compared)
        assert typed.unit_of(found.right).text == unit
        assert constant(found.right) == 5


def test_a_bare_number_beside_a_computed_ratio_is_a_plain_ratio() -> None:
    found = formula(checked(f"{DATA}let much : yes_no = coal / coke > 5"), "much").value
    assert isinstance(found, typed.Compared)
    assert constant(found.right) == 5_000  # kg/t


@pytest.mark.parametrize(
    ("within", "tolerance"),
    [("0.01 t", "0.01"), ("10 kg", "0.01"), ("1 %", "0.02"), ("0.5", "0.5")],
)
def test_a_tolerance_is_in_the_unit_compared_or_a_part_of_the_right_value(
    within: str, tolerance: str
) -> None:
    found = formula(checked(f"{DATA}let same : yes_no = coke = 2 t within {within}"), "same").value
    assert isinstance(found, typed.Compared)
    assert found.within is not None
    assert constant(found.within) == Fraction(tolerance)


def test_a_tolerance_of_another_kind_is_a_fault() -> None:
    assert faults(f"{DATA}let same : yes_no = coke = 2 t within 1 h") == ["unit-mismatch: 1 h"]


def test_a_year_less_a_duration_is_a_year() -> None:
    bound = checked(
        """
        factor grid : kgCO2e/kWh by year { source "示例"  2023 = 0.6205 }
        data age : a
        let first : year = year - 1 a
        let then_used = grid[year - age]
        let half_earlier = year - 6 month"""
    )
    first = formula(bound, "first")
    assert first.kind == "year"
    assert isinstance(first.value, typed.Arithmetic)
    assert first.value.kind == "year"
    earlier = formula(bound, "half_earlier").value
    assert isinstance(earlier, typed.Arithmetic)
    assert constant(earlier.right) == Fraction(1, 2)


def test_powers_multiply_the_unit_and_need_a_whole_exponent_for_it() -> None:
    bound = checked("data side : m\nlet area : m2 = side ^ 2\nlet inverse : 1/m = side ^ -1")
    assert formula(bound, "area").unit.dimension == (("length", 2),)
    assert faults("data side : m\nlet odd = side ^ 0.5") == ["unit-mismatch: side"]
    assert faults("data side : m\nlet odd = 2 ^ side") == ["unit-mismatch: side"]


@pytest.mark.parametrize("exponent", ["1_001", "-1_001", "99_999_999_999"])
def test_an_exponent_beyond_1000_is_reported(exponent: str) -> None:
    assert faults(f"data side : m\nlet far = side ^ {exponent}") == [
        f"exponent-too-large: {exponent}"
    ]


def test_default_and_factor_take_the_unit_in_which_they_are_needed() -> None:
    bound = checked(
        """
        data moisture : % { default 8 % }
        data load : t { default 500 kg }
        data distance : km { default 100 }
        process p { output x : t  input coal : t { factor 2 kgCO2e/kg } }"""
    )
    assert [constant_of(datum(bound, p).default) for p in ("moisture", "load", "distance")] == [
        Fraction(8),
        Fraction(1, 2),
        Fraction(100),
    ]
    [process] = bound.rules.processes
    assert constant_of(process.flows[1].factor) == 2000


def constant_of(value: typed.Expression | None) -> Fraction | None:
    """Give the value of a formula that is there."""
    assert value is not None
    return constant(value)


def test_a_longest_age_is_kept_in_years() -> None:
    bound = checked("data own : kgCF4/t { valid 18 month }\ndata other : t { valid 3 a }")
    assert datum(bound, "own").valid_years == Fraction(3, 2)
    assert datum(bound, "other").valid_years == 3
    assert faults("data own : t { valid 3 t }") == ["unit-mismatch: 3 t"]


@pytest.mark.parametrize("factor", ["1 kgCO2/kWh", "provincial[year]"])
def test_a_factor_of_carbon_dioxide_alone_is_no_footprint_factor(factor: str) -> None:
    body = f"""
    factor provincial : kgCO2/kWh by year {{ source "待核"  2024 = 0.5 }}
    process smelting {{ output metal : t  input power : kWh {{ factor {factor} }} }}"""
    assert faults(body) == [f"unit-mismatch: {factor}"]
