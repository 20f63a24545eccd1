"""Rows PG-01 to PG-27 of the GB/T 1.1—2020 checklist, each read from the XML of the Word file.

Numbers are those of the checklist: sizes in half-points (五号 is 10.5 pt, 21), indents and space
in twips, 20 to the point; a line of the grid is 15.6 pt, 312 twips.
"""

import pytest

from tests.documents.word.reading import W, WordFile, attributes, child, instructions, text_of

HEI = {"rFonts.eastAsia": "黑体", "rFonts.ascii": "黑体"}
SONG = {"rFonts.eastAsia": "宋体", "rFonts.ascii": "Times New Roman"}
CENTRE, LEFT, RIGHT, BOTH = ({"jc.val": one} for one in ("center", "left", "right", "both"))


def size(points: float) -> dict[str, str]:
    return {"sz.val": str(round(points * 2))}


def lines(halves: int) -> dict[str, str]:
    share, twips = str(halves * 50), str(halves * 156)
    return {
        "spacing.beforeLines": share,
        "spacing.before": twips,
        "spacing.afterLines": share,
        "spacing.after": twips,
    }


def hanging(left: int, hang: int) -> dict[str, str]:
    return {"ind.left": str(left), "ind.hanging": str(hang)}


TWO_CHARACTERS = {"ind.firstLineChars": "200", "ind.firstLine": "420"}
FLUSH = {"ind.left": "0", "ind.firstLine": "0"}
TITLE = {"spacing.before": "560", "spacing.after": "640", "spacing.line": "400",
         "spacing.lineRule": "exact"}  # fmt: skip

STYLES = (
    ("PG-02", "封面分类号", HEI | size(10.5)),
    ("PG-03", "封面标准类别", HEI | size(32) | {"jc.val": "distribute"}),
    ("PG-04", "封面标准编号", HEI | size(14) | RIGHT),
    ("PG-04", "封面代替编号", HEI | size(10.5) | RIGHT),
    ("PG-05", "封面标准名称", HEI | size(26) | CENTRE | {"spacing.line": "700"}),
    ("PG-06", "封面英文名称", HEI | size(14) | CENTRE),
    ("PG-07", "封面文稿类别", SONG | size(12)),
    ("PG-07", "封面文稿说明", SONG | size(10.5)),
    ("PG-08", "封面发布日期", HEI | size(14)),
    ("PG-08", "封面实施日期", HEI | size(14)),
    ("PG-09", "封面发布机构", HEI | size(22)),
    ("PG-10", "目次标题", HEI | size(16) | CENTRE),
    ("PG-10", "前言标题", HEI | size(16) | CENTRE),
    ("PG-11", "正文标准名称", HEI | size(16) | CENTRE | TITLE),
    ("PG-12", "章标题", HEI | size(10.5) | lines(2) | FLUSH | LEFT),
    ("PG-13", "一级条标题", HEI | size(10.5) | lines(1) | FLUSH | LEFT),
    ("PG-13", "二级条标题", HEI | size(10.5) | lines(1) | FLUSH | LEFT),
    ("PG-14", "二级无", SONG | size(10.5)),
    ("PG-15", "段", SONG | size(10.5) | TWO_CHARACTERS | BOTH),
    ("PG-16", "列项a）", SONG | size(10.5) | hanging(851, 426)),
    ("PG-16", "列项1）", SONG | size(10.5) | hanging(1276, 425)),
    ("PG-17", "列项——", SONG | size(10.5) | hanging(794, 397)),
    ("PG-17", "列项·", SONG | size(10.5) | hanging(851, 431)),
    ("PG-18", "注", SONG | size(9) | {"ind.hanging": "374"}),
    ("PG-18", "注X", SONG | size(9) | {"ind.hanging": "448"}),
    ("PG-19", "表文字", SONG | size(9) | CENTRE),
    ("PG-19", "表注", SONG | size(9)),
    ("PG-19", "表注X", SONG | size(9)),
    ("PG-20", "表题", HEI | size(10.5) | CENTRE),
    ("PG-20", "图题", HEI | size(10.5) | CENTRE),
    ("PG-20", "附录表题", HEI | size(10.5) | CENTRE),
    ("PG-20", "附录图题", HEI | size(10.5) | CENTRE),
    ("PG-21", "公式", SONG | size(10.5)),
    ("PG-23", "附录标识", HEI | size(10.5) | CENTRE),
    ("PG-24", "参考文献标题", HEI | size(10.5) | CENTRE),
    ("PG-24", "参考文献条目", SONG | size(10.5)),
    ("PG-27", "toc 1", SONG | size(10.5) | {"ind.left": "0"}),
    ("PG-27", "toc 2", SONG | size(10.5) | {"ind.left": "210"}),
)


@pytest.mark.parametrize(("row", "style", "expected"), STYLES, ids=lambda one: str(one)[:20])
def test_a_row_of_the_checklist_is_in_the_file(
    chinese: WordFile, row: str, style: str, expected: dict[str, str]
) -> None:
    found = chinese.layout(style)
    assert {key: found.get(key) for key in expected} == expected, row
    assert chinese.paragraphs(style), f"{row}: the sample has no paragraph in style {style}"


def test_every_row_is_looked_at() -> None:
    elsewhere = {
        "PG-01": "the section, tested below",
        "PG-22": "the document model has no footnotes; that none appear is tested below",
        "PG-25": "the headers, tested below",
        "PG-26": "the footers, tested below",
    }
    rows = {row for row, _, _ in STYLES} | set(elsewhere)
    assert rows == {f"PG-{n:02}" for n in range(1, 28)}


def sections(file: WordFile) -> list[dict[str, str]]:
    found = []
    for section in file.body.iter(f"{W}sectPr"):
        names = ("pgSz", "pgMar", "docGrid", "pgNumType")
        found.append(
            {key: text for name in names for key, text in attributes(section, name).items()}
        )
    return found


def test_pg_01_the_page_has_the_margins_and_the_grid_of_the_template(chinese: WordFile) -> None:
    cover, front, main = sections(chinese)
    body = {
        "pgSz.w": "11906", "pgSz.h": "16838", "pgMar.top": "1928", "pgMar.bottom": "1134",
        "pgMar.left": "1134", "pgMar.right": "1134", "pgMar.gutter": "284",
        "pgMar.header": "1418", "pgMar.footer": "1134", "docGrid.linePitch": "312",
    }  # fmt: skip
    for section in (front, main):
        assert section.items() >= body.items()
    assert (cover["pgMar.left"], cover["pgMar.right"], cover["pgMar.gutter"]) == (
        "1134", "1134", "284",
    )  # fmt: skip


def test_pg_12_to_14_number_and_words_are_parted_by_one_full_width_space(
    chinese: WordFile,
) -> None:
    for style in ("章标题", "一级条标题", "二级条标题", "二级无", "附录章标题"):
        for paragraph in chinese.paragraphs(style):
            assert text_of(paragraph).startswith("　")
            assert not text_of(paragraph).startswith("　　")


def test_pg_21_symbols_are_italic_and_the_number_is_at_the_right_end(chinese: WordFile) -> None:
    tabs = child(child(chinese.styles()["Formula"], "pPr"), "tabs")
    places = [(t.attrib[f"{W}val"], t.attrib[f"{W}pos"], t.attrib[f"{W}leader"]) for t in tabs]
    # text width: 11906 − 1134 − 1134 − 284 = 9354
    assert places == [("center", "4677", "none"), ("right", "9354", "dot")]
    text = chinese.parts["word/document.xml"].decode()
    symbol = text[: text.index('<m:t xml:space="preserve">AD<')].rpartition("<m:r>")[2]
    assert '<m:sty m:val="i"/>' in symbol


def test_pg_22_there_is_no_footnote(chinese: WordFile) -> None:
    assert not [name for name in chinese.parts if "footnote" in name]


def test_pg_23_an_annex_begins_a_page_with_three_lines(chinese: WordFile) -> None:
    sheet = chinese.styles()[chinese.style_id("附录标识")]
    assert child(child(sheet, "pPr"), "pageBreakBefore") is not None
    for paragraph in chinese.paragraphs("附录标识"):
        assert len(list(paragraph.iter(f"{W}br"))) == 2


def furniture(file: WordFile, kind: str) -> list[tuple[str, str, str]]:
    """Give page, style and field of each header or footer of the last section."""
    relations = {
        one.attrib["Id"]: one.attrib["Target"] for one in file.xml("word/_rels/document.xml.rels")
    }
    found = []
    for reference in list(file.body.iter(f"{W}sectPr"))[-1].iter(f"{W}{kind}Reference"):
        values = {key.rpartition("}")[2]: text for key, text in reference.attrib.items()}
        target = relations[values["id"]]
        part = file.xml(f"word/{target}")
        style = attributes(part[0], "pPr/pStyle")["pStyle.val"]
        found.append((values["type"], style, instructions(part)[0]))
    return found


def test_pg_25_the_standard_number_is_outside_on_odd_and_even_pages(chinese: WordFile) -> None:
    for name, place in (("页眉奇数页", "right"), ("页眉偶数页", "left")):
        expected = HEI | size(10.5) | {"jc.val": place}
        assert chinese.layout(name).items() >= expected.items()
    for page, style, instruction in furniture(chinese, "header"):
        assert style == {"default": "HeaderOdd", "even": "HeaderEven"}[page]
        assert instruction == 'STYLEREF "封面标准编号" \\* MERGEFORMAT'
    assert "evenAndOddHeaders" in chinese.parts["word/settings.xml"].decode()


def test_pg_26_pages_are_roman_before_clause_1_and_arabic_after(chinese: WordFile) -> None:
    for name, place in (("页脚奇数页", "right"), ("页脚偶数页", "left")):
        expected = SONG | size(9) | {"jc.val": place}
        assert chinese.layout(name).items() >= expected.items()
    for page, style, instruction in furniture(chinese, "footer"):
        assert style == {"default": "FooterOdd", "even": "FooterEven"}[page]
        assert instruction == "PAGE"
    _, front, main = sections(chinese)
    assert (front["pgNumType.fmt"], front["pgNumType.start"]) == ("upperRoman", "1")
    assert (main["pgNumType.fmt"], main["pgNumType.start"]) == ("decimal", "1")
