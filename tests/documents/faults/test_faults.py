"""Each row that a check covers has a planted fault, which is found; what is clean stays clean."""

import re
from base64 import b64decode
from pathlib import Path

import pytest

from guiju.backends.docx import figures, write
from guiju.building import LANGUAGES, worked
from guiju.documents import scope_chapters
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.review.review import review
from guiju.review.rows import MEMORY, ROWS
from tests.documents.faults.planting import planted
from tests.documents.faults.reporting import clean, clean_english, reviewed
from tests.house import ROOT
from tests.standards.shipped import PRODUCT_STANDARDS, compiled

FAULT = re.compile(r"## (?P<row>\S+) (?P<code>GJ\d{3})\n```diff\n(?P<fault>.*?)```", re.DOTALL)
PLANTED = {
    match["row"]: (match["code"], match["fault"])
    for match in FAULT.finditer((Path(__file__).parent / "faults.md").read_text("utf-8"))
}


ENGLISH = [
    (match["row"], match["code"], match["fault"])
    for match in FAULT.finditer((Path(__file__).parent / "english.md").read_text("utf-8"))
]


SMALL_PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)
SAME = {"GS-02": "CV-04"}
"""The number of a group standard is the one on its cover."""


def test_every_row_that_is_checked_has_a_planted_fault() -> None:
    assert set(PLANTED) == {id for id, row in ROWS.items() if row.how == "check"}


@pytest.mark.parametrize("row", PLANTED)
def test_a_planted_fault_is_found(row: str) -> None:
    code, fault = PLANTED[row]
    own = SAME.get(row, row)
    found = [
        remark
        for remark in reviewed(fault).remarks
        if (remark.row, remark.diagnostic.code.id) == (own, code)
    ]
    assert found
    if row in MEMORY:
        assert {remark.diagnostic.severity for remark in found} == {"warning"}


@pytest.mark.parametrize(
    ("row", "code", "fault"), ENGLISH, ids=[f"{row} {code}" for row, code, _ in ENGLISH]
)
def test_a_fault_planted_in_an_english_draft_is_found(row: str, code: str, fault: str) -> None:
    remarks = review("draft.docx", planted(clean_english(), fault)).remarks
    assert (row, code) in [(one.row, one.diagnostic.code.id) for one in remarks]


def test_the_samples_are_clean() -> None:
    assert review("draft.docx", clean()).remarks == ()
    assert review("draft.docx", clean_english()).remarks == ()


@pytest.fixture
def pictures_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw nothing, and put one small picture in its place: the checks look at none."""
    monkeypatch.setattr(scope_chapters, "drawing", lambda _: "")
    monkeypatch.setattr(figures, "drawn", lambda _: SMALL_PICTURE)


@pytest.mark.usefixtures("pictures_left_out")
@pytest.mark.parametrize("name", PRODUCT_STANDARDS)
def test_both_editions_of_a_shipped_standard_are_clean(name: str) -> None:
    standard = compiled(name)
    example = worked(standard)
    for language in LANGUAGES:
        document = from_plan(standard.plan, language, example)
        found = review("standard.docx", write(document, number(document))).remarks
        assert [(one.row, one.diagnostic.message("en")) for one in found] == [], language


@pytest.mark.parametrize("id", [id for id, row in ROWS.items() if row.how == "built"])
def test_a_row_that_is_built_names_a_test_that_exists(id: str) -> None:
    file, _, name = ROWS[id].test.partition("::")
    assert f"def {name}(" in (ROOT / file).read_text("utf-8")


@pytest.mark.parametrize("id", [id for id, row in ROWS.items() if row.how == "none"])
def test_a_row_that_is_not_covered_says_why(id: str) -> None:
    assert ROWS[id].why.zh
    assert ROWS[id].why.en


def test_the_rows_are_those_of_the_checklist() -> None:
    counts = {"EL": 16, "FX": 24, "FW": 1, "CV": 10, "PG": 27, "NB": 9, "NR": 5, "TF": 6, "GS": 5}
    found = {family: sum(id.startswith(f"{family}-") for id in ROWS) for family in counts}
    assert found == counts
    assert sum(id.startswith("MV-") for id in ROWS) == 7
    assert sum(id.startswith("BZ-") for id in ROWS) == 10
