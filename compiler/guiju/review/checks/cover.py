"""The cover: its data, their form, and what must agree with them elsewhere (CV)."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.wording_codes import (
    COVER_DISAGREES,
    COVER_MALFORMED,
    COVER_MISSING,
    WORDING_DIFFERS,
    WORDING_MISSING,
)
from guiju_runtime.messages import Text

SERIAL = r"[\dX×]+(?:\.[\dX×]+)?"
YEAR = r"(?:\d{4}|[X×]{4})"
NUMBER = re.compile(
    rf"(?:T/[A-Z][A-Z0-9]{{1,}}\s{SERIAL}|(?:GB(?:/[TZ])?|DB\d{{2,4}}(?:/T)?|[A-Z]{{2}}(?:/T)?|"
    rf"Q/[A-Z0-9]+)\s{SERIAL})—{YEAR}"
)
LIKE_NUMBER = re.compile(r"(?:T/|GB|DB|Q/|[A-Z]{2}/T|[A-Z]{2} )\S*\s*[\dX×.]+\s*[—–\-－]+\s*\S+")
DATE = r"(?:\d{4}|×{4}|X{4})-(?:\d{2}|××|XX)-(?:\d{2}|××|XX)"
FX_16 = "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。"
STAGES = re.compile(r"[（(]?(征求意见稿|送审(?:讨论)?稿|报批稿|工作组讨论稿|讨论稿|草案)[)）]?")


class Datum(Struct, frozen=True, kw_only=True):
    """One datum of the cover.

    Attributes:
        sign: by which its line is found, spaces kept; ``form`` what it must be.
    """

    row: str
    name: Text
    sign: str
    form: str
    example: str
    required: bool


DATA: Final = (
    Datum(row="CV-01", name=Text(zh="ICS 号", en="ICS number"), sign=r"ICS\b.*",
          form=r"ICS\s+\d{2}(\.\d{3}(\.\d{2})?)?(;\s?\d{2}\.\d{3}(\.\d{2})?)*",
          example="ICS 13.020.40", required=True),
    Datum(row="CV-02", name=Text(zh="CCS 号", en="CCS number"), sign=r"CCS\b.*|[A-Z]\s?\d{2}",
          form=r"CCS\s+[A-Z]\s?\d{2}", example="CCS Z 04", required=True),
    Datum(row="CV-03", name=Text(zh="标准层次", en="kind of standard"),
          sign=r"(中华人民共和国)?\S*(标准|指导性技术文件)", form=r".*", example="团体标准",
          required=True),
    Datum(row="CV-04", name=Text(zh="编号", en="number"), sign=LIKE_NUMBER.pattern,
          form=NUMBER.pattern, example="T/CPCIF 0391—2024", required=True),
    Datum(row="CV-05", name=Text(zh="被代替的文件", en="document replaced"), sign=r"代替.*",
          form=rf"代替\s?{NUMBER.pattern}(、.+)?", example="代替 T/CPCIF 0391—2020",
          required=False),
    Datum(row="CV-09", name=Text(zh="发布日期", en="date of issue"),
          sign=r".*\d.*发布|.*[×X]{2}.*发布",
          form=rf"{DATE}\s*发布", example="2026-03-01 发布", required=True),
    Datum(row="CV-09", name=Text(zh="实施日期", en="date of effect"), sign=r".*实施",
          form=rf"{DATE}\s*实施", example="2026-09-01 实施", required=True),
    Datum(row="CV-10", name=Text(zh="发布机构", en="issuer"),
          sign=r"[^\d×]*[\u4e00-\u9fff]{3,}.*发\s*布|发\s*布",
          form=r"[^\d]*发\s*布", example="中国××协会　发布", required=True),
)  # fmt: skip
ENGLISH = re.compile(r"[A-Z][A-Za-z]+[ —\-].*")
WRONG_JOIN = re.compile(r"\s[-–—]+\s|--")
COMPLETED = re.compile(r"[（(]?本稿完成(日期|时间)：.*")


class Line(Struct, frozen=True):
    """A line of the cover, with its paragraph."""

    words: str
    paragraph: Paragraph


def lines_of(outline: Outline) -> list[Line]:
    """Give the lines of the cover."""
    return [
        Line(line.strip(), paragraph)
        for paragraph in outline.draft.paragraphs
        if outline.part(paragraph) == "cover"
        for line in re.split(r"[\n\t]", paragraph.words)
        if line.strip()
    ]


def line_of(datum: Datum, lines: list[Line]) -> Line | None:
    """Give the line of a datum; what is spaced out, as 团 体 标 准, counts as closed up."""
    for line in lines:
        closed = "".join(line.words.split()) if datum.row == "CV-03" else line.words
        if re.fullmatch(datum.sign, closed):
            return line
    return None


def cover_has_its_data(outline: Outline) -> Iterator[Finding]:
    """Report data that every cover has, and this one lacks; FX-16 on a draft."""
    lines = lines_of(outline)
    if not lines:
        return
    at = lines[0].paragraph
    for datum in DATA:
        if datum.required and line_of(datum, lines) is None:
            yield found(COVER_MISSING, datum.row, at, datum=datum.name, example=datum.example)
    if title_of(lines) is None:
        name, example = Text(zh="文件名称", en="title"), "温室气体　产品碳足迹量化方法与要求　焦炭"
        yield found(COVER_MISSING, "CV-06", at, datum=name, example=example)
    yield from _of_a_draft(lines)


def stage_of(outline: Outline) -> str:
    """Give the stage that the cover of a draft names, or nothing."""
    return _stage(lines_of(outline))


def _stage(lines: list[Line]) -> str:
    found_stages = (STAGES.fullmatch(line.words) for line in lines)
    return next((match[1] for match in found_stages if match is not None), "")


def _of_a_draft(lines: list[Line]) -> Iterator[Finding]:
    if not _stage(lines):
        return
    at = lines[0].paragraph
    completed = next((line for line in lines if COMPLETED.fullmatch(line.words)), None)
    name, example = Text(zh="完成日期", en="day of completion"), "（本稿完成日期：2026-03-01）"
    if completed is None:
        yield found(COVER_MISSING, "CV-08", at, datum=name, example=example)
    elif not re.fullmatch(rf"[（(]?本稿完成(日期|时间)：\s*{DATE}[)）]?", completed.words):
        yield found(
            COVER_MALFORMED, "CV-08", completed.paragraph,
            datum=name, given=short(completed.words), example=example,
        )  # fmt: skip
    if _stage(lines) not in ("征求意见稿", "送审稿", "送审讨论稿"):
        return
    asked = next((line for line in lines if "反馈意见" in line.words), None)
    if asked is None:
        where = Text(zh="封面", en="the cover")
        yield found(WORDING_MISSING, "FX-16", at, where=where, expected=FX_16)
    elif "".join(asked.words.split()) != FX_16:
        yield found(WORDING_DIFFERS, "FX-16", asked.paragraph, expected=FX_16)


def cover_data_are_well_formed(outline: Outline) -> Iterator[Finding]:
    """Report data of the cover in another form, and a day of effect before that of issue."""
    lines = lines_of(outline)
    for datum in DATA:
        line = line_of(datum, lines)
        if line is not None and not re.fullmatch(datum.form, line.words):
            yield found(
                COVER_MALFORMED, datum.row, line.paragraph,
                datum=datum.name, given=short(line.words, 40), example=datum.example,
            )  # fmt: skip
    yield from _scope_fits_number(lines)
    yield from _days(lines)
    yield from _titles(lines)


def _scope_fits_number(lines: list[Line]) -> Iterator[Finding]:
    banner, number = line_of(DATA[2], lines), line_of(DATA[3], lines)
    if banner is None or number is None:
        return
    group = number.words.startswith("T/")
    closed = "".join(banner.words.split())
    if group != ("团体标准" in closed):
        example = "团体标准" if group else "与编号相符的层次"
        yield found(
            COVER_MALFORMED, "CV-03", banner.paragraph,
            datum=DATA[2].name, given=short(closed), example=example,
        )  # fmt: skip


def _days(lines: list[Line]) -> Iterator[Finding]:
    issued, effective = line_of(DATA[5], lines), line_of(DATA[6], lines)
    if issued is None or effective is None:
        return
    days = [re.match(r"\d{4}-\d{2}-\d{2}", line.words) for line in (issued, effective)]
    if days[0] and days[1] and days[1][0] < days[0][0]:
        yield found(
            COVER_MALFORMED, "CV-09", effective.paragraph,
            datum=DATA[6].name, given=days[1][0], example=f"{days[0][0]} 实施",
        )  # fmt: skip


def title_of(lines: list[Line]) -> Line | None:
    """Give the Chinese title: the largest type on the cover but for the banner, or the longest."""
    others = [DATA[2].sign, DATA[9 - 2].sign, r".*实施", r".*发布", r"代替.*", STAGES.pattern]
    free = [
        line for line in lines
        if re.search(r"[\u4e00-\u9fff]", line.words)
        and not any(re.fullmatch(sign, "".join(line.words.split())) for sign in others)
        and "反馈意见" not in line.words and not COMPLETED.fullmatch(line.words)
        and not line.words.startswith(("ICS", "CCS", "备案号"))
    ]  # fmt: skip
    return max(free, key=lambda line: line.paragraph.look.size or 0, default=None)


def _titles(lines: list[Line]) -> Iterator[Finding]:
    title = title_of(lines)
    if title is not None:
        segments = re.split(r"[\s　]+", title.words)
        is_right = len(segments) <= 3 and re.fullmatch(r"\S+(　\S+)*", title.words)
        if not is_right:
            yield found(
                COVER_MALFORMED, "CV-06", title.paragraph,
                datum=Text(zh="文件名称", en="title"), given=short(title.words, 40),
                example="　".join(segments[:3]),
            )  # fmt: skip
    english = next((line for line in lines if ENGLISH.fullmatch(line.words)
                    and not line.words.startswith(("ICS", "CCS"))
                    and line is not line_of(DATA[3], lines)), None)  # fmt: skip
    if english is not None and WRONG_JOIN.search(english.words):
        yield found(
            COVER_MALFORMED, "CV-07", english.paragraph,
            datum=Text(zh="英文名称", en="English title"), given=short(english.words, 40),
            example=WRONG_JOIN.sub("—", english.words),
        )  # fmt: skip


def others_agree_with_the_cover(outline: Outline) -> Iterator[Finding]:
    """Report a title above clause 1, or a header, that differs from the cover."""
    lines = lines_of(outline)
    title = title_of(lines)
    above = list(outline.playing("standard title"))
    if title is not None and above:
        printed = "".join("".join(p.words for p in above).split())
        on_cover = "".join("".join(
            line.words for line in lines if line.paragraph.place == title.paragraph.place
        ).split())  # fmt: skip
        if printed != on_cover and printed != "".join(title.words.split()):
            yield found(
                COVER_DISAGREES, "CV-06", above[0],
                what=Text(zh="正文首页的文件名称", en="the title above clause 1"),
                given=short(above[0].words, 40), expected=short(title.words, 40),
            )  # fmt: skip
    yield from _headers(outline, line_of(DATA[3], lines))


def _headers(outline: Outline, number: Line | None) -> Iterator[Finding]:
    if number is None:
        return
    for section in outline.draft.sections[1:]:
        for piece in section.furniture:
            other = piece.kind == "header" and piece.text.strip() and not piece.fields
            if other and "".join(piece.text.split()) != "".join(number.words.split()):
                at = outline.titles.get("foreword", number.paragraph)
                yield found(
                    COVER_DISAGREES, "PG-25", at,
                    what=Text(zh="页眉", en="the header"),
                    given=short(piece.text, 40), expected=number.words,
                )  # fmt: skip
                return
