"""The whole road: bytes of a Word file → what a reviewer says of it."""

from msgspec import Struct

from guiju.review.checks import CHECKS, ENGLISH_CHECKS
from guiju.review.finding import Finding, found
from guiju.review.model import Draft
from guiju.review.reading import Unreadable, from_docx
from guiju.review.reading_codes import (
    DAMAGED,
    ENTITY,
    NOT_DOCX,
    OTHER_LANGUAGE,
    TOO_LARGE,
    TRACKED,
)
from guiju.review.rows import MEMORY
from guiju.review.structure import outline_of
from guiju.review.structure.language import is_chinese, is_english
from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.source import Span
from guiju_runtime.messages import Text

NO_TEXT_IN_IT = Text(zh="压缩包内没有 Word 文本", en="there is no text of Word in the package")


class Remark(Struct, frozen=True, kw_only=True):
    """A finding as a diagnostic, with what a reviewer needs beside it.

    Attributes:
        row: id of the row of the checklist; empty where the file itself is at fault.
        paragraph: place of the paragraph, from 1; 0 where there is none.
        clause: number of the clause that it is in, or empty.
    """

    diagnostic: Diagnostic
    row: str
    paragraph: int
    clause: str


class Reviewed(Struct, frozen=True, kw_only=True):
    """What was read, None where the file cannot be, and all remarks in the order of the text."""

    draft: Draft | None
    remarks: tuple[Remark, ...]


def review(name: str, content: bytes) -> Reviewed:
    """Check the Word file called ``name``."""
    draft = from_docx(name, content)
    if isinstance(draft, Unreadable):
        fault = refused(name, draft)
        return Reviewed(
            draft=None, remarks=(Remark(diagnostic=fault, row="", paragraph=0, clause=""),)
        )
    if not (is_chinese(draft) or is_english(draft)):
        note = at(OTHER_LANGUAGE, Span(name, 0, len(draft.paragraphs[0].words)), severity="note")
        remark = Remark(diagnostic=note, row="", paragraph=1, clause="")
        return Reviewed(draft=draft, remarks=(remark,))
    outline = outline_of(draft)
    checks = CHECKS if outline.language == "zh" else ENGLISH_CHECKS
    findings = [finding for check in checks for finding in check(outline)]
    if draft.tracked:
        findings.append(found(TRACKED, "", draft.paragraphs[0], warns=True))
    return Reviewed(draft=draft, remarks=remarks(draft, findings, outline.clauses))


def remarks(draft: Draft, findings: list[Finding], clauses: tuple[str, ...]) -> tuple[Remark, ...]:
    """Turn findings into remarks, in the order of the text."""
    starts = draft.starts()
    return tuple(
        Remark(
            diagnostic=Diagnostic(
                code=finding.code,
                span=span_of(finding, draft, starts[finding.place - 1]),
                severity="warning" if finding.warns or finding.row in MEMORY else "error",
                values=finding.values,
                related=(),
                hint=bool(finding.code.hint.zh),
            ),
            row=finding.row,
            paragraph=finding.place,
            clause=clauses[finding.place - 1] if clauses else "",
        )
        for finding in sorted(findings, key=lambda one: (one.place, one.start))
    )


def span_of(finding: Finding, draft: Draft, start: int) -> Span:
    """Give the words of a finding in the source of the draft.

    Args:
        start: where its paragraph begins there.
    """
    whole = len(draft.paragraphs[finding.place - 1].words)
    end = whole if finding.end is None else finding.end
    return Span(draft.name, start + finding.start, start + end)


def refused(name: str, why: Unreadable) -> Diagnostic:
    """Report a file that is not read."""
    nowhere = Span(name, 0, 0)
    if why.entities:
        return at(ENTITY, nowhere, name=name, part=why.entities)
    if why.damaged:
        return at(DAMAGED, nowhere, name=name, part=why.damaged)
    refusal = why.refusal
    if refusal is None or refusal.kind == "not-package":
        reason = refusal.reason if refusal is not None else NO_TEXT_IN_IT
        return at(NOT_DOCX, nowhere, name=name, reason=reason)
    if refusal.kind == "damaged":
        return at(DAMAGED, nowhere, name=name, part=refusal.part)
    return at(TOO_LARGE, nowhere, name=name, place=refusal.place, limit=refusal.limit)
