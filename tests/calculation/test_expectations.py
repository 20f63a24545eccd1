"""Expectations of worked examples: the calculator and the exact reference answer alike."""

from fractions import Fraction

import pytest

from guiju.backends.python.asking import answers
from guiju.plan.reference import evaluate
from guiju_runtime.given import INVALID
from tests.calculation.compiled import calculated, declared
from tests.calculation.small_standards import WORKS, small

PLANT = """
choice sizes { small zh "小" en "small", large zh "大" en "large" }
factor power_factor zh "电力因子" en "power factor" : kgCO2e/MWh by sizes {
  source "by hand"  small = 500
}
process work zh "生产" en "work" {
  output thing zh "产品" en "thing" : t
  input power zh "电" en "power" : MWh { factor 600 kgCO2e/MWh }
  data size zh "规模" en "size" : choice sizes
  data clay zh "占比" en "share" : % { optional }
  each lot zh "批" en "lot" { data mass zh "质量" en "mass" : t }
}
result per_year zh "全年" en "per year" : tCO2e = thing.cfp * work.thing / 1 t
example one zh "一" en "one" {
  given {
    work { thing = 4 t  power = 2 MWh  size = large  lot { mass = 1 t }  lot { mass = 3 t } }
  }
  expect thing.cfp = 300 kgCO2e
  expect work.size is large
  expect work.size is not large or work.power > 1 MWh
  expect sum(work.lot.mass) in 3 .. 5 t
  expect count(work.lot.mass) = 2
  expect per_year = 1.2 tCO2e within 1 kgCO2e
  expect power_factor[work.size] = 500 kgCO2e/MWh
  expect work.clay < 50 %
  expect work.thing / (work.power - 2 MWh) = 1 t/MWh
}
"""
VALUES = [300, "large", True, 4, 2, Fraction(6, 5), None, None, None]
HELD = [True, True, True, True, True, True, None, None, None]


def test_both_engines_give_what_an_expectation_is_about_and_whether_it_holds() -> None:
    plan, module = small(WORKS + PLANT)
    [example] = plan.graph.standard.examples
    assert len(example.expected) == len(VALUES)
    declaration = {**declared({}), "data": example.given["data"]}
    run = calculated(module, declaration).main.run
    for nodes, by_hand in (
        ([expected.value for expected in example.expected], VALUES),
        ([expected.holds for expected in example.expected], HELD),
    ):
        exact = evaluate(plan, declaration, asked=nodes).answers
        assert [None if value is INVALID else value for value in exact] == by_hand
        found = answers(plan, run, nodes)
        assert list(found) == [
            pytest.approx(float(value), rel=1e-12) if isinstance(value, Fraction) else value
            for value in by_hand
        ]
