"""Word and Excel files in which elements of a part are lost, moved or say something else."""

import io
import re
import zipfile
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from hypothesis import strategies as st

VALUES = (
    "", "-1", "x", "999999999999", "0.5", "1e5", "0", "true", "rId99", "../../x", "甲", "NaN",
    " 3 ", "A1048577", "A1:XFD1048576",
)  # fmt: skip
MATTERS = re.compile(r"(document|styles|numbering|sheet\d|sharedStrings|workbook|comments)\.xml$")
"""Parts that are mostly damaged."""


@cache
def parts_of(content: bytes) -> dict[str, bytes]:
    """Give the parts of a package that are XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: package.read(name) for name in sorted(names)}


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> tuple[str, bytes]:
    """Give the name of a part, and its content with one to three elements damaged."""
    parts = parts_of(content)
    often = [name for name in parts if MATTERS.search(name)]
    name = draw(st.sampled_from(often) | st.sampled_from(sorted(parts)))
    root = ElementTree.fromstring(parts[name])
    for _ in range(draw(st.integers(1, 3))):
        damage = draw(st.sampled_from((_lost, _twice, _renamed, _said, _unsaid, _retold)))
        damage(draw, root)
    return name, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _one(draw: st.DrawFn, root: Element) -> Element:
    return draw(st.sampled_from(list(root.iter())))


def _lost(draw: st.DrawFn, root: Element) -> None:
    above = _one(draw, root)
    if len(above):
        del above[draw(st.integers(0, len(above) - 1))]


def _twice(draw: st.DrawFn, root: Element) -> None:
    """Let an element stand a second time, there or elsewhere, but not in itself."""
    one, above = _one(draw, root), _one(draw, root)
    if all(inside is not above for inside in one.iter()):
        above.insert(draw(st.integers(0, len(above))), one)


def _renamed(draw: st.DrawFn, root: Element) -> None:
    _one(draw, root).tag = _one(draw, root).tag


def _said(draw: st.DrawFn, root: Element) -> None:
    """Let an attribute have another value."""
    one = _one(draw, root)
    for name in one.attrib:
        one.set(name, draw(st.sampled_from(VALUES)))


def _unsaid(draw: st.DrawFn, root: Element) -> None:
    _one(draw, root).attrib.clear()


def _retold(draw: st.DrawFn, root: Element) -> None:
    _one(draw, root).text = draw(st.sampled_from(VALUES))
