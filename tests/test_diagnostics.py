"""Every code has a manual page, and what the page shows is what is reported."""

import importlib
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from guiju_runtime.messages import Code, Language
from tests.diagnosing import STAGES, Page, diagnostics_of, in_words, read_page

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "tests" / "diagnostics").glob("*.md"))


def codes() -> list[Code]:
    """Collect the codes of every stage: those that the modules named for codes hold."""
    found: dict[int, Code] = {}
    for package in (ROOT / "dsl", ROOT / "compiler"):
        for path in sorted(package.rglob("*codes.py")):
            name = ".".join(path.relative_to(package).with_suffix("").parts)
            values = vars(importlib.import_module(name)).values()
            found |= {id(value): value for value in values if isinstance(value, Code)}
    return list(found.values())


def pages_of_known_stages() -> list[Page]:
    return [page for page in map(read_page, PAGES) if page.id[2] in STAGES]


def test_no_id_and_no_slug_is_used_twice() -> None:
    counted = Counter([code.id for code in codes()]) + Counter([code.slug for code in codes()])
    assert [word for word, times in counted.items() if times > 1] == []


def test_every_code_has_a_page() -> None:
    assert {code.slug for code in codes()} - {path.stem for path in PAGES} == set()


def test_every_page_has_a_code() -> None:
    assert {path.stem for path in PAGES} - {code.slug for code in codes()} == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_begins_with_its_code(path: Path) -> None:
    page = read_page(path)
    by_slug = {code.slug: code.id for code in codes()}
    assert page.slug == path.stem
    assert page.id == by_slug.get(page.slug)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_explains_itself_in_both_languages(path: Path) -> None:
    page = read_page(path)
    paragraphs = [part for part in page.prose.split("\n\n") if part.strip()]
    chinese = [part for part in paragraphs if any(letter >= "\u4e00" for letter in part)]
    assert chinese
    assert len(chinese) < len(paragraphs)
    assert page.examples or page.id[2] not in STAGES
    assert set(page.reports) == set(get_args(Language))


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("page", pages_of_known_stages(), ids=lambda page: page.slug)
def test_a_page_shows_what_is_reported(page: Page, language: Language) -> None:
    assert in_words(*diagnostics_of(page), language) == page.reports[language]


@pytest.mark.parametrize("page", pages_of_known_stages(), ids=lambda page: page.slug)
def test_a_page_reports_nothing_but_its_own_code(page: Page) -> None:
    heads = [line for line in page.reports["en"].splitlines() if "[GJ" in line]
    assert heads
    assert all(f"[{page.id}]" in head for head in heads)
