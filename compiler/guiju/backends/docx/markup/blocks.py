"""Paragraphs and tables of two editions as one row with tracked changes."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher

from docx.oxml.ns import qn

from guiju.backends.docx.elements import Element
from guiju.backends.docx.markup.aligning import aligned
from guiju.backends.docx.markup.atoms import Atom, atoms, content_key, ids_of, style_of
from guiju.backends.docx.markup.marks import Marks

FORMULA = "Formula"
"""Styles of formulas on lines of their own: not every program shows marks within a formula."""
LITTLE = 0.35
"""A paragraph with less than so much in common (of 1) is marked as a whole."""


def merged(
    old: Sequence[Element], new: Sequence[Element], marks: Marks, numbers: Mapping[str, str]
) -> Iterator[Element]:
    """Give the elements of ``new`` with what was deleted from ``old`` between them.

    Args:
        marks: makes the marks of one file.
        numbers: what the old edition numbered its clauses, by their id.
    """
    for before, after in aligned(old, new):
        if after is None and before is not None:
            yield from _deleted(before, marks, numbers)
        elif before is None and after is not None:
            yield from _inserted(after, marks)
        elif before is not None and after is not None:
            yield from _changed(before, after, marks)


def _deleted(element: Element, marks: Marks, numbers: Mapping[str, str]) -> Iterator[Element]:
    if element.tag == qn("w:tbl"):
        yield _of_rows(element, marks, "del")
    else:
        found = (numbers.get(one, "") for one in ids_of(element))
        yield marks.old_paragraph(element, next((one for one in found if one), ""))


def _inserted(element: Element, marks: Marks) -> Iterator[Element]:
    if element.tag == qn("w:tbl"):
        yield _of_rows(element, marks, "ins")
    else:
        yield marks.new_paragraph(element)


def _of_rows(table: Element, marks: Marks, kind: str) -> Element:
    made = deepcopy(table)
    for row in list(made.iter(qn("w:tr"))):
        row.getparent().replace(row, marks.row(row, kind))
    return made


def _changed(before: Element, after: Element, marks: Marks) -> Iterator[Element]:
    if content_key(before) == content_key(after):
        yield after
    elif after.tag == qn("w:tbl"):
        yield from _table(before, after, marks)
    elif style_of(after).startswith(FORMULA):
        yield from (marks.old_paragraph(before), marks.new_paragraph(after))
    else:
        yield paragraph(before, after, marks)


def _table(before: Element, after: Element, marks: Marks) -> Iterator[Element]:
    """Give a table row by row; one with other columns is another table."""
    columns = [
        len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")) for table in (before, after)
    ]
    if columns[0] != columns[1]:
        yield _of_rows(before, marks, "del")
        yield _of_rows(after, marks, "ins")
        return
    made = deepcopy(after)
    for row in list(made.findall(qn("w:tr"))):
        made.remove(row)
    for old, new in aligned(before.findall(qn("w:tr")), after.findall(qn("w:tr"))):
        if new is None and old is not None:
            made.append(marks.row(old, "del"))
        elif old is None and new is not None:
            made.append(marks.row(new, "ins"))
        elif old is not None and new is not None:
            made.append(_row(old, new, marks))
    yield made


def _row(old: Element, new: Element, marks: Marks) -> Element:
    """Give a row with its cells compared one by one."""
    made = deepcopy(new)
    before = list(old.iter(qn("w:p")))
    after = list(made.iter(qn("w:p")))
    if len(before) != len(after):
        return made
    for one, other in zip(before, after, strict=True):
        if content_key(one) != content_key(other):
            other.getparent().replace(other, paragraph(one, other, marks))
    return made


def paragraph(before: Element, after: Element, marks: Marks) -> Element:
    """Give a paragraph with words inserted and deleted."""
    old, _ = atoms(before)
    new, behind = atoms(after)
    matcher = SequenceMatcher(None, [a.key for a in old], [a.key for a in new], autojunk=False)
    codes = matcher.get_opcodes()
    if matcher.ratio() < LITTLE:
        codes = [("replace", 0, len(old), 0, len(new))]
    made = deepcopy(after)
    for child in list(made):
        if child.tag != qn("w:pPr"):
            made.remove(child)
    for kind, a, b, c, d in codes:
        for element in _piece(kind, old[a:b], new[c:d], marks):
            made.append(element)
    for mark in behind:
        made.append(mark)
    return made


def _piece(kind: str, old: list[Atom], new: list[Atom], marks: Marks) -> Iterator[Element]:
    """Give one stretch of a paragraph: as it is, or deleted and inserted."""
    if kind != "equal" and old:
        yield marks.deleted(joined([e for atom in old for e in atom.content]))
    stretch: list[Element] = []
    for atom in new:
        if atom.lead and stretch:
            yield from _shown(stretch, kind, marks)
            stretch = []
        yield from atom.lead
        stretch += atom.content
    yield from _shown(stretch, kind, marks)


def _shown(stretch: list[Element], kind: str, marks: Marks) -> Iterator[Element]:
    if kind == "equal":
        yield from joined(stretch)
    elif stretch:
        yield marks.inserted(joined(stretch))


def joined(runs: list[Element]) -> list[Element]:
    """Put words in runs of one look together again."""
    found: list[Element] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and _plain(last) and _plain(run) and _look(last) == _look(run):
            last.find(qn("w:t")).text += run.find(qn("w:t")).text
        else:
            found.append(deepcopy(run))
    return found


def _plain(run: Element) -> bool:
    return run.tag == qn("w:r") and run.find(qn("w:t")) is not None and len(run) <= 2


def _look(run: Element) -> object:
    look = run.find(qn("w:rPr"))
    return None if look is None else [(child.tag, dict(child.attrib)) for child in look]
