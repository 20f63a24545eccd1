"""Many declarations at once give what each gives alone: every number, every finding.

What a declaration gives alone is compared with the exact reference in tests/calculation.
"""

import math
from copy import copy
from datetime import date
from typing import Any, get_args

import pyarrow as pa
import pytest

from guiju.batch import calculating
from guiju.batch.calculating import Batch, BatchResult, Engine
from guiju.batch.found import each_of
from guiju.batch.layout import Layout, layout_of
from guiju.batch.single import declaration_at, outputs_of
from guiju.plan.model import CalculationPlan
from guiju.tape import Columns, tape_of
from guiju.tape.model import Tape
from guiju_runtime.calculating import Calculation, calculate
from tests.batch.tables import SLUGS, Drawn, batch_for, standard
from tests.calculation.small_standards import WORKS, small

NEAR = 1e-12


def alone(slug: str, layout: Layout, table: Any, number: int) -> Calculation:
    declaration = declaration_at(layout, table, number, slug)
    return calculate(standard(slug).module.CALCULATOR, declaration)


def differences(
    batch: Batch, result: BatchResult, number: int, calculation: Calculation
) -> list[object]:
    expected = outputs_of(calculation)
    known = expected["cfp"] == expected["cfp"]
    size = abs(float(expected["cfp"])) if known else 0.0
    wrong: list[object] = []
    for name in batch.outputs:
        found = result.outputs[name][number]
        wanted = expected.get(name, 0.0 if name in batch.parts and known else math.nan)
        if not same(found, wanted, size):
            wrong.append((number, name, found, wanted))
    return wrong


def same(found: Any, wanted: Any, size: float) -> bool:
    if isinstance(found, str):
        return found == (wanted if isinstance(wanted, str) else "")
    if wanted != wanted or found != found:
        return bool(wanted != wanted and found != found)
    return math.isclose(found, wanted, rel_tol=NEAR, abs_tol=NEAR * size)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_table_gives_what_each_declaration_gives_alone(slug: str) -> None:
    """Many things are wrong with these; tests/agreement draws 200 with which little is."""
    table = Drawn(slug, seed=6, wild=6).table(40)
    batch = batch_for(slug, table)
    layout = layout_of(standard(slug).plan.data_model, table.schema)
    result = batch.calculate(table)
    found: dict[int, set[tuple[str, str, str]]] = {}
    for number, one in each_of(result.found):
        found.setdefault(number, set()).add((one.code.id, one.path, one.message("zh")))
    for number in range(table.num_rows):
        calculation = alone(slug, layout, table, number)
        said = {(one.code.id, one.path, one.message("zh")) for one in calculation.findings}
        assert found.get(number, set()) == said, number
        assert differences(batch, result, number, calculation) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_declarations_that_nothing_is_wrong_with_are_calculated_together(slug: str) -> None:
    table = Drawn(slug, seed=1, wild=0).table(60)
    assert batch_for(slug, table).calculate(table).aside < 30


def test_what_is_not_asked_for_is_not_calculated() -> None:
    table = Drawn("electrolytic_aluminium", seed=1, wild=0).table(3)
    whole = batch_for("electrolytic_aluminium", table)
    part = batch_for("electrolytic_aluminium", table, asked=("cfp",), tested=False)
    assert part.outputs == ("cfp",)
    assert part.operations < whole.operations / 2
    assert part.calculate(table).outputs["cfp"] == pytest.approx(
        whole.calculate(table).outputs["cfp"], rel=NEAR
    )


def test_a_tape_is_made_once_for_whatever_runs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Columns] = []

    def noted(plan: CalculationPlan, columns: Columns, *about: Any, **more: Any) -> Tape:
        made.append(columns)
        return tape_of(plan, columns, *about, **more)

    monkeypatch.setattr(calculating, "tape_of", noted)
    table = Drawn("urea", seed=1, wild=0).table(3)
    chosen = standard("urea")
    plan, layout = copy(chosen.plan), layout_of(chosen.plan.data_model, table.schema)
    for _ in range(2):
        Batch(plan, chosen.module.CALCULATOR, layout).calculate(table)
    assert len(made) == len(set(made)) > 0
    Batch(plan, chosen.module.CALCULATOR, layout, ("cfp",))
    assert len(made) > len(set(made))


DATED = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    data opened zh "投产日期" en "opened" : date
    data place zh "地点" en "place" : text
    data other zh "另一地点" en "other place" : text
    data coal zh "煤" en "coal" : t
    let since zh "自" en "since" : date = when coal > 2 t then opened otherwise 2020-01-01
    emission CO2 burning zh "燃烧" en "burning" : t
      = when since is 2020-01-01 then coal * 2 otherwise coal * 3
    emission CO2 more zh "其他" en "more" : t = when place is other then 1 t otherwise 2 t
  }
}
result began zh "自" en "since" : date = works.since
"""
)


@pytest.mark.parametrize("engine", get_args(Engine))
def test_dates_and_texts_that_a_tape_cannot_compare_are_calculated_one_by_one(
    engine: Engine,
) -> None:
    """By hand, of 10 t: (1 · 2 + 1) / 10 t = 300 kg and (3 · 3 + 2) / 10 t = 1100 kg."""
    plan, module = small(DATED)
    table = pa.RecordBatch.from_pydict(
        {
            "works.thing": [10.0, 10.0],
            "works.opened": ["2021-05-01", "2021-05-01"],
            "works.place": ["here", "there"],
            "works.other": ["here", "here"],
            "works.coal": [1.0, 3.0],
            "period_from": [date(2024, 1, 1)] * 2,
            "period_to": [date(2024, 12, 31)] * 2,
        }
    )
    batch = Batch(plan, module.CALCULATOR, layout_of(plan.data_model, table.schema), engine=engine)
    result = batch.calculate(table)
    assert list(result.outputs["cfp"]) == pytest.approx([300, 1100], rel=1e-12)
    assert list(result.outputs["results.began"]) == ["2020-01-01", "2021-05-01"]
    assert result.aside == 2
