"""Gases: chosen by the data, unknown to a set, and carbon dioxide of biogenic origin."""

import pytest

from tests.calculation.compiled import errors
from tests.calculation.small_standards import WORKS, found_for

LEAKS = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    each leak zh "泄漏" en "leak" {
      data gas zh "气体" en "gas" : choice gases
      emission gas lost zh "泄漏量" en "lost" : g
    }
  }
}
profile few zh "少数气体" en "few gases" { gwp cbam }
"""
)


def test_the_gas_of_a_row_is_the_one_that_its_datum_names() -> None:
    # 100 g SF6 · 25 200 + 1 000 g HFC-32 · 771 over 2 t
    rows = [{"gas": "SF6", "lost": "100 g"}, {"gas": "HFC-32", "lost": "1 kg"}]
    found = found_for(LEAKS, {"works": {"thing": "2 t", "leak": rows}})
    assert found["cfp"] == pytest.approx((0.1 * 25200 + 771) / 2, rel=1e-12)
    assert found["by_gas"] == pytest.approx({"SF6": 1260, "HFC_32": 385.5})


def test_a_gas_that_the_set_of_a_profile_lacks_leaves_that_profile_without_value() -> None:
    found = found_for(LEAKS, {"works": {"thing": "2 t", "leak": [{"gas": "SF6", "lost": "100 g"}]}})
    assert found["cfp"] == pytest.approx(1260, rel=1e-12)
    assert found["profiles"]["few"]["cfp"] is None
    assert errors(found) == [("GJ861", "works.leak[1].lost")]


BIOMASS = """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    emission CO2 wood zh "木柴" en "wood" : t { origin biogenic }
    emission CH4 digester zh "沼气" en "digester" : kg { origin biogenic }
    emission CO2 oil zh "油" en "oil" : t
  }
}
"""
BURNT = {"works": {"thing": "2 t", "wood": "10 t", "digester": "4 kg", "oil": "1 t"}}


def test_biogenic_carbon_dioxide_stands_beside_and_biogenic_methane_counts() -> None:
    # oil 1 000 kg and 4 kg CH4 · 27.0 over 2 t; 10 000 kg of wood's CO2 beside
    found = found_for(WORKS + BIOMASS, BURNT)
    assert found["cfp"] == pytest.approx((1000 + 4 * 27.0) / 2, rel=1e-12)
    assert found["biogenic_co2"] == pytest.approx(5000, rel=1e-12)
    assert found["by_origin"]["biogenic"] == pytest.approx(54, rel=1e-12)


def test_biogenic_carbon_dioxide_counts_where_the_standard_says_so() -> None:
    counted = WORKS.replace("gwp ar6_7sm7", "gwp ar6_7sm7 biogenic_carbon counted")
    found = found_for(counted + BIOMASS, BURNT)
    assert found["cfp"] == pytest.approx((1000 + 4 * 27.0 + 10000) / 2, rel=1e-12)
    assert found["biogenic_co2"] == 0
