"""Each code of data has a manual page, and what the page shows is what people see."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from guiju.declaration import from_text
from guiju.declaration.codes import CODES as FILE_CODES
from guiju_runtime.codes import CODES as DATA_CODES
from guiju_runtime.finding_report import to_text
from guiju_runtime.findings import Finding
from guiju_runtime.measuring_codes import CODES as MEASURING_CODES
from guiju_runtime.messages import Code, Language
from guiju_runtime.reading import read
from tests.runtime.smelter_data import SMELTER

PAGES = Path(__file__).parents[1] / "diagnostics"
CODES = (*DATA_CODES, *MEASURING_CODES, *FILE_CODES)
BLOCK = re.compile(r"```(\w+)(?: (zh|en))?\n(.*?)\n```", re.DOTALL)
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def blocks(code: Code) -> dict[str, str]:
    """Give what stands between the fences of a code's page, by kind and language."""
    page = (PAGES / f"{code.slug}.md").read_text(encoding="utf-8")
    return {f"{kind} {language}".strip(): inside for kind, language, inside in BLOCK.findall(page)}


def declared(code: Code) -> tuple[str, bytes]:
    """Give name and content of the declaration on a code's page."""
    found = blocks(code)
    if "hex" in found:
        return "declaration.yaml", bytes.fromhex(found["hex"])
    kind = "json" if "json" in found else "yaml"
    return f"declaration.{kind}", found[kind].encode()


def findings(code: Code) -> tuple[Finding, ...]:
    """Read the declaration on a code's page."""
    declaration, faults = from_text(*declared(code))
    return faults if declaration is None else read(SMELTER, declaration, Fraction).findings


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_page_of_a_code_shows_its_own_finding(code: Code) -> None:
    page = (PAGES / f"{code.slug}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code.id} {code.slug}\n")
    assert [finding.code for finding in findings(code)] == [code]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_report_on_a_page_is_the_one_that_people_see(code: Code, language: Language) -> None:
    printed = "\n".join(to_text(finding, language) for finding in findings(code))
    assert printed == blocks(code)[f"report {language}"]


def test_ids_and_slugs_are_used_once() -> None:
    assert len({code.id for code in CODES}) == len({code.slug for code in CODES}) == len(CODES)


def test_both_languages_of_a_code_name_the_same_things() -> None:
    for code in CODES:
        for text in (code.message, code.hint):
            places = [set(re.findall(r"{(\w+)}", words)) for words in (text.zh, text.en)]
            assert places[0] == places[1], code.id
