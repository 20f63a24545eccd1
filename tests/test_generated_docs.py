"""What is committed under generated_docs is what the sources give today."""

from pathlib import Path

import pytest

from guiju import building
from tests.house import ROOT
from tests.standards.shipped import compiled

FOLDERS = sorted(path for path in (ROOT / "generated_docs").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_committed_text_figures_and_schema_are_not_stale(folder: Path) -> None:
    standard = compiled(folder.name)
    made = {
        a.path: a.content for a in building.made(standard, frozenset({"page", "schema", "graph"}))
    }
    kept = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
    assert kept == made, "run make docs"


def test_every_standard_of_a_product_is_there() -> None:
    products = {path.parent.name for path in (ROOT / "standards").glob("*/examples")}
    assert {folder.name for folder in FOLDERS} == products
