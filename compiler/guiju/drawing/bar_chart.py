"""What charts of horizontal bars share: the sheet, the places of bars, the upright line."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from guiju.drawing.measures import LINE, MARGIN, PAGE, SMALL
from guiju.drawing.svg import INK, number, text


def sheet(title: str, unit: str, height: float) -> Iterator[str]:
    """Open the SVG of a chart as high as ``height`` [px], with the unit of its values."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(PAGE)} {number(height)}"'
        f' width="{number(PAGE)}" height="{number(height)}" role="img"'
        f" aria-label={quoteattr(title)} font-family=\"'Noto Sans SC', 'Noto Sans CJK SC',"
        ' sans-serif">'
    )
    yield f'<rect width="{number(PAGE)}" height="{number(height)}" fill="#fff"/>'
    yield text(unit, PAGE - MARGIN, MARGIN + SMALL, SMALL, 'text-anchor="end"')


def places(
    labels: Sequence[Sequence[str]], bar: float, between: float
) -> tuple[list[float], float]:
    """Give the middle of each bar, and the height of the chart [px].

    Args:
        labels: lines of the label of each bar; ``bar`` is its thickness, ``between`` the room to
            the next [px].
    """
    middles = []
    y = MARGIN + LINE + between
    for label in labels:
        room = max(bar, LINE * len(label))
        middles.append(y + room / 2)
        y += room + between
    return middles, y + MARGIN


def upright(x: float, height: float) -> str:
    """Draw the line from which bars begin, in a chart as high as ``height`` [px]."""
    return (
        f'<path d="M{number(x)} {number(MARGIN + LINE)}V{number(height - MARGIN)}"'
        f' stroke="{INK}" stroke-width="1"/>'
    )
