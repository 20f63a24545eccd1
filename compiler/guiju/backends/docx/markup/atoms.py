"""The content of a paragraph in pieces that are compared: words, fields, formulas, marks."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from docx.oxml.ns import nsmap, qn
from lxml import etree
from msgspec import Struct

from guiju.backends.docx.elements import Element

TOKEN = re.compile(r"[A-Za-z0-9.,_%]+|\s+|.", re.DOTALL)
BOOKMARK = re.compile(r"_G\d+_")
FIELD = qn("w:fldChar")
TEXT = "text"
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
    return [str(one) for one in _path(path)(element)]


@cache
def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=SPACES)


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
        mark = child.find(FIELD)
        kind = mark.get(qn("w:fldCharType")) if mark is not None else ""
        if field or kind == "begin":
            field.append(child)
            if kind == "end":
                yield field
                field = []
        else:
            yield [child]
    if field:
        yield field


def _pieces(group: list[Element]) -> Iterator[tuple[Key, tuple[Element, ...]]]:
    """Give what is compared of a group, a run of letters word by word."""
    key = _key(group)
    if key[0] != TEXT:
        yield key, tuple(group)
        return
    for word in TOKEN.findall(key[1]):
        yield (TEXT, word, key[2]), (_run_of(group[0], word),)


def _key(group: list[Element]) -> Key:
    """Give what a group says: its letters and their look, what a field refers to, or all of it."""
    if len(group) > 1:
        return ("field", _instruction(group), "")
    [one] = group
    text = one.find(qn("w:t"))
    look = one.find(qn("w:rPr"))
    if one.tag == qn("w:r") and text is not None and len(one) == (1 if look is None else 2):
        return (TEXT, text.text or "", _as_text(look) if look is not None else "")
    return (one.tag, _as_text(one), "")


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
    said = tuple(_key(group) for group in _groups(element) if group[0].tag not in MARKS)
    return (style_of(element), said)


def style_of(paragraph: Element) -> str:
    """Give the style of a paragraph; a table has none."""
    return "".join(inside(paragraph, "./w:pPr/w:pStyle/@w:val"))


def words_of(element: Element) -> str:
    """Give the letters of an element."""
    return "".join(inside(element, ".//w:t/text() | .//m:t/text()"))


def ids_of(element: Element) -> tuple[str, ...]:
    """Give the ids of what an element prints: the bookmarks in it."""
    return tuple(BOOKMARK.sub("", name) for name in inside(element, ".//w:bookmarkStart/@w:name"))
