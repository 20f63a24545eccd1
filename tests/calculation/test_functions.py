"""Functions, aggregates, tests and tiers: by hand, and the same exactly for any data."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import deferred

from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import errors
from tests.calculation.random_declarations import declarations
from tests.calculation.small_standards import WORKS, found_for, small

EVERYTHING = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process boiler zh "锅炉" en "Boiler" {
    only when own_boiler
    output steam zh "蒸汽" en "steam" : t
    input fuel zh "燃料" en "fuel" : t { factor 90 kgCO2e/t }
    data efficiency zh "效率" en "efficiency" : % { limit 1 .. 100 % }
  }
  process works zh "工厂" en "Works" {
    output thing : t
    coproduct dust zh "粉尘" en "dust" : kg { share 1 % }
    data age zh "年龄" en "age" : number
    data built zh "建成年份" en "year built" : year { optional }
    data started zh "投产" en "started" : date { optional }
    data mode zh "方式" en "mode" : choice { fast zh "快" en "fast", slow zh "慢" en "slow" }
    each load zh "批次" en "load" {
      data moisture zh "水分" en "moisture" : % { limit 0 .. 100 % }
      input ore zh "矿石" en "ore" : t { factor 20 kgCO2e/t  optional }
      let dry zh "干矿" en "dry ore" : t = ore * (1 - moisture)
      expect ore <= 1200 t
    }
    let heaviest zh "最大批" en "heaviest" : t = max(load.ore)
    let driest zh "最干" en "driest" : % = min(load.moisture)
    let usual zh "平均" en "mean" : t = prefer mean(load.dry) zh "平均" en "mean" else 5 t zh "缺省" en "default"
    let loads zh "批数" en "loads" = count(load)
    let grown zh "增长" en "grown" = exp(ln(age + 1) / 2) + sqrt(age + 1)
    let whole zh "取整" en "whole" = round(age / 8) + abs(1 - age)
    let bent zh "幂" en "bent" = (age + 1) ^ 1.5 + (age + 2) ^ 2
    let worn zh "磨损" en "worn" = when mode is fast and age > 40 then 2 otherwise 1
    let since zh "投产年数" en "since" = when given built then max(age, 1) otherwise 0
    input steam zh "蒸汽" en "steam" : t { from boiler.steam  factor 200 kgCO2e/t }
    input lime zh "石灰" en "lime" : t = usual * worn { factor 3 kgCO2e/t }
    emission CO2 venting zh "放空" en "venting" : t = sum(load.dry) / 100 + bent * 1 kg
    should mode is not slow or age <= 85 zh "旧厂宜快。" en "Old works should be fast."
    expect steam / thing in 0.1 .. 10 t/t
  }
}
data own_boiler zh "自备锅炉" en "own boiler" : yes_no
result per_load zh "每批" en "per load" : kgCO2e = thing.cfp / works.loads
result half zh "一半" en "half" : kgCO2e = per_load / 2
profile plain zh "简" en "plain" {
  exclude boiler because zh "不计" en "not counted"
}
"""
)
PLANT: dict[str, Any] = {
    "own_boiler": "no",
    "works": {
        "thing": "100 t",
        "dust": "5 kg",
        "age": "3",
        "mode": "fast",
        "steam": "10 t",
        "load": [{"moisture": "10 %", "ore": "40 t"}, {"moisture": "25 %", "ore": "80 t"}],
    },
}


def test_functions_and_aggregates_give_what_the_hand_gives() -> None:
    found = found_for(EVERYTHING, PLANT)
    values = {path: value["value"] for path, value in found["values"].items()}
    assert errors(found) == []
    assert values["works.heaviest"] == 80
    assert values["works.driest"] == 10
    assert values["works.usual"] == pytest.approx((36 + 60) / 2)
    assert values["works.loads"] == 2
    assert values["works.grown"] == pytest.approx(2 + 2)
    # 3/8 rounds to 0; |1 − 3| = 2; 4 ^ 1.5 + 5 ^ 2 = 33
    assert values["works.whole"] == 2
    assert values["works.bent"] == pytest.approx(33)
    assert values["works.worn"] == 1
    # steam 10 · 200, ore 120 · 20, lime 48 · 3, venting 0.96 t + 33 kg; 99 % of it for 100 t
    total = 2000 + 2400 + 144 + 960 + 33
    assert found["cfp"] == pytest.approx(total * 0.99 / 100)
    assert found["results"]["per_load"]["value"] == pytest.approx(total * 0.99 / 200)
    assert found["results"]["half"]["value"] == pytest.approx(total * 0.99 / 400)


def test_the_mean_of_no_rows_is_absent_and_a_tier_that_takes_it_is_passed_over() -> None:
    found = found_for(EVERYTHING, {**PLANT, "works": PLANT["works"] | {"load": []}})
    assert found["values"]["works.usual"]["tier"]["number"] == 2
    assert found["values"]["works.heaviest"]["value"] is None
    assert ("GJ850", "per_load") in errors(found)


def test_a_half_is_rounded_away_from_0() -> None:
    data = {**PLANT, "works": PLANT["works"] | {"age": "12"}}
    # 12 / 8 = 1.5 rounds to 2; |1 − 12| = 11
    assert found_for(EVERYTHING, data)["values"]["works.whole"]["value"] == 13


@given(declaration=deferred(lambda: declarations(small(EVERYTHING)[0].data_model)))
def test_any_data_give_the_same_exactly_and_by_the_calculator(declaration: dict[str, Any]) -> None:
    assert_agree(*small(EVERYTHING), declaration)
