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


OTHER_METRICS = """
standard small "T/XXX 009—2026" { title zh "小标准" en "Small"  gwp hundred }
gwp hundred { horizon 100 a  source zh "示例" en "example"  CO2 = 1  CH4 = 30 }
gwp twenty { horizon 20 a  source zh "示例" en "example"  CO2 = 1  CH4 = 80 }
product thing zh "产品" en "thing" { declared unit 1 t }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    emission CH4 leak zh "泄漏" en "leak" : kg
    data hydrogen zh "漏氢" en "hydrogen lost" : kg
  }
}
profile short zh "20年" en "20 years" { gwp twenty }
let hydrogen_potential zh "氢的潜势" en "potential of hydrogen" : kgCO2e/kg = 12 kgCO2e/kg
result over_20_years zh "20年潜势" en "over 20 years" : kgCO2e = short.thing.cfp
result with_hydrogen_lost zh "计入氢" en "hydrogen counted" : kgCO2e
    = thing.cfp + works.hydrogen * hydrogen_potential / (works.thing / 1 t)
"""


def test_further_lines_count_by_other_potentials_and_leave_the_headline_alone() -> None:
    """10 kg CH4 and 5 kg H2 for 2 t: 150; over 20 years 400; with hydrogen 150 + 30."""
    data = {"works": {"thing": "2 t", "leak": "10 kg", "hydrogen": "5 kg"}}
    found = found_for(OTHER_METRICS, data)
    assert found["cfp"] == pytest.approx(150, rel=1e-12)
    results = {name: one["value"] for name, one in found["results"].items()}
    assert results == pytest.approx({"over_20_years": 400, "with_hydrogen_lost": 180}, rel=1e-12)
