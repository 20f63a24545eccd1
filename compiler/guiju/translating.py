"""The texts of a source in a table for translators, CSV or Excel, and back into the source.

A row has the path of the text, what it is, the Chinese and the English. A cell that a spreadsheet
would take for a formula has an apostrophe before it, which is taken off again.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from guiju.spreadsheet.reading import rows_of
from guiju_dsl.names.items import LABELLED, NAMED, name_of
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.printing.words import in_quotes
from guiju_dsl.syntax.to_text import to_text
from guiju_dsl.syntax.words import Node
from guiju_runtime.messages import Text

HEADS = ("id", "what", "zh", "en")
SHEET_WIDTHS = (30.0, 12.0, 55.0, 55.0)
CHINESE = re.compile("[\u3400-\u9fff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet would run, or that has our own mark."""


class Place(Struct, frozen=True, kw_only=True):
    """One text of a source.

    Attributes:
        id: path of the thing that it belongs to, and its number there.
        what: kind of text: ``label``, ``note``, ``provision`` and the like.
        span: of the words; empty, where the label of a name has to be written.
        name: the name of the thing, where that stands for the Chinese of its label.
        written: whether the source has words there.
    """

    id: str
    what: str
    zh: str
    en: str
    span: Span
    name: str
    written: bool


class Refused(Struct, frozen=True, kw_only=True):
    """A row that cannot be taken, and why."""

    id: str
    reason: Text


SILENT = (tree.GivenData, tree.Symbol)
"""What holds texts that nobody translates: names of files, symbols."""
UNKNOWN = Text(zh="标准里没有这个位置", en="the standard has no such place")
CHANGED = Text(zh="标准里的中文已不是这一句", en="the Chinese in the standard is another")
UNQUOTABLE = Text(zh="文字里的引号无法写进标准", en="its quotation marks cannot stand in a source")


def places(file: tree.File) -> tuple[Place, ...]:
    """Give every text of ``file`` that a reader meets, in the order of the source."""
    found: list[Place] = []
    counts: dict[str, int] = {}
    for path, what, name, node in _texts(file, ()):
        counts[path] = counts.get(path, 0) + 1
        found.append(_place(f"{path}:{counts[path]}", what, name, node))
    return tuple(sorted(found, key=lambda place: place.span.start))


def missing(file: tree.File) -> tuple[Place, ...]:
    """Give the texts that have no English."""
    return tuple(place for place in places(file) if not place.en)


def to_table(rows: Sequence[Place]) -> bytes:
    """Write ``rows`` as CSV that spreadsheets open as it is."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADS)
    for row in rows:
        writer.writerow([guarded(cell) for cell in (row.id, row.what, row.zh, row.en)])
    return stream.getvalue().encode("utf-8-sig")


def from_table(text: str) -> list[tuple[str, str, str]] | None:
    """Give id, Chinese and English of each row of a CSV table; None if a column is missing."""
    return _from_rows(list(csv.reader(io.StringIO(text))))


def to_workbook(rows: Sequence[Place]) -> bytes:
    """Write ``rows`` as an Excel sheet."""
    from guiju.spreadsheet.writing import Grid, to_xlsx

    cells = [tuple(map(guarded, (row.id, row.what, row.zh, row.en))) for row in rows]
    grid = Grid(heads=HEADS, rows=tuple(cells), widths=SHEET_WIDTHS)
    return to_xlsx("translation", (grid,), "zh")


def from_workbook(content: bytes) -> list[tuple[str, str, str]] | None:
    """Give id, Chinese and English of each row of an Excel sheet; None if a column is missing.

    Raises:
        Unreadable: it is no sound workbook, or cells in it are merged.
    """
    return _from_rows(rows_of(content, "refused"))


def _from_rows(given: Sequence[list[str]]) -> list[tuple[str, str, str]] | None:
    rows = [row for row in given if any(cell.strip() for cell in row)]
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    if not {"id", "zh", "en"} <= set(heads):
        return None
    at = [heads.index(name) for name in ("id", "zh", "en")]
    filled = [row + [""] * (len(heads) - len(row)) for row in rows[1:]]
    return [(bare(row[at[0]]), bare(row[at[1]]), bare(row[at[2]])) for row in filled]


def guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def bare(cell: str) -> str:
    """Take the guard off a cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def translated(
    file: tree.File, rows: Sequence[tuple[str, str, str]]
) -> tuple[str, tuple[Refused, ...]]:
    """Give the text of ``file`` with the English of ``rows``, and the rows not taken."""
    known = {place.id: place for place in places(file)}
    refused: list[Refused] = []
    changes: list[tuple[Span, str]] = []
    for id, zh, en in rows:
        place = known.get(id)
        if place is None:
            refused.append(Refused(id=id, reason=UNKNOWN))
        elif plain(zh) != plain(place.zh):
            refused.append(Refused(id=id, reason=CHANGED))
        elif en.strip() and plain(en) != plain(place.en):
            if can_be_quoted(en):
                changes.append((place.span, words_of(place, en)))
            else:
                refused.append(Refused(id=id, reason=UNQUOTABLE))
    return _changed(file, changes), tuple(refused)


def can_be_quoted(text: str) -> bool:
    """Tell whether some quotation marks can hold a text."""
    quoted = in_quotes(text)
    inner = quoted[3:-3] if quoted.startswith('"""') else quoted[1:-1]
    return '"""' not in inner and not (quoted.startswith('"""') and inner.endswith('"'))


def words_of(place: Place, en: str) -> str:
    """Write the words of a place with their English."""
    if not place.written:
        return f" en {in_quotes(en)}"
    zh = f"zh {in_quotes(place.zh)} " if place.zh and not place.name else ""
    return f"{zh}en {in_quotes(en)}"


def plain(text: str) -> str:
    """Give a text as it is compared: what a spreadsheet does to its line ends left out."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))


def _changed(file: tree.File, changes: list[tuple[Span, str]]) -> str:
    """Put the changes into the text, the last first; what is in the house layout stays in it."""
    text = file.source.text
    tidy = to_text(file, "keep") == text
    for span, words in sorted(changes, key=lambda change: -change[0].start):
        text = text[: span.start] + words + text[span.end :]
    read = from_text(SourceText(name=file.source.name, text=text))
    if read.product is None:
        raise ValueError(f"{file.source.name} can no longer be read")
    return to_text(read.product, "keep") if tidy and changes else text


Found = tuple[str, str, str, Node]
"""Path of a thing, kind of text, name that stands for its Chinese, the words or that name."""


def _texts(node: Node | tree.File, path: tuple[str, ...]) -> Iterator[Found]:
    """Give the texts below ``node`` with the names above them; for a missing label the name."""
    here = (*path, name_of(node)) if isinstance(node, NAMED) and name_of(node) else path
    given, label = None, None
    if isinstance(node, (*LABELLED, tree.Option)):
        given, label = node.name, node.label
    chinese = given.text if isinstance(given, tree.Name) and not given.text.isascii() else ""
    if chinese and given is not None and label is None:
        yield ".".join(here) or chinese, "label", chinese, given
    for field in () if isinstance(node, SILENT) else node.__struct_fields__:
        for child in _nodes(getattr(node, field)):
            if not isinstance(child, tree.Words):
                yield from _texts(child, here)
            elif child.plain is None or CHINESE.search(child.plain):
                lent = chinese if field == "label" and not child.zh and not child.plain else ""
                yield ".".join(here), _kind(node, field), lent, child


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _nodes(one)


def _kind(node: Node | tree.File, field: str) -> str:
    """Say what a text is: the label of a thing, else the keyword before it."""
    if field == "label":
        return "label"
    keyword = getattr(node, "name", None) or getattr(node, "kind", None)
    known = keyword.text if isinstance(keyword, tree.Name) else keyword
    return known if isinstance(known, str) and known else type(node).__name__.lower()


def _place(id: str, what: str, name: str, node: Node) -> Place:
    if not isinstance(node, tree.Words):
        after = Span(node.span.source, node.span.end, node.span.end)
        return Place(id=id, what=what, zh=name, en="", span=after, name=name, written=False)
    return Place(
        id=id,
        what=what,
        zh=node.zh or node.plain or name,
        en=node.en or "",
        span=node.span,
        name=name,
        written=True,
    )
