"""Sizes of the figure [px]; 640 px make 16 cm of page, so 10 px are just over 7 pt."""

from msgspec import Struct

PAGE = 640.0
TALL = 900.0
MARGIN = 6.0
LETTER = 10.6
SMALL = 10.0
LINE = 13.5
SMALL_LINE = 12.5
BOX_PAD = 5.0
BOX_LEAST_HEIGHT = 28.0
HEADER_HEIGHT = 16.0
BETWEEN_BOXES = 18.0
BETWEEN_WIRES = 7.5
BESIDE_BOX = 10.0
CORNER = 5.0
ARROW_LENGTH = 7.0
PORT_INSET = 9.0
PORT_GAP = 11.0
BAND_PAD = 10.0
BAND_GAP = 7.0
BOUNDARY_PAD = 8.0
SIDE_LEAST = 44.0
SIDE_MOST = 88.0
LOOP = 12.0


class Shape(Struct, frozen=True, kw_only=True):
    """One way to fill the page; the layout tries several.

    Attributes:
        per_row: most boxes side by side.
        fold: longest run of processes that is laid from left to right within a row.
        dense: whether a box may stand in one row with its supplier.
        box: width of a process box [px].
        inner: width between the stage bands' edges [px].
    """

    per_row: int
    fold: int
    box: float
    dense: bool
    inner: float
