"""A waterfall chart as SVG: from one total to another, by what each change adds or takes.

Totals begin at 0. Where all changes are small beside the totals, the axis begins further right, and
a break in the bars of the totals says so.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from guiju.drawing.bar_chart import places, sheet, upright
from guiju.drawing.lettering import text_width, wrapped
from guiju.drawing.measures import LETTER, LINE, MARGIN, PAGE, SMALL
from guiju.drawing.svg import INK, number, text

BAR = 15.0
BETWEEN = 8.0
LABEL_MOST = 215.0
GAP = 8.0
BREAK_AT = 26.0
BREAK = 5.0
TOTAL_FILL = "#4d4d4d"
RISE_FILL = "#a6a6a6"
FALL_FILL = "#ffffff"
GRID = "#b8b8b8"
SMALL_PART = 0.3
"""Part of the largest value below which the span of all changes makes the axis begin later."""


class Bar(Struct, frozen=True, kw_only=True):
    """A total, or one change.

    Attributes:
        start: the running value before a change, 0 for a total; ``end`` the value after it.
        words: the total or the change as it is printed.
    """

    label: str
    start: float
    end: float
    words: str
    total: bool


class Axis(Struct, frozen=True, kw_only=True):
    """How values become places on the page.

    Attributes:
        first: the value at the left end, ``left`` [px]; 0 unless the axis is broken.
        per_unit: length of a value of 1 [px].
    """

    left: float
    first: float
    per_unit: float
    broken: bool

    def at(self, value: float) -> float:
        """Give the place of ``value`` [px]; what lies before the break stands at the left end."""
        if self.broken and value < self.first:
            return self.left
        return self.left + (value - self.first) * self.per_unit


def to_svg(title: str, unit: str, bars: Sequence[Bar]) -> str:
    """Print ``bars`` from top to bottom in the order given; values in ``unit``."""
    return "\n".join(document(title, unit, bars)) + "\n"


def document(title: str, unit: str, bars: Sequence[Bar]) -> Iterator[str]:
    """Give the lines of the SVG."""
    labels = [wrapped(bar.label, LABEL_MOST, LETTER) for bar in bars]
    middles, height = places(labels, BAR, BETWEEN)
    axis = axis_of(bars, labels)
    yield from sheet(title, unit, height)
    yield from connectors(bars, middles, axis)
    for bar, label, middle in zip(bars, labels, middles, strict=True):
        yield from one_bar(bar, label, middle, axis)
    yield upright(axis.at(axis.first if axis.broken else 0.0), height)
    yield "</svg>"


def axis_of(bars: Sequence[Bar], labels: Sequence[Sequence[str]]) -> Axis:
    """Leave room for labels at the left and for the figures behind every bar."""
    label = max((text_width(line, LETTER) for lines in labels for line in lines), default=0.0)
    left = MARGIN + label + GAP
    least, most, broken = span_of(bars)
    room = PAGE - MARGIN - left - (BREAK_AT if broken else 0.0)
    wide = {bar: text_width(bar.words, SMALL) + GAP for bar in bars}
    length = most - least
    per_unit = room / length if length else 0.0
    for bar, figures in wide.items():
        reach = max(bar.start, bar.end) - least
        if reach > 0:
            per_unit = min(per_unit, max(0.0, room - figures) / reach)
    if broken:
        return Axis(left=left, first=least - BREAK_AT / per_unit, per_unit=per_unit, broken=True)
    return Axis(left=left, first=least, per_unit=per_unit, broken=False)


def span_of(bars: Sequence[Bar]) -> tuple[float, float, bool]:
    """Give the least and the largest value shown, and whether the axis is broken before them."""
    ends = [end for bar in bars for end in ((bar.end,) if bar.total else (bar.start, bar.end))]
    least, most = min(ends, default=0.0), max(ends, default=0.0)
    if least > 0 and 0 < most - least < SMALL_PART * most:
        return least, most, True
    return min(0.0, least), max(0.0, most), False


def connectors(bars: Sequence[Bar], middles: Sequence[float], axis: Axis) -> Iterator[str]:
    """Lead the value after each bar to the next one."""
    for (bar, y), (_, below) in pairwise(zip(bars, middles, strict=True)):
        x, top, foot = number(axis.at(bar.end)), number(y + BAR / 2), number(below - BAR / 2)
        yield f'<path d="M{x} {top}V{foot}" stroke="{GRID}" stroke-width="0.8"/>'


def one_bar(bar: Bar, label: Sequence[str], middle: float, axis: Axis) -> Iterator[str]:
    """Draw one bar with its words; what takes from the total is hollow."""
    start, end = sorted((axis.at(bar.start), axis.at(bar.end)))
    fill = TOTAL_FILL if bar.total else RISE_FILL if bar.end >= bar.start else FALL_FILL
    top = middle - BAR / 2
    yield (
        f'<rect x="{number(start)}" y="{number(top)}" width="{number(end - start)}"'
        f' height="{number(BAR)}" fill="{fill}" stroke="{INK}" stroke-width="0.6"/>'
    )
    if bar.total and axis.broken:
        yield from broken(axis.left + BREAK_AT / 2, top)
    weight = 'font-weight="700"' if bar.total else ""
    first = middle - LINE * (len(label) - 1) / 2 + LETTER * 0.36
    for at, line in enumerate(label):
        yield text(line, MARGIN, first + LINE * at, LETTER, weight)
    yield text(bar.words, end + GAP / 2, middle + SMALL * 0.36, SMALL, weight)


def broken(x: float, top: float) -> Iterator[str]:
    """Draw the break of a bar that does not begin at 0."""
    points = [
        (x - BREAK, top + BAR + 2), (x, top - 2), (x + BREAK, top - 2), (x, top + BAR + 2),
    ]  # fmt: skip
    shape = " ".join(f"{number(a)},{number(b)}" for a, b in points)
    yield f'<polygon points="{shape}" fill="#fff"/>'
    for (a, b), (c, d) in ((points[0], points[1]), (points[3], points[2])):
        yield (
            f'<path d="M{number(a)} {number(b)}L{number(c)} {number(d)}" stroke="{INK}"'
            ' stroke-width="0.6"/>'
        )
