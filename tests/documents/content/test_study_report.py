"""The report of a study says what the calculator says, in both languages and every format."""

import io
from pathlib import Path
from typing import get_args

import pytest
from docx import Document

from guiju.backends import docx, pdf
from guiju.documents.model import Clause, Paper, Table
from guiju.documents.numbering import number
from guiju.documents.papers import as_document
from guiju.documents.plain import Text, run_text
from guiju.documents.printing import grouped
from guiju.library import Result, Standard
from guiju.library import compile as compiled
from guiju.shipped import standards_folder
from guiju.study import paper_of
from guiju_runtime.messages import Language

LANGUAGES = get_args(Language)


@pytest.fixture(scope="module")
def aluminium() -> Standard:
    return compiled("electrolytic_aluminium")


@pytest.fixture(scope="module")
def result(aluminium: Standard) -> Result:
    return aluminium.calculate(
        standards_folder() / "electrolytic_aluminium" / "examples" / "mengxi_mix.yaml"
    )


def said(paper: Paper) -> str:
    document = as_document(paper)
    text = Text(document, number(document))
    return "\n".join(line for clause in paper.clauses for line in text.clause(clause))


def table(paper: Paper, id: str) -> dict[str, list[str]]:
    """Give the rows of a table, by their first cell."""
    waiting: list[object] = list(paper.clauses)
    while waiting:
        block = waiting.pop()
        if isinstance(block, Table) and block.id == f"table.study_{id}":
            rows = [[run_text(cell) for cell in row] for row in block.rows]
            return {row[0]: row[1:] for row in rows}
        waiting += block.content if isinstance(block, Clause) else ()
    raise AssertionError(f"there is no table {id}")


def value(printed: str) -> float:
    return float(printed.replace("\u2009", "").replace("−", "-"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_footprint_is_the_calculator_s(
    aluminium: Standard, result: Result, language: Language
) -> None:
    # 13 780.565 kgCO2e is worked out by hand in tests/standards/test_totals_by_hand.py
    assert result.cfp == pytest.approx(13_780.565, abs=0.0005)
    words = {
        "zh": "1 t重熔用铝锭的产品碳足迹为13\u2009780.565 kgCO2e。",
        "en": "The carbon footprint of 1 t of remelt aluminium ingot is 13\u2009780.565 kgCO2e.",
    }
    assert words[language] in said(paper_of(aluminium, result, language))


@pytest.mark.parametrize("breakdown", ["stage", "process", "gas", "origin"])
def test_every_breakdown_adds_up_to_the_footprint(
    aluminium: Standard, result: Result, breakdown: str
) -> None:
    rows = table(paper_of(aluminium, result, "en"), f"by_{breakdown}")
    total = rows.pop("Total")
    assert total[0] == grouped(f"{result.cfp:.3f}")
    assert sum(value(row[0]) for row in rows.values()) == pytest.approx(result.cfp, abs=0.002)
    assert sum(value(row[1]) for row in rows.values()) == pytest.approx(100, abs=0.02)


def test_data_carry_their_sources_and_defaults_say_so(aluminium: Standard, result: Result) -> None:
    paper = paper_of(aluminium, result, "en")
    assert table(paper, "data.refining")["Bauxite"] == [
        grouped("1840000"), "t", "primary", "地磅",
    ]  # fmt: skip
    low = table(paper, "data.electrolysis")["CF4 intensity of low-voltage anode effects"]
    assert low == ["0.009", "kgCF4/t", "", "Default of the standard"]


def test_the_result_moves_by_a_tenth_of_a_contribution(aluminium: Standard, result: Result) -> None:
    largest = max(result.to_dict("en")["by_flow"], key=lambda one: one["value"])
    row = next(iter(table(paper_of(aluminium, result, "en"), "sensitivity").values()))
    assert result.cfp is not None
    assert value(row[0]) == pytest.approx(result.cfp - largest["value"] / 10, abs=0.001)
    assert value(row[1]) == pytest.approx(result.cfp + largest["value"] / 10, abs=0.001)


def test_findings_and_digests_are_in_the_report(aluminium: Standard, result: Result) -> None:
    paper = paper_of(aluminium, result, "zh")
    text = said(paper)
    plain = result.to_dict("zh")
    assert plain["findings"]
    assert all(one["code"] in text for one in plain["findings"])
    assert plain["data_digest"] in text
    assert plain["standard"]["digest"] in text


def test_word_and_pdf_are_written_the_same_each_time(aluminium: Standard, result: Result) -> None:
    paper = paper_of(aluminium, result, "en")
    word = docx.write_paper(paper)
    assert word == docx.write_paper(paper)
    opened = Document(io.BytesIO(word))
    assert "13\u2009780.565" in "\n".join(p.text for p in opened.paragraphs)
    assert len(opened.inline_shapes) == 4
    assert pdf.write_paper(paper) == pdf.write_paper(paper)


def test_a_declaration_without_a_value_gives_a_report_that_says_so(aluminium: Standard) -> None:
    bad = aluminium.calculate({"standard": "electrolytic_aluminium", "data": {}})
    assert bad.cfp is None
    text = said(paper_of(aluminium, bad, "en"))
    assert "its carbon footprint has no value" in text
    assert "The declaration does not meet every requirement of the standard" in text


@pytest.mark.parametrize("slug", ["lithium_battery", "coke", "urea", "wood_panel"])
def test_other_standards_have_reports_too(slug: str) -> None:
    standard = compiled(slug)
    [first, *_] = standard.plan.graph.standard.examples
    data = standard.place.beside(first.file) if first.file else first.given
    outcome = standard.calculate(data)
    paper = paper_of(standard, outcome, "en")
    assert outcome.cfp is not None
    assert grouped(f"{outcome.cfp:.3f}") in said(paper)
    assert pdf.write_paper(paper).startswith(b"%PDF")


def test_the_command_writes_a_report(tmp_path: Path) -> None:
    from guiju.cli import main

    example = standards_folder() / "electrolytic_aluminium" / "examples" / "hydro.yaml"
    output = tmp_path / "report.docx"
    words = ["--lang", "en", "report", "electrolytic_aluminium", str(example), "-o", str(output)]
    assert main(words) == 0
    assert Document(str(output)).paragraphs[0].text == "Carbon footprint study report"
