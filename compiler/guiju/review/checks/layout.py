"""Type and page of a draft beside the table of what was measured (PG)."""

import re
from collections.abc import Iterator

from guiju.review.checks.cover import COMPLETED, DATA, ENGLISH, STAGES, line_of, lines_of, title_of
from guiju.review.checks.expected_type import (
    A4,
    ALIGN,
    ALIGNMENTS,
    BIBLIOGRAPHY,
    BY_ROLE,
    DRAFT_NOTE,
    ENGLISH_TITLE,
    FACE,
    FAMILIES,
    FOOTNOTE,
    INDENT,
    MARGINS,
    NEAR,
    NEW_PAGE,
    ON_COVER,
    REFERENCE,
    SIDES,
    SIZE,
    SIZES,
    TITLE,
    Expected,
)
from guiju.review.finding import Finding, found
from guiju.review.layout_codes import LAYOUT, PAGE
from guiju.review.model import Look, Paragraph
from guiju.review.structure import Outline
from guiju_runtime.messages import Text, Value

CHARACTER = 210
"""Twips of one character of 五号."""
Difference = tuple[Text, Value, Value]


def expected_of(outline: Outline) -> Iterator[tuple[Paragraph, Look, Expected]]:
    """Give each paragraph with what it must look like."""
    yield from _on_the_cover(outline)
    bibliography = outline.titles.get("bibliography")
    for paragraph in outline.draft.paragraphs:
        role, part = outline.role(paragraph), outline.part(paragraph)
        if part in ("cover", "end") or not paragraph.text.strip():
            continue
        if paragraph is bibliography or (role == "part title" and part == "index"):
            yield paragraph, paragraph.look, BIBLIOGRAPHY
        elif part == "bibliography" and role != "cell":
            yield paragraph, paragraph.look, REFERENCE
        elif role in BY_ROLE and not _is_exempt(outline, paragraph):
            yield paragraph, paragraph.look, BY_ROLE[role]
    first = outline.draft.paragraphs[0]
    for _, look in outline.draft.footnotes:
        yield first, look, FOOTNOTE


def _is_exempt(outline: Outline, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is not measured: cells outside of tables, words beside a formula."""
    role = outline.role(paragraph)
    if role == "cell":
        return not re.search(r"[\u4e00-\u9fff]", paragraph.text) or paragraph.table is None
    return role == "body" and paragraph.look.align == "center"


def _on_the_cover(outline: Outline) -> Iterator[tuple[Paragraph, Look, Expected]]:
    lines = lines_of(outline)
    for datum in DATA:
        line = line_of(datum, lines)
        if line is not None and datum.row in ON_COVER:
            expected = ON_COVER[datum.row]
            is_banner = datum.row == "CV-03" and "团体标准" not in "".join(line.words.split())
            if not is_banner:
                yield line.paragraph, line.paragraph.look, expected
    title = title_of(lines)
    if title is not None:
        yield title.paragraph, title.paragraph.look, TITLE
    for line in lines:
        if STAGES.fullmatch(line.words) or COMPLETED.fullmatch(line.words):
            yield line.paragraph, line.paragraph.look, DRAFT_NOTE
        elif ENGLISH.fullmatch(line.words) and not re.match(r"ICS|CCS|GB|DB", line.words):
            yield line.paragraph, line.paragraph.look, ENGLISH_TITLE


def type_is_as_measured(outline: Outline) -> Iterator[Finding]:
    """Report typefaces, sizes, alignments and indents that differ, those alike taken together."""
    alike: dict[tuple[str, str, str, str], list[tuple[Paragraph, Expected, Difference]]] = {}
    for paragraph, look, expected in expected_of(outline):
        for difference in differences(look, expected):
            key = (expected.row, expected.name.zh, difference[0].zh, str(difference[1]))
            alike.setdefault(key, []).append((paragraph, expected, difference))
    for cases in alike.values():
        paragraph, expected, (what, given, asked) = cases[0]
        times = Text(zh=f"（共 {len(cases)} 段）", en=f" ({len(cases)} paragraphs)")
        yield found(
            LAYOUT, expected.row, paragraph, what=expected.name, property=what, given=given,
            expected=asked, times=times if len(cases) > 1 else "",
        )  # fmt: skip
    yield from _annexes_begin_pages(outline)


def differences(look: Look, expected: Expected) -> Iterator[Difference]:
    """Give what differs: property, what is, what should be; what is not known does not."""
    if expected.face and look.face and not _is_of(look.face, expected.face):
        yield FACE, look.face, expected.face
    if expected.size and look.size and look.size != expected.size:
        yield SIZE, sized(look.size), sized(expected.size)
    if expected.align and look.align not in expected.align:
        yield ALIGN, ALIGNMENTS.get(look.align, look.align), ALIGNMENTS[expected.align[0]]
    if expected.first is not None:
        characters = look.characters / 100 or look.first / CHARACTER
        if abs(characters - expected.first) > 0.25 or (expected.first == 0 and look.left > NEAR):
            yield INDENT, _characters(characters), _characters(expected.first)
    if expected.hanging is not None:
        low, high = expected.hanging
        if not low <= look.hanging <= high:
            yield INDENT, _hanging(look.hanging), _hanging(420)


def _is_of(face: str, family: str) -> bool:
    return any(name.lower() in face.lower() for name in FAMILIES[family])


def sized(half_points: int) -> Text:
    """Name a size of type."""
    points = f"{half_points / 2:g}"
    name = SIZES.get(half_points, "")
    return Text(zh=f"{name}（{points} 磅）" if name else f"{points} 磅", en=f"{points} pt")


def _characters(count: float) -> Text:
    return Text(
        zh=f"首行缩进 {count:.2g} 字", en=f"a first line indented by {count:.2g} characters"
    )


def _hanging(twips: int) -> Text:
    return Text(zh=f"悬挂 {twips / 20:g} 磅", en=f"hanging by {twips / 20:g} pt")


def _annexes_begin_pages(outline: Outline) -> Iterator[Finding]:
    """Report annexes that neither their style nor a section lets begin a page."""
    for annex in outline.annexes:
        paragraph = outline.draft.paragraphs[annex.place - 1]
        before = outline.draft.paragraphs[annex.place - 2 : annex.place - 1]
        new_section = bool(before) and before[0].section != paragraph.section
        if not (paragraph.look.new_page or new_section or paragraph.after_page_break):
            same = Text(zh="接着上文", en="right behind what is before")
            own = Text(zh="另起一页", en="a page of its own")
            yield found(
                LAYOUT, "PG-23", paragraph,
                what=BY_ROLE["annex mark"].name, property=NEW_PAGE, given=same, expected=own,
                times="",
            )  # fmt: skip


def pages_are_as_measured(outline: Outline) -> Iterator[Finding]:
    """Report paper that is not A4, and margins that differ, in the sections behind the cover."""
    first_paragraph = outline.draft.paragraphs[0]
    starts = {p.section: p for p in reversed(outline.draft.paragraphs)}
    told: set[str] = set()
    for place, section in enumerate(outline.draft.sections):
        at = starts.get(place, first_paragraph)
        upright = section.page[0] <= section.page[1]
        size = section.page if upright else section.page[::-1]
        if section.page[0] and any(abs(a - b) > NEAR for a, b in zip(size, A4, strict=True)):
            given = f"{size[0] / 567:.1f} cm × {size[1] / 567:.1f} cm"
            yield _page(at, place, Text(zh="纸张", en="the paper"), given, "A4")
        is_cover = outline.part(at) == "cover"
        for side, twips in MARGINS if upright and not is_cover else ():
            given_twips = section.margins.get(side, 0)
            if abs(given_twips - twips) > NEAR and side not in told:
                told.add(side)
                given = f"{given_twips / 567:.2f} cm"
                yield _page(at, place, SIDES[side], given, f"{twips / 567:.2f} cm")


def _page(at: Paragraph, place: int, what: Text, given: str, expected: str) -> Finding:
    return found(
        PAGE, "PG-01", at, section=str(place + 1), property=what, given=given, expected=expected
    )
