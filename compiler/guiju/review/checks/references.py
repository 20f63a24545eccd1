"""Clause 2 and the bibliography: form, order, and cited ⇔ listed (NR, NB-09)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.terms_codes import (
    BIBLIOGRAPHY_NUMBER,
    DATED_APART,
    ENTRY_MALFORMED,
    ENTRY_ORDER,
    NOT_CITED,
    NOT_LISTED,
)
from guiju_runtime.messages import Text

CODE = (
    r"(?:GB(?:/[TZ])?|DB\d{2,4}(?:/T)?|T/[A-Z][A-Z0-9]+|Q/[A-Z0-9]+|"
    r"ISO(?:/(?:IEC|TS|TR|IEC TS))?|IEC|"
    r"(?:AQ|BB|CJ|CY|DL|DZ|EJ|FZ|GA|HB|HG|HJ|HY|JB|JC|JG|JJG|JJF|JT|LD|LY|MH|MT|NB|NY|QB|QC|SH|SJ|"
    r"SL|SN|SY|TB|WB|WS|XB|YB|YC|YD|YS|YY)(?:/T)?)"
)
DOCUMENT = re.compile(
    rf"(?<![A-Za-z/])(?P<code>{CODE})\s?(?P<number>\d[\d.]*\d|\d)"
    r"(?P<dash>\s?[—–\-－:：]\s?)?(?P<year>(?<=[—–\-－:： ])(?:19|20)\d{2})?"
)
RANKS: Final = (
    (0, ("GB",)), (2, ("DB",)), (3, ("T/",)), (4, ("Q/",)), (5, ("ISO/IEC",)), (5, ("ISO",)),
    (6, ("IEC",)),
)  # fmt: skip
OTHER_INTERNATIONAL = 7
TITLES = ("规范性引用文件", "引用文件", "引用标准", "Normative references")
INFORMATIVE = ("note", "example", "source")
NUMBERED = Text(zh="带序号", en="it is numbered")
QUOTED = Text(zh="名称加了书名号或引号", en="its title is in quotes")
DASH = Text(
    zh="编号和年份之间应为一字线“—”", en="number and year are joined by another dash than —"
)
GAP = Text(
    zh="编号和名称之间应空一个汉字", en="number and title are not parted by a full-width space"
)
COLON = Text(zh="国际文件的年份前应为冒号", en="the year of an international document has no colon")
WITH_YEAR = Text(zh="注日期", en="dated")
WITHOUT = Text(zh="不注日期", en="undated")


class Named(Struct, frozen=True):
    """A document as a text names it."""

    code: str
    number: str
    year: str
    dash: str
    paragraph: Paragraph
    span: tuple[int, int]

    @property
    def name(self) -> str:
        """Give code and number, the same however they are written."""
        return f"{self.code} {self.number}"


def named_in(paragraph: Paragraph) -> Iterator[Named]:
    """Give the documents that a paragraph names."""
    for match in DOCUMENT.finditer(paragraph.text):
        year = match["year"] or ""
        yield Named(
            match["code"], match["number"].rstrip("."), year,
            (match["dash"] or "").strip() if year else "", paragraph, match.span(),
        )  # fmt: skip


def entries(outline: Outline) -> list[Named]:
    """Give the entries of clause 2: paragraphs that begin with a document."""
    chapter = outline.chapter_called(*TITLES)
    found_entries = []
    for paragraph in outline.inside(chapter.number) if chapter is not None else ():
        named = next(named_in(paragraph), None)
        if named is not None and not re.search(r"[\u4e00-\u9fff]", paragraph.text[: named.span[0]]):
            found_entries.append(named)
    return found_entries


def entries_are_well_formed(outline: Outline) -> Iterator[Finding]:
    """Report entries that are numbered, in quotes, or joined by other dashes and spaces."""
    for entry in entries(outline):
        reason = _fault_of(entry)
        if reason is not None:
            yield found(
                ENTRY_MALFORMED, "NR-01", entry.paragraph,
                given=short(entry.paragraph.words), reason=reason,
            )  # fmt: skip


def _fault_of(entry: Named) -> Text | None:
    text = entry.paragraph.text
    before, behind = text[: entry.span[0]].strip(), text[entry.span[1] :]
    if before.strip("《") or entry.paragraph.label:
        return NUMBERED
    if "《" in text or "“" in text:
        return QUOTED
    is_international = entry.code.startswith(("ISO", "IEC"))
    if entry.year and not is_international and entry.dash != "—":
        return DASH
    if entry.year and is_international and entry.dash not in (":", "："):
        return COLON
    return (
        GAP
        if behind.strip() and not behind.startswith(("　", "（所有部分）　", "(所有部分)　"))
        else None
    )


def rank(entry: Named) -> tuple[int, str, tuple[int, ...]]:
    """Give the place of an entry: class, code, number."""
    code = entry.code
    kind = next((place for place, heads in RANKS if code.startswith(heads)), 1)
    digits = tuple(int(part) for part in entry.number.split(".") if part)
    return kind, "" if kind == 0 else code.split("/T")[0], digits


def entries_stand_in_order(outline: Outline) -> Iterator[Finding]:
    """Report entries out of order; between numbers it is an error, between classes a warning."""
    for before, entry in pairwise(entries(outline)):
        if rank(entry) < rank(before):
            yield found(
                ENTRY_ORDER, "NR-02", entry.paragraph, warns=rank(entry)[0] != rank(before)[0],
                given=entry.name, other=before.name,
            )  # fmt: skip


def cited(outline: Outline, *, normative: bool) -> Iterator[Named]:
    """Give the documents that clauses cite; notes, examples and sources cite informatively."""
    chapter = outline.chapter_called(*TITLES)
    number = chapter.number if chapter is not None else ""
    for paragraph in outline.draft.paragraphs:
        clause = outline.clauses[paragraph.place - 1]
        in_list = bool(number) and (clause == number or clause.startswith(f"{number}."))
        if outline.part(paragraph) not in ("clauses", "annex") or in_list:
            continue
        if not normative or outline.role(paragraph) not in INFORMATIVE:
            yield from named_in(paragraph)


def years_agree(outline: Outline) -> Iterator[Finding]:
    """Report documents that clause 2 dates and the text does not, or the reverse."""
    listed = {entry.name: entry for entry in entries(outline)}
    told: set[str] = set()
    for one in cited(outline, normative=True):
        entry = listed.get(one.name)
        if entry is not None and bool(entry.year) != bool(one.year) and one.name not in told:
            told.add(one.name)
            yield found(
                DATED_APART, "NR-03", one.paragraph, one.span, given=one.name,
                in_text=WITH_YEAR if one.year else WITHOUT,
                in_list=WITH_YEAR if entry.year else WITHOUT,
            )  # fmt: skip


def listed_is_cited(outline: Outline) -> Iterator[Finding]:
    """Report entries of clause 2 that no clause cites."""
    named = {one.name for one in cited(outline, normative=True)}
    for entry in entries(outline):
        if entry.name not in named:
            yield found(NOT_CITED, "NR-04", entry.paragraph, given=entry.name)


NORMATIVE = re.compile(
    r"(?:(?:符合|按照|按|依据|遵守|满足|执行|采用|根据|遵循)[^，。；]{0,12}|"
    r"(?:in accordance with|conforms? to|comply with|complies with|as specified in)[^,.;]{0,20})$"
)


def cited_is_listed(outline: Outline) -> Iterator[Finding]:
    """Report documents that a clause says are followed, and that clause 2 does not list."""
    listed = {entry.name for entry in entries(outline)}
    told: set[str] = set()
    for one in cited(outline, normative=True):
        before = one.paragraph.text[: one.span[0]]
        is_followed = NORMATIVE.search(before) is not None
        is_cell = outline.role(one.paragraph) == "cell"
        if is_followed and not is_cell and one.name not in listed | told:
            told.add(one.name)
            yield found(NOT_LISTED, "NR-04", one.paragraph, one.span, given=one.name)


def bibliography_is_in_series(outline: Outline) -> Iterator[Finding]:
    """Report entries of the bibliography that are not numbered [1], [2], [3]."""
    for place, paragraph in enumerate(outline.within("bibliography"), 1):
        match = re.match(r"[\[［]?(\d*)[\]］]?", paragraph.words.strip())
        number = match[0] if match is not None and match[1] else ""
        if number != f"[{place}]":
            yield found(
                BIBLIOGRAPHY_NUMBER, "NB-09", paragraph,
                given=number or "—", expected=f"[{place}]",
            )  # fmt: skip
