"""Symbols: those given, those made, and the diagnostic of one given twice."""

import re
from pathlib import Path

import pytest

from guiju.documents.mathematics import Symbol
from guiju.documents.model import StandardDocument
from guiju.documents.plain import formula_text
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


@pytest.mark.parametrize(
    ("given", "symbol"),
    [("S_{CF4}", ("S", "CF4")), ("NAC", ("NAC", "")), ("η", ("η", "")), ("w_S", ("w", "S"))],
)
def test_a_symbol_is_read_as_base_and_index(given: str, symbol: tuple[str, str]) -> None:
    assert read(given) == Symbol(base=symbol[0], index=symbol[1])
