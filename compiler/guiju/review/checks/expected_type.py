"""Page and type as measured in a public template of GB/T 1.1—2020 (PG): the table."""

from typing import Final

from msgspec import Struct

from guiju.review.structure.model import Role
from guiju_runtime.messages import Text

HEI, SONG = "黑体", "宋体"
FAMILIES: Final = {
    HEI: ("黑体", "SimHei", "STHeiti", "Heiti", "Source Han Sans", "Noto Sans CJK", "思源黑体"),
    SONG: ("宋", "SimSun", "STSong", "Songti", "Source Han Serif", "Noto Serif CJK"),
}
SIZES: Final = {
    52: "一号",
    44: "二号",
    36: "小二",
    32: "三号",
    30: "小三",
    28: "四号",
    24: "小四",
    21: "五号",
    18: "小五",
    15: "六号",
}
ALIGNMENTS: Final = {
    "center": Text(zh="居中", en="centred"),
    "left": Text(zh="左对齐", en="flush left"),
    "right": Text(zh="右对齐", en="flush right"),
    "both": Text(zh="两端对齐", en="justified"),
    "distribute": Text(zh="分散对齐", en="distributed"),
    "": Text(zh="左对齐", en="flush left"),
}
FACE = Text(zh="字体", en="the typeface")
SIZE = Text(zh="字号", en="the size of type")
ALIGN = Text(zh="对齐方式", en="the alignment")
INDENT = Text(zh="缩进", en="the indent")
NEW_PAGE = Text(zh="起页", en="the beginning")


class Expected(Struct, frozen=True, kw_only=True):
    """What a kind of paragraph looks like; None where nothing is asked.

    Attributes:
        first: first-line indent in characters; ``hanging`` the indent of an item in twips.
    """

    row: str
    name: Text
    face: str | None = None
    size: int | None = None
    align: tuple[str, ...] = ()
    first: int | None = None
    hanging: tuple[int, int] | None = None


LEFT = ("left", "both", "")
CENTRE = ("center",)
BY_ROLE: Final[dict[Role, Expected]] = {
    "part title": Expected(
        row="PG-10",
        name=Text(zh="目次、前言、引言的标题", en="titles of contents, foreword, introduction"),
        face=HEI,
        size=32,
        align=CENTRE,
    ),
    "standard title": Expected(
        row="PG-11",
        name=Text(zh="正文首页的文件名称", en="the title above clause 1"),
        face=HEI,
        size=32,
        align=CENTRE,
    ),
    "chapter": Expected(
        row="PG-12",
        name=Text(zh="章标题", en="chapter titles"),
        face=HEI,
        size=21,
        align=LEFT,
        first=0,
    ),
    "clause": Expected(
        row="PG-13",
        name=Text(zh="条标题", en="clause titles"),
        face=HEI,
        size=21,
        align=LEFT,
        first=0,
    ),
    "untitled": Expected(
        row="PG-14",
        name=Text(zh="无标题条", en="clauses without title"),
        face=SONG,
        size=21,
        align=LEFT,
    ),
    "body": Expected(
        row="PG-15", name=Text(zh="段", en="paragraphs"), face=SONG, size=21, align=LEFT, first=2
    ),
    "letter item": Expected(
        row="PG-16",
        name=Text(zh="字母和数字编号的列项", en="items with letters"),
        face=SONG,
        size=21,
        hanging=(200, 700),
    ),
    "dash item": Expected(
        row="PG-17",
        name=Text(zh="破折号列项", en="items with dashes"),
        face=SONG,
        size=21,
        hanging=(200, 700),
    ),
    "note": Expected(
        row="PG-18",
        name=Text(zh="注", en="notes"),
        face=SONG,
        size=18,
    ),
    "example": Expected(
        row="PG-18",
        name=Text(zh="示例", en="examples"),
        face=SONG,
        size=18,
    ),
    "cell": Expected(
        row="PG-19", name=Text(zh="表中文字", en="text in tables"), face=SONG, size=18
    ),
    "table title": Expected(
        row="PG-20", name=Text(zh="表题", en="titles of tables"), face=HEI, size=21, align=CENTRE
    ),
    "figure title": Expected(
        row="PG-20", name=Text(zh="图题", en="titles of figures"), face=HEI, size=21, align=CENTRE
    ),
    "annex mark": Expected(
        row="PG-23",
        name=Text(zh="附录标识", en="heads of annexes"),
        face=HEI,
        size=21,
        align=CENTRE,
    ),
    "contents line": Expected(
        row="PG-27", name=Text(zh="目次的行", en="lines of the contents"), face=SONG, size=21
    ),
    "unit of table": Expected(
        row="FX-21", name=Text(zh="表的单位", en="the unit above a table"), align=("right",)
    ),
}
BIBLIOGRAPHY = Expected(
    row="PG-24",
    name=Text(zh="参考文献的标题", en="the title of the bibliography"),
    face=HEI,
    size=21,
    align=CENTRE,
)
REFERENCE = Expected(
    row="PG-24",
    name=Text(zh="参考文献的条目", en="entries of the bibliography"),
    face=SONG,
    size=21,
)
FOOTNOTE = Expected(
    row="PG-22",
    name=Text(zh="脚注", en="footnotes"),
    face=SONG,
)
ON_COVER: Final = {
    "CV-01": Expected(
        row="PG-02", name=Text(zh="封面的 ICS 号", en="the ICS number"), face=HEI, size=21
    ),
    "CV-02": Expected(
        row="PG-02", name=Text(zh="封面的 CCS 号", en="the CCS number"), face=HEI, size=21
    ),
    "CV-03": Expected(
        row="PG-03",
        name=Text(zh="封面的标准层次", en="the kind of standard on the cover"),
        face=HEI,
        size=64,
    ),
    "CV-04": Expected(
        row="PG-04", name=Text(zh="封面的编号", en="the number on the cover"), face=HEI, size=28
    ),
    "CV-05": Expected(
        row="PG-04", name=Text(zh="封面的代替编号", en="the number replaced"), face=HEI, size=21
    ),
    "CV-09": Expected(
        row="PG-08", name=Text(zh="封面的日期", en="the dates on the cover"), face=HEI, size=28
    ),
    "CV-10": Expected(
        row="PG-09", name=Text(zh="封面的发布机构", en="the issuer on the cover"), face=HEI, size=44
    ),
}
TITLE = Expected(
    row="PG-05", name=Text(zh="封面的文件名称", en="the title on the cover"), face=HEI, size=52
)
ENGLISH_TITLE = Expected(
    row="PG-06", name=Text(zh="封面的英文名称", en="the English title"), face=HEI, size=28
)
DRAFT_NOTE = Expected(
    row="PG-07", name=Text(zh="封面的文稿说明", en="the lines of a draft"), face=SONG
)
MARGINS: Final = (
    ("top", 1928),
    ("bottom", 1134),
    ("left", 1134),
    ("right", 1134),
    ("gutter", 284),
)
SIDES: Final = {
    "top": Text(zh="上边距", en="the top margin"),
    "bottom": Text(zh="下边距", en="the bottom margin"),
    "left": Text(zh="左边距", en="the left margin"),
    "right": Text(zh="右边距", en="the right margin"),
    "gutter": Text(zh="装订线", en="the gutter"),
}
A4 = (11906, 16838)
NEAR = 30
"""Twips by which a measure may differ: what rounding to 0.05 cm comes to."""
