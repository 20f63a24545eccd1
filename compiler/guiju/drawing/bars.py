"""A bar chart of contributions as SVG: what adds to a footprint, and what takes from it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from guiju.drawing.bar_chart import places, sheet, upright
from guiju.drawing.lettering import text_width, wrapped
from guiju.drawing.measures import LETTER, LINE, MARGIN, PAGE, SMALL
from guiju.drawing.svg import INK, number, text

BAR = 14.0
BETWEEN = 9.0
LABEL_MOST = 190.0
GAP = 8.0
FILL = "#6f6f6f"
CREDIT_FILL = "#ffffff"


class Bar(Struct, frozen=True, kw_only=True):
    """One contribution.

    Attributes:
        value: in the unit of the chart; below 0 for a credit.
        words: the value as it is printed.
        share: of the total, as it is printed, or empty.
    """

    label: str
    value: float
    words: str
    share: str


class Scale(Struct, frozen=True, kw_only=True):
    """How values become places on the page.

    Attributes:
        zero: where the value 0 stands [px].
        per_unit: length of a value of 1 [px].
    """

    zero: float
    per_unit: float

    def at(self, value: float) -> float:
        """Give the place of ``value`` [px]."""
        return self.zero + value * self.per_unit


def to_svg(title: str, unit: str, bars: Sequence[Bar]) -> str:
    """Print ``bars`` from top to bottom in the order given; values in ``unit``."""
    return "\n".join(document(title, unit, bars)) + "\n"


def document(title: str, unit: str, bars: Sequence[Bar]) -> Iterator[str]:
    """Give the lines of the SVG."""
    lines = [wrapped(bar.label, LABEL_MOST, LETTER) for bar in bars]
    middles, height = places(lines, BAR, BETWEEN)
    scale = scale_of(bars, lines)
    yield from sheet(title, unit, height)
    for bar, label, middle in zip(bars, lines, middles, strict=True):
        yield from one_bar(bar, label, middle, scale)
    yield upright(scale.zero, height)
    yield "</svg>"


def scale_of(bars: Sequence[Bar], lines: Sequence[Sequence[str]]) -> Scale:
    """Leave room for labels at the left and for values at both ends of the bars."""
    label = max((text_width(line, LETTER) for label in lines for line in label), default=0.0)
    behind = max((text_width(figures(bar), SMALL) for bar in bars if bar.value >= 0), default=0.0)
    before = max((text_width(figures(bar), SMALL) for bar in bars if bar.value < 0), default=0.0)
    most = max([0.0, *(bar.value for bar in bars)])
    least = min([0.0, *(bar.value for bar in bars)])
    left = MARGIN + label + GAP + (before + GAP if before else 0.0)
    room = PAGE - MARGIN - left - (behind + GAP if behind else 0.0)
    per_unit = room / (most - least) if most > least else 0.0
    return Scale(zero=left - least * per_unit, per_unit=per_unit)


def figures(bar: Bar) -> str:
    """Give the words at the end of a bar."""
    return f"{bar.words} ({bar.share})" if bar.share else bar.words


def one_bar(bar: Bar, label: Sequence[str], middle: float, scale: Scale) -> Iterator[str]:
    """Draw one bar with its words; credits are hollow and run to the left."""
    start, end = sorted((scale.zero, scale.at(bar.value)))
    fill = FILL if bar.value >= 0 else CREDIT_FILL
    yield (
        f'<rect x="{number(start)}" y="{number(middle - BAR / 2)}" width="{number(end - start)}"'
        f' height="{number(BAR)}" fill="{fill}" stroke="{INK}" stroke-width="0.6"/>'
    )
    first = middle - LINE * (len(label) - 1) / 2 + LETTER * 0.36
    for at, line in enumerate(label):
        yield text(line, MARGIN, first + LINE * at, LETTER, "")
    anchor = 'text-anchor="end"' if bar.value < 0 else ""
    x = start - GAP / 2 if bar.value < 0 else end + GAP / 2
    yield text(figures(bar), x, middle + SMALL * 0.36, SMALL, anchor)
