"""The pass from the bytes of a Word file to a ``Draft``."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.office_package import Refusal, parts_with_entities, unpacked
from guiju.review.model import Draft, Furniture, Look, Paragraph, Place, Section, Table
from guiju.review.reading.letters import letters_of
from guiju.review.reading.numbering import Counter
from guiju.review.reading.parts import (
    LIMITS,
    MC,
    Element,
    Package,
    R,
    W,
    XmlFault,
    is_on,
    number,
    package_of,
    value,
)
from guiju.review.reading.styles import (
    Properties,
    StyleSheet,
    look_of,
    paragraph_values,
    style_sheet,
)
from guiju_runtime.messages import Text

HOLDERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))
MOST_PARAGRAPHS = 50_000
THE_TEXT = Text(zh="文本", en="the text")
MANY = Text(zh=f"{MOST_PARAGRAPHS} 段", en=f"{MOST_PARAGRAPHS} paragraphs")
LONGEST = 20_000
"""Letters of a paragraph that are read; no paragraph of a standard has so many."""
CHANGES = ("ins", "del", "moveFrom", "moveTo")


class Unreadable(Struct, frozen=True, kw_only=True):
    """A file that is not read: why the package was refused, or which part is at fault.

    Attributes:
        entities: the part declares entities.
        not_word: a package without a text.
    """

    refusal: Refusal | None = None
    damaged: str = ""
    entities: str = ""
    not_word: bool = False


def opened(content: bytes) -> tuple[Package, Element] | Unreadable:
    """Give the parts of a Word file and its text, guarded against hostile files."""
    parts = unpacked(content, LIMITS)
    if isinstance(parts, Refusal):
        return Unreadable(refusal=parts)
    hostile = parts_with_entities(parts)
    if hostile:
        return Unreadable(entities=hostile[0])
    try:
        package = package_of(parts)
        if package is None:
            return Unreadable(not_word=True)
        text = package.xml(package.main)
    except XmlFault as fault:
        return Unreadable(damaged=fault.part)
    body = text.find(f"{W}body") if text is not None else None
    return (package, body) if body is not None else Unreadable(not_word=True)


def from_docx(name: str, content: bytes) -> Draft | Unreadable:
    """Read the Word file called ``name``."""
    read = opened(content)
    if isinstance(read, Unreadable):
        return read
    package, body = read
    try:
        if sum(1 for _ in body.iter(f"{W}p")) > MOST_PARAGRAPHS:
            return Unreadable(refusal=Refusal(kind="too-large", place=THE_TEXT, limit=MANY))
        draft = Reader(package).draft(name, body)
        has_words = any(paragraph.text.strip() for paragraph in draft.paragraphs)
        return draft if has_words else Unreadable(not_word=True)
    except XmlFault as fault:
        return Unreadable(damaged=fault.part)


def anchors_of(package: Package, body: Element) -> list[Element]:
    """Give the paragraph that a comment can hang on, for each paragraph of the draft."""
    reader = Reader(package)
    reader.draft("", body)
    return reader.anchors


class Reader:
    """Reads one file, paragraph by paragraph."""

    def __init__(self, package: Package) -> None:
        """Read what the text relies on."""
        self.package = package
        self.styles: StyleSheet = style_sheet(package.related("styles"))
        self.counter = Counter(package.related("numbering"))
        self.settings = package.related("settings")
        self.targets = {id: target for id, _, target in package.relations()}
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.sections: list[Section] = []
        self.broken = False
        self.anchors: list[Element] = []
        self.host: Element | None = None

    def draft(self, name: str, body: Element) -> Draft:
        """Read the text."""
        self.blocks(body, "text", None)
        last = body.find(f"{W}sectPr")
        if last is not None or not self.sections:
            self.sections.append(self.section(last))
        return Draft(
            name=name,
            paragraphs=tuple(self.paragraphs),
            tables=tuple(self.tables),
            sections=tuple(self.sections),
            footnotes=tuple(self.footnotes()),
            tracked=any(next(body.iter(f"{W}{change}"), None) is not None for change in CHANGES),
            even_and_odd=bool(is_on(self.settings, "evenAndOddHeaders")),
        )

    def blocks(self, holder: Element, at: Place, table: int | None) -> None:
        """Read paragraphs and tables in order."""
        for element in holder:
            if element.tag == f"{W}p":
                self.paragraph(element, at, table)
            elif element.tag == f"{W}tbl":
                self.table(element, at)
            elif element.tag in HOLDERS:
                self.blocks(element, at, table)
            elif element.tag == f"{MC}AlternateContent":
                choice = element.find(f"{MC}Choice")
                self.blocks(choice if choice is not None else element, at, table)

    def paragraph(self, element: Element, at: Place, table: int | None) -> None:
        """Read one paragraph; text boxes that hang on it come before it."""
        letters = letters_of(element)
        outer, self.host = self.host, self.host if self.host is not None else element
        for box in letters.boxes:
            self.blocks(box, "frame", None)
        self.anchors.append(self.host)
        self.host = outer
        given = element.find(f"{W}pPr")
        own = paragraph_values(given)
        style = self.styles.of(value(given, "pStyle"))
        label, listed = self.label(style.properties | own)
        merged = style.properties | listed | own | letters.look
        framed = given is not None and given.find(f"{W}framePr") is not None
        self.paragraphs.append(
            Paragraph(
                place=len(self.paragraphs) + 1,
                label=label,
                text=letters.text[:LONGEST],
                style=style.name,
                look=look_of(merged),
                at="frame" if framed else at,
                fields=tuple(letters.fields),
                formulas=tuple(letters.formulas),
                pictures=letters.pictures,
                table=table,
                section=len(self.sections),
                outline=number(merged.get("outline")),
                ruled=letters.drawn or _is_ruled(given),
                after_page_break=self.broken or letters.breaks_before,
            )
        )
        self.broken = letters.breaks_after or (self.broken and not letters.text.strip())
        break_here = given.find(f"{W}sectPr") if given is not None else None
        if break_here is not None:
            self.sections.append(self.section(break_here))

    def label(self, properties: Properties) -> tuple[str, Properties]:
        """Count the number of a paragraph; give it with the indents that come along."""
        id, level = properties.get("number", "0"), number(properties.get("level")) or 0
        if id == "0":
            return "", {}
        return self.counter.next(id, level), self.counter.properties(id, level)

    def table(self, element: Element, at: Place) -> None:
        """Read one table with the paragraphs in it."""
        place = len(self.tables)
        before = len(self.paragraphs)
        if at == "text":
            self.tables.append(Table(before=before, first=0, rows=(), head_repeats=False))
        inside = place if at == "text" else None
        rows = tuple(self.row(row, inside) for row in rows_of(element))
        first_row = element.find(f"{W}tr")
        head = first_row.find(f"{W}trPr") if first_row is not None else None
        if at == "text":
            first = before + 1 if len(self.paragraphs) > before else 0
            self.tables[place] = Table(
                before=before, first=first, rows=rows, head_repeats=bool(is_on(head, "tblHeader"))
            )

    def row(self, row: Element, table: int | None) -> tuple[str | None, ...]:
        """Read the cells of a row; None where one goes on from above."""
        cells: list[str | None] = []
        for cell in row.findall(f"{W}tc"):
            before = len(self.paragraphs)
            self.blocks(cell, "cell", table)
            words = "\n".join(one.words for one in self.paragraphs[before:])
            pictured = any(one.pictures for one in self.paragraphs[before:])
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val") != "restart"
            cells.append(None if goes_on or pictured else words)
        return tuple(cells)

    def section(self, properties: Element | None) -> Section:
        """Read the page of a section."""
        margins = properties.find(f"{W}pgMar") if properties is not None else None
        return Section(
            page=(
                number(value(properties, "pgSz", "w")) or 0,
                number(value(properties, "pgSz", "h")) or 0,
            ),
            margins={
                str(key).rpartition("}")[2]: number(str(text)) or 0
                for key, text in (margins.attrib.items() if margins is not None else ())
            },
            number_format=value(properties, "pgNumType", "fmt") or "",
            number_start=number(value(properties, "pgNumType", "start")),
            furniture=tuple(self.furniture(properties)),
        )

    def furniture(self, properties: Element | None) -> Iterator[Furniture]:
        """Read headers and footers."""
        for kind in ("header", "footer"):
            for one in properties.findall(f"{W}{kind}Reference") if properties is not None else ():
                part = self.package.xml(self.targets.get(str(one.get(f"{R}id")), ""))
                if part is not None:
                    pages = str(one.get(f"{W}type") or "default")
                    yield self.piece("header" if kind == "header" else "footer", pages, part)

    def piece(self, kind: str, pages: str, part: Element) -> Furniture:
        """Read one header or footer: its first paragraph with words or fields."""
        read = [(one, letters_of(one)) for one in part.iter(f"{W}p")]
        full = [(one, found) for one, found in read if found.text.strip() or found.fields]
        look: Look | None = None
        if full:
            given = full[0][0].find(f"{W}pPr")
            style = self.styles.of(value(given, "pStyle"))
            look = look_of(style.properties | paragraph_values(given) | full[0][1].look)
        return Furniture(
            kind="header" if kind == "header" else "footer",
            pages=pages,
            text=" ".join(found.text.strip() for _, found in full),
            fields=tuple(one for _, found in full for one in found.fields),
            look=look,
        )

    def footnotes(self) -> Iterator[tuple[str, Look]]:
        """Read the footnotes, those left out that only draw a line."""
        part = self.package.related("footnotes")
        for note in part.findall(f"{W}footnote") if part is not None else ():
            for one in note.findall(f"{W}p") if note.get(f"{W}type") in (None, "normal") else ():
                found = letters_of(one)
                given = one.find(f"{W}pPr")
                style = self.styles.of(value(given, "pStyle"))
                if found.text.strip():
                    yield (
                        found.text,
                        look_of(style.properties | paragraph_values(given) | found.look),
                    )


def rows_of(table: Element) -> Iterator[Element]:
    """Give the rows of a table, not those of tables in its cells."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in HOLDERS:
            yield from rows_of(child)


def _is_ruled(properties: Element | None) -> bool:
    borders = properties.find(f"{W}pBdr") if properties is not None else None
    kinds = [str(side.get(f"{W}val")) for side in borders] if borders is not None else []
    return any(kind not in ("nil", "none") for kind in kinds)
