"""Each code of drafts has a manual page, and what the page shows is what people see."""

from pathlib import Path
from typing import get_args

import pytest

from guiju.review import (
    layout_codes,
    reading_codes,
    structure_codes,
    terms_codes,
    wording_codes,
)
from guiju_runtime.messages import Code, Language
from tests.diagnosing import read_page
from tests.documents.faults.reporting import reported

PAGES = Path(__file__).parents[2] / "diagnostics"
MODULES = (structure_codes, wording_codes, terms_codes, layout_codes, reading_codes)
CODES = [code for module in MODULES for code in vars(module).values() if isinstance(code, Code)]


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_a_page_shows_what_is_reported_of_its_fault(code: Code, language: Language) -> None:
    page = read_page(PAGES / f"{code.slug}.md")
    [fault] = [block.text for block in page.examples if block.kind == "diff"]
    assert reported(fault, code, language) == page.reports[language]
    assert f"[{code.id}]" in page.reports[language]
