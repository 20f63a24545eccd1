"""Signs by which a paragraph shows what it is: the name of its style, its words, its look."""

import re

from guiju.review.model import Paragraph

LONGEST_LINE = 500
"""Letters of a line of the contents that are looked at."""
CONTENTS_LINE = re.compile(r".*?[\t.…·]+\s*[IVXLC\d]*\s*", re.DOTALL)
CAPTION = re.compile(
    r"(?P<kind>[表图]|Table(?=\s)|Figure(?=\s))\s*"
    r"(?P<number>(?:[A-Z][.．]?)?\d+(?:[.\-－]\d+)*)(?P<gap>[\s　]*)"
    r"(?P<title>.*)",
    re.DOTALL,
)
KINDS = {"Table": "表", "Figure": "图"}
"""English kinds of captions by the Chinese ones, by which the checks know them."""
NOTE = re.compile(r"注\s?\d*\s*[:：]|NOTE\b")
EXAMPLE = re.compile(r"示例\s?\d*\s*[:：]|示例\d*$|EXAMPLE\b")
LETTER_ITEM = re.compile(r"(?:[a-z]{1,2}|\d{1,2}|[（(]\d{1,2})[)）]")
DASH_ITEM = re.compile(r"(?:——|[·•●\u25cf\uf0b7\uf06c]|—(?=[^—]))")
WHERE = re.compile(r"式中[:：]?\s*|where:?\s*")
NUMBERED_FORMULA = re.compile(r".*[（(][A-Z]?[.．]?\d+[)）]\s*", re.DOTALL)
UNIT_OF_TABLE = re.compile(
    r"单位[为:：].{1,30}|(?:Values|Dimensions|Quantities) in .{1,40}", re.DOTALL
)
SOURCE = re.compile(r"[\[［【](?:来源|SOURCE\b)")
FORCE = r"[（(](?:规范性|资料性|normative|informative)(?:附录)?[)）]"
ANNEX = re.compile(rf"(?:附录|Annex)(?P<letter>[A-Z])(?P<force>{FORCE})?(?P<title>.*)")
ENDING = "。；：，、．.;:,"
RULE = re.compile(r"\s*[_＿—─━-]{4,}\s*")


def is_contents_line(paragraph: Paragraph) -> bool:
    """Say whether style or fields make this a line of the contents."""
    style = paragraph.style.lower()
    if "标题" in style:
        return False
    return style.startswith(("toc", "目录", "目次")) or any(
        "PAGEREF" in one for one in paragraph.fields
    )


def looks_like_contents(paragraph: Paragraph) -> bool:
    """Say whether a paragraph in the contents is one of their lines, typed by hand perhaps."""
    text = paragraph.text[:LONGEST_LINE]
    return is_contents_line(paragraph) or CONTENTS_LINE.fullmatch(text) is not None


def is_heading(paragraph: Paragraph) -> bool:
    """Say whether the style or the outline makes this a title."""
    style = paragraph.style.lower()
    named = "标题" in style or style.startswith("heading") or "附录标识" in style
    return (paragraph.outline is not None and paragraph.outline < 9) or (
        named and "无标题" not in style
    )


def is_blank(paragraph: Paragraph) -> bool:
    """Say whether there is nothing to see."""
    return not (paragraph.text.strip() or paragraph.label or paragraph.pictures)


def is_end_line(paragraph: Paragraph) -> bool:
    """Say whether this may be the end line: nothing but a rule."""
    if "终结" in paragraph.style:
        return True
    if RULE.fullmatch(paragraph.text) and not paragraph.label:
        return True
    return not paragraph.text.strip() and (paragraph.ruled or paragraph.pictures > 0)


def is_title(words: str, paragraph: Paragraph) -> bool:
    """Say whether the words behind a number are a title and not a 无标题条."""
    style = paragraph.style
    if style.endswith("无") or "无标题" in style:
        return False
    if "条标题" in style or "章标题" in style:
        return True
    bare = words.strip()
    if is_heading(paragraph) and not bare.endswith("。"):
        return True
    return len(bare) <= 30 and not bare.endswith(("。", "；", "：", ";", ":"))
