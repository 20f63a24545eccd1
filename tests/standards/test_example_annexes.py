"""The annex of a standard works its first example through, step by step."""

from pathlib import Path

import pytest

import guiju
from guiju.building import numbered_document
from guiju.documents.drafting import Drafting
from guiju.documents.model import Annex, Clause, Reference, Table
from guiju.documents.plain import Text
from tests.cli.lime import LIME, PLANT
from tests.standards.shipped import PRODUCT_STANDARDS, compiled


def tables(annex: Annex) -> list[Table]:
    clauses = (block for block in annex.content if isinstance(block, Clause))
    return [block for clause in clauses for block in clause.content if isinstance(block, Table)]


def annex_of(standard: guiju.Standard) -> tuple[dict[str, list[str]], set[str], list[list[str]]]:
    """Give the data by name, the formulas that have a value, the rows of results."""
    edition = numbered_document(standard, "zh")
    text = Text(edition.document, edition.numbers)
    [annex] = [one for one in edition.document.annexes if one.id == "annex.example"]
    data, steps, results = tables(annex)
    named = {text.words(row[0]): [text.words(cell) for cell in row[1:]] for row in data.rows}
    formulas = {ref.target for row in steps.rows for ref in row[0] if isinstance(ref, Reference)}
    return named, formulas, [[text.words(cell) for cell in row] for row in results.rows]


def test_aluminium_is_worked_through_to_the_result_known_by_hand() -> None:
    data, formulas, results = annex_of(compiled("electrolytic_aluminium"))
    assert data["铝电解的槽型"] == ["", "点式下料预焙槽（新型）", ""]
    assert data["铝电解的原铝液的产量"][1:] == ["300\u2009000", "t"]
    assert "供电的第1项电力来源的电量" in data
    assert "formula.electrolysis.cf4_intensity" in formulas
    assert ["重熔用铝锭的产品碳足迹", "12\u2009724.771"] in results


def test_contributions_that_miss_the_footprint_by_rounding_have_a_note() -> None:
    # 2964.915 + 7738.292 + 1971.741 + 49.824 = 12 724.772, and the footprint is 12 724.771
    document = numbered_document(compiled("electrolytic_aluminium"), "zh").document
    [annex] = [one for one in document.annexes if one.id == "annex.example"]
    *_, results = tables(annex)
    assert len(results.notes) == 1


@pytest.mark.parametrize("name", PRODUCT_STANDARDS)
def test_every_formula_that_always_holds_has_its_value(name: str) -> None:
    standard = compiled(name)
    rules = standard.plan.rules
    _, formulas, _ = annex_of(standard)
    drafting = Drafting(standard.plan, "zh")
    always = {process.path for process in rules.processes if process.only_when is None}
    conditional = {step.path for step in rules.steps if step.only_when is not None}
    wanted = {
        draft.id
        for process in always
        for draft in drafting.equations.drafts[process]
        if draft.quantity.path not in conditional
    }
    assert wanted <= formulas
    assert {f"footprint.{outcome.name}" for outcome in rules.outcomes} <= formulas


def test_confidential_data_stay_out_of_the_annex(tmp_path: Path) -> None:
    (tmp_path / "plant.yaml").write_text(PLANT, encoding="utf-8")
    (tmp_path / "lime.pcr").write_text(
        LIME.replace('"limestone" : t { primary }', '"limestone" : t { primary confidential }'),
        encoding="utf-8",
    )
    data, _, _ = annex_of(guiju.compile(tmp_path / "lime.pcr"))
    assert "煅烧的电力的用量" in data
    assert [name for name in data if "石灰石" in name] == []
