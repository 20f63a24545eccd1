"""A table gives how its values are measured in columns of their own."""

from datetime import date
from typing import Any

import pyarrow as pa

from guiju.batch.calculating import Batch, BatchResult
from guiju.batch.found import each_of
from guiju.batch.layout import layout_of
from tests.calculation.compiled import calculator, compile_text
from tests.calculation.small_standards import WORKS

TEXT = (
    WORKS
    + """
process work zh "生产" en "work" {
  output thing zh "产品" en "thing" : t
  each meters zh "电表" en "meters" {
    input power zh "电" en "power" : MWh {
      factor 500 kgCO2e/MWh
      measured zh "电能表" en "meter" every month { valid 1 a  class 0.5 }
    }
  }
  data ratio zh "分解率" en "ratio" : kg/kg {
    measured zh "取样" en "samples" every shift { samples 12  spread 10 %  uncertainty 5 % }
  }
  emission CO2 stone zh "石" en "stone" : t = thing * ratio
}
"""
)
GOOD = {
    "work.thing": 1000.0,
    "work.ratio": 0.5,
    "work.ratio.count": 16,
    "work.ratio.spread": 0.02,
    "work.meters": [{"power": 20.0, "power.calibrated": date(2024, 3, 1), "power.class": 0.5}],
}
ROWS = pa.list_(
    pa.struct(
        [("power", pa.float64()), ("power.calibrated", pa.date32()), ("power.class", pa.float64())]
    )
)
TYPES = {"work.ratio.count": pa.int64(), "work.meters": ROWS}


def calculated(*rows: dict[str, Any], text: str = TEXT) -> BatchResult:
    names = {name for row in rows for name in row}
    columns = {
        name: pa.array([row.get(name) for row in rows], TYPES.get(name, pa.float64()))
        for name in names
    }
    columns["period_from"] = pa.array([date(2024, 1, 1)] * len(rows))
    columns["period_to"] = pa.array([date(2024, 12, 31)] * len(rows))
    table = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    plan = compile_text(text)
    layout = layout_of(plan.data_model, table.schema)
    assert layout.findings == ()
    return Batch(plan, calculator(plan).CALCULATOR, layout).calculate(table)


def codes(result: BatchResult) -> list[tuple[int, str, str]]:
    return [(number, one.code.id, one.path) for number, one in each_of(result.found)]


def meter(**changed: object) -> dict[str, object]:
    row = {**GOOD["work.meters"][0]}  # type: ignore[index]  # one row
    return {**GOOD, "work.meters": [{**row, **changed}]}


def test_values_that_are_measured_as_asked_stay_on_the_tape() -> None:
    """By hand: 20 MWh · 500 + 1 000 t · 0.5 · 1 000 = 510 000 kgCO2e, 510 a tonne."""
    result = calculated(GOOD, GOOD)
    assert result.aside == 0
    assert codes(result) == []
    assert list(result.outputs["cfp"]) == [510.0, 510.0]


def test_an_uncertainty_that_is_stated_is_as_asked_or_is_found() -> None:
    """± 4 % is within 5 %; of ± 6 % that, and of a mean of two samples the first, stay wrong."""
    result = calculated(
        {**GOOD, "work.ratio.uncertainty": 0.04},
        {**GOOD, "work.ratio.uncertainty": 0.06},
        {**GOOD, "work.ratio.uncertainty": 0.04, "work.ratio.count": 2},
    )
    assert result.aside == 2
    assert sorted(codes(result)) == [(1, "GJ829", "work.ratio"), (2, "GJ828", "work.ratio")]


def test_where_only_the_uncertainty_is_asked_for_no_samples_are() -> None:
    """As of single declarations: who states it need not say more, who says nothing is told so."""
    bare = {name: value for name, value in GOOD.items() if not name.startswith("work.ratio.")}
    text = TEXT.replace("samples 12  spread 10 %  uncertainty 5 %", "uncertainty 5 %")
    stated = {**bare, "work.ratio.uncertainty": 0.04}
    result = calculated(stated, bare, {**GOOD, "work.ratio.uncertainty": None}, text=text)
    assert result.aside == 1
    assert codes(result) == [(1, "GJ825", "work.ratio")]
    result = calculated({**stated, "work.ratio.count": 5}, text=text)
    assert [code for _, code, _ in codes(result)] == ["GJ824"]


def test_what_is_not_surely_so_gets_the_findings_of_a_single_declaration() -> None:
    result = calculated(
        GOOD,
        {**GOOD, "work.ratio.count": 10},
        {**GOOD, "work.ratio.spread": 0.06},
        {**GOOD, "work.ratio.count": None},
        meter(**{"power.calibrated": date(2023, 12, 30)}),
        meter(**{"power.class": 1.0}),
        meter(**{"power.calibrated": None}),
        meter(**{"power.calibrated": date(2024, 1, 1)}),
    )
    assert list(result.outputs["cfp"]) == [510.0] * 8
    assert sorted(codes(result)) == [
        (1, "GJ828", "work.ratio"),
        (2, "GJ829", "work.ratio"),
        (2, "GJ829", "work.ratio"),
        (3, "GJ825", "work.ratio"),
        (3, "GJ825", "work.ratio"),
        (4, "GJ826", "work.meters[1].power"),
        (5, "GJ827", "work.meters[1].power"),
        (6, "GJ825", "work.meters[1].power"),
    ]
    assert result.faulty.tolist() == [False, *[True] * 6, False]


def test_a_table_without_those_columns_reports_every_row() -> None:
    plain = {name: value for name, value in GOOD.items() if not name.startswith("work.ratio.")}
    assert {code for _, code, path in codes(calculated(plain, plain)) if path == "work.ratio"} == {
        "GJ825"
    }
