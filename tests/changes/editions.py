"""A small standard with one of each construct, and editions of it."""

from functools import cache
from pathlib import Path

from guiju import pipeline, workspace
from guiju.changes import Edition, edition_of
from guiju_dsl.source import SourceText
from tests.kept import KEPT

QUICKLIME = (Path(__file__).parent / "quicklime.pcr").read_text(encoding="utf-8")
PLACE = workspace.workspace_of(Path(__file__).parent / "quicklime.pcr")
SHIPPED = workspace.workspace_of(workspace.standard_path("gbt_24067"))


@cache
def edition(text: str, name: str = "quicklime.pcr") -> Edition:
    """Give the edition of a source."""
    source = SourceText(name=name, text=text)
    outcome = pipeline.compile_standard(source, SHIPPED.find, KEPT)
    assert outcome.product is not None, [d.message("en") for d in outcome.errors]
    return edition_of(outcome.product)


def edited(*edits: tuple[str, str]) -> str:
    """Give the source of the next edition: each of the words, which stand there, replaced."""
    text = QUICKLIME
    for before, after in edits:
        assert before in text, before
        text = text.replace(before, after)
    return text


def old() -> Edition:
    """Give the first edition."""
    return edition(QUICKLIME, "old.pcr")
