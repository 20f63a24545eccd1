"""Series: their bounds and their index, typed."""

import pytest

from guiju_dsl.standard.expressions import Arithmetic, TableLookup
from tests.checked_standard.checking import checked, faults

USE = """
product lamp {{ functional unit 1 piece }}
process works {{ output lamp : piece }}
factor grid : kgCO2e/kWh by year {{ source "by hand, 2024"  2023 = 0.6 }}
process lighting for 1 piece lamp {{
  data life : a {{ limit 0 .. 50 a }}
  data lamps : number
  {body}
}}
"""


def use(body: str) -> str:
    return USE.format(body=body)


def series(
    bounds: str, inside: str = "input power : kWh = 1 kWh * y { factor grid[year + y] }"
) -> str:
    return use(f"each y in {bounds} {{ {inside} }}")


@pytest.mark.parametrize(
    ("bounds", "fault"),
    [
        ("0 .. life", "unit-mismatch: life"),
        ("0 .. lamps", "series-without-limit: y"),
        ("lamps .. 9", "series-without-limit: y"),
        ("[1, 2]", "wrong-kind: [1, 2]"),
        ('0 .. "ten"', None),
    ],
)
def test_bounds_are_plain_numbers_that_end(bounds: str, fault: str | None) -> None:
    if fault is not None:
        assert faults(series(bounds)) == [fault]


def test_a_formula_between_needs_no_limit_of_its_own() -> None:
    assert faults(use("let years = life / 1 a  each y in 1 .. years { let one = y }")) == []


def test_the_index_is_known_in_its_rows_and_in_sums_over_them() -> None:
    assert faults(use("each y in 0 .. 9 { let one = y }  let all = sum(2 ^ y) + sum(y.one)")) == []
    assert faults(use("each y in 0 .. 9 { let one = y }  let all = 2 * y")) == [
        "row-outside-group: y"
    ]


def test_what_is_collected_cannot_stand_in_a_series() -> None:
    assert faults(series("0 .. 9", "data hours : h")) == ["datum-in-series: hours"]
    assert faults(series("0 .. 9", "input power : kWh { factor grid[year] }")) == [
        "datum-in-series: power"
    ]


def test_a_year_and_a_plain_number_of_years_are_a_year() -> None:
    bound = checked(series("0 .. 9"))
    [flow] = [f for p in bound.rules.processes for f in p.flows if f.name == "power"]
    assert isinstance(flow.factor, TableLookup)
    [key] = flow.factor.keys
    assert isinstance(key, Arithmetic)
    assert key.kind == "year"
    assert faults(series("0 .. 9", "let bad = year + 1 kWh")) == [
        "different-quantities: year + 1 kWh"
    ]
