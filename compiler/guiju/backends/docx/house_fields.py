"""Fields of a template, ``{{标准名称}}``, filled with the data of the cover."""

import re
from collections.abc import Iterable, Iterator, Mapping

from docx.oxml.ns import qn

from guiju.backends.docx.elements import Element, clean
from guiju.documents.model import StandardDocument
from guiju.documents.printing import title_of

FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
NAMES = {
    "ics": "ICS号", "ccs": "CCS号", "filing": "备案号", "banner": "标准类别", "number": "标准编号",
    "replaces": "代替编号", "title": "标准名称", "title_en": "英文名称", "stage": "文稿类别",
    "completed": "完成日期", "patents": "专利声明", "issued": "发布日期", "effective": "实施日期",
    "issuer": "发布机构",
}  # fmt: skip
"""The Chinese name of each field."""


def values_of(document: StandardDocument) -> dict[str, str]:
    """Give the value of each field under both of its names."""
    cover = document.cover
    values = {name: str(getattr(cover, name)) for name in NAMES if not name.startswith("title")}
    values["title"] = title_of(document)
    values["title_en"] = "—".join(cover.title_en)
    return values | {NAMES[name]: value for name, value in values.items()}


def fields_in(elements: Iterable[Element]) -> Iterator[str]:
    """Give the name of each field in ``elements``."""
    for element in elements:
        for paragraph in element.iter(qn("w:p")):
            yield from FIELD.findall("".join(text.text or "" for text in texts_of(paragraph)))


def fill(elements: Iterable[Element], values: Mapping[str, str]) -> None:
    """Fill the fields in ``elements``, also those that Word has parted into several runs."""
    for element in elements:
        for paragraph in element.iter(qn("w:p")):
            fill_paragraph(paragraph, values)


def fill_paragraph(paragraph: Element, values: Mapping[str, str]) -> None:
    """Fill the fields of one paragraph; the value takes the look of the run where its field begins.

    A paragraph all of whose fields are empty is empty: 代替 stands only before what is replaced.
    """
    texts = list(texts_of(paragraph))
    whole = "".join(text.text or "" for text in texts)
    names = FIELD.findall(whole)
    if names and not any(values.get(name, name) for name in names):
        for text in texts:
            text.text = ""
        return
    for match in reversed(list(FIELD.finditer(whole))):
        if match[1] not in values:
            continue
        start, new = 0, clean(values[match[1]])
        for text in texts:
            written = text.text or ""
            first, last = max(match.start() - start, 0), min(match.end() - start, len(written))
            start += len(written)
            if first < last:
                text.text = written[:first] + new + written[last:]
                text.set(qn("xml:space"), "preserve")
                new = ""


def texts_of(paragraph: Element) -> Iterator[Element]:
    """Give the texts of a paragraph in order, without those of text boxes in it."""
    for text in paragraph.iter(qn("w:t")):
        if next(text.iterancestors(qn("w:p"))) is paragraph:
            yield text
