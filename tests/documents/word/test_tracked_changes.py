"""To accept all tracked changes gives the new document, to reject them the text of the old one."""

from copy import deepcopy
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from guiju.backends.docx import write, write_marked
from guiju.documents.from_plan import from_plan
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import Numbers, number
from guiju_runtime.messages import Language
from tests.changes.editions import QUICKLIME, edited, edition

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
IN_PLACE = (
    ("2021 = 580", "2021 = 570"),
    ('zh "石灰石受热分解为生石灰的过程。"', 'zh "石灰石在窑内受热分解的过程。"'),
    ("stone * purity * 0.44", "stone * purity * 0.99 * 0.44"),
    ('exclude zh "厂房" en "buildings"', 'exclude zh "厂房和设备" en "buildings and equipment"'),
    ("default 600 kgC/t", "default 620 kgC/t"),
)
"""Edits that leave every number where it was."""
ELSEWHERE = (
    *IN_PLACE,
    ('  shall kiln_named: zh "报告应说明窑型。" en "The report shall name the kiln."\n', ""),
    ("  emission CH4 slip", '  waste ash zh "灰" en "ash" : t { optional }\n  emission CH4 slip'),
    ("2020 = 600", "2019 = 610\n  2020 = 600"),
    ("process quarry zh", "process pit zh"),
    ("quarry.stone", "pit.stone"),
)

Printed = tuple[StandardDocument, Numbers]


@cache
def printed(text: str, language: Language) -> Printed:
    document = from_plan(edition(text).plan, language)
    return document, number(document)


@cache
def marked(edits: tuple[tuple[str, str], ...], language: Language) -> bytes:
    """Give the document of the edited standard, marked against that of the standard."""
    return write_marked(printed(QUICKLIME, language), printed(edited(*edits), language))


def body_of(content: bytes) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))


def decided(body: etree._Element, dropped: str) -> list[str]:
    """Give the text of each paragraph without what is marked as ``dropped``."""
    whole = deepcopy(body)
    for row in list(whole.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{dropped}") is not None:
            row.getparent().remove(row)
    for table in list(whole.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for paragraph in list(whole.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is not None:
            paragraph.getparent().remove(paragraph)
    for mark in list(whole.iter(f"{W}{dropped}")):
        mark.getparent().remove(mark)
    letters = (f"{W}t", f"{W}delText", f"{M}t")
    return [
        "".join(one.text or "" for one in paragraph.iter(*letters))
        for paragraph in whole.iter(f"{W}p")
    ]


@pytest.mark.parametrize(
    ("language", "edits"), [("zh", ELSEWHERE), ("en", IN_PLACE)], ids=["elsewhere", "in place"]
)
def test_what_is_accepted_is_the_new_document(
    language: Language, edits: tuple[tuple[str, str], ...]
) -> None:
    found = body_of(marked(edits, language))
    new = body_of(write(*printed(edited(*edits), language)))
    assert decided(found, "del") == decided(new, "del")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_rejected_leaves_the_old_document(language: Language) -> None:
    found, old = marked(IN_PLACE, language), write(*printed(QUICKLIME, language))
    left, before = decided(body_of(found), "ins"), decided(body_of(old), "ins")
    assert left[:-1] == before[:-1], "the last line says which source the file is from"


def test_little_is_marked_where_little_changed() -> None:
    found = body_of(marked((IN_PLACE[0],), "zh"))
    assert ["".join(one.itertext()) for one in found.iter(f"{W}ins")] == ["570"]
    assert ["".join(one.itertext()) for one in found.iter(f"{W}del")] == ["580"]


def test_the_same_document_twice_has_no_marks() -> None:
    assert not list(body_of(marked((), "zh")).iter(f"{W}ins", f"{W}del"))


def test_every_mark_has_a_number_of_its_own_and_bytes_repeat() -> None:
    content = marked(ELSEWHERE, "zh")
    assert content == marked.__wrapped__(ELSEWHERE, "zh")
    numbers = [one.get(f"{W}id") for one in body_of(content).iter(f"{W}ins", f"{W}del")]
    assert len(numbers) == len(set(numbers)) > 0


def test_what_was_deleted_is_nothing_that_fields_refer_to() -> None:
    found = body_of(marked(ELSEWHERE, "zh"))
    names = [one.get(f"{W}name") for one in found.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    for deleted in found.iter(f"{W}del"):
        assert not list(deleted.iter(f"{W}instrText", f"{W}bookmarkStart", f"{W}t"))
