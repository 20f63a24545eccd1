"""Lists and notes (NB-03, NB-08)."""

import re
from collections.abc import Iterator

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.wording_codes import ITEM_MARK, LIST_LEAD, NOTE_NUMBER, ONE_ITEM

LEADS = ("：", "。", ":")
CARRIES = ("body", "untitled", "note", "example", "source", "letter item", "dash item")
NUMBER = re.compile(r"(?P<kind>注|示例|NOTE|EXAMPLE)\s?(?P<number>\d*)\s*[:：]?")


class Run:
    """Items of a list that follow one another, and the paragraph before them."""

    def __init__(self, lead: Paragraph | None, items: list[Paragraph]) -> None:
        """Keep both."""
        self.lead = lead
        self.items = items


def runs(outline: Outline) -> Iterator[Run]:
    """Give the lists of foreword, clauses and annexes, each with its lead-in."""
    lead: Paragraph | None = None
    items: list[Paragraph] = []
    for paragraph in outline.within("foreword", "introduction", "clauses", "annex"):
        role = outline.role(paragraph)
        if role in ("letter item", "dash item"):
            items.append(paragraph)
            continue
        if role == "cell":
            continue
        if items:
            yield Run(lead, items)
        lead, items = (paragraph if role in CARRIES else None), []
    if items:
        yield Run(lead, items)


def layers(run: Run) -> Iterator[list[Paragraph]]:
    """Part a list into its layers by the kind of its marks: each layer a run of its own."""
    by_kind: dict[str, list[Paragraph]] = {}
    for item in run.items:
        by_kind.setdefault(kind_of(item), []).append(item)
    yield from by_kind.values()


def kind_of(item: Paragraph) -> str:
    """Give the kind of the mark of an item: ``a)``, ``1)``, ``(1)``, ``——`` or ``·``."""
    mark = item.words.strip()
    if mark[:1].isdigit():
        return "1)"
    if mark[:1] in "（(":
        return "(1)"
    if mark.startswith("—"):
        return "——"
    return "a)" if mark[:1].isalpha() and mark[:1].isascii() else "·"


def first_layer(run: Run) -> list[Paragraph]:
    """Give the items of the outer layer."""
    return next(layers(run))


def lists_have_a_lead_in(outline: Outline) -> Iterator[Finding]:
    """Report lists without a sentence before them that ends with ： or 。."""
    for run in runs(outline):
        if run.lead is None or not run.lead.words.strip().endswith(LEADS):
            given = short(run.lead.words) if run.lead is not None else ""
            yield found(LIST_LEAD, "NB-03", run.items[0], given=given)


def lists_have_two_items(outline: Outline) -> Iterator[Finding]:
    """Report lists of a single item."""
    for run in runs(outline):
        if len(run.items) == 1:
            yield found(ONE_ITEM, "NB-03", run.items[0])


def items_end_as_their_lead_asks(outline: Outline) -> Iterator[Finding]:
    """Report items that end otherwise than their lead-in asks.

    Behind ： all but the last end with ； or ，, the last with 。; behind 。 each ends with 。.
    """
    for run in runs(outline):
        if run.lead is None:
            continue
        is_open = run.lead.words.strip().endswith(("：", ":"))
        last = run.items[-1]
        for item in run.items:
            words = item.words.strip()
            leads_on = words.endswith(("：", ":"))
            expected = ("。",) if item is last or not is_open else ("；", "，", "。；")
            if not leads_on and not words.endswith(expected):
                yield found(
                    ITEM_MARK, "NB-03", item, (max(len(item.text) - 1, 0), len(item.text)),
                    given=short(words), expected=expected[0],
                )  # fmt: skip


def notes_are_in_series(outline: Outline) -> Iterator[Finding]:
    """Report notes and examples whose numbers do not fit: one in a clause has none."""
    rows: dict[tuple[str, str, int], list[Paragraph]] = {}
    thing = 0
    for paragraph in outline.within("clauses", "annex"):
        role = outline.role(paragraph)
        if role in ("note", "example"):
            clause = outline.clauses[paragraph.place - 1]
            rows.setdefault((clause, role, thing), []).append(paragraph)
        elif role != "cell":
            thing = paragraph.place if role == "figure title" else 0
    for row in rows.values():
        yield from _row(row)


def _row(row: list[Paragraph]) -> Iterator[Finding]:
    for place, paragraph in enumerate(row, 1):
        match = NUMBER.match(paragraph.words.strip())
        if match is None:
            continue
        number = str(place) if len(row) > 1 else ""
        if match["number"] != number:
            yield found(
                NOTE_NUMBER, "NB-08", paragraph,
                given=match[0].strip(), expected=_label(match["kind"], number),
            )  # fmt: skip


def _label(kind: str, number: str) -> str:
    return f"{kind} {number}".strip() if kind.isascii() else f"{kind}{number}："
