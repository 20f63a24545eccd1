"""What the graph means: loops, limited draws, downstream processes; totals by hand."""

from typing import Any

import pytest

from tests.calculation.compiled import errors
from tests.calculation.small_standards import HEAD, WORKS, found_for


def cfp(text: str, data: dict[str, Any]) -> float:
    found = found_for(text, data)
    assert errors(found) == []
    total: float = found["cfp"]
    return total


OWN_GAS = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process coking zh "炼焦" en "Coking" {
    output thing : t
    coproduct gas zh "煤气" en "gas" : GJ { share 20 % }
    input coal zh "煤" en "coal" : t { factor 100 kgCO2e/t }
    input own_gas zh "自用煤气" en "own gas" : GJ { from coking.gas }
  }
}
"""
)


def test_own_gas_is_a_loop_of_one_process() -> None:
    # E = 1 000 t · 100 = 100 000; T = E + 50 GJ · (0.2 T / 200 GJ) = E + 0.05 T = 100 000 / 0.95;
    # thing carries 80 % of it over 500 t
    data = {"coking": {"thing": "500 t", "gas": "200 GJ", "coal": "1000 t", "own_gas": "50 GJ"}}
    assert cfp(OWN_GAS, data) == pytest.approx(100000 / 0.95 * 0.8 / 500, rel=1e-12)


TWO_IN_A_LOOP = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process power zh "供电" en "Power" {
    output electricity zh "电" en "electricity" : MWh
    input steam zh "蒸汽" en "steam" : GJ { from boiler.steam }
    input coal zh "煤" en "coal" : t { factor 3000 kgCO2e/t }
  }
  process boiler zh "锅炉" en "Boiler" {
    output steam zh "蒸汽" en "steam" : GJ
    input electricity zh "电" en "electricity" : MWh { from power.electricity }
    input gas zh "气" en "gas" : m3 { factor 2 kgCO2e/m3 }
  }
  process works zh "工厂" en "Works" {
    output thing : t
    input electricity zh "电" en "electricity" : MWh { from power.electricity }
  }
}
"""
)


def loop(electricity: str = "10 MWh") -> dict[str, Any]:
    return {
        "power": {"electricity": "100 MWh", "steam": "50 GJ", "coal": "10 t"},
        "boiler": {"steam": "200 GJ", "electricity": electricity, "gas": "4000 m3"},
        "works": {"thing": "20 t", "electricity": "30 MWh"},
    }


def test_two_processes_that_supply_each_other_are_solved_together() -> None:
    # P = 30 000 + 50/200 S; S = 8 000 + 10/100 P: P = 30 000 + 2 000 + 0.025 P = 32 000 / 0.975;
    # the works take 30 of 100 MWh for 20 t
    assert cfp(TWO_IN_A_LOOP, loop()) == pytest.approx(32000 / 0.975 * 0.3 / 20, rel=1e-12)


@pytest.mark.parametrize("electricity", ["400 MWh", "500 MWh"])
def test_a_loop_that_takes_what_it_makes_has_no_value(electricity: str) -> None:
    # the boiler takes 4 times the power made, power a quarter of the steam: 1 − 4 · 0.25 = 0
    found = found_for(TWO_IN_A_LOOP, loop(electricity))
    assert found["cfp"] is None
    assert errors(found) == [("GJ860", "power")]


OWN_POWER = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process power zh "自备电厂" en "Own plant" {
    output electricity zh "电" en "electricity" : kWh
    input coal zh "煤" en "coal" : kg { factor 3 kgCO2e/kg }
  }
  process works zh "工厂" en "Works" {
    output thing : t
    input electricity zh "电" en "electricity" : kWh {
      from power.electricity  factor 0.6 kgCO2e/kWh
    }
    input light zh "光" en "light" : kWh { from lighting.light }
  }
  process lighting zh "照明" en "Lighting" {
    output light zh "光" en "light" : kWh
    input electricity zh "电" en "electricity" : kWh { from power.electricity }
  }
}
"""
)


def own_power(made: str, lighting: str = "0 kWh") -> dict[str, Any]:
    return {
        "power": {"electricity": made, "coal": "33 kg"},
        "works": {"thing": "1 t", "electricity": "45 kWh", "light": "1 kWh"},
        "lighting": {"light": "1 kWh", "electricity": lighting},
    }


def test_own_power_of_110_covers_a_need_of_45_and_no_more_of_it_counts() -> None:
    # 33 kg · 3 = 99 kgCO2e for 110 kWh: 45 of 110 kWh
    assert cfp(OWN_POWER, own_power("110 kWh")) == pytest.approx(99 * 45 / 110, rel=1e-12)


def test_own_power_of_15_leaves_30_to_be_bought() -> None:
    # all of 99 kgCO2e, and 30 kWh · 0.6
    assert cfp(OWN_POWER, own_power("15 kWh")) == pytest.approx(99 + 18, rel=1e-12)


def test_those_who_have_no_other_source_are_served_first() -> None:
    # lighting takes 100 of 110 kWh and all its light goes to the works; 10 kWh are left, 35 bought
    total = cfp(OWN_POWER, own_power("110 kWh", lighting="100 kWh"))
    assert total == pytest.approx(99 + 35 * 0.6, rel=1e-12)


DOWNSTREAM = (
    HEAD
    + """
product pack zh "电池包" en "pack" { functional unit 1 kWh  reference flow 8 kg }
stage making zh "制造" en "Making" {
  process assembly zh "组装" en "Assembly" {
    output pack : kg
    input cells zh "电芯" en "cells" : kg { factor 10 kgCO2e/kg }
  }
  process power zh "供电" en "Power" {
    output electricity zh "电" en "electricity" : kWh
    input coal zh "煤" en "coal" : kg { factor 2.5 kgCO2e/kg }
  }
}
stage use_stage zh "使用" en "Use" {
  process driving zh "使用" en "Driving" for 2 kWh pack {
    input electricity zh "电" en "electricity" : kWh { from power.electricity }
    emission CH4 leak zh "泄漏" en "leak" : g
  }
}
"""
)


def test_a_downstream_process_is_added_per_amount_that_it_is_written_for() -> None:
    # 8 kg pack · 10 = 80 per kWh; driving is for 2 kWh, so half of 300 kWh · 2.5 · 40 / 100 and of
    # 100 g CH4 · 29.8
    data = {
        "assembly": {"pack": "1000 kg", "cells": "1000 kg"},
        "power": {"electricity": "100 kWh", "coal": "40 kg"},
        "driving": {"electricity": "300 kWh", "leak": "100 g"},
    }
    found = found_for(DOWNSTREAM, data)
    assert errors(found) == []
    assert found["cfp"] == pytest.approx(80 + 300 / 2 + 0.1 * 29.8 / 2, rel=1e-12)
    assert found["by_stage"]["use_stage"] == pytest.approx(0.1 * 29.8 / 2, rel=1e-12)
