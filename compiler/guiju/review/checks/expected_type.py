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
RIGHT = ("right",)
ITEM = (200, 700)
Line = tuple[str, str, str, str | None, int | None, tuple[str, ...], int | None]


def _expected(line: Line, hanging: tuple[int, int] | None = None) -> Expected:
    row, zh, en, face, size, align, first = line
    name = Text(zh=zh, en=en)
    return Expected(
        row=row, name=name, face=face, size=size, align=align, first=first, hanging=hanging
    )


_LINES: Final[dict[Role, Line]] = {
    "part title": (
        "PG-10", "目次、前言、引言的标题", "titles of contents, foreword, introduction",
        HEI, 32, CENTRE, None,
    ),
    "standard title": (
        "PG-11", "正文首页的文件名称", "the title above clause 1", HEI, 32, CENTRE, None,
    ),
    "chapter": ("PG-12", "章标题", "chapter titles", HEI, 21, LEFT, 0),
    "clause": ("PG-13", "条标题", "clause titles", HEI, 21, LEFT, 0),
    "untitled": ("PG-14", "无标题条", "clauses without title", SONG, 21, LEFT, None),
    "body": ("PG-15", "段", "paragraphs", SONG, 21, LEFT, 2),
    "letter item": ("PG-16", "字母和数字编号的列项", "items with letters", SONG, 21, (), None),
    "dash item": ("PG-17", "破折号列项", "items with dashes", SONG, 21, (), None),
    "note": ("PG-18", "注", "notes", SONG, 18, (), None),
    "example": ("PG-18", "示例", "examples", SONG, 18, (), None),
    "cell": ("PG-19", "表中文字", "text in tables", SONG, 18, (), None),
    "table title": ("PG-20", "表题", "titles of tables", HEI, 21, CENTRE, None),
    "figure title": ("PG-20", "图题", "titles of figures", HEI, 21, CENTRE, None),
    "annex mark": ("PG-23", "附录标识", "heads of annexes", HEI, 21, CENTRE, None),
    "contents line": ("PG-27", "目次的行", "lines of the contents", SONG, 21, (), None),
    "unit of table": ("FX-21", "表的单位", "the unit above a table", None, None, RIGHT, None),
}  # fmt: skip
_HANGING: Final[dict[Role, tuple[int, int]]] = {"letter item": ITEM, "dash item": ITEM}
BY_ROLE: Final[dict[Role, Expected]] = {
    role: _expected(line, _HANGING.get(role)) for role, line in _LINES.items()
}
BIBLIOGRAPHY, REFERENCE, FOOTNOTE = map(_expected, (
    ("PG-24", "参考文献的标题", "the title of the bibliography", HEI, 21, CENTRE, None),
    ("PG-24", "参考文献的条目", "entries of the bibliography", SONG, 21, (), None),
    ("PG-22", "脚注", "footnotes", SONG, None, (), None),
))  # fmt: skip
_COVER: Final[dict[str, Line]] = {
    "CV-01": ("PG-02", "封面的 ICS 号", "the ICS number", HEI, 21, (), None),
    "CV-02": ("PG-02", "封面的 CCS 号", "the CCS number", HEI, 21, (), None),
    "CV-03": ("PG-03", "封面的标准层次", "the kind of standard on the cover", HEI, 64, (), None),
    "CV-04": ("PG-04", "封面的编号", "the number on the cover", HEI, 28, (), None),
    "CV-05": ("PG-04", "封面的代替编号", "the number replaced", HEI, 21, (), None),
    "CV-09": ("PG-08", "封面的日期", "the dates on the cover", HEI, 28, (), None),
    "CV-10": ("PG-09", "封面的发布机构", "the issuer on the cover", HEI, 44, (), None),
}
ON_COVER: Final = {row: _expected(line) for row, line in _COVER.items()}
TITLE, ENGLISH_TITLE, DRAFT_NOTE = map(_expected, (
    ("PG-05", "封面的文件名称", "the title on the cover", HEI, 52, (), None),
    ("PG-06", "封面的英文名称", "the English title", HEI, 28, (), None),
    ("PG-07", "封面的文稿说明", "the lines of a draft", SONG, None, (), None),
))  # fmt: skip
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
