"""Comments on a draft: from a table, or from the comments in a Word file that came back."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from guiju.documents.comment_table import Comment
from guiju.review.reading import Unreadable, opened
from guiju.review.reading.parts import Element, XmlFault
from guiju.review.reading.parts import W as WORD
from guiju.spreadsheet.reading import rows_of
from guiju_runtime.messages import Text

NUMBERED = re.compile(r"\s*(?P<number>(?:\d+|[A-Z])(?:\.\d+)+|\d+)[\s\u3000]")
LONGEST_QUOTE = 60
COLUMNS = {
    "clause": ("标准章条编号", "章条编号", "章条号", "章节号", "条款号", "条文号", "章节", "章条",
               "条款", "条文", "clause"),
    "words": ("意见内容", "意见", "意见和建议", "意见或建议", "意见建议", "意见及建议",
              "修改后内容", "修改意见", "修改建议", "建议", "comment", "comments"),
    "by": ("提出单位", "单位", "提出人", "提出单位或个人", "单位名称", "反馈单位", "姓名", "by",
           "organization"),
    "original": ("原文", "原条文", "原文内容", "original"),
    "answer": ("处理意见", "处理结果", "采纳情况", "answer"),
    "reason": ("理由", "备注", "reason"),
}  # fmt: skip
"""What a column is called in the tables of associations."""

MOST_HEADS = 8
"""Columns that are named where none holds the comments."""
HEAD_WITHIN = 20
"""Rows in which the heads of the columns are looked for: titles may stand above them."""

DELIMITERS = (",", ";", "\t", "；")
NO_WORDS = Text(
    zh="没有“意见内容”一列，只有 {heads}",
    en="it has no column “意见内容” or “comment”, but {heads}",
)
NOTHING_IN_IT = Text(zh="其中没有内容", en="there is nothing in it")
NO_COMMENTS = Text(zh="其中没有批注", en="there are no comments in it")


class Unfit(ValueError):
    """A file from which no comments can be read; ``reason`` says why."""

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(reason.en)
        self.reason = reason


class NotRead(ValueError):
    """A file that is no sound Word file; ``why`` says what it is."""

    def __init__(self, why: Unreadable) -> None:
        """Keep what it is."""
        super().__init__()
        self.why = why


def from_table(text: str) -> tuple[Comment, ...]:
    """Read the rows of a CSV table, whatever parts its columns.

    Raises:
        Unfit: no column holds the comments.
    """
    ways = [list(csv.reader(io.StringIO(text), delimiter=mark)) for mark in DELIMITERS]
    known = (rows for rows in ways if any(_has_words(row) for row in rows[:HEAD_WITHIN]))
    return _from_rows(next(known, ways[0]))


def _has_words(row: list[str]) -> bool:
    return _columns(row)["words"] is not None


def from_workbook(content: bytes) -> tuple[Comment, ...]:
    """Read the rows of an Excel sheet; what is merged down a column holds for all its rows.

    Raises:
        Unfit: no column holds the comments.
        Unreadable: it is no sound workbook.
    """
    return _from_rows(rows_of(content, "filled"))


def _from_rows(rows: Sequence[list[str]]) -> tuple[Comment, ...]:
    """Find the row of the heads and read what is below it."""
    found = next(
        (
            (at, places)
            for at, places in enumerate(map(_columns, rows[:HEAD_WITHIN]))
            if places["words"] is not None
        ),
        None,
    )
    if found is None:
        raise Unfit(_without_words(rows))
    head, places = found

    def cell(row: list[str], name: str) -> str:
        at = places[name]
        return row[at].strip() if at is not None and at < len(row) else ""

    return tuple(
        Comment(
            clause=cell(row, "clause"),
            words=cell(row, "words"),
            by=cell(row, "by"),
            original=cell(row, "original"),
            answer=cell(row, "answer"),
            reason=cell(row, "reason"),
        )
        for row in rows[head + 1 :]
        if cell(row, "words")
    )


def _without_words(rows: Sequence[list[str]]) -> Text:
    """Say which columns there are in place of the comments."""
    first = next((row for row in rows if any(cell.strip() for cell in row)), None)
    if first is None:
        return NOTHING_IN_IT
    heads = [cell.strip() for cell in first if cell.strip()][:MOST_HEADS]
    return Text(
        zh=NO_WORDS.zh.format(heads="、".join(f"“{head}”" for head in heads)),
        en=NO_WORDS.en.format(heads=", ".join(f"“{head}”" for head in heads)),
    )


def _columns(row: list[str]) -> dict[str, int | None]:
    """Give the places of the columns that a row of heads names."""
    heads = ["".join(head.split()).lower() for head in row]
    return {
        name: next((heads.index(said) for said in called if said in heads), None)
        for name, called in COLUMNS.items()
    }


def from_word(content: bytes, clauses: Mapping[str, str]) -> tuple[Comment, ...]:
    """Read the comments of a Word file, each with the clause that it stands in.

    Args:
        clauses: printed number of each clause by the bookmark that our documents give it; in
            other documents a number that opens a paragraph counts.

    Raises:
        NotRead: it is no sound Word file.
        Unfit: there are no comments in it.
    """
    read = opened(content)
    if isinstance(read, Unreadable):
        raise NotRead(read)
    package, body = read
    try:
        part = package.related("comments")
        if part is None:
            part = package.xml("word/comments.xml")
    except XmlFault as fault:
        raise NotRead(Unreadable(damaged=fault.part)) from fault
    listed = part.iter(f"{WORD}comment") if part is not None else ()
    said: dict[str, Element] = {one.get(f"{WORD}id", ""): one for one in listed}
    if not said:
        raise Unfit(NO_COMMENTS)
    found = []
    for id, clause, original in _anchors(body, clauses):
        comment = said.pop(id, None)
        if comment is not None:
            found.append(_comment(comment, clause, original))
    return (*found, *(_comment(comment, "", "") for comment in said.values()))


def _comment(comment: Element, clause: str, original: str) -> Comment:
    paragraphs = (_letters(one) for one in comment.iter(f"{WORD}p"))
    return Comment(
        clause=clause,
        words=" ".join(one for one in paragraphs if one),
        by=comment.get(f"{WORD}author", ""),
        original=original[:LONGEST_QUOTE],
        answer="",
        reason="",
    )


def _anchors(document: Element, clauses: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give the id of each comment in order, the clause around it and the words that it is on."""
    clause = ""
    seen: set[str] = set()
    for paragraph in document.iter(f"{WORD}p"):
        marks = [one.get(f"{WORD}name", "") for one in paragraph.iter(f"{WORD}bookmarkStart")]
        known = next((clauses[mark] for mark in marks if mark in clauses), "")
        typed = NUMBERED.match(_letters(paragraph))
        clause = known or (typed["number"] if typed is not None else clause)
        starts = [
            *paragraph.iter(f"{WORD}commentRangeStart"),
            *paragraph.iter(f"{WORD}commentReference"),
        ]
        for start in starts:
            id = start.get(f"{WORD}id", "")
            if id not in seen:
                seen.add(id)
                yield id, clause, _quoted(paragraph, id)


def _quoted(paragraph: Element, id: str) -> str:
    """Give the letters of a paragraph that a comment is on; all of it where that is not told."""
    letters, inside = [], False
    for one in paragraph.iter():
        if one.tag == f"{WORD}commentRangeStart" and one.get(f"{WORD}id") == id:
            inside = True
        elif one.tag == f"{WORD}commentRangeEnd" and one.get(f"{WORD}id") == id:
            break
        elif inside and one.tag == f"{WORD}t":
            letters.append(one.text or "")
    return "".join(letters) or _letters(paragraph)


def _letters(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{WORD}t"))
