"""The content of a paragraph in pieces that are compared: words, fields, formulas, marks."""

import re
from collections.abc import Iterator
from copy import deepcopy

from docx.oxml.ns import nsmap, qn
from lxml import etree
from msgspec import Struct

from guiju.backends.docx.elements import Element

TOKEN = re.compile(r"[A-Za-z0-9.,_%]+|\s+|.", re.DOTALL)
BOOKMARK = re.compile(r"_G\d+_")
MARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
SPACES = {prefix: nsmap[prefix] for prefix in ("w", "m")}
Key = tuple[str, str, str]


class Atom(Struct, frozen=True):
    """A piece of a paragraph.

    Attributes:
        key: pieces with the same key are alike; places of bookmarks do not count.
        content: its elements, those of a word in a run of their own.
        lead: bookmarks that stand before it.
    """

    key: Key
    content: tuple[Element, ...]
    lead: tuple[Element, ...]


def inside(element: Element, path: str) -> list[str]:
    """Give the texts and attributes that an XPath leads to."""
    return [str(one) for one in etree.XPath(path, namespaces=SPACES)(element)]


def atoms(paragraph: Element) -> tuple[list[Atom], list[Element]]:
    """Give the pieces of a paragraph, and the bookmarks behind the last one."""
    found: list[Atom] = []
    lead: list[Element] = []
    for group in _groups(paragraph):
        if group[0].tag in MARKS:
            lead += group
            continue
        for key, content in _pieces(group):
            found.append(Atom(key, content, tuple(lead)))
            lead = []
    return found, lead


def _groups(paragraph: Element) -> Iterator[list[Element]]:
    """Give the children of a paragraph, all runs of a field together."""
    field: list[Element] = []
    for child in paragraph:
        if child.tag == qn("w:pPr"):
            continue
        kinds = inside(child, "./w:fldChar/@w:fldCharType")
        if field or "begin" in kinds:
            field.append(child)
            if "end" in kinds:
                yield field
                field = []
        else:
            yield [child]
    if field:
        yield field


def _pieces(group: list[Element]) -> Iterator[tuple[Key, tuple[Element, ...]]]:
    if len(group) > 1:
        yield ("field", _instruction(group), ""), tuple(group)
        return
    [one] = group
    text = one.find(qn("w:t"))
    if one.tag == qn("w:r") and text is not None and len(inside(one, "./*[not(self::w:rPr)]")) == 1:
        look = one.find(qn("w:rPr"))
        shown = _as_text(look) if look is not None else ""
        for word in TOKEN.findall(text.text or ""):
            yield ("text", word, shown), (_run_of(one, word),)
    else:
        yield (one.tag, _as_text(one), ""), (one,)


def _run_of(run: Element, word: str) -> Element:
    """Give a run with one word of another."""
    made = deepcopy(run)
    made.find(qn("w:t")).text = word
    return made


def _instruction(group: list[Element]) -> str:
    """Give what a field refers to: by its id, whatever number that has."""
    said = "".join(text for one in group for text in inside(one, "./w:instrText/text()"))
    return BOOKMARK.sub("", said)


def _as_text(element: Element) -> str:
    """Give an element as text, names of bookmarks and of pictures aside."""
    text = etree.tostring(element, encoding="unicode")
    return re.sub(r'(r:embed|r:link|id|name|anchor)="[^"]*"', "", BOOKMARK.sub("", text))


def content_key(element: Element) -> object:
    """Give what a paragraph or a table says: equal keys need no mark."""
    if element.tag != qn("w:p"):
        return (element.tag, tuple(content_key(p) for p in element.iter(qn("w:p"))))
    found, _ = atoms(element)
    style = "".join(inside(element, "./w:pPr/w:pStyle/@w:val"))
    return (style, tuple(atom.key for atom in found))


def words_of(element: Element) -> str:
    """Give the letters of an element."""
    return "".join(inside(element, ".//w:t/text() | .//m:t/text()"))


def ids_of(element: Element) -> tuple[str, ...]:
    """Give the ids of what an element prints: the bookmarks in it."""
    return tuple(BOOKMARK.sub("", name) for name in inside(element, ".//w:bookmarkStart/@w:name"))
