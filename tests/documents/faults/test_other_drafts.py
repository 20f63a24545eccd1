"""Drafts that others wrote: typed numbers, other styles, WPS and strict files, damage, comments."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from guiju.review.comments import with_comments
from guiju.review.reading import Unreadable, from_docx
from guiju.review.report import to_json
from guiju.review.review import review
from guiju.review.structure import outline_of
from tests.documents.faults.planting import TEXT, W
from tests.documents.faults.reporting import clean, repacked, text_part

TYPED = """目　次
前言\tI
1 范围\t1
前　言
本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
1 范围
本文件规定了焦炭产品碳足迹的量化方法。
2 规范性引用文件
本文件没有规范性引用文件。
3 术语和定义
3.1
焦炭 coke
由煤高温干馏得到的产品。
4 量化范围
4.1 系统边界
4.1.1 系统边界必须从摇篮到大门。
4.1.2 焦炭的量取3.5 kg。
附录A
（规范性）
数据收集表
A.1 通则
数据按企业收集。
参考文献
[1] GB/T 24040　环境管理"""


def typed(lines: str) -> bytes:
    """Write lines in the plain style of Word, numbers and all."""
    document: Document = docx.Document()
    for line in lines.splitlines():
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.first_line_indent = Pt(21)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_numbers_typed_by_hand_are_clauses() -> None:
    draft = from_docx("draft.docx", typed(TYPED))
    assert not isinstance(draft, Unreadable)
    outline = outline_of(draft)
    numbers = [heading.number for heading in outline.headings]
    assert numbers == ["1", "2", "3", "3.1", "4", "4.1", "4.1.1", "4.1.2", "A.1"]
    titled = {heading.number for heading in outline.headings if heading.titled}
    assert titled >= {"1", "2", "3", "4", "4.1", "A.1"}
    assert titled.isdisjoint({"4.1.1", "4.1.2"})
    [annex] = outline.annexes
    assert (annex.letter, annex.force, annex.title) == ("A", "（规范性）", "数据收集表")
    [term] = outline.terms
    assert (term.zh, term.en) == ("焦炭", "coke")
    assert set(outline.titles) == {"contents", "foreword", "clauses", "annex", "bibliography"}


def test_a_draft_of_typed_text_is_checked_like_any_other() -> None:
    found = {remark.diagnostic.code.slug for remark in review("a.docx", typed(TYPED)).remarks}
    assert found >= {"verb-not-of-annex-c", "only-clause-of-its-layer", "element-missing"}
    assert "clause-number-out-of-series" not in found


def test_headings_of_plain_word_are_chapters() -> None:
    document: Document = docx.Document()
    title = document.add_paragraph("前言")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, level in (("范围", 1), ("规范性引用文件", 1), ("系统边界", 2)):
        document.add_heading(f"{'1' if level == 1 else '2.1'} {text}", level)
    made = io.BytesIO()
    document.save(made)
    draft = from_docx("a.docx", made.getvalue())
    assert not isinstance(draft, Unreadable)
    assert outline_of(draft).headings[0].title == "范围"


def test_strict_open_xml_is_read_like_the_usual_kind() -> None:
    strict = text_part().replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    draft = from_docx("a.docx", repacked(clean(), {TEXT: strict}))
    assert not isinstance(draft, Unreadable)
    assert len(outline_of(draft).headings) > 10


@pytest.mark.parametrize("part", ["styles", "numbering", "settings", "fontTable", "header1"])
def test_a_file_without_one_of_its_parts_is_still_checked(part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(clean())) as package:
        kept = {name: package.read(name) for name in package.namelist() if part not in name}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in kept.items():
            package.writestr(name, content)
    assert review("a.docx", made.getvalue()).draft is not None


DEEP = b"<w:document>" + b"<w:sdt>" * 100_000
BARE = b'<w:document xmlns:w="%s"><w:body/></w:document>' % W[1:-1].encode()
WILD = """<w:numbering xmlns:w="{}"><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="99999999999"><w:start w:val="1e9"/><w:lvlText w:val="%9%%"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: "第一章".encode(),
    "zip of nothing": lambda: repacked(zipped({}), {"a.txt": b"a"}),
    "cut off": lambda: clean()[:4000],
    "deep": lambda: repacked(clean(), {TEXT: DEEP}),
    "no body": lambda: repacked(clean(), {TEXT: b"<document/>"}),
    "no paragraphs": lambda: repacked(clean(), {TEXT: BARE}),
    "not xml": lambda: repacked(clean(), {"word/styles.xml": b"\x00\x01"}),
    "odd encoding": lambda: repacked(clean(), {TEXT: b"<?xml version='1.0' encoding='x'?><a/>"}),
    "numbering runs wild": lambda: repacked(
        clean(), {"word/numbering.xml": WILD.format(W[1:-1]).encode()}
    ),
}


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gets_a_remark(kind: str) -> None:
    found = review("a.docx", HOSTILE[kind]()).remarks
    assert found
    for remark in found:
        assert remark.diagnostic.message("zh")
        assert remark.diagnostic.way_out("en")


def test_a_copy_has_each_remark_as_a_comment_and_the_same_words() -> None:
    done = review("a.docx", typed(TYPED))
    copy = with_comments(typed(TYPED), done.remarks, "zh")
    assert copy is not None
    document = docx.Document(io.BytesIO(copy))
    assert [paragraph.text for paragraph in document.paragraphs] == TYPED.splitlines()
    comments = [comment.text for comment in document.comments]
    assert len(comments) == len(done.remarks)
    assert any("[GJ739]" in text and "改为“应”" in text for text in comments)
    again = review("b.docx", copy)
    assert len(again.remarks) == len(done.remarks)
    twice = with_comments(copy, again.remarks, "zh")
    assert twice is not None
    assert len(docx.Document(io.BytesIO(twice)).comments) == 2 * len(comments)


def test_json_names_paragraph_quote_clause_and_row() -> None:
    done = review("a.docx", typed(TYPED))
    [must] = [one for one in to_json(done.remarks, done.draft) if one["code"] == "GJ739"]
    assert (must["paragraph"], must["clause"], must["row"]) == (16, "4.1.1", "MV-01")
    assert must["quote"] == "4.1.1 系统边界必须从摇篮到大门。"
    assert must["place"]["line"] == 16
    assert must["hint"]["zh"] == "改为“应”"


def test_words_taken_out_under_tracking_are_not_checked() -> None:
    deleted = '<w:del w:id="1" w:author="甲"><w:r><w:delText>必须</w:delText></w:r></w:del>'
    text = text_part().decode()
    place = text.rindex("</w:p>")
    file = repacked(clean(), {TEXT: (text[:place] + deleted + text[place:]).encode()})
    assert [one.diagnostic.code.slug for one in review("a.docx", file).remarks] == [
        "changes-not-accepted"
    ]


def test_a_term_of_many_words_is_read_at_once() -> None:
    lines = TYPED.replace("焦炭 coke\n", "甲乙丙丁戊 " * 60 + "\n")
    draft = from_docx("a.docx", typed(lines))
    assert not isinstance(draft, Unreadable)
    [term] = outline_of(draft).terms
    assert term.en == ""


def test_a_text_without_end_is_refused() -> None:
    many = b"<w:p/>" * 50_001
    text = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (W[1:-1].encode(), many)
    [remark] = review("a.docx", repacked(clean(), {TEXT: text})).remarks
    assert remark.diagnostic.code.slug == "draft-too-large"
    assert "50000 段" in remark.diagnostic.message("zh")
