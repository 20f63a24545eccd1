"""What a secretary would else set by hand: properties, language, fonts, descriptions."""

import io
import re
import zipfile

import pytest
from docx import Document
from msgspec.structs import replace

from guiju.backends.docx import write
from guiju.documents.model import Clause, Column, Paragraph, Run, StandardDocument, Table
from guiju.documents.numbering import number
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH

BOTH = pytest.mark.parametrize("document", [SAMPLE_ZH, SAMPLE_EN], ids=["zh", "en"])


def parts(document: StandardDocument) -> dict[str, str]:
    content = write(document, number(document))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: package.read(name).decode("utf-8")
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


@BOTH
def test_properties_name_title_issuer_and_language(document: StandardDocument) -> None:
    core = Document(io.BytesIO(write(document, number(document)))).core_properties
    assert document.cover.title[-1] in core.title
    assert core.author == document.cover.issuer
    assert core.language == {"zh": "zh-CN", "en": "en-GB"}[document.language]


def test_english_is_spelt_as_the_english_edition_spells_it() -> None:
    for document, language in ((SAMPLE_ZH, "en-US"), (SAMPLE_EN, "en-GB")):
        styles = parts(document)["word/styles.xml"]
        assert re.findall(r'<w:lang w:val="([^"]*)" w:eastAsia="([^"]*)"', styles) == [
            (language, "zh-CN")
        ]


@BOTH
def test_every_font_in_use_is_named_and_chinese_ones_by_their_other_name(
    document: StandardDocument,
) -> None:
    all_parts = parts(document)
    fonts = all_parts["word/fontTable.xml"]
    named = set(re.findall(r'<w:font w:name="([^"]*)"', fonts))
    used = {
        face
        for name, text in all_parts.items()
        if name.startswith("word/") and "fontTable" not in name and "theme" not in name
        for face in re.findall(r'w:(?:ascii|hAnsi|eastAsia)="([^"]*)"', text)
        if face != "zh-CN"
    }
    assert used <= named
    others = re.findall(r'<w:font w:name="([^"]*)"><w:altName w:val="([^"]*)"', fonts)
    assert others == [("宋体", "SimSun"), ("黑体", "SimHei")]


@BOTH
def test_tables_and_figures_say_what_they_show_and_heads_come_again(
    document: StandardDocument,
) -> None:
    text = parts(document)["word/document.xml"]
    tables = text.count("<w:tbl>")
    assert len(re.findall(r'<w:tblCaption w:val="[^"]+"', text)) == tables
    assert text.count("<w:tblHeader/>") == tables
    pictures = re.findall(r"<wp:docPr [^>]*>", text)
    assert all(re.search(r'descr="[^"]+"', one) for one in pictures)


@BOTH
def test_the_header_follows_the_number_on_the_cover(document: StandardDocument) -> None:
    all_parts = parts(document)
    headers = [text for name, text in all_parts.items() if re.match(r"word/header\d", name)]
    followed = [text for text in headers if 'STYLEREF "封面标准编号"' in text]
    assert len(followed) == 4
    assert all(document.cover.number in text for text in followed)
    assert 'w:name w:val="封面标准编号"' in all_parts["word/styles.xml"]


def test_text_right_under_a_table_keeps_half_a_line_from_it() -> None:
    words = (Run(text="甲", script="", heavy=False),)
    column = Column(head=words, share=1, align="left")
    first, second = (
        Clause(id=id, title="", content=content)
        for id, content in (
            ("one", (Paragraph(words=words), a_table(column, "a"), Paragraph(words=words))),
            ("two", (Paragraph(words=words), a_table(column, "b"))),
        )
    )
    third = Clause(id="three", title="", content=(Paragraph(words=words),))
    chapter = Clause(id="chapter", title="一", content=(first, second, third))
    sample = replace(SAMPLE_ZH, clauses=(chapter,), annexes=(), foreword=(), introduction=())
    text = parts(replace(sample, bibliography=()))["word/document.xml"]
    under = [one.split("</w:pPr>")[0] for one in text.split("</w:tbl>")[1:]]
    assert len(under) == 2
    assert all('w:beforeLines="50"' in one for one in under)
    assert ["Untitled1" in one for one in under] == [False, True]


def a_table(column: Column, id: str) -> Table:
    return Table(id=id, title="表", unit=(), columns=(column,), rows=((column.head,),), notes=())
