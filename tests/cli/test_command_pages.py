"""Each fault of files and commands has a page, and what it shows is what people see."""

import shlex
from pathlib import Path
from typing import get_args

import pytest

from guiju import question_codes, table_codes
from guiju.cli import WRONG_USE
from guiju.command_codes import CODES as OF_COMMANDS
from guiju_runtime.messages import Code, Language
from tests.cli.conftest import Guiju, Said
from tests.diagnosing import Page, read_page

CODES = (*OF_COMMANDS, *question_codes.CODES, *table_codes.CODES)
PAGES = Path(__file__).parents[1] / "diagnostics"


def page_of(code: Code) -> Page:
    return read_page(PAGES / f"{code.slug}.md")


def run(page: Page, language: Language, folder: Path, guiju: Guiju) -> Said:
    """Run the console block of a page beside its other files."""
    (folder / "data").mkdir(exist_ok=True)
    [command] = [block.text for block in page.examples if block.kind == "console"]
    for block in page.examples:
        if block.kind != "console":
            file = folder / block.rest.strip()
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
    program, *words = shlex.split(command.removeprefix("$ "))
    assert program == "guiju"
    return guiju("--lang", language, *words)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_a_page_shows_what_the_command_says(
    lime: Path, guiju: Guiju, code: Code, language: Language
) -> None:
    page = page_of(code)
    done = run(page, language, lime, guiju)
    assert done.err == page.reports[language]
    assert done.err.startswith(f"error[{code.id}]: ")
    assert done.code == (2 if code.slug in WRONG_USE else 1)
    assert done.out == ""
