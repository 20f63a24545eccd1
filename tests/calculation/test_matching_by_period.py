"""Supply and use in rows of their own, matched period by period: every engine gives the same.

By hand, per t of 10 t of thing: in hour 1 two supplies of 30 and 10 MWh meet 50 MWh of use, in
hour 2 100 MWh meet 50: 90 MWh of wind at 30 kgCO2e, 10 MWh of grid at 600: (2 700 + 6 000) / 10.
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
from tests.calculation.compiled import declared, errors
from tests.calculation.small_standards import WORKS, found_for, small
from tests.javascript.engines import needs_node, run_by_node

MATCHED = (
    WORKS
    + """
choice slots { first zh "第一" en "first", second zh "第二" en "second" }
factor wind zh "风电" en "wind" : kgCO2e/MWh = 30 { source zh "示例" en "example" }
factor grid zh "电网" en "grid" : kgCO2e/MWh = 600 { source zh "示例" en "example" }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing zh "产品" en "thing" : t
    each supply zh "绿电" en "green supply" {
      data slot zh "时段" en "slot" : KIND
      data amount zh "电量" en "amount" : MWh { optional }
    }
    each interval zh "时段" en "interval" {
      data slot zh "时段" en "slot" : KIND
      data used zh "用电量" en "used" : MWh
      let claimed zh "供电" en "claimed" : MWh
        = sum(when supply.slot IS slot then (METERED) otherwise 0 MWh)
      let largest zh "最大" en "largest" : MWh
        = prefer max(when supply.slot IS slot then (METERED) otherwise 0 MWh) zh "有" en "some"
          else 0 MWh zh "无" en "none"
      input green zh "匹配" en "matched" : MWh = min(used, claimed) { factor wind }
      input rest zh "其余" en "rest" : MWh = used - green { factor grid }
      shall no_more: claimed <= used zh "不应多于用电。" en "No more shall be claimed than used."
    }
  }
}
result matched zh "匹配率" en "matching rate" : %
  = sum(works.interval.green) / sum(works.interval.used)
"""
).replace("METERED", 'prefer supply.amount zh "计量" en "metered" else used zh "全部" en "all"')
KINDS = {
    "choice slots": ("is", "first", "second"),
    "text": ("is", "一", "二"),
    "number": ("=", 1, 2),
}


def standard(kind: str) -> str:
    return MATCHED.replace("KIND", kind).replace("IS", KINDS[kind][0])


def data(kind: str, *amounts: tuple[int, str | None], used: str = "50 MWh") -> dict[str, Any]:
    """Give the data of two intervals; an amount is of the first or the second."""
    names = KINDS[kind][1:]
    supply = [
        {"slot": names[at - 1], **({"amount": amount} if amount is not None else {})}
        for at, amount in amounts
    ]
    interval = [{"slot": name, "used": used} for name in names]
    return {"works": {"thing": "10 t", "supply": supply, "interval": interval}}


TWO_HOURS = ((1, "30 MWh"), (1, "10 MWh"), (2, "100 MWh"))


@pytest.mark.parametrize("kind", KINDS)
def test_supply_meets_use_in_its_own_period(kind: str) -> None:
    found = found_for(standard(kind), data(kind, *TWO_HOURS))
    assert found["cfp"] == pytest.approx(870, rel=1e-12)
    assert found["values"]["matched"]["value"] == pytest.approx(90, rel=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_more_than_was_used_is_an_error_of_that_period_alone(kind: str) -> None:
    found = found_for(standard(kind), data(kind, *TWO_HOURS))
    assert errors(found) == [("GJ855", "works.interval[2]")]
    kept = data(kind, (1, "30 MWh"), (2, "50 MWh"))
    assert errors(found_for(standard(kind), kept)) == []


def test_without_supply_all_is_the_rest() -> None:
    assert found_for(standard("number"), data("number"))["cfp"] == pytest.approx(6000, rel=1e-12)


def test_a_tier_inside_the_sum_may_read_the_row_at_hand() -> None:
    # the supply of the first hour was not metered: it is all that was used
    found = found_for(standard("number"), data("number", (1, None), (2, "20 MWh")))
    assert found["cfp"] == pytest.approx((70 * 30 + 30 * 600) / 10, rel=1e-12)


def test_a_supply_that_cannot_be_read_leaves_what_rests_on_it_without_value() -> None:
    wrong = data("number", (1, "x MWh"), (2, "20 MWh"))
    found = found_for(standard("number"), wrong)
    assert found["cfp"] is None
    assert errors(found) == [("GJ802", "works.supply[1].amount")]


@needs_node
def test_javascript_gives_the_same() -> None:
    plan, module = small(standard("number"))
    declaration = declared(data("number", *TWO_HOURS))
    [found] = run_by_node([(to_module(plan), {}, json.dumps(declaration), "en")])
    expected = module.calculate(declaration, "en")
    assert found["cfp"] == pytest.approx(expected["cfp"], rel=1e-12)
    assert errors(found) == errors(expected)


def test_a_table_of_declarations_gives_the_same() -> None:
    plan, module = small(standard("number"))
    rows = [data("number", *TWO_HOURS), data("number"), data("number", (2, "20 MWh"))]
    table = pa.table(
        {
            "period_from": [date(2024, 1, 1)] * 3,
            "period_to": [date(2024, 12, 31)] * 3,
            "works.thing": [10.0] * 3,
            "works.supply": [in_numbers(row["works"]["supply"]) for row in rows],
            "works.interval": [in_numbers(row["works"]["interval"]) for row in rows],
        }
    ).to_batches()[0]
    layout = layout_of(plan.data_model, table.schema)
    result = Batch(plan, module.CALCULATOR, layout).calculate(table)
    assert list(result.outputs["cfp"]) == pytest.approx([870, 6000, (20 * 30 + 80 * 600) / 10])
    assert {(n, f.code.id) for n, f in each_of(result.found)} == {(0, "GJ855")}
    assert result.aside == 2, "what has no supply is calculated with the others"


def in_numbers(rows: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Give rows as columns hold them: numbers in the declared unit."""
    return [{k: float(str(v).removesuffix(" MWh")) for k, v in row.items()} for row in rows]
