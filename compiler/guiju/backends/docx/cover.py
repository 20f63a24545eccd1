"""The cover: frames at the places of the template, two rules, dates and issuer (CV)."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import Element, paragraph, text_run, word
from guiju.backends.docx.style_sheet import Indent, Spacing, indent, spacing
from guiju.backends.docx.writing import Writing
from guiju.documents.cover_lines import cover_lines
from guiju.documents.printing import title_lines


class Frame(Struct, frozen=True):
    """Place of a frame on the page, in twips."""

    x: int
    y: int
    width: int
    height: int


CLASS_FRAME = Frame(1372, 568, 4000, 640)
BANNER_FRAME = Frame(1305, 2269, 9639, 624)
NUMBER_FRAME = Frame(1419, 3284, 9356, 624)
UPPER_RULE = Frame(1419, 4026, 9356, 20)
TITLE_FRAME = Frame(1419, 6408, 9356, 6974)
ISSUED_FRAME = Frame(1419, 14176, 4000, 400)
EFFECTIVE_FRAME = Frame(6775, 14176, 4000, 400)
LOWER_RULE = Frame(1419, 14572, 9356, 20)
ISSUER_FRAME = Frame(1419, 14800, 9356, 624)
ROOMY = 1.15
"""Height of a line of a banner that may have two, in the size of its letters."""


def cover(writing: Writing) -> Iterator[Element]:
    """Write every frame of the cover, or give the cover of the template."""
    if writing.house is not None and writing.house.cover:
        yield from writing.house.cover
        return
    data, lines = writing.document.cover, cover_lines(writing.document.cover, writing.language)
    yield from framed(
        writing,
        CLASS_FRAME,
        ("CoverClass", f"ICS {data.ics}" if data.ics else ""),
        ("CoverClass", f"CCS {data.ccs}" if data.ccs else ""),
        ("CoverClass", lines.filing),
    )
    if data.banner:
        yield banner(data.banner, lines.banner_points)
    yield from framed(
        writing, NUMBER_FRAME, ("CoverNumber", data.number), ("CoverReplaces", lines.replaces)
    )
    yield rule(UPPER_RULE)
    yield from title_block(writing)
    yield from framed(writing, ISSUED_FRAME, ("CoverIssued", lines.issued))
    yield from framed(writing, EFFECTIVE_FRAME, ("CoverEffective", lines.effective))
    yield rule(LOWER_RULE)
    if any(lines.issuer):
        yield issuer(writing, lines.issuer)


def issuer(writing: Writing, parts: tuple[str, str, str]) -> Element:
    """Write who issues the document; what stands behind the name is as small as a date (PG-08)."""
    before, name, behind = parts
    small = [word(kind, val=m.SIZE_FOUR) for kind in ("sz", "szCs")]
    runs = [writing.text(before + name), *([text_run(behind, small)] if behind else [])]
    return paragraph("CoverIssuer", *runs, properties=[place(ISSUER_FRAME)])


def banner(words: str, points: float) -> Element:
    """Write what kind of standard this is; long words reach across the frame, in smaller letters.

    Args:
        points: size of the letters [pt].
    """
    small = points < m.SIZE_BANNER / 2
    height = m.TWIPS_PER_POINT * (ROOMY if small else 1.0)
    properties = [place(BANNER_FRAME)]
    if points * len(words) * m.TWIPS_PER_POINT > BANNER_FRAME.width - 2 * m.BANNER_SIDE:
        properties += [indent(Indent()), spacing(Spacing(exact=int(points * height)))]
    size = [word(name, val=int(2 * points)) for name in ("sz", "szCs")] if small else []
    return paragraph("CoverBanner", text_run(words, size), properties=properties)


def title_block(writing: Writing) -> Iterator[Element]:
    """Write the title in both languages, and what a draft says of itself."""
    data, lines = writing.document.cover, cover_lines(writing.document.cover, writing.language)
    yield from framed(
        writing,
        TITLE_FRAME,
        *(("CoverTitle", line) for line in title_lines(writing.document)),
        ("CoverTitleEnglish", "—".join(data.title_en)),
        ("CoverStage", lines.stage),
        ("CoverDraft", lines.completed),
        ("CoverDraft", data.patents),
    )


def framed(writing: Writing, frame: Frame, *lines: tuple[str, str]) -> Iterator[Element]:
    """Write ``lines`` of style and text in one frame, without the empty ones."""
    for style, text in lines:
        if text:
            yield paragraph(style, writing.text(text), properties=[place(frame)])


def place(frame: Frame) -> Element:
    """Give the frame of a paragraph, anchored to the page."""
    return word(
        "framePr",
        w=frame.width,
        h=frame.height,
        hRule="atLeast",
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=frame.x,
        y=frame.y,
        anchorLock=1,
    )


def rule(frame: Frame) -> Element:
    """Draw a rule of 1 pt across the page."""
    line = word("pBdr", word("top", val="single", sz=8, space=0, color="000000"))
    return paragraph("CoverRule", properties=[place(frame), line])
