"""The language reference tells the truth: its examples compile and give what it says they give."""

import math
import re

import pytest

from guiju_dsl.source import SourceText
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.to_text import to_text
from tests.reference import book, calculating
from tests.reference.book import BOOK, PAGES, Case, Page

CASES = [case for page in PAGES for case in book.cases(page)]
MISTAKES = [
    pytest.param(*wrong, id=f"{page.name} {wrong[0]}")
    for page in PAGES
    for wrong in book.mistakes(page)
]
SOURCES = [pytest.param(text, id=page.name) for page in PAGES for text in book.sources(page)]
_EXPECTED = re.compile(r"(?P<name>\S+) (?P<sign>[=≈]) (?P<value>\S+)(?: (?P<unit>.+))?")


def named(case: Case) -> str:
    return f"{case.page}: {case.expected[0]}"


def reported(found: dict[str, object]) -> set[str]:
    """Give what a result reports, as a page writes it."""
    findings = found["findings"]
    assert isinstance(findings, list)
    return {f"finding {one['code']} {one['path']}".strip() for one in findings}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_an_example_gives_what_the_page_says(case: Case) -> None:
    found = calculating.calculated(case.source, case.libraries, case.data)
    findings = {line for line in case.expected if line.startswith("finding ")}
    assert reported(found) == findings
    values = [line for line in case.expected if line not in findings]
    assert values or findings
    for line in values:
        match = _EXPECTED.fullmatch(line)
        assert match is not None, line
        compare(found, **match.groupdict())


def compare(found: dict[str, object], name: str, sign: str, value: str, unit: str | None) -> None:
    """Compare one value: ``=`` to nine digits, ``≈`` to half a unit of the last digit printed."""
    actual, in_unit = calculating.value_of(found, name)
    if value == "none":
        assert actual is None
    elif isinstance(actual, str | bool):
        assert str(actual).lower() == value
    else:
        assert isinstance(actual, int | float), f"{name} has no value"
        expected = float(value.replace("_", ""))
        converted = calculating.in_unit(actual, in_unit, unit or "")
        half = 0.5 * 10.0 ** -len(value.partition(".")[2]) if sign == "≈" else 1e-9
        assert math.isclose(converted, expected, rel_tol=1e-9, abs_tol=half), f"{name} {converted}"


@pytest.mark.parametrize(("code", "text"), MISTAKES)
def test_a_mistake_is_reported_with_the_code_that_the_page_names(code: str, text: str) -> None:
    assert {found.code.id for found in calculating.diagnosed(text)} == {code}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_report_on_a_page_is_the_one_that_people_see(page: Page) -> None:
    for text, language, report in book.reports(page):
        assert calculating.reported_for(text, language) == report


@pytest.mark.parametrize("text", SOURCES)
def test_a_source_has_the_layout_of_the_house(text: str) -> None:
    read = from_text(SourceText(name="page.pcr", text=text))
    assert read.diagnostics == ()
    assert read.product is not None
    assert to_text(read.product, "keep") == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_document_holds_the_sentences_that_the_page_shows(page: Page) -> None:
    for source, libraries, sentences in book.documents(page):
        text = calculating.document_of(source, libraries)
        assert [line for line in sentences if line not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_chapter_speaks_both_languages(page: Page) -> None:
    title = page.path.read_text("utf-8").splitlines()[0]
    assert re.fullmatch(r"# [\u4e00-\u9fff].* · [A-Z].*", title)
    paragraphs = [part for part in page.prose.split("\n\n") if part.strip()]
    chinese = [part for part in paragraphs if re.search("[\u4e00-\u9fff]{4}", part)]
    assert 0 < len(chinese) < len(paragraphs)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_code_that_a_chapter_names_has_its_page(page: Page) -> None:
    text = page.path.read_text("utf-8")
    pages = (BOOK.parents[1] / "tests" / "diagnostics").glob("*.md")
    known = {path.read_text("utf-8").split()[1] for path in pages}
    assert set(re.findall(r"GJ\d{3}", text)) - known == set()


@pytest.mark.parametrize("page", [BOOK / "README.md", *(p.path for p in PAGES)], ids=str)
def test_a_link_of_the_book_leads_somewhere(page: object) -> None:
    assert hasattr(page, "read_text")
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target:
            assert (BOOK / target).exists(), target


def test_the_contents_list_every_chapter_in_order() -> None:
    listed = re.findall(r"\]\(([0-9]\w[\w.-]*\.md)\)", (BOOK / "README.md").read_text("utf-8"))
    assert listed == [page.path.name for page in PAGES]


def test_every_keyword_has_a_chapter_that_explains_it_and_shows_it() -> None:
    keywords = book.words_of_keywords()
    explained = {word for page in PAGES for word in page.explains}
    assert keywords - explained == set()
    assert explained - keywords == set()
    for page in PAGES:
        shown = " ".join(b.text for b in page.blocks if b.kind == "pcr" and b.rest != " zh")
        used = [word for word in page.explains if re.search(rf"(?<!\w){word}(?!\w)", shown)]
        assert list(page.explains) == used
