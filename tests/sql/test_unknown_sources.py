"""What is taken of a source of which nothing is known, by hand and as exactly."""

from operator import truediv
from typing import Any

import pytest

from guiju_runtime.reading import read
from tests.calculation.compiled import declared
from tests.calculation.small_standards import WORKS, small
from tests.sql.answers import answers, differences, exactly, table_of

TEXT = (
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
    input gas zh "气" en "gas" : m3 { factor 2 kgCO2e/m3 }
  }
}
"""
)


def own_power(taken: str, **power: str) -> dict[str, Any]:
    return {"works": {"thing": "4 t", "gas": "6 m3", "electricity": taken}, "power": power}


def test_a_limited_draw_of_nothing_adds_nothing_whatever_is_unknown_of_its_source() -> None:
    # 6 m3 · 2 kgCO2e/m3 = 12 kgCO2e for 4 t; with 5 kWh, of 10 kWh made of 1 kg · 3 kgCO2e/kg,
    # 12 + 5 / 10 · 3 = 13.5; what cannot be known is how much of 5 kWh the plant covers
    plan, _ = small(TEXT)
    given = [
        own_power("0 kWh", coal="1 kg"),
        own_power("5 kWh", coal="1 kg", electricity="10 kWh"),
        own_power("5 kWh", coal="1 kg"),
    ]
    table = table_of(plan.data_model, [read(plan.data_model, declared(d), truediv) for d in given])
    found = answers(plan, table)
    assert [row["cfp"] for row in found] == [pytest.approx(3), pytest.approx(13.5 / 4), None]
    for number, row in enumerate(found):
        assert list(differences(row, exactly(plan, table, number))) == []
