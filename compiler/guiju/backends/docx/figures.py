"""Figures: the SVG drawn to a picture at three times its size, the title below."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO

import resvg_py
from docx.shared import Emu

from guiju import fonts
from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import Element, clean, paragraph, run, word
from guiju.backends.docx.fields import bookmark_number
from guiju.backends.docx.tables import caption
from guiju.backends.docx.writing import Writing
from guiju.documents.model import Figure
from guiju.kept import kept

ZOOM = 3
DESCRIPTION = re.compile(r"<desc>.*?</desc>", re.DOTALL)
"""Words about a picture, which are not drawn: where it is from."""


def figure(writing: Writing, block: Figure) -> Iterator[Element]:
    """Write a figure and its title."""
    picture = drawn(block.svg)
    width, height = size_in_pixels(picture)
    widest = writing.width * m.EMU_PER_TWIP
    shown = min(width * m.EMU_PER_PIXEL // ZOOM, widest)
    part = writing.word.part
    inline = part.new_pic_inline(BytesIO(picture), Emu(shown), Emu(shown * height // width))
    properties = inline.docPr
    properties.set("id", bookmark_number(writing.bookmarks[block.id]))
    properties.set("name", clean(block.id))
    properties.set("descr", clean(block.title))
    yield paragraph("Figure", run(word("drawing", inline)))
    yield caption(writing, block.id, block.title, "figure")


def drawn(svg: str) -> bytes:
    """Draw ``svg`` as PNG with the fonts that ship with Guiju."""
    picture = DESCRIPTION.sub("", svg)
    return kept("picture", picture.encode(), partial(to_png, picture))


def to_png(picture: str) -> bytes:
    """Draw a picture."""
    return resvg_py.svg_to_bytes(
        svg_string=picture,
        zoom=ZOOM,
        skip_system_fonts=True,
        font_files=fonts.font_files(),
        font_family=fonts.HEI,
        sans_serif_family=fonts.HEI,
        serif_family=fonts.SONG,
    )


def size_in_pixels(picture: bytes) -> tuple[int, int]:
    """Read width and height [px] from the head of a PNG."""
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
