"""Formulas with parameters: called by place and by name, within each other, under conditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import declared, errors
from tests.calculation.small_standards import WORKS, found_for, small

CALLS = (
    WORKS
    + """
let blend(part zh "份额" en "part" : %, old zh "旧" en "old" : kgCO2e/kg, new : kgCO2e/t)
  zh "掺混" en "blend" : kgCO2e/t = part * old + (1 - part) * new
let twice(x zh "值" en "value" : kgCO2e/t) zh "两倍" en "twice" : kgCO2e/t
  = blend(0 %, new: 2 * x, old: 0 kgCO2e/t)
let lower(x zh "值" en "value" : t, y zh "上限" en "cap" : t) zh "较小" en "lower" : t
  = when x < y then x otherwise y
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    data rich zh "份额" en "share" : %
    data cap zh "上限" en "cap" : t { optional }
    input ore zh "矿石" en "ore" : t { factor blend(rich, 3 kgCO2e/kg, 1000 kgCO2e/t) }
    each load zh "批" en "load" {
      data dry zh "干基" en "dry" : %
      input coal zh "煤" en "coal" : t { factor twice(100 kgCO2e/t) }
      let burnt zh "燃烧" en "burnt" : t = lower(coal * dry, 10_000 kg)
    }
    let taken zh "取用" en "taken" : t
      = prefer lower(x: ore, y: cap) zh "有上限" en "capped"
        else ore zh "无上限" en "free"
    let burnt_together zh "共燃" en "burnt together" : t = sum(lower(load.coal, 4 t))
  }
}
"""
)


def test_arguments_take_the_place_of_parameters_in_their_units() -> None:
    # ore 10 t · (25 % · 3 000 + 75 % · 1 000) = 15 000; coal (5 + 20) t · 200 = 5 000; over 2 t
    loads = [{"dry": "80 %", "coal": "5 t"}, {"dry": "90 %", "coal": "20 t"}]
    works = {"thing": "2 t", "rich": "25 %", "ore": "10 t", "load": loads, "cap": "7 t"}
    found = found_for(CALLS, {"works": works})
    assert errors(found) == []
    assert found["cfp"] == pytest.approx(10_000, rel=1e-12)
    values = {path: value["value"] for path, value in found["values"].items()}
    # 5 t · 80 % = 4 t; 20 t · 90 % = 18 t is cut to 10 t; each coal is cut to 4 t
    assert [values[f"works.load[{row}].burnt"] for row in (1, 2)] == pytest.approx([4, 10])
    assert values["works.burnt_together"] == pytest.approx(8)
    assert values["works.taken"] == 7


def test_a_tier_that_calls_with_what_is_absent_is_passed_over() -> None:
    works = {"thing": "2 t", "rich": "25 %", "ore": "10 t", "load": []}
    found = found_for(CALLS, {"works": works})
    assert found["values"]["works.taken"]["value"] == 10
    assert found["values"]["works.taken"]["tier"]["number"] == 2


@given(share=st.integers(0, 100), ore=st.integers(0, 50), cap=st.integers(0, 50))
def test_any_arguments_give_the_same_exactly_and_by_the_calculator(
    share: int, ore: int, cap: int
) -> None:
    loads = [{"dry": f"{share} %", "coal": f"{cap} t"}]
    works = {"thing": "2 t", "rich": f"{share} %", "ore": f"{ore} t", "load": loads}
    assert_agree(*small(CALLS), declared({"works": {**works, "cap": f"{cap} t"}}))
