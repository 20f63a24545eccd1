"""A copy of a draft with each remark as a comment of Word at its paragraph."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from guiju.office_package import Refusal, unpacked
from guiju.review.reading.from_docx import anchors_of
from guiju.review.reading.parts import LIMITS, Element, Package, W, number, package_of
from guiju.review.report import BASIS, HINT, basis
from guiju.review.review import Remark
from guiju_runtime.messages import Language

AUTHOR = "规矩 Guiju"
EARLIEST = (1980, 1, 1, 0, 0, 0)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
TYPES = "[Content_Types].xml"
CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def with_comments(content: bytes, remarks: Sequence[Remark], language: Language) -> bytes | None:
    """Give the file with comments; None where it cannot be read. All else stays as it is."""
    parts = unpacked(content, LIMITS)
    package = package_of(parts) if not isinstance(parts, Refusal) else None
    text = package.xml(package.main) if package is not None else None
    if isinstance(parts, Refusal) or package is None or text is None:
        return None
    place = next((t for _, kind, t in package.relations() if kind.endswith("/comments")), "")
    comments = package.xml(place) if place else None
    if comments is None:
        comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    first = 1 + max((number(one.get(f"{W}id")) or 0 for one in comments), default=0)
    body = text.find(f"{W}body")
    paragraphs = anchors_of(package, body) if body is not None else []
    for at, remark in enumerate(remarks, first):
        if 0 < remark.paragraph <= len(paragraphs):
            comments.append(comment(at, remark, language))
            mark(paragraphs[remark.paragraph - 1], at)
    made = dict(parts) | {package.main: to_bytes(text)}
    if not place:
        place = package.main.rpartition("/")[0] + "/guiju_comments.xml"
        made |= registered(package, place)
    made[place] = to_bytes(comments)
    return zipped(made)


def comment(at: int, remark: Remark, language: Language) -> Element:
    """Write one comment: what is wrong, the way out, the basis."""
    one = etree.Element(f"{W}comment")
    one.set(f"{W}id", str(at))
    one.set(f"{W}author", AUTHOR)
    one.set(f"{W}initials", "规")
    for line in lines(remark, language):
        paragraph = etree.SubElement(one, f"{W}p")
        text = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
        text.text = "".join(letter if letter.isprintable() else " " for letter in line)
    return one


def lines(remark: Remark, language: Language) -> Iterator[str]:
    """Give the lines of a comment."""
    diagnostic = remark.diagnostic
    yield f"[{diagnostic.code.id}] {diagnostic.message(language)}"
    if diagnostic.way_out(language):
        yield HINT.in_language(language) + diagnostic.way_out(language)
    if remark.row:
        yield BASIS.in_language(language) + basis(remark.row, language)


def mark(paragraph: Element, at: int) -> None:
    """Put a comment around the words of a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    begin = etree.Element(f"{W}commentRangeStart")
    begin.set(f"{W}id", str(at))
    paragraph.insert(0 if properties is None else 1 + paragraph.index(properties), begin)
    end = etree.SubElement(paragraph, f"{W}commentRangeEnd")
    end.set(f"{W}id", str(at))
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference").set(f"{W}id", str(at))


def registered(package: Package, place: str) -> dict[str, bytes]:
    """Tell types and relations of a new part with comments."""
    types = package.xml(TYPES)
    made: dict[str, bytes] = {}
    if types is not None:
        override = etree.SubElement(types, f"{CONTENT}Override")
        override.set("PartName", f"/{place}")
        override.set("ContentType", TYPE)
        made[TYPES] = to_bytes(types)
    folder, _, file = package.main.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    relations = package.xml(name)
    if relations is None:
        relations = etree.Element(f"{RELATION}Relationships", nsmap={None: RELATION[1:-1]})
    one = etree.SubElement(relations, f"{RELATION}Relationship")
    one.set("Id", "rIdGuijuComments")
    one.set("Type", KIND)
    one.set("Target", f"/{place}")
    return made | {name: to_bytes(relations)}


def to_bytes(part: Element) -> bytes:
    """Write a part."""
    return bytes(etree.tostring(part, encoding="UTF-8", xml_declaration=True, standalone=True))


def zipped(parts: dict[str, bytes]) -> bytes:
    """Pack parts, without the time."""
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, content in parts.items():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return made.getvalue()
