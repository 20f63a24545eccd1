"""Whatever is edited in a standard: a report in both languages, or one meaning for everybody."""

from types import ModuleType

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from guiju import pipeline
from guiju.backends.registry import BACKENDS
from guiju.batch.calculating import Batch
from guiju.batch.found import each_of
from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at
from guiju.changes import changes, edition_of
from guiju.plan.model import CalculationPlan
from guiju_dsl.report import to_text
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_text
from guiju_dsl.syntax.printing.original import Keywords
from guiju_dsl.syntax.to_text import to_text as printed
from tests.agreement.cases import table_of
from tests.batch.test_agreement import differences
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import calculated, calculator
from tests.calculation.random_declarations import declarations
from tests.cases import of_a_hundred
from tests.kept import KEPT
from tests.mutants.editing import Source, edited
from tests.syntax.reading_sources import bare, parsed

KEYWORDS: tuple[Keywords, ...] = ("zh", "en", "keep")


def compiled(source: Source) -> CalculationPlan | None:
    """Compile a source; every report on it must have words."""
    text = SourceText(name="standard.pcr", text=source.text)
    outcome = pipeline.compile_standard(text, source.find, KEPT)
    assert (outcome.product is None) == bool(outcome.errors)
    for found in outcome.diagnostics:
        assert found.message("zh")
        assert to_text(found, text if found.span.source == text.name else None, "en")
    return outcome.product


def assert_a_table_gives_the_same(
    plan: CalculationPlan, module: ModuleType, table: pa.RecordBatch
) -> None:
    layout = layout_of(plan.data_model, table.schema)
    alone = calculated(module, declaration_at(layout, table, 0, plan.data_model.standard.id))
    batch = Batch(plan, module.CALCULATOR, layout, engine="local")
    result = batch.calculate(table)
    assert differences(batch, result, 0, alone) == []
    found = {(one.code.id, one.path) for _, one in each_of(result.found)}
    assert found == {(one.code.id, one.path) for one in alone.findings}


@of_a_hundred(50)
@given(edited())
def test_any_edit_gets_reports_or_a_standard(source: Source) -> None:
    compiled(source)


@of_a_hundred(30)
@given(edited(), st.sampled_from(KEYWORDS))
def test_what_can_be_read_is_laid_out_without_loss(source: Source, keywords: Keywords) -> None:
    file = from_text(SourceText(name="standard.pcr", text=source.text)).product
    if file is None:
        return
    once = printed(file, keywords)
    again = parsed(once)
    assert bare(again.items) == bare(file.items)
    assert [one.text.rstrip() for one in again.comments] == [
        one.text.rstrip() for one in file.comments
    ]
    assert printed(again, keywords) == once


@of_a_hundred(40)
@given(st.data())
def test_what_compiles_is_calculated_alike_and_built(data: st.DataObject) -> None:
    plan = compiled(data.draw(edited()))
    if plan is None or not plan.rules.outcomes:
        return
    module = calculator(plan)
    calculation = assert_agree(plan, module, data.draw(declarations(plan.data_model)))
    table = None if plan.data_model.used else table_of(plan.data_model, calculation.reading)
    if table is not None:
        assert_a_table_gives_the_same(plan, module, table)
    edition = edition_of(plan)
    assert changes(edition, edition) == ()
    for backend in BACKENDS:
        assert list(backend.emit(plan))
