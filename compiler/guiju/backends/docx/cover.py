"""The cover: frames at the places of the template, two rules, dates and issuer (CV)."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.backends.docx.elements import Element, paragraph, word
from guiju.backends.docx.writing import Writing
from guiju.documents.printing import title_lines
from guiju_runtime.messages import Text

REPLACES = Text(zh="代替{}", en="Replaces {}")
STAGE = Text(zh="（{}）", en="({})")
COMPLETED = Text(zh="（本稿完成日期：{}）", en="(draft completed on {})")
ISSUED = Text(zh="{}　发布", en="Issued on {}")
EFFECTIVE = Text(zh="{}　实施", en="Effective on {}")
ISSUER = Text(zh="{}　发布", en="Issued by {}")


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


def cover(writing: Writing) -> Iterator[Element]:
    """Write every frame of the cover, or give the cover of the template."""
    if writing.house is not None and writing.house.cover:
        yield from writing.house.cover
        return
    data, language = writing.document.cover, writing.language
    yield from framed(
        writing,
        CLASS_FRAME,
        ("CoverClass", f"ICS {data.ics}" if data.ics else ""),
        ("CoverClass", f"CCS {data.ccs}" if data.ccs else ""),
    )
    yield from framed(writing, BANNER_FRAME, ("CoverBanner", data.banner))
    replaces = REPLACES.in_language(language).format(data.replaces) if data.replaces else ""
    yield from framed(
        writing, NUMBER_FRAME, ("CoverNumber", data.number), ("CoverReplaces", replaces)
    )
    yield rule(UPPER_RULE)
    yield from title_block(writing)
    issued = ISSUED.in_language(language).format(data.issued) if data.issued else ""
    effective = EFFECTIVE.in_language(language).format(data.effective) if data.effective else ""
    yield from framed(writing, ISSUED_FRAME, ("CoverIssued", issued))
    yield from framed(writing, EFFECTIVE_FRAME, ("CoverEffective", effective))
    yield rule(LOWER_RULE)
    issuer = ISSUER.in_language(language).format(data.issuer) if data.issuer else ""
    yield from framed(writing, ISSUER_FRAME, ("CoverIssuer", issuer))


def title_block(writing: Writing) -> Iterator[Element]:
    """Write the title in both languages, and what a draft says of itself."""
    data, language = writing.document.cover, writing.language
    completed = COMPLETED.in_language(language).format(data.completed) if data.completed else ""
    yield from framed(
        writing,
        TITLE_FRAME,
        *(("CoverTitle", line) for line in title_lines(writing.document)),
        ("CoverTitleEnglish", "—".join(data.title_en)),
        ("CoverStage", STAGE.in_language(language).format(data.stage) if data.stage else ""),
        ("CoverDraft", completed),
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
