"""Word counts by itself: clauses, annexes, lists, notes, captions; every reference has its mark."""

import re

import pytest

from guiju.backends.docx import write
from guiju.documents.numbering import number
from tests.documents.sample import SAMPLE_ZH
from tests.documents.word.reading import (
    W,
    WordFile,
    attributes,
    child,
    instructions,
    opened,
    style_of,
    text_of,
    value,
)

CLAUSE_LEVELS = ("%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4", "%1.%2.%3.%4.%5", "%1.%2.%3.%4.%5.%6")
CLAUSE_STYLES = ("章标题", "一级条标题", "二级条标题", "三级条标题", "四级条标题", "五级条标题")
ANNEX_STYLES = ("附录标识", "附录章标题", "附录一级条标题", "附录二级条标题")


def levels(file: WordFile, number_id: str) -> list[dict[str, str]]:
    """Give text, format, style and indents of each level behind one number."""
    part = file.xml("word/numbering.xml")
    (kind,) = (
        value(child(one, "abstractNumId"), "val")
        for one in part.findall(f"{W}num")
        if value(one, "numId") == number_id
    )
    (definition,) = (
        one for one in part.findall(f"{W}abstractNum") if value(one, "abstractNumId") == kind
    )
    names = ("lvlText", "numFmt", "pStyle", "pPr/ind", "rPr/rFonts")
    return [
        {key: text for name in names for key, text in attributes(level, name).items()}
        for level in definition.findall(f"{W}lvl")
    ]


def numbers_of(file: WordFile, style: str) -> list[str]:
    """Give the list that each paragraph in ``style`` belongs to."""
    return [attributes(one, "pPr/numPr/numId")["numId.val"] for one in file.paragraphs(style)]


def test_six_levels_of_clauses_are_bound_to_their_styles(chinese: WordFile) -> None:
    found = levels(chinese, "1")
    assert tuple(level["lvlText.val"] for level in found) == CLAUSE_LEVELS
    for level, style in zip(found, CLAUSE_STYLES, strict=True):
        assert level["pStyle.val"] == chinese.style_id(style)
        sheet = chinese.styles()[chinese.style_id(style)]
        assert attributes(sheet, "pPr/numPr/numId")["numId.val"] == "1"


def test_annexes_are_counted_by_letters_and_their_clauses_below(chinese: WordFile) -> None:
    found = levels(chinese, "2")
    assert [level["lvlText.val"] for level in found[:3]] == ["附录%1", "%1.%2", "%1.%2.%3"]
    assert [level["numFmt.val"] for level in found[:2]] == ["upperLetter", "decimal"]
    for level, style in zip(found, ANNEX_STYLES, strict=False):
        assert level["pStyle.val"] == chinese.style_id(style)


def test_headings_of_word_stand_behind_those_of_the_template(chinese: WordFile) -> None:
    for depth, style in enumerate(CLAUSE_STYLES, 1):
        sheet = chinese.styles()[chinese.style_id(style)]
        base = chinese.styles()[value(child(sheet, "basedOn"), "val")]
        assert value(child(base, "name"), "val") == f"heading {depth}"


def test_a_clause_without_title_is_counted_on_its_level(chinese: WordFile) -> None:
    first, second = chinese.paragraphs("二级无")
    assert attributes(first, "pPr/numPr/ilvl") == {"ilvl.val": "2"}
    assert attributes(first, "pPr/numPr/numId") == {"numId.val": "1"}
    assert text_of(second).startswith("　舍弃的总贡献不应超过5%")


@pytest.mark.parametrize(
    ("style", "level", "text", "left", "hanging"),
    [
        ("列项a）", 0, "%1)", "851", "426"),
        ("列项1）", 1, "%2)", "1276", "425"),
        ("列项——", 0, "——", "794", "397"),
        # PG-17 measures 851 for a list of its own; under a dash the dot moves in by its 397
        ("列项·", 1, "·", "1248", "431"),
    ],
)
def test_lists_are_counted_by_word(
    chinese: WordFile, style: str, level: int, text: str, left: str, hanging: str
) -> None:
    found = levels(chinese, numbers_of(chinese, style)[0])[level]
    assert (found["lvlText.val"], found["ind.left"], found["ind.hanging"]) == (text, left, hanging)


def test_pg_14_and_18_numbers_of_clauses_and_labels_of_notes_are_in_hei(chinese: WordFile) -> None:
    for counted in ("1", "2", numbers_of(chinese, "注")[0], numbers_of(chinese, "注X")[0]):
        assert {level["rFonts.eastAsia"] for level in levels(chinese, counted)} == {"黑体"}


def test_each_list_begins_again(chinese: WordFile) -> None:
    # changes in the foreword: three items; processes in 4.2: four items
    letters = numbers_of(chinese, "列项a）")
    assert len(letters) == 3 + 4
    assert len(set(letters[:3])) == len(set(letters[3:])) == 1
    assert letters[0] != letters[3]


def test_one_note_has_no_number_and_several_have(chinese: WordFile) -> None:
    assert levels(chinese, numbers_of(chinese, "注")[0])[0]["lvlText.val"] == "注："
    several = numbers_of(chinese, "注X")
    assert levels(chinese, several[0])[0]["lvlText.val"] == "注%1："
    assert len(several) == 2
    assert several[0] == several[1]


def test_every_field_that_refers_has_its_bookmark(chinese: WordFile, english: WordFile) -> None:
    for file in (chinese, english):
        marks = [value(one, "name") for one in file.body.iter(f"{W}bookmarkStart")]
        assert len(set(marks)) == len(marks)
        assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", mark) for mark in marks)
        wanted = [one.split()[1] for one in instructions(file.body) if "REF" in one.split()[0]]
        anchors = [value(one, "anchor") for one in file.body.iter(f"{W}hyperlink")]
        assert set(wanted) | set(anchors) <= set(marks)
        opened = sorted(value(one, "id") for one in file.body.iter(f"{W}bookmarkStart"))
        closed = sorted(value(one, "id") for one in file.body.iter(f"{W}bookmarkEnd"))
        assert opened == closed


def test_fields_are_opened_parted_and_closed(chinese: WordFile) -> None:
    depth, kinds = 0, [value(one, "fldCharType") for one in chinese.body.iter(f"{W}fldChar")]
    for kind in kinds:
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth in (0, 1, 2)  # page numbers are fields within the field of the contents
    assert depth == 0


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (
            "电解过程应使用",
            "按表2评价，加权评分不宜大于2。排放因子应符合附录A和表A.1的规定，报告见附录B。",
        ),
        ("系统边界从摇篮", "见图1，包括下列单元过程："),
        ("天然气的排放因子", "按公式（A.1）计算："),
        ("阳极消耗的排放量按", "按公式（2）计算："),
        ("报告宜给出", "（见图B.1），并说明："),
    ],
)
def test_references_read_right_before_word_refreshes_them(
    chinese: WordFile, start: str, words: str
) -> None:
    (found,) = (one for one in chinese.paragraphs("段") if text_of(one).startswith(start))
    assert words in text_of(found)


def test_captions_count_their_own_series(chinese: WordFile) -> None:
    found = {
        style: [(text_of(one), instructions(one)[0]) for one in chinese.paragraphs(style)]
        for style in ("表题", "附录表题", "图题", "附录图题")
    }
    assert found == {
        "表题": [
            ("表1　每吨铝液的活动数据", "SEQ 表 \\* ARABIC"),
            ("表2　数据质量评分", "SEQ 表 \\* ARABIC"),
        ],
        "附录表题": [
            ("表A.1　示例用电力排放因子", "SEQ 表A \\* ARABIC"),
            ("表B.1　结果的表示", "SEQ 表B \\* ARABIC"),
        ],
        "图题": [("图1　电解铝的系统边界", "SEQ 图 \\* ARABIC")],
        "附录图题": [("图B.1　各过程对产品碳足迹的贡献", "SEQ 图B \\* ARABIC")],
    }


def test_the_contents_list_what_has_a_title_down_to_the_second_level(chinese: WordFile) -> None:
    lines = [text_of(one) for one in chinese.body.iter(f"{W}p") if style_of(one).startswith("TOC")]
    assert lines == [
        "前言I", "引言I", "1　范围1", "2　规范性引用文件1", "3　术语和定义1", "4　量化范围1",
        "4.1　声明单位1", "4.2　系统边界1", "4.3　取舍准则1", "5　清单分析1", "5.1　数据收集1",
        "5.2　分配1", "6　影响评价1", "6.1　产品碳足迹1", "6.2　直接排放1", "6.3　电力1",
        "附录A（规范性）　排放因子1", "附录B（资料性）　产品碳足迹报告1", "参考文献1",
    ]  # fmt: skip
    (instruction,) = (one for one in instructions(chinese.body) if one.startswith("TOC"))
    styles = re.findall(r"([^\",]+),\d", instruction)
    assert all(chinese.paragraphs(style) for style in styles)


def test_known_pages_stand_in_the_contents() -> None:
    pages = {"foreword": 2, "introduction": 3, "scope": 1, "factors": 6, "bibliography": 9}
    file = opened(write(SAMPLE_ZH, number(SAMPLE_ZH), pages))
    lines = [text_of(one) for one in file.paragraphs("toc 1")]
    assert lines[:3] == ["前言II", "引言III", "1　范围1"]
    assert lines[-3] == "附录A（规范性）　排放因子6"
    assert lines[-1] == "参考文献9"


def test_english_labels(english: WordFile) -> None:
    text = [text_of(one) for one in english.body.iter(f"{W}p")]
    for words in (
        "Contents",
        "Foreword",
        "where",
        "Bibliography",
        "Table\u00a0A.1　Emission factors",
    ):
        assert words in text
    assert "Annex A (informative)　Emission factors1" in text
    assert "The footprint shall be calculated by Formula\u00a0(1):" in text
    assert levels(english, "2")[0]["lvlText.val"] == "Annex %1"
    assert levels(english, numbers_of(english, "注")[0])[0]["lvlText.val"] == "NOTE "
