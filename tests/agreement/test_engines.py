"""Each cell of the table of constructs and engines: a case that uses the construct comes out."""

import json
from collections.abc import Callable, Iterator

import pytest

from guiju.backends.javascript.module import to_module
from guiju.batch.calculating import Batch, Engine
from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at
from guiju.plan.constructs import CONSTRUCTS, ENGINES, constructs_of
from guiju.plan.constructs import Engine as Known
from guiju_runtime.calculating import calculate
from guiju_runtime.result import to_plain
from tests.agreement.cases import Case, every, table_of
from tests.batch.test_agreement import differences
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import calculators, chain, plans
from tests.house import ROOT
from tests.javascript.engines import NODE, Program, run_by_node
from tests.javascript.sameness import differences as differences_of_results
from tests.sql.answers import answers, exactly
from tests.sql.answers import differences as differences_of_answers

Shown = Iterator[Case]


def by_reference_and_python() -> Shown:
    """Calculate exactly, and by the generated calculator in Python, what shows a further construct.

    So are all cases, where each stands: in tests/reference and tests/calculation.
    """
    shown: set[str] = set()
    for case in every():
        if constructs_of(case.plan) <= shown:
            continue
        assert_agree(
            case.plan, case.module, case.declaration, calculators(case.used), plans(case.used)
        )
        shown |= constructs_of(case.plan)
        yield case


def by_javascript() -> Shown:
    """Calculate every case by the generated calculator in JavaScript."""
    if NODE is None:
        pytest.skip("Node is not here: apt install nodejs")
    programs: list[Program] = []
    for case in every():
        compiled = chain(case.used) if case.used else {}
        others = {name: to_module(plan) for name, (plan, _) in compiled.items()}
        text = json.dumps(case.declaration, ensure_ascii=False)
        programs.append((to_module(case.plan), others, text, "zh"))
    for case, found in zip(every(), run_by_node(programs), strict=True):
        calculated = calculate(
            case.module.CALCULATOR, case.declaration, others=calculators(case.used)
        )
        wanted = to_plain(calculated, case.declaration, "zh")
        assert differences_of_results(found, wanted) == [], case.name
        yield case


def by_tape(engine: Engine) -> Shown:
    """Calculate every case that a table can hold."""
    for case in every():
        whole = calculate(case.module.CALCULATOR, case.declaration, others=calculators(case.used))
        table = table_of(case.plan.data_model, whole.reading)
        if table is None:
            continue
        layout = layout_of(case.plan.data_model, table.schema)
        batch = Batch(case.plan, case.module.CALCULATOR, layout, engine=engine)
        result = batch.calculate(table)
        declaration = declaration_at(layout, table, 0, case.plan.data_model.standard.id)
        alone = calculate(case.module.CALCULATOR, declaration)
        assert differences(batch, result, 0, alone) == [], case.name
        yield case


def by_sql() -> Shown:
    """Calculate in DuckDB the cases of tables that show a further construct."""
    shown: set[str] = set()
    for case in every():
        if constructs_of(case.plan) <= shown:
            continue
        whole = calculate(case.module.CALCULATOR, case.declaration, others=calculators(case.used))
        table = table_of(case.plan.data_model, whole.reading)
        if table is None:
            continue
        [row] = answers(case.plan, table)
        assert list(differences_of_answers(row, exactly(case.plan, table, 0))) == [], case.name
        shown |= constructs_of(case.plan)
        yield case


RUN: dict[str, Callable[[], Shown]] = {
    "reference": by_reference_and_python,
    "python": by_reference_and_python,
    "table": lambda: by_tape("local"),
    "native": lambda: by_tape("native"),
    "javascript": by_javascript,
    "sql": by_sql,
}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_an_engine_calculates_every_construct_but_those_that_it_refuses(engine: Known) -> None:
    shown = {name for case in RUN[engine.name]() for name in constructs_of(case.plan)}
    assert {c.written for c in CONSTRUCTS} - shown == engine.refuses


def test_the_page_has_a_row_for_every_construct_and_a_column_for_every_engine() -> None:
    page = (ROOT / "generated_docs" / "engines.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) == len(CONSTRUCTS)
    for construct, row in zip(CONSTRUCTS, rows, strict=True):
        cells = row.strip("| ").split(" | ")
        assert cells[0] == f"`{construct.written}`"
        assert len(cells) == 2 + len(ENGINES)
        expected = ["—" if construct.written in one.refuses else "✓" for one in ENGINES]
        assert cells[2:] == expected
