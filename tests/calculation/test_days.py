"""Days are earlier and later: every engine compares them alike, and a check proves the cases.

By hand, per t of 10 t of thing with 40 MWh: until the end of February 2024 at 500 kgCO2e/MWh,
2 000; in March at 400, 1 600; later at 300, 1 200.
"""

import json
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from guiju.backends.javascript.module import to_module
from guiju.batch.calculating import Batch
from guiju.batch.found import each_of
from guiju.batch.layout import layout_of
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from guiju_runtime.messages import Language
from tests.calculation.compiled import declared, errors
from tests.calculation.small_standards import WORKS, found_for, small
from tests.javascript.engines import needs_node, run_by_node
from tests.sql.answers import answers

DAYS = (
    WORKS
    + """
data opened zh "投产日期" en "day of opening" : date { limit 2000-01-01 .. 2030-12-31 }
data audited zh "核查日期" en "day of audit" : date { optional }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing zh "产品" en "thing" : t
    input power zh "电力" en "power" : MWh {
      factor when opened < 2024-03-01 then 500 kgCO2e/MWh
             when opened in 2024-03-01 .. 2024-03-31 then 400 kgCO2e/MWh
             when opened > 2024-03-31 then 300 kgCO2e/MWh
    }
  }
}
shall audit: not given audited or audited >= opened
    zh "核查不应早于投产。" en "The audit shall not be before the opening."
result of_opening zh "投产当天核查" en "audited on the day" : number
    = when given audited then (when audited is opened then 1 otherwise 0) otherwise 0
"""
)
SAID: dict[Language, tuple[str, ...]] = {
    "zh": (
        "投产日期早于2024-03-01",
        "投产日期不早于2024-03-01且不晚于2024-03-31",
        "晚于2024-03-31",
    ),
    "en": ("day of opening is before 2024-03-01", "from 2024-03-01 to 2024-03-31"),
}
BY_HAND = {"2024-02-29": 2000, "2024-03-01": 1600, "2024-03-31": 1600, "2024-04-01": 1200}


def data(opened: str, **more: str) -> dict[str, Any]:
    return {"opened": opened, "works": {"thing": "10 t", "power": "40 MWh"}, **more}


@pytest.mark.parametrize(("opened", "footprint"), BY_HAND.items())
def test_a_day_falls_into_its_case(opened: str, footprint: int) -> None:
    assert found_for(DAYS, data(opened))["cfp"] == pytest.approx(footprint, rel=1e-12)


def test_a_day_before_another_and_one_outside_its_limit_are_found() -> None:
    early = found_for(DAYS, data("2024-03-02", audited="2024-03-01"))
    assert errors(early) == [("GJ855", "audit")]
    assert errors(found_for(DAYS, data("2024-03-02", audited="2024-03-02"))) == []
    outside = found_for(DAYS, data("1999-12-31"))
    assert outside["cfp"] is None
    assert ("GJ854", "opened") in errors(outside)


@needs_node
def test_javascript_gives_the_same() -> None:
    plan, module = small(DAYS)
    given = [declared(data(day, audited="2024-03-20")) for day in BY_HAND]
    text = to_module(plan)
    for one, found in zip(
        given, run_by_node([(text, {}, json.dumps(g), "en") for g in given]), strict=True
    ):
        wanted = module.calculate(one, "en")
        assert found["cfp"] == pytest.approx(wanted["cfp"], rel=1e-12)
        assert errors(found) == errors(wanted)
        assert found["results"] == wanted["results"]


def table(days: list[str]) -> pa.RecordBatch:
    size = len(days)
    return pa.RecordBatch.from_pydict(
        {
            "opened": days,
            "audited": ["2024-03-20"] * size,
            "works.thing": [10.0] * size,
            "works.power": [40.0] * size,
            "period_from": [date(2024, 1, 1)] * size,
            "period_to": [date(2024, 12, 31)] * size,
        }
    )


def test_tables_and_sql_give_the_same() -> None:
    plan, module = small(DAYS)
    days = [(date(2024, 2, 20) + timedelta(days=n)).isoformat() for n in range(60)]
    given = table(days)
    wanted = [module.calculate(declared(data(day, audited="2024-03-20")), "en") for day in days]
    calculated = Batch(plan, module.CALCULATOR, layout_of(plan.data_model, given.schema)).calculate(
        given
    )
    assert list(calculated.outputs["cfp"]) == pytest.approx([f["cfp"] for f in wanted], rel=1e-12)
    told = {at for at, finding in each_of(calculated.found) if finding.code.id == "GJ855"}
    assert told == {at for at, found in enumerate(wanted) if errors(found)}
    for found, row in zip(wanted, answers(plan, given), strict=True):
        assert row["cfp"] == pytest.approx(found["cfp"], rel=1e-12)
        failed = ("GJ855", "audit") in errors(found)
        assert any(f["path"] == "audit" for f in row["findings"]) == failed


def test_a_document_says_earlier_and_later() -> None:
    plan, _ = small(DAYS)
    for language, phrases in SAID.items():
        document = from_plan(plan, language)
        printed = to_text(document, number(document))
        assert [words for words in phrases if words not in printed] == []
