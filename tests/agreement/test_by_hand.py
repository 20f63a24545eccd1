"""Small declarations whose numbers are worked out by hand: every engine gives them."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from guiju.backends.javascript.module import to_module
from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at, outputs_of
from guiju_runtime.calculating import calculate
from tests.agreement.engines import by_table, found_of, otherwise
from tests.calculation.agreement import assert_exact
from tests.calculation.small_standards import HEAD, PRODUCT, small
from tests.javascript.engines import NODE, run_by_node
from tests.sql.answers import answers, differences, exactly

Outputs = Mapping[str, Any]
Found = set[tuple[str, str]]
QUALITY = """
quality { should share_of_primary: primary_share >= 0 % zh "初级" en "primary" }
"""
BATCHES = (
    HEAD
    + PRODUCT
    + QUALITY
    + """
stage making zh "制造" en "Making" {
  process kiln zh "窑" en "Kiln" {
    output thing : t
    data wet zh "湿煤" en "wet coal" : yes_no { primary }
    data hot zh "热态" en "hot" : yes_no { primary default no source "by hand" }
    let scale zh "倍数" en "scale" : number = when hot then 2 otherwise 1
    data lime zh "石灰" en "lime" : t { primary }
    each batch zh "批次" en "batch" {
      data coal zh "煤" en "coal" : t { primary }
      data own zh "实测系数" en "own factor" : number { optional primary }
      let taken zh "系数" en "factor" : number
        = prefer own zh "实测" en "measured" else 3 zh "缺省" en "default"
      let burnt zh "燃煤" en "coal burnt" : t
        = when wet then coal * taken / 2 otherwise coal * taken * scale
    }
    let all zh "总量" en "all" : t = sum(batch.burnt) + lime
    emission CO2 stack zh "烟囱" en "stack" : t = all * 1
  }
}
"""
)
"""The whole group is summed; in it, a tier is taken row by row."""
UNKNOWN = (
    HEAD
    + PRODUCT
    + """
stage making zh "制造" en "Making" {
  process kiln zh "窑" en "Kiln" {
    output thing : t { let worth zh "价值" en "worth" : kg/kg = 1 kg/kg }
    coproduct dust zh "粉尘" en "dust" : t = sum(batch.caught) {
      let worth zh "价值" en "worth" : kg/kg = 0 kg/kg
    }
    allocate by worth
    input ore zh "矿石" en "ore" : t { factor 2 kgCO2e/t }
    each batch zh "批次" en "batch" {
      data caught zh "捕集量" en "caught" : t { limit caught > 0 t }
      let part zh "份额" en "part" : number = caught / 1 t
    }
  }
}
let others zh "其余批次" en "other batches" : number = count(kiln.batch.caught) - 1
result whole zh "整数" en "whole" : number = round(sum(kiln.batch.part)) / others
result squared zh "平方" en "squared" : number = sum((kiln.batch.part - 1) ^ 2) / others
result least zh "最小" en "least" : number = min(kiln.batch.part) / others
result most zh "最大" en "most" : number = max(kiln.batch.part) / others
"""
)

SALT = (
    HEAD
    + PRODUCT
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t { data price zh "价格" en "price" : kg/kg { primary } }
    coproduct salt zh "盐" en "salt" : t {
      primary
      let price zh "价格" en "price" : kg/kg = 3 kg/kg
    }
    allocate by price
    input coal zh "煤" en "coal" : t { factor 100 kgCO2e/t }
  }
}
"""
)


def all_give(text: str, rows: Sequence[dict[str, Any]]) -> list[tuple[Outputs, Found]]:
    """Calculate by every engine, compare, and give outputs and findings of each declaration."""
    plan, module = small(text)
    period = {"period_from": date(2024, 1, 1), "period_to": date(2024, 12, 31)}
    table = pa.RecordBatch.from_pylist([row | period for row in rows])
    layout = layout_of(plan.data_model, table.schema)
    standard = plan.data_model.standard.id
    given = [declaration_at(layout, table, number, standard) for number in range(len(rows))]
    found = [calculate(module.CALCULATOR, one) for one in given]
    for declaration, calculation in zip(given, found, strict=True):
        assert_exact(calculation, plan, declaration)
    assert by_table(Batch(plan, module.CALCULATOR, layout), table, found) == []
    for number, answer in enumerate(answers(plan, table)):
        assert list(differences(answer, exactly(plan, table, number))) == []
    if NODE is not None:
        written = to_module(plan)
        results = run_by_node([(written, {}, json.dumps(one, default=str), "en") for one in given])
        assert list(otherwise(results, given, found)) == []
    return [(outputs_of(one), found_of(one)) for one in found]


def batches(*own: float | None, wet: bool | None = False) -> dict[str, Any]:
    """Give a declaration with 1 t of lime, and 1 t of coal in each batch with its own factor."""
    hot = False if own else None
    rows = [{"coal": 1.0, "own": factor} for factor in own]
    return {
        "kiln.thing": 1.0,
        "kiln.wet": wet,
        "kiln.hot": hot,
        "kiln.lime": 1.0,
        "kiln.batch": rows,
    }


def caught(*dust: float) -> dict[str, Any]:
    """Give a declaration for 2 t of product, 3 t of ore, and the dust of each batch [t]."""
    rows = [{"caught": one} for one in dust]
    return {"kiln.thing": 2.0, "kiln.ore": 3.0, "kiln.batch": rows}


def salt(thing: float | None = 2.0, price: float | None = 1.0) -> dict[str, Any]:
    """Give a declaration for an amount of thing [t], its price, 0 t of salt and 5 t of coal."""
    flows = {"thing": thing, "thing.price": price, "salt": 0.0, "coal": 5.0}
    return {f"works.{name}": value for name, value in flows.items()}


def test_what_stands_behind_a_group_is_what_stands_behind_its_rows() -> None:
    """One emission is that of all batches: a default in one of them makes it an estimate.

    1 t · 2 + 1 t · 2 + 1 t = 5 t; with a default 1 t · 2 + 1 t · 3 + 1 t = 6 t. Without batches
    nobody reads whether the coal is wet or the kiln hot: that the first is missing and the second
    a default is nothing behind the 1 t of lime.
    """
    measured, partly, none, missing = all_give(
        BATCHES, [batches(2.0, 2.0), batches(2.0, None), batches(), batches(wet=None)]
    )
    assert (measured[0]["cfp"], measured[0]["primary_share"]) == (5000.0, 1.0)
    assert (partly[0]["cfp"], partly[0]["primary_share"]) == (6000.0, 0.0)
    assert (none[0]["cfp"], none[0]["primary_share"]) == (1000.0, 1.0)
    assert missing == (none[0], {("GJ801", "kiln.wet")})


def test_what_has_no_value_has_none_times_0_and_is_divided_by_0_all_the_same() -> None:
    """Of 2 t, 3 t · 2 kgCO2e/t / 2 t = 3; 4 + 5 = 9, (4 - 1)² + (5 - 1)² = 25, by 2 - 1 batches.

    Dust of 0 t is outside its limit: how much there is of it is not known, neither is its share,
    though it has no worth. One batch less one is none.
    """
    known, unknown = all_give(UNKNOWN, [caught(4.0, 5.0), caught(0.0)])
    assert known[0]["cfp"] == 3.0
    asked = ("whole", "squared", "least", "most")
    assert [known[0][f"results.{name}"] for name in asked] == [9.0, 25.0, 4.0, 5.0]
    assert known[1] == set()
    assert math.isnan(unknown[0]["cfp"])
    assert unknown[1] == {("GJ854", "kiln.batch[1].caught")} | {("GJ850", name) for name in asked}


def test_a_burden_falls_on_nothing_only_where_a_product_is_known_to_bear_it() -> None:
    """5 t · 100 kgCO2e/t on 2 t of thing, none on 0 t of salt: 250 kgCO2e each.

    Where the output of thing or its price is not known, salt may well bear nothing, and nobody
    says that it does. Where neither is made there is no basis, and the burden falls on nothing.
    """
    made, unread, unpriced, idle = all_give(SALT, [salt(), salt(None), salt(2.0, None), salt(0.0)])
    assert (made[0]["cfp"], made[1]) == (250.0, set())
    assert unread[1] == {("GJ801", "works.thing")}
    assert unpriced[1] == {("GJ801", "works.thing.price")}
    nothing = {("GJ851", "works.thing"), ("GJ851", "works.salt")}
    assert idle[1] == nothing | {("GJ863", "works")}
