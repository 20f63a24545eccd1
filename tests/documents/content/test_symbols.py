"""Symbols: those given, those made, and the diagnostic of one given twice."""

import re
from pathlib import Path

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.mathematics import Symbol
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import number
from guiju.documents.plain import formula_text
from guiju.documents.plain import to_text as to_plain
from guiju.documents.printing import is_slanted
from guiju.documents.symbols import read
from guiju.documents.symbols_are_given_once import symbols_are_given_once
from guiju.plan.model import CalculationPlan
from guiju_dsl.report import to_text
from guiju_dsl.source import SourceText
from guiju_runtime.messages import Language
from tests.documents.content.compiling import compiled_text
from tests.documents.content.test_structure import in_order

PAGE = Path(__file__).parents[2] / "diagnostics" / "symbol-given-twice.md"
BLOCK = re.compile(r"(?ms)^```(?P<kind>[^\n]+)\n(?P<text>.*?)^```$")


def blocks() -> dict[str, str]:
    return {m["kind"]: m["text"] for m in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_a_symbol_given_twice_shows_its_own_report(language: Language) -> None:
    text = blocks()["guiju"]
    found = list(symbols_are_given_once(compiled_text(text)))
    source = SourceText(name="standard.pcr", text=text)
    shown = "\n\n".join(to_text(one, source, language) for one in found)
    assert f"{shown}\n" == blocks()[f"report {language}"]


def test_no_symbol_of_the_shipped_standard_is_given_twice(plan: CalculationPlan) -> None:
    assert list(symbols_are_given_once(plan)) == []


def test_a_given_symbol_is_printed(document: StandardDocument) -> None:
    formulas = [
        formula_text(b.formula) for b in in_order(document.clauses) if hasattr(b, "formula")
    ]
    assert any("NAC×(1−w_{S}−w_{A})×[44]/[12]" in formula for formula in formulas)


WORKS = """
standard small "T/XXX 009—2026" { title zh "小标准" en "Small" gwp ar6_7sm7 }
use factors.gwp
product thing zh "产品" en "thing" { declared unit 1 t }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing zh "产品" en "thing" : t
    data edge zh "边长" en "edge" : m { symbol "a" }
    data gas zh "气量" en "gas" : m3(0 °C) { symbol "V" }
    each fuel zh "燃料" en "fuels" {
      symbol "k"
      data carbon zh "含碳" en "carbon" : tC/t { symbol "w" }
      input amount zh "用量" en "amount" : t { factor 3 kgCO2e/t  symbol "FQ" }
    }
    let ratio zh "比" en "ratio" = 44 / 12 { symbol "44/12" }
    let face zh "端面" en "face" : m2 =
      when (edge + 1 m) ^ 2 > 4 m2 and gas > 10 m3(0 °C) then edge ^ 2 otherwise 3 m2
    emission CO2 burning zh "燃烧" en "burning" : t
      = sum(fuel.amount * fuel.carbon) * 12 tCO2 / 44 tC * ratio + face * 1 t/m2
  }
}
"""


@pytest.fixture(scope="module")
def works() -> str:
    document = from_plan(compiled_text(WORKS), "zh")
    return to_plain(document, number(document))


def test_rows_run_over_the_symbol_of_their_group(works: str) -> None:
    """Every sum over the rows, every index and the words of 式中 have the letter that was given."""
    assert "Σ_k FQ_{k}×w_{k}" in works
    assert "FQ_{k}——第k项燃料的用量" in works
    assert "_{i}" not in works.partition("7.2")[2].partition("7.3")[0]


def test_a_condition_behind_a_brace_has_letters_above_the_line(works: str) -> None:
    assert "（边长＋1 m）²大于4 m²且气量大于10 m³（0 ℃）" in works


def test_a_constant_with_its_ratio_for_a_symbol_has_no_formula_of_its_own(works: str) -> None:
    assert "×44/12+" in works
    assert "44/12——比，量纲为一；" in works
    assert "44/12 = " not in works


@pytest.mark.parametrize(
    ("given", "slanted"),
    [("AD", True), ("η", True), ("质量", False), ("44/12", False)],
)
def test_words_and_ratios_are_upright(given: str, slanted: bool) -> None:
    assert is_slanted(given) == slanted


@pytest.mark.parametrize(
    ("given", "symbol"),
    [("S_{CF4}", ("S", "CF4")), ("NAC", ("NAC", "")), ("η", ("η", "")), ("w_S", ("w", "S"))],
)
def test_a_symbol_is_read_as_base_and_index(given: str, symbol: tuple[str, str]) -> None:
    assert read(given) == Symbol(base=symbol[0], index=symbol[1])
