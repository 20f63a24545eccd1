"""A statement reports that nothing is said of measuring, and has no column that tells a secret."""

from operator import truediv

from guiju.backends.sql.statement import statement
from guiju_runtime.reading import read
from tests.batch.test_measured_values import TEXT as MEASURED
from tests.calculation.compiled import compile_text, declared
from tests.confidential.recipe import TEXT as CONFIDENTIAL
from tests.sql.answers import answers, differences, exactly, table_of


def test_what_is_asked_of_measuring_is_reported_as_not_shown() -> None:
    """A table of SQL has no columns for it: 20 · 500 + 1 000 · 0.5 · 1 000 = 510 000 kgCO2e."""
    plan = compile_text(MEASURED)
    data = {"work": {"thing": "1000 t", "ratio": "0.5", "meters": [{"power": "20 MWh"}]}}
    table = table_of(plan.data_model, [read(plan.data_model, declared(data), truediv)])
    [row] = answers(plan, table)
    assert list(differences(row, exactly(plan, table, 0))) == []
    assert row["cfp"] == 510
    assert {(one["code"], one["path"]) for one in row["findings"]} == {
        ("GJ825", "work.meters[1].power"),
        ("GJ825", "work.ratio"),
    }


def test_no_breakdown_and_no_result_of_confidential_data_is_a_column() -> None:
    text = statement(compile_text(CONFIDENTIAL))
    columns = text.rpartition("SELECT")[2]
    assert "thing.cfp" in columns
    assert "clay_ratio" not in columns
    assert not any(f"by_{kind}." in columns for kind in ("process", "stage", "gas", "origin"))
