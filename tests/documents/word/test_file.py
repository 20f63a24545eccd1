"""The file as a whole: the same bytes each time, every element there, what a cover prints."""

import struct
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from msgspec.structs import replace

from guiju.backends.docx import write
from guiju.documents.model import Cover, Figure, StandardDocument
from guiju.documents.numbering import number
from tests.documents.sample import COVER, IDENTITY, SAMPLE_EN, SAMPLE_ZH
from tests.documents.sample_words import paragraph
from tests.documents.word.reading import W, WordFile, attributes, child, opened, style_of, text_of

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def test_the_same_document_gives_the_same_bytes(chinese_bytes: bytes) -> None:
    assert write(SAMPLE_ZH, number(SAMPLE_ZH)) == chinese_bytes


def test_the_file_carries_no_time(chinese_bytes: bytes) -> None:
    with ZipFile(BytesIO(chinese_bytes)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core


def test_properties_carry_title_and_identity(chinese: WordFile, chinese_bytes: bytes) -> None:
    core = Document(BytesIO(chinese_bytes)).core_properties
    assert core.title == "温室气体　产品碳足迹量化方法与要求　电解铝"
    assert (core.identifier, core.version) == ("electrolytic_aluminium", "0.3.0")
    custom = {one.attrib["name"]: one[0].text for one in chinese.xml("docProps/custom.xml")}
    assert custom == {
        "guiju.id": IDENTITY.id,
        "guiju.version": IDENTITY.version,
        "guiju.status": IDENTITY.status,
        "guiju.digest": IDENTITY.digest,
        "guiju.engine": IDENTITY.engine,
    }
    assert "custom-properties+xml" in chinese.parts["[Content_Types].xml"].decode()


@pytest.mark.parametrize(
    "text", ["=1+1", "a\x00b\x0bc", "]]>&<w:p/>", "\ud800", "一\n二\t三", "𠮷"]
)
def test_odd_characters_leave_the_file_whole(text: str) -> None:
    document = replace(SAMPLE_EN, foreword=(paragraph(text),))
    document = replace(document, cover=replace(document.cover, issuer=text))
    document = replace(document, identity=replace(document.identity, version=text))
    file = opened(write(document, number(document)))
    for name in file.parts:
        if name.endswith((".xml", ".rels")):
            file.xml(name)


def test_every_element_of_the_sample_has_its_style(chinese: WordFile) -> None:
    used = {style_of(one) for one in chinese.body.iter(f"{W}p")}
    assert used <= set(chinese.styles())
    names = """封面标准名称 目次标题 前言标题 正文标准名称 章标题 一级条标题 二级条标题 二级无 段
        列项a） 列项1） 列项—— 列项· 公式 公式续行 式中 式中条目 表题 表单位 表文字 表注 表注X 图
        图题 注 注X 术语条目 附录标识 附录章标题 附录一级条标题 附录表题 附录图题 参考文献标题
        参考文献条目 终结线"""
    assert [name for name in names.split() if not chinese.paragraphs(name)] == []
    assert len(chinese.paragraphs("章标题")) == 6
    assert len(chinese.paragraphs("附录标识")) == 2
    assert len(list(chinese.body.iter(f"{W}tbl"))) == 4
    assert len(list(chinese.body.iter(f"{WP}inline"))) == 2


def test_frames_of_the_cover_are_where_the_template_has_them(chinese: WordFile) -> None:
    places = {}
    for one in chinese.body.iter(f"{W}p"):
        frame = attributes(one, "pPr/framePr")
        if frame:
            places[style_of(one)] = tuple(frame[f"framePr.{side}"] for side in "xywh")
    assert places["CoverClass"][:2] == ("1372", "568")
    assert places["CoverBanner"] == ("1305", "2269", "9639", "624")
    assert places["CoverNumber"] == places["CoverReplaces"] == ("1419", "3284", "9356", "624")
    assert places["CoverTitle"] == places["CoverDraft"] == ("1419", "6408", "9356", "6974")
    assert places["CoverIssued"][1] == places["CoverEffective"][1] == "14176"


def test_the_cover_prints_what_the_standard_says(chinese: WordFile) -> None:
    words = [text_of(one) for one in chinese.body.iter(f"{W}p") if "Cover" in style_of(one)]
    assert [one for one in words if one] == [
        "ICS 77.120.10",
        "CCS H 61",
        "团体标准",
        "T/XXXX 0001—2026",
        "代替T/XXXX 0001—2023",
        "温室气体　产品碳足迹量化方法与要求　电解铝",
        "—".join(COVER.title_en),
        "（征求意见稿）",
        "（本稿完成日期：2026-11-20）",
        "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。",
        "××××-××-××　发布",
        "××××-××-××　实施",
        "示例有色金属行业协会　发布",
    ]


def test_the_word_behind_the_issuer_is_as_small_as_a_date(chinese: WordFile) -> None:
    """Row PG-08: 14 pt, beside a name of 22 pt (PG-09)."""
    [issuer] = [one for one in chinese.body.iter(f"{W}p") if style_of(one) == "CoverIssuer"]
    sizes = {
        text_of(run): [size.get(f"{W}val") for size in run.iter(f"{W}sz")]
        for run in issuer.iter(f"{W}r")
    }
    assert sizes == {"示例有色金属行业协会": [], "　发布": ["28"]}


def test_what_a_cover_lacks_is_not_printed() -> None:
    bare = Cover(
        ics="", ccs="", filing="", banner="", number="T/XXXX 1—2026", replaces="",
        title=("甲",), title_en=(), stage="", completed="", patents="",
        issued="", effective="", issuer="",
    )  # fmt: skip
    file = opened(write(replace(SAMPLE_ZH, cover=bare), number(SAMPLE_ZH)))
    words = [text_of(one) for one in file.body.iter(f"{W}p") if "Cover" in style_of(one)]
    assert [one for one in words if one] == ["T/XXXX 1—2026", "甲"]


def test_tables_have_a_heavy_frame_and_repeat_their_head(chinese: WordFile) -> None:
    for table in chinese.body.iter(f"{W}tbl"):
        borders = child(child(table, "tblPr"), "tblBorders")
        sizes = {side.tag.removeprefix(W): side.attrib[f"{W}sz"] for side in borders}
        # eighths of a point: 1.5 pt outside, 0.5 pt inside
        outside = dict.fromkeys(("top", "left", "bottom", "right"), "12")
        assert sizes == outside | {"insideH": "4", "insideV": "4"}
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        for cell in rows[0].iter(f"{W}tc"):
            assert attributes(cell, "tcPr/tcBorders/bottom")["bottom.sz"] == "12"


def test_columns_take_their_share_of_the_text_width(chinese: WordFile) -> None:
    activity = next(chinese.body.iter(f"{W}tbl"))
    widths = [int(one.attrib[f"{W}w"]) for one in child(activity, "tblGrid")]
    # 9354 twips by 0.4, 0.3, 0.3
    assert widths == [3741, 2806, 2807]


def test_the_end_line_is_a_quarter_of_the_text_width_and_stays_with_the_last_element(
    chinese: WordFile,
) -> None:
    (line,) = chinese.paragraphs("终结线")
    layout = chinese.layout("终结线")
    indents = int(layout["ind.left"]) + int(layout["ind.right"])
    assert abs(9354 - indents - 9354 / 4) <= 1
    body = list(chinese.body)
    place = [style_of(one) for one in body].index(style_of(line))
    assert {one.tag for one in body[place + 1 :]} == {f"{W}sectPr"}  # nothing is printed below it
    before = body[place - 1]
    assert style_of(before) == chinese.style_id("参考文献条目")
    assert before.find(f"{W}pPr/{W}keepNext") is not None


def picture_width(width: int, title: str) -> int:
    """Write a document with a drawing of ``width`` pixels; give its width on the page [EMU]."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="40"/>'
    only = Figure(id="only", title=title, svg=svg)
    clause = replace(SAMPLE_EN.clauses[0], content=(only,))
    document = replace(SAMPLE_EN, clauses=(clause,), annexes=())
    file = opened(write(document, number(document)))
    (picture,) = (name for name in file.parts if name.endswith(".png"))
    assert struct.unpack(">I", file.parts[picture][16:20]) == (3 * width,)
    (inline,) = file.body.iter(f"{WP}inline")
    (properties,) = inline.iter(f"{WP}docPr")
    assert properties.attrib["descr"] == title
    return int(inline[0].attrib["cx"])


def test_a_figure_has_its_own_size_up_to_the_text_width() -> None:
    # 96 pixels are an inch, 914400 EMU; the text is 9354 twips of 635 EMU
    assert picture_width(96, "one inch") == 914_400
    assert picture_width(1200, "too wide") == 9354 * 635


def test_a_document_without_annexes_and_bibliography_is_written() -> None:
    document: StandardDocument = replace(SAMPLE_ZH, annexes=(), bibliography=(), introduction=())
    document = replace(document, clauses=document.clauses[:2], foreword=())
    file = opened(write(document, number(document)))
    assert file.paragraphs("终结线")
