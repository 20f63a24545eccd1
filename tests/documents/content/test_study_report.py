"""The report of a study says what the calculator says, in both languages and every format."""

import io
import re
from pathlib import Path
from typing import get_args

import pytest
from docx import Document

from guiju.backends import docx, pdf, site
from guiju.documents.model import Clause, Paper, Table
from guiju.documents.numbering import number
from guiju.documents.papers import as_document
from guiju.documents.plain import Text, run_text
from guiju.documents.printing import grouped
from guiju.library import Result, Standard
from guiju.library import compile as compiled
from guiju.shipped import standards_folder
from guiju.study import paper_of
from guiju.sureness.montecarlo import Sampling
from guiju_runtime.messages import Language
from tests.sureness.small import FUEL, plant
from tests.sureness.small import compiled as small_standard

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


def by_hand(folder: Path, uncertainty: str) -> tuple[Standard, Result]:
    """Give a works of 1 t: 500 kg of CO2 and 10 t of fuel at 100 kgCO2e/t, so 1500 kgCO2e."""
    standard = small_standard(folder, FUEL % uncertainty)
    return standard, standard.calculate(plant(thing="1 t", fuel="10 t", fixed="500 kg"))


def test_every_input_is_changed_alone_by_a_tenth(tmp_path: Path) -> None:
    """By hand: 500 + 1000 = 1500; fuel or its factor by a tenth: ∓ 100, elasticity 1000/1500.

    The emission by a tenth: ∓ 50. The output by a tenth: 1500/0.9 and 1500/1.1, elasticity -1.
    """
    rows = table(paper_of(*by_hand(tmp_path, ""), "en"), "moved")
    assert rows == {
        "Thing (works)": ["1", "t", "1666.667", "1363.636", "−1.000"],
        "Fuel (works)": ["10", "t", "1400.000", "1600.000", "0.667"],
        "Emission factor of burning": ["100", "kgCO2e/t", "1400.000", "1600.000", "0.667"],
        "Fixed (works)": ["500", "kg", "1450.000", "1550.000", "0.333"],
    }


@pytest.mark.parametrize("sampling", [None, Sampling(samples=50_000, seed=1, sampler="lattice")])
def test_the_interval_is_that_of_the_hand(tmp_path: Path, sampling: Sampling | None) -> None:
    """By hand: the factor within ÷ 1.2 and × 1.2, so 500 + 1000/1.2 to 500 + 1200, half at 1500."""
    standard, result = by_hand(tmp_path, "uncertainty lognormal(1.2)")
    paper = paper_of(standard, result, "en", sampling)
    rows = table(paper, "uncertainty")
    low, high = rows["95 % interval"][0].removesuffix(" kgCO2e").split(" to ")
    assert value(low) == pytest.approx(1333.333, rel=1e-4)
    assert value(high) == pytest.approx(1700, rel=1e-4)
    assert value(rows["Median"][0].removesuffix(" kgCO2e")) == pytest.approx(1500, rel=1e-4)
    assert rows["Inputs taken as exact"] == ["3"]
    words = "propagation of variance" if sampling is None else "points of a lattice, seed 1"
    assert words in rows["Method"][0].lower()
    assert table(paper, "variance") == {
        "Emission factor of burning": ["lognormal, ÷/× 1.2", "100.00"]
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_uncertainty_the_report_says_so(tmp_path: Path, language: Language) -> None:
    text = said(paper_of(*by_hand(tmp_path, ""), language))
    words = {
        "zh": "都没有给出数据和因子的不确定度，不能量化",
        "en": "the uncertainty of the carbon footprint cannot be quantified",
    }
    assert words[language] in text


def test_what_would_give_confidential_data_away_is_withheld() -> None:
    cement = compiled("cement")
    [first, *_] = cement.plan.graph.standard.examples
    paper = paper_of(cement, cement.calculate(cement.place.beside(first.file or "")), "en")
    text = said(paper)
    assert "lets some data be confidential" in text
    assert "95 %" not in text
    assert "Elasticity" not in text
    assert table(paper, "sensitivity")


def test_findings_and_digests_are_in_the_report(aluminium: Standard, result: Result) -> None:
    paper = paper_of(aluminium, result, "zh")
    text = said(paper)
    plain = result.to_dict("zh")
    assert plain["findings"]
    assert all(one["code"] in text for one in plain["findings"])
    assert plain["data_digest"] in text
    assert plain["standard"]["digest"] in text


def test_each_kind_of_file_is_written_the_same_each_time(
    aluminium: Standard, result: Result
) -> None:
    paper = paper_of(aluminium, result, "en")
    word = docx.write_paper(paper)
    assert word == docx.write_paper(paper)
    opened = Document(io.BytesIO(word))
    assert "13\u2009780.565" in "\n".join(p.text for p in opened.paragraphs)
    assert len(opened.inline_shapes) == 5
    assert pdf.write_paper(paper) == pdf.write_paper(paper)
    page = site.write_paper(paper)
    assert page == site.write_paper(paper)
    needs_nothing_beside_it(page.decode())


def needs_nothing_beside_it(page: str) -> None:
    assert page.count("<figure") == page.count('src="data:image/svg+xml;base64,') == 5
    assert "13\u2009780.565" in page
    assert set(re.findall('href="#([^"]+)"', page)) <= set(re.findall(' id="([^"]+)"', page))
    assert not re.search('(?:src|href)="(?!data:|#)', page)


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
    assert main([*words, "--uncertainty", "montecarlo", "--samples", "500"]) == 0
    assert main([*words, "--samples", "500"]) == 2
    assert Document(str(output)).paragraphs[0].text == "Carbon footprint study report"
