"""Each code of attached declarations has a page, and what it shows is what people see."""

from pathlib import Path

import pytest
import yaml

from guiju_runtime.attaching_codes import CODES
from guiju_runtime.finding_report import to_text
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Code, Language
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import calculators, chain, plans
from tests.diagnosing import Page, read_page

PAGES = Path(__file__).parents[1] / "diagnostics"
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def page_of(code: Code) -> Page:
    return read_page(PAGES / f"{code.slug}.md")


def findings(page: Page) -> tuple[Finding, ...]:
    """Calculate the declaration of a page; ``alone`` without the calculators of others."""
    texts = tuple((e.rest.strip(), e.text) for e in page.examples if e.kind == "guiju")
    [example] = [e for e in page.examples if e.kind == "yaml"]
    declaration = yaml.load(example.text, Loader=yaml.BaseLoader)
    plan, module = chain(texts)[texts[0][0]]
    if example.rest.strip() == "alone":
        return assert_agree(plan, module, declaration).findings
    others = calculators(texts), plans(texts)
    return assert_agree(plan, module, declaration, *others).findings


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_a_page_shows_its_own_finding_and_no_other(code: Code) -> None:
    assert {found.code for found in findings(page_of(code))} == {code}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_report_on_a_page_is_the_one_that_people_see(code: Code, language: Language) -> None:
    page = page_of(code)
    printed = "\n".join(to_text(found, language) for found in findings(page))
    assert page.reports[language] == f"{printed}\n"


def test_both_languages_of_a_code_name_the_same_things() -> None:
    for code in CODES:
        for text in (code.message, code.hint):
            found = [set(words.replace("}", "{").split("{")[1::2]) for words in (text.zh, text.en)]
            assert found[0] == found[1], code.id
