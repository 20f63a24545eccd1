"""Inserted and deleted: the marks of Word around runs, paragraphs and rows."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count

from docx.oxml.ns import qn

from guiju.backends.docx.elements import Element, text_run, word
from guiju.backends.docx.markup.atoms import MARKS, inside

AUTHOR = "Guiju"
FIRST = 100_000
"""Numbers of marks begin above those of bookmarks."""


class Marks:
    """Makes marks, each with its number; the same file gives the same numbers."""

    def __init__(self) -> None:
        """Begin to count."""
        self._numbers = count(FIRST)

    def inserted(self, content: Iterable[Element]) -> Element:
        """Mark elements within a paragraph as inserted."""
        return self._around("ins", content)

    def deleted(self, content: Iterable[Element]) -> Element:
        """Mark elements within a paragraph as deleted; nothing refers to them any more."""
        return self._around("del", _without_references(content))

    def _around(self, kind: str, content: Iterable[Element]) -> Element:
        return word(kind, *content, **self._signed())

    def _signed(self) -> dict[str, str | int]:
        return {"id": next(self._numbers), "author": AUTHOR}

    def new_paragraph(self, paragraph: Element) -> Element:
        """Give a paragraph all of which was inserted."""
        return self._whole(paragraph, "ins")

    def old_paragraph(self, paragraph: Element, number: str = "") -> Element:
        """Give a paragraph all of which was deleted; ``number`` is what it had.

        It counts no more, so that those that follow keep the numbers of the new edition.
        """
        gone = deepcopy(paragraph)
        if number:
            properties = gone.get_or_add_pPr()
            for old in properties.findall(qn("w:numPr")):
                properties.remove(old)
            properties.get_or_add_numPr().get_or_add_numId().val = 0
            gone.insert(1, text_run(number))
        return self._whole(gone, "del")

    def _whole(self, paragraph: Element, kind: str) -> Element:
        """Mark a paragraph with all that is in it, and its end."""
        made = deepcopy(paragraph)
        content = [child for child in made if child.tag != qn("w:pPr")]
        for child in content:
            made.remove(child)
        made.get_or_add_pPr().append(word("rPr", word(kind, **self._signed())))
        for element in self._stretches(content, kind):
            made.append(element)
        return made

    def _stretches(self, content: list[Element], kind: str) -> Iterator[Element]:
        """Give runs in one mark; bookmarks stay beside it, and go with what is deleted."""
        runs: list[Element] = []
        for one in content:
            if one.tag not in MARKS:
                runs.append(one)
            elif kind == "ins":
                if runs:
                    yield self.inserted(runs)
                runs = []
                yield one
        if runs:
            yield self.inserted(runs) if kind == "ins" else self.deleted(runs)

    def row(self, row: Element, kind: str) -> Element:
        """Mark a row of a table with all that is in it."""
        made = deepcopy(row)
        properties = made.find(qn("w:trPr"))
        if properties is None:
            properties = word("trPr")
            made.insert(0, properties)
        properties.append(word(kind, **self._signed()))
        whole = self.new_paragraph if kind == "ins" else self.old_paragraph
        for paragraph in list(made.iter(qn("w:p"))):
            paragraph.getparent().replace(paragraph, whole(paragraph))
        return made


def _without_references(content: Iterable[Element]) -> Iterator[Element]:
    """Give deleted runs: fields become what they showed, links their words."""
    for one in content:
        if one.tag in MARKS or inside(one, "./w:fldChar/@w:fldCharType | ./w:instrText/text()"):
            continue
        if one.tag == qn("w:hyperlink"):
            yield from _without_references([deepcopy(inner) for inner in one])
            continue
        gone = deepcopy(one)
        for text in gone.iter(qn("w:t")):
            text.tag = qn("w:delText")
        yield gone
