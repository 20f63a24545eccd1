"""Each code of forms has a manual page, and what the page shows is what people see."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from guiju.declaration_form import codes, from_workbook
from guiju.declaration_form.codes import CODES
from guiju_runtime.finding_report import to_text
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Code, Language
from tests.forms.filling import filled, form, part, repacked
from tests.forms.plant_data import PLANT, SUPPLY

PAGES = Path(__file__).parents[1] / "diagnostics"
REPORT = re.compile(r"```report (zh|en)\n(.*?)\n```", re.DOTALL)
LANGUAGES: tuple[Language, ...] = ("zh", "en")
BOOK = "xl/workbook.xml"
ENTITY = b'<!DOCTYPE sst [<!ENTITY a "b">]><sst>&a;</sst>'


@cache
def faulty() -> Mapping[Code, bytes]:
    """Give a workbook with the fault of each code."""
    empty = form("zh")
    return {
        codes.NOT_A_WORKBOOK: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        codes.WORKBOOK_TOO_LARGE: repacked(empty, {"xl/media/image1.bmp": bytes(32 * 1024**2 + 1)}),
        codes.ENTITY_IN_WORKBOOK: repacked(empty, {"xl/sharedStrings.xml": ENTITY}),
        codes.MACROS_IN_WORKBOOK: repacked(empty, {"xl/vbaProject.bin": b"-"}),
        codes.FORMULA_IN_CELL: filled(
            {}, ({f"{SUPPLY}.electricity": 1340}, {f"{SUPPLY}.electricity": "=1400-1340"})
        ),
        codes.NO_NUMBER_IN_CELL: filled({"refining.alumina": "约 19.2 万吨"}),
        codes.NOT_A_FORM: repacked(empty, {BOOK: part(empty, BOOK).replace(b"_guiju", b"Sheet9")}),
        codes.WORKBOOK_DAMAGED: repacked(empty, {BOOK: part(empty, BOOK)[:-30]}),
    }


def findings(code: Code) -> tuple[Finding, ...]:
    """Read the workbook that has the fault of ``code``."""
    declaration, found = from_workbook("form.xlsx", faulty()[code], PLANT)
    assert declaration is None
    return found


def page_of(code: Code) -> str:
    """Give the manual page of ``code``."""
    return (PAGES / f"{code.slug}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_page_of_a_code_shows_its_own_finding(code: Code) -> None:
    assert page_of(code).startswith(f"# {code.id} {code.slug}\n")
    assert [finding.code for finding in findings(code)] == [code]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_report_on_a_page_is_the_one_that_people_see(code: Code, language: Language) -> None:
    printed = "\n".join(to_text(finding, language) for finding in findings(code))
    assert dict(REPORT.findall(page_of(code)))[language] == printed


def test_both_languages_of_a_code_name_the_same_things() -> None:
    for code in CODES:
        for text in (code.message, code.hint):
            zh, en = (set(re.findall(r"{(\w+)}", words)) for words in (text.zh, text.en))
            assert zh == en, code.id
