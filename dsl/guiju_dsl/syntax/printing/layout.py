"""Break lines: a group stands in one line if it fits, else each of its breaks is a line end."""

from typing import Final

from msgspec import Struct

from guiju_dsl.columns import width

WIDTH: Final = 100


class Break(Struct, frozen=True):
    """A place where a line may end; ``flat`` stands there if it does not."""

    flat: str


class LineEnd(Struct, frozen=True):
    """A place where a line does end; with ``blank``, an empty line follows."""

    blank: bool


class Aside(Struct, frozen=True):
    """A comment: its line ends behind it, whatever its width."""

    text: str


class Nest(Struct, frozen=True):
    """Lines that begin inside stand further in by ``by`` columns."""

    by: int
    inner: "Layout"


class Group(Struct, frozen=True):
    """Breaks that end lines together or not at all."""

    inner: "Layout"


Layout = str | Break | LineEnd | Aside | Nest | Group | tuple["Layout", ...]

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
        elif isinstance(piece, Aside):
            written.append(piece.text)
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
        if _ends_line(piece, flat):
            return not flat
        if isinstance(piece, Group):
            pieces.append((indent, flat, piece.inner))
        elif isinstance(piece, Nest | tuple):
            pieces += _unfolded(indent, flat, piece)
        else:
            room -= _columns(piece)
    return False


def _ends_line(piece: Layout, flat: bool) -> bool:
    if isinstance(piece, str):
        return flat and "\n" in piece
    return isinstance(piece, LineEnd | Aside) or (isinstance(piece, Break) and not flat)


def _columns(piece: str | Break | LineEnd | Aside) -> int:
    if isinstance(piece, str):
        return width(piece.split("\n", 1)[0])
    return len(piece.flat) if isinstance(piece, Break) else 0
