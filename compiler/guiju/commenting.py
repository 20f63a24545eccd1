"""Comments on a draft: from a table, or from the comments in a Word file that came back."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from guiju.documents.comment_table import Comment
from guiju.spreadsheet.reading import rows_of
from guiju_runtime.messages import Text

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST_PART = 32 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NUMBERED = re.compile(r"\s*(?P<number>(?:\d+|[A-Z])(?:\.\d+)+|\d+)[\s\u3000]")
LONGEST_QUOTE = 60
COLUMNS = {
    "clause": ("标准章条编号", "章条编号", "章节号", "章条", "条款", "clause"),
    "words": ("意见内容", "意见", "修改后内容", "修改意见", "comment"),
    "by": ("提出单位", "单位", "提出人", "by", "organization"),
    "original": ("原文", "original"),
    "answer": ("处理意见", "answer"),
    "reason": ("理由", "备注", "reason"),
}
"""What a column is called in the tables of associations."""

HEAD_WITHIN = 20
"""Rows in which the heads of the columns are looked for: titles may stand above them."""

NO_WORDS = Text(zh="没有“意见内容”一列", en="it has no column “意见内容” or “comment”")
NOT_WORD = Text(
    zh="不是 .docx 文件：旧版 .doc、设有密码，或已损坏",
    en="it is no .docx: an old .doc, locked by a password, or damaged",
)
NO_COMMENTS = Text(zh="其中没有批注", en="there are no comments in it")
TOO_LARGE = Text(zh="解压后大于 32 MB", en="it is larger than 32 MB when unpacked")


class Unfit(ValueError):
    """A file from which no comments can be read; ``reason`` says why."""

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(reason.en)
        self.reason = reason


def from_table(text: str) -> tuple[Comment, ...]:
    """Read the rows of a CSV table.

    Raises:
        Unfit: no column holds the comments.
    """
    return _from_rows(list(csv.reader(io.StringIO(text))))


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
        raise Unfit(NO_WORDS)
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
        Unfit: it is no Word file, or there are no comments in it.
    """
    parts = _parts(content)
    said = {
        one.get(f"{WORD}id", ""): one
        for one in _tree(parts, "word/comments.xml").iter(f"{WORD}comment")
    }
    if not said:
        raise Unfit(NO_COMMENTS)
    found = []
    for id, clause, original in _anchors(_tree(parts, "word/document.xml"), clauses):
        comment = said.pop(id, None)
        if comment is not None:
            found.append(_comment(comment, clause, original))
    return (*found, *(_comment(comment, "", "") for comment in said.values()))


def _comment(comment: ElementTree.Element, clause: str, original: str) -> Comment:
    paragraphs = (_letters(one) for one in comment.iter(f"{WORD}p"))
    return Comment(
        clause=clause,
        words=" ".join(one for one in paragraphs if one),
        by=comment.get(f"{WORD}author", ""),
        original=original[:LONGEST_QUOTE],
        answer="",
        reason="",
    )


def _anchors(
    document: ElementTree.Element, clauses: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
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


def _quoted(paragraph: ElementTree.Element, id: str) -> str:
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


def _letters(element: ElementTree.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{WORD}t"))


def _parts(content: bytes) -> dict[str, bytes]:
    """Unpack what is needed of a Word file, in bounded memory."""
    if content.startswith(OLD_OFFICE):
        raise Unfit(NOT_WORD)
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            for name in ("word/document.xml", "word/comments.xml"):
                if name in names:
                    with package.open(name) as stream:
                        parts[name] = stream.read(LARGEST_PART + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
    ) as fault:
        raise Unfit(NOT_WORD) from fault
    if "word/document.xml" not in parts:
        raise Unfit(NOT_WORD)
    if any(len(part) > LARGEST_PART for part in parts.values()):
        raise Unfit(TOO_LARGE)
    return parts


def _tree(parts: Mapping[str, bytes], name: str) -> ElementTree.Element:
    """Read a part; one that declares a document type is no part of a Word file."""
    part = parts.get(name, b"<nothing/>")
    if any(
        word.encode(code) in part
        for word in ("<!DOCTYPE", "<!ENTITY")
        for code in ("ascii", "utf-16-le", "utf-16-be")
    ):
        raise Unfit(NOT_WORD)
    try:
        return ElementTree.fromstring(part)
    except ElementTree.ParseError as fault:
        raise Unfit(NOT_WORD) from fault
