"""Remarks in words, with paragraph, clause and the row of the checklist; and as JSON."""

from typing import Any, Final

from guiju.review.finding import short
from guiju.review.model import Draft
from guiju.review.review import Remark
from guiju.review.rows import ROWS
from guiju_dsl.excerpt import excerpt
from guiju_dsl.report import to_json as diagnostics_to_json
from guiju_dsl.source import SourceText
from guiju_runtime.messages import Language, Text

PLACE: Final = Text(zh="第 {paragraph} 段", en="paragraph {paragraph}")
CLAUSE: Final = Text(zh="，{clause}", en=", clause {clause}")
HINT: Final = Text(zh="建议：", en="hint: ")
BASIS: Final = Text(zh="依据：", en="basis: ")
BASE: Final = Text(zh="GB/T 1.1—2020，{clause}（{row}）", en="GB/T 1.1—2020, {clause} ({row})")


def to_text(remark: Remark, source: SourceText | None, language: Language) -> str:
    """Show a remark with the words that it is about, the way out and the basis."""
    diagnostic = remark.diagnostic
    head = f"{diagnostic.severity}[{diagnostic.code.id}]: {diagnostic.message(language)}"
    rows = [head, f" --> {diagnostic.span.source}{_place(remark, language)}"]
    if source is not None and remark.paragraph:
        rows += excerpt(source, diagnostic.span)
    way_out = diagnostic.way_out(language)
    if way_out:
        rows.append(f"  = {HINT.in_language(language)}{way_out}")
    if remark.row:
        rows.append(f"  = {BASIS.in_language(language)}{basis(remark.row, language)}")
    return "\n".join(rows)


def _place(remark: Remark, language: Language) -> str:
    if not remark.paragraph:
        return ""
    place = PLACE.in_language(language).format(paragraph=remark.paragraph)
    clause = CLAUSE.in_language(language).format(clause=remark.clause) if remark.clause else ""
    return ": " + place + clause


def basis(row: str, language: Language) -> str:
    """Name the clause of GB/T 1.1 and the row of the checklist."""
    clause = ROWS[row].clause.in_language(language)
    return BASE.in_language(language).format(clause=clause, row=row)


def to_json(remarks: tuple[Remark, ...], draft: Draft | None) -> list[dict[str, Any]]:
    """Give each remark as a mapping: a diagnostic, with paragraph, quote, clause and row.

    A line of its place is a paragraph.
    """
    source = draft.source() if draft is not None else None
    diagnostics = [remark.diagnostic for remark in remarks]
    found = diagnostics_to_json(diagnostics, lambda _: source)
    return [
        one | {
            "paragraph": remark.paragraph,
            "quote": _quote(remark, draft),
            "clause": remark.clause,
            "row": remark.row,
            "basis": {"zh": basis(remark.row, "zh"), "en": basis(remark.row, "en")}
            if remark.row else None,
        }
        for one, remark in zip(found, remarks, strict=True)
    ]  # fmt: skip


def _quote(remark: Remark, draft: Draft | None) -> str:
    if draft is None or not remark.paragraph:
        return ""
    return short(draft.paragraphs[remark.paragraph - 1].words, 40)
