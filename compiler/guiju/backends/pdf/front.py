"""Cover, contents and the title above clause 1."""

from collections.abc import Iterator, Sequence

from guiju.backends.pdf.inlines import letters
from guiju.backends.pdf.quoting import array, call, quoted
from guiju.documents.cover_lines import CoverLines, cover_lines
from guiju.documents.model import Annex, Block, Clause, Cover, StandardDocument
from guiju.documents.numbering import Numbers
from guiju.documents.printing import (
    ANNEX,
    BIBLIOGRAPHY,
    CONTENTS,
    FOREWORD,
    INTRODUCTION,
    force_of,
)
from guiju_runtime.messages import Language, Text

DEEPEST_IN_CONTENTS = 2
COVER_LINE = 18  # characters of 26 pt in 16.5 cm
TITLE_LINE = 29  # characters of 16 pt in 16.5 cm


def cover(cover: Cover, language: Language) -> str:
    """Write the cover."""
    wide = COVER_LINE if language == "zh" else 2 * COVER_LINE
    lines = cover_lines(cover, language)
    before, issuer, after = lines.issuer
    return call(
        "cover",
        quoted(f"ICS　{cover.ics}" if cover.ics else ""),
        quoted(f"CCS　{cover.ccs}" if cover.ccs else ""),
        quoted(lines.filing),
        quoted(cover.banner),
        f"{lines.banner_points:g}pt",
        quoted(cover.number),
        quoted(lines.replaces),
        array(map(quoted, title_lines(cover.title, language, wide))),
        quoted("—".join(cover.title_en)),
        array(draft_lines(lines, cover.patents)),
        quoted(lines.issued),
        quoted(lines.effective),
        quoted(before + issuer),
        quoted(after),
    )


def draft_lines(lines: CoverLines, patents: str) -> Iterator[str]:
    """Write what a draft carries on its cover, each line with its size."""
    sized = (("12pt", lines.stage), ("10.5pt", lines.completed), ("10.5pt", patents))
    return (f"({size}, {quoted(words)})" for size, words in sized if words)


def title_lines(segments: Sequence[str], language: Language, wide: int) -> list[str]:
    """Put the segments of the title on as few lines as hold them whole, at most ``wide`` each."""
    if language == "en":
        return [*(f"{segment} —" for segment in segments[:-1]), *segments[-1:]]
    lines: list[str] = []
    for segment in segments:
        if lines and len(lines[-1]) + 1 + len(segment) <= wide:
            lines[-1] += "　" + segment
        else:
            lines.append(segment)
    return lines


def first_page_title(document: StandardDocument) -> str:
    """Write the title above clause 1."""
    wide = TITLE_LINE if document.language == "zh" else 2 * TITLE_LINE
    lines = title_lines(document.cover.title, document.language, wide)
    return call("first-page-title", array(map(quoted, lines)))


def contents(document: StandardDocument, numbers: Numbers) -> str:
    """Write the contents: 前言, 引言, clauses with a title, annexes, 参考文献."""
    language = document.language
    lines: list[str] = []
    if document.foreword:
        lines.append(line(0, "foreword", closed(FOREWORD, language)))
    if document.introduction:
        lines.append(line(0, "introduction", closed(INTRODUCTION, language)))
    lines += clause_lines(document.clauses, numbers, 1)
    for annex in document.annexes:
        lines.append(line(0, annex.id, annex_line(annex, numbers, language)))
    if document.bibliography:
        lines.append(line(0, "bibliography", BIBLIOGRAPHY.in_language(language)))
    return call("centred-title", quoted(CONTENTS.in_language(language))) + "".join(lines)


def closed(title: Text, language: Language) -> str:
    """Give a title without the spaces between its two characters."""
    return title.in_language(language).replace("　", "")


def clause_lines(content: Sequence[Block], numbers: Numbers, level: int) -> Iterator[str]:
    """Write the lines of clauses with a title, down to the layer that contents show."""
    for block in content:
        if isinstance(block, Clause) and block.title:
            yield line(level - 1, block.id, f"{numbers.numbers[block.id]}　{block.title}")
            if level < DEEPEST_IN_CONTENTS:
                yield from clause_lines(block.content, numbers, level + 1)


def annex_line(annex: Annex, numbers: Numbers, language: Language) -> str:
    """Give ``附录A（规范性）　title``."""
    label = ANNEX.in_language(language).format(numbers.numbers[annex.id])
    force = force_of(annex, language)
    return (
        f"{label}{force}　{annex.title}" if language == "zh" else f"{label} {force}　{annex.title}"
    )


def line(level: int, id: str, words: str) -> str:
    """Write one line of the contents."""
    return call("contents-line", str(level), quoted(id), letters(words))
