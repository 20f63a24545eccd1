"""What is older than it should be is named: the row of the factor, the datum.

By hand, in 2024: the row of coal is of 2013, 11 a; that of oil of 2019, 5 a; power of 2024, 0 a.
"""

import json
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from guiju.backends.javascript.module import to_module
from guiju.batch.calculating import Batch
from guiju.batch.found import each_of
from guiju.batch.layout import layout_of
from guiju_runtime.messages import Language
from tests.calculation.compiled import declared
from tests.calculation.small_standards import WORKS, found_for, small
from tests.javascript.engines import Program, needs_node, run_by_node

AGED = (
    WORKS
    + """
choice fuels { coal zh "煤" en "coal", oil zh "油" en "oil" }
factor burning zh "燃烧" en "burning" : kgCO2e/GJ by fuels {
  coal = 95 { source "甲, 2013"  year 2013 }
  oil = 75 { source "乙, 2019"  year 2019 }
}
factor zeta zh "电力" en "power" : kgCO2e/MWh by year { source "丙"  2024 = 500 }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing zh "产品" en "thing" : t
    each fuel zh "燃料" en "fuel" {
      data kind zh "种类" en "kind" : choice fuels
      input heat zh "热量" en "heat" : GJ { factor burning[kind] }
    }
    input power zh "电力" en "power" : MWh { factor zeta[year] }
  }
}
should fresh: factor_age <= 2 a zh "因子宜新。" en "Factors should be fresh."
shall known: data_age <= 3 a zh "数据应新。" en "Data shall be fresh."
"""
)
OLDEST = {
    ("coal", "oil"): ("11 a：燃烧 burning[coal]", "11 a: burning, burning[coal]"),
    ("oil",): ("5 a：燃烧 burning[oil]", "5 a: burning, burning[oil]"),
    (): None,
}
PERIOD = {"period_from": date(2024, 1, 1), "period_to": date(2024, 12, 31)}
KINDS = pytest.mark.parametrize("kinds", OLDEST)
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def data(*kinds: str, **power: Any) -> dict[str, Any]:
    fuel = [{"kind": kind, "heat": "10 GJ"} for kind in kinds]
    return {"works": {"thing": "1 t", "fuel": fuel, "power": {"value": "2 MWh", **power}}}


def messages(found: dict[str, Any], code: str) -> list[str]:
    return [one["message"] for one in found["findings"] if one["code"] == code]


@KINDS
def test_the_oldest_row_of_a_table_is_named(kinds: tuple[str, ...]) -> None:
    found_for(AGED, data(*kinds))
    _, module = small(AGED)
    for number, language in enumerate(LANGUAGES):
        told = messages(module.calculate(declared(data(*kinds)), language), "GJ856")
        expected = OLDEST[kinds]
        assert bool(told) == bool(expected)
        assert expected is None or expected[number] in told[0]


def test_the_oldest_datum_is_named() -> None:
    [told] = messages(found_for(AGED, data(year="2019")), "GJ855")
    assert "5 a: power, works.power" in told


def test_a_confidential_datum_is_not_named() -> None:
    secret = AGED.replace("factor zeta[year] }", "factor zeta[year]  confidential }")
    [told] = messages(found_for(secret, data(year="2019")), "GJ855")
    assert told.endswith(" (it is 5 a)")


@needs_node
def test_javascript_names_the_same() -> None:
    plan, module = small(AGED)
    text = to_module(plan)
    cases = [(data(*kinds, year="2019"), language) for kinds in OLDEST for language in LANGUAGES]
    programs: list[Program] = [
        (text, {}, json.dumps(declared(one), ensure_ascii=False), language)
        for one, language in cases
    ]
    for (one, language), given in zip(cases, run_by_node(programs), strict=True):
        wanted = module.calculate(declared(one), language)
        for code in ("GJ855", "GJ856"):
            assert messages(given, code) == messages(wanted, code)


def test_tables_name_the_same_row() -> None:
    plan, module = small(AGED)
    rows = [
        {
            "works.thing": 1.0,
            "works.power": 2.0,
            "works.fuel": [{"kind": kind, "heat": 10.0} for kind in kinds],
        }
        for kinds in OLDEST
    ]
    table = pa.RecordBatch.from_pylist([{**PERIOD, **row} for row in rows])
    batch = Batch(plan, module.CALCULATOR, layout_of(plan.data_model, table.schema))
    calculated = batch.calculate(table)
    assert calculated.aside == 0
    told = {at: f.message("zh") for at, f in each_of(calculated.found) if f.code.id == "GJ856"}
    wanted = {at: of[0] for at, of in enumerate(OLDEST.values()) if of is not None}
    assert told.keys() == wanted.keys()
    assert all(words in told[at] for at, words in wanted.items())
