"""Break lines: a group stands in one line if it fits, else each of its breaks is a line end."""

import unicodedata
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end; ``flat`` stands there if it does not."""

    flat: str


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A place where a line does end; with ``blank``, an empty line follows."""

    blank: bool


@dataclass(frozen=True, slots=True)
class Nest:
    """Lines that begin inside stand further in by ``by`` columns."""

    by: int
    inner: "Layout"


@dataclass(frozen=True, slots=True)
class Group:
    """Breaks that end lines together or not at all."""

    inner: "Layout"


Layout = str | Break | LineEnd | Nest | Group | tuple["Layout", ...]

SPACE: Final = Break(" ")
NOTHING: Final = Break("")
NEW_LINE: Final = LineEnd(blank=False)

_Piece = tuple[int, bool, Layout]


def joined(parts: list[Layout], between: Layout) -> Layout:
    """Put ``between`` between ``parts``."""
    row: list[Layout] = []
    for part in parts:
        row += [between, part] if row else [part]
    return tuple(row)


def width(text: str) -> int:
    """Count the columns of ``text``; East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide


def rendered(layout: Layout) -> str:
    """Give the text, lines at most ``WIDTH`` columns where that is possible."""
    written: list[str] = []
    column = 0
    pieces: list[_Piece] = [(0, False, layout)]
    while pieces:
        indent, flat, piece = pieces.pop()
        if isinstance(piece, str):
            written.append(piece)
            line = piece.rsplit("\n", 1)
            column = width(line[-1]) + (column if len(line) == 1 else 0)
        elif isinstance(piece, LineEnd) or (isinstance(piece, Break) and not flat):
            blank = isinstance(piece, LineEnd) and piece.blank
            written.append(("\n\n" if blank else "\n") + " " * indent)
            column = indent
        elif isinstance(piece, Break):
            written.append(piece.flat)
            column += len(piece.flat)
        elif isinstance(piece, Group):
            fits = flat or _fits(WIDTH - column, (indent, True, piece.inner), pieces)
            pieces.append((indent, fits, piece.inner))
        else:
            pieces += _unfolded(indent, flat, piece)
    return "".join(written)


def _unfolded(indent: int, flat: bool, piece: Layout) -> list[_Piece]:
    if isinstance(piece, Nest):
        return [(indent + piece.by, flat, piece.inner)]
    assert isinstance(piece, tuple)
    return [(indent, flat, part) for part in reversed(piece)]


def _fits(room: int, first: _Piece, after: list[_Piece]) -> bool:
    """Tell whether ``first`` in one line, and what follows up to the next line end, fits."""
    pieces = [first]
    rest = len(after)
    while room >= 0:
        if not pieces:
            if rest == 0:
                return True
            rest -= 1
            pieces.append(after[rest])
        indent, flat, piece = pieces.pop()
        if isinstance(piece, str):
            if "\n" in piece:
                return False
            room -= width(piece)
        elif isinstance(piece, LineEnd):
            return not flat
        elif isinstance(piece, Break):
            if not flat:
                return True
            room -= len(piece.flat)
        elif isinstance(piece, Group):
            pieces.append((indent, flat, piece.inner))
        else:
            pieces += _unfolded(indent, flat, piece)
    return False
