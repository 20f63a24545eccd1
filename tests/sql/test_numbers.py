"""Roots, powers, exp and ln, and what no float can hold."""

import math
from datetime import date
from fractions import Fraction
from pathlib import Path

import pyarrow as pa
import pytest

from tests.calculation.small_standards import WORKS, small
from tests.sql.answers import answers, differences, exactly

CURVES = (
    WORKS
    + """
data x zh "底" en "base" : number
data n zh "指数" en "exponent" : number
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    input ore zh "矿石" en "ore" : t { factor 1 kgCO2e/t }
  }
}
result powered zh "幂" en "power" : number = x ^ n
result root zh "根" en "root" : number = sqrt(x)
result logarithm zh "对数" en "logarithm" : number = ln(x)
result grown zh "指数函数" en "exponential" : number = exp(n)
result larger zh "较大" en "larger" : number = max(x, n) - min(x, n)
result whole zh "整数" en "whole" : number = round(x)
"""
)
VALUES = ((2.0, 0.5), (0.37, -3.25), (1234.5, 2.0), (1e-3, 1.5), (99.0, 0.0), (7.25, 12.75))
FAULTY = (
    (-2.0, 0.5),
    (0.0, -1.0),
    (0.0, 0.0),
    (3.0, 1000.0),
    (1e200, 2.0),
    (2.5, 1.0),
    (-2.5, 2.0),
)


def table(pairs: tuple[tuple[float, float], ...]) -> pa.RecordBatch:
    size = len(pairs)
    return pa.RecordBatch.from_pydict(
        {
            "x": [x for x, _ in pairs],
            "n": [n for _, n in pairs],
            "works.thing": [2.0] * size,
            "works.ore": [3.0] * size,
            "period_from": [date(2024, 1, 1)] * size,
            "period_to": [date(2024, 12, 31)] * size,
        }
    )


@pytest.mark.parametrize("name", ["powered", "root", "logarithm", "grown"])
def test_a_function_is_within_2_units_of_the_last_place(name: str) -> None:
    plan, _ = small(CURVES)
    given = table(VALUES)
    for number, row in enumerate(answers(plan, given)):
        exact = exactly(plan, given, number).results[name]
        assert isinstance(exact, Fraction)
        found = row[f"results.{name}"]
        assert abs(Fraction(found) - exact) <= 2 * Fraction(math.ulp(found)), (number, found)


def test_what_no_float_can_hold_and_what_is_not_defined_is_found() -> None:
    plan, _ = small(CURVES)
    given = table(FAULTY)
    found = answers(plan, given)
    for number, row in enumerate(found):
        assert list(differences(row, exactly(plan, given, number))) == []
    codes = [{(one["code"], one["path"]) for one in row["findings"]} for row in found]
    assert ("GJ853", "powered") in codes[0]  # a root of a negative number
    assert ("GJ850", "powered") in codes[1]  # 1 / 0
    assert ("GJ853", "grown") in codes[3]  # e^1000
    assert ("GJ853", "powered") in codes[4]  # 1e400
    assert found[2]["results.powered"] == 1.0  # 0^0, as exactly
    assert [row["results.whole"] for row in found[5:]] == [3.0, -3.0]  # halves away from 0
    assert [row["cfp"] for row in found] == [1.5] * len(FAULTY)


def test_a_number_that_is_none_is_found_in_a_parquet_file_whatever_it_notes_of_its_columns(
    tmp_path: Path,
) -> None:
    """The least and the greatest value that stand in such a file leave NaN out; README says how."""
    plan, _ = small(CURVES)
    numbers = {"x": [1.0, 1.0, 1.0], "n": [1.0] * 3, "works.ore": [1.0, math.nan, 1.0]}
    days = {"period_from": [date(2024, 1, 1)] * 3, "period_to": [date(2024, 12, 31)] * 3}
    table = pa.RecordBatch.from_pydict({**numbers, "works.thing": [2.0] * 3, **days})
    found = answers(plan, table, tmp_path / "works.parquet")
    assert [row["cfp"] for row in found] == [0.5, None, 0.5]
    assert {"code": "GJ809", "path": "works.ore"} in found[1]["findings"]
    for number, row in enumerate(found):
        assert list(differences(row, exactly(plan, table, number))) == []
