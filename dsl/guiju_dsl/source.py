"""Text of a source file with the places in it."""

from bisect import bisect_right
from hashlib import sha256
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Characters ``start`` to ``end`` of the source called ``source``, as offsets into its text."""

    source: str
    start: int
    end: int

    def to(self, other: "Span") -> "Span":
        """Give the span from the beginning of this one to the end of ``other``."""
        return Span(self.source, self.start, other.end)


class SourceText(Struct, frozen=True, kw_only=True):
    r"""One ``.pcr`` text.

    Attributes:
        name: the path as people know it; spans carry it.
        text: what the file says, line ends as ``\n``, no byte-order mark.
    """

    name: str
    text: str

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the text in UTF-8, in hexadecimal."""
        return sha256(self.text.encode()).hexdigest()

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Give line and column of ``offset``, both counted from 1."""
        starts = [0] + [at + 1 for at, letter in enumerate(self.text) if letter == "\n"]
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1
