"""Many declarations at once give what each gives alone: every number, every finding.

What a declaration gives alone is compared with the exact reference in tests/calculation.
"""

import math
from typing import Any

import pytest

from guiju.batch.calculating import Batch, BatchResult
from guiju.batch.found import each_of
from guiju.batch.layout import Layout, layout_of
from guiju.batch.single import declaration_at, outputs_of
from guiju_runtime.calculating import Calculation, calculate
from tests.batch.tables import SLUGS, Drawn, batch_for, standard

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


@pytest.mark.parametrize("wild", [0, 1, 6])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_table_gives_what_each_declaration_gives_alone(slug: str, wild: int) -> None:
    table = Drawn(slug, seed=wild, wild=wild).table(40)
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
