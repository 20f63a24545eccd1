"""Print a boundary figure as stand-alone SVG in black and grey."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from xml.sax.saxutils import escape, quoteattr

from guiju.drawing.layout import laid_out
from guiju.drawing.measures import ARROW_LENGTH, CORNER, LETTER, LINE, PAGE, SMALL_LINE
from guiju.drawing.model import BoundaryFigure
from guiju.drawing.placed import Area, Caption, Drawing, Frame, PlacedBox, Point

INK = "#1a1a1a"
BAND_FILL = "#f1f1f1"
BAND_LINE = "#c4c4c4"
BASELINE = 0.36
HALF_HEAD = 2.6
DROP = 0.2
SMALLER = 0.72
FORMULA = re.compile(r"CO2(?=e(?![a-z]))|(?<![A-Za-z0-9])(?:[A-Z][a-z]?\d*){1,8}(?![A-Za-z0-9])")
ATOM = re.compile(r"([A-Z][a-z]?)(\d*)")
ELEMENTS = frozenset(
    [
        "H",
        "He",
        "Li",
        "Be",
        "B",
        "C",
        "N",
        "O",
        "F",
        "Na",
        "Mg",
        "Al",
        "Si",
        "P",
        "S",
        "Cl",
        "K",
        "Ca",
        "Ti",
        "V",
        "Cr",
        "Mn",
        "Fe",
        "Ni",
        "Co",
        "Cu",
        "Zn",
        "As",
        "Br",
        "Zr",
        "Ba",
        "Pb",
    ]
)


def to_svg(figure: BoundaryFigure) -> str:
    """Print ``figure``; the same figure gives the same text."""
    drawing = laid_out(figure)
    return "\n".join(document(drawing, figure.boundary_label)) + "\n"


def signed(svg: str, source: str) -> str:
    """Write into ``svg`` what it was drawn from, for whoever opens its text."""
    start = svg.index(">", svg.index("<svg ")) + 1
    return f"{svg[:start]}\n<desc>{escape(source)}</desc>{svg[start:]}"


def document(drawing: Drawing, name: str) -> Iterator[str]:
    """Give the lines of the SVG."""
    width, height = max(PAGE, drawing.width), ceil(drawing.height)
    shift = (width - drawing.width) / 2
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}"'
        f' width="{number(width)}" height="{number(height)}" role="img"'
        f" aria-label={quoteattr(name)} font-family=\"'Noto Sans SC', 'Noto Sans CJK SC',"
        ' sans-serif">'
    )
    yield f'<rect width="{number(width)}" height="{number(height)}" fill="#fff"/>'
    yield f'<g transform="translate({number(shift)} 0)" fill="none" stroke="{INK}">'
    for band in drawing.bands:
        yield rectangle(band, f'rx="3" fill="{BAND_FILL}" stroke="{BAND_LINE}" stroke-width="0.8"')
    yield rectangle(drawing.boundary, 'stroke-width="1.2" stroke-dasharray="7 4"')
    for points in dict.fromkeys(wire.points for wire in drawing.wires):
        yield from arrow(points)
    for frame in drawing.frames:
        yield outline(frame)
    for one, other in pairwise(drawing.boxes):
        if not (one.framed or other.framed) and one.area.bottom == other.area.top:
            yield hairline(other.area)
    for box in drawing.boxes:
        yield from box_with_words(box)
    for caption in drawing.captions:
        yield from words(caption)
    yield "</g>"
    yield "</svg>"


def number(value: float) -> str:
    """Print a coordinate, no digits more than it needs."""
    return f"{value:.1f}".removesuffix(".0")


def rectangle(area: Area, style: str) -> str:
    """Draw ``area``."""
    return (
        f'<rect x="{number(area.left)}" y="{number(area.top)}" width="{number(area.width)}"'
        f' height="{number(area.height)}" {style}/>'
    )


def outline(frame: Frame) -> str:
    """Draw the round frame of outside boxes."""
    return rectangle(frame.area, 'rx="7" fill="#fff" stroke-width="0.9"')


def hairline(area: Area) -> str:
    """Draw a fine line above a box that shares its frame with the one before."""
    y = number(area.top)
    return (
        f'<path d="M{number(area.left + 6)} {y}H{number(area.right - 6)}" stroke="{BAND_LINE}"'
        ' stroke-width="0.6"/>'
    )


def box_with_words(box: PlacedBox) -> Iterator[str]:
    """Draw a box; products have a heavy line."""
    yield f"<g id={quoteattr(box.id)}>"
    if box.framed:
        heavy = box.kind == "product"
        style = 'rx="2" fill="#fff" stroke-width="1.8"' if heavy else 'rx="2" fill="#fff"'
        yield rectangle(box.area, style)
    middle = box.area.left + box.area.width / 2
    first = box.area.top + box.area.height / 2 - LINE * (len(box.lines) - 1) / 2
    for at, line in enumerate(box.lines):
        y = first + LINE * at + LETTER * BASELINE
        yield text(line, middle, y, LETTER, 'text-anchor="middle"')
    yield "</g>"


def words(caption: Caption) -> Iterator[str]:
    """Set words that stand free, from the left."""
    weight = 'font-weight="700"' if caption.bold else ""
    step = caption.area.height / max(1, len(caption.lines))
    for at, line in enumerate(caption.lines):
        y = caption.area.top + min(step, SMALL_LINE + 3) * (at + 0.5) + caption.size * BASELINE
        yield text(line, caption.area.left, y, caption.size, weight)


def text(line: str, x: float, y: float, size: float, style: str) -> str:
    """Set one line; figures of chemical formulas go below the line."""
    attributes = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}" {style}'.rstrip()
    return f'<text {attributes} fill="{INK}" stroke="none">{with_formulas(line, size)}</text>'


def with_formulas(line: str, size: float) -> str:
    """Lower the figures of formulas such as CO2 and C2F6 in ``line``."""
    done, below, result = 0, False, ""
    for match in FORMULA.finditer(line):
        if is_formula(match.group()):
            result += raised(line[done : match.start()], size, below)
            formula, below = lowered(match.group(), size, below and match.start() == done)
            result += formula
            done = match.end()
    return result + raised(line[done:], size, below)


def raised(words: str, size: float, below: bool) -> str:
    """Set words, back on the line if what comes before them stands ``below`` it."""
    plain = escape(words)
    return f'<tspan dy="-{number(size * DROP)}">{plain}</tspan>' if below and words else plain


def is_formula(word: str) -> bool:
    """Tell whether ``word`` is made of chemical elements and has a figure."""
    atoms = ATOM.findall(word)
    known = all(element in ELEMENTS for element, _ in atoms)
    several = len(atoms) > 1 or word in ("H2", "N2", "O2", "O3", "F2", "Cl2")
    return known and several and any(count for _, count in atoms)


def lowered(formula: str, size: float, below: bool) -> tuple[str, bool]:
    """Set the figures of ``formula`` as subscripts; tells whether it ends below the line."""
    parts = []
    for element, count in ATOM.findall(formula):
        parts.append(raised(element, size, below))
        below = bool(count)
        if count:
            drop, small = number(size * DROP), number(size * SMALLER)
            parts.append(f'<tspan dy="{drop}" font-size="{small}">{count}</tspan>')
    return "".join(parts), below


def arrow(points: tuple[Point, ...]) -> Iterator[str]:
    """Draw a wire with rounded bends and its head."""
    *before, (x, y) = points
    dx, dy = direction(before[-1], (x, y))
    foot = (x - dx * (ARROW_LENGTH - 1), y - dy * (ARROW_LENGTH - 1))
    yield f'<path d="{rounded([*before, foot])}"/>'
    sides = [
        (
            x - dx * ARROW_LENGTH + side * dy * HALF_HEAD,
            y - dy * ARROW_LENGTH + side * dx * HALF_HEAD,
        )
        for side in (1, -1)
    ]
    head = " ".join(f"{number(a)},{number(b)}" for a, b in [(x, y), *sides])
    yield f'<polygon points="{head}" fill="{INK}" stroke="none"/>'


def direction(start: Point, end: Point) -> Point:
    """Give the unit step from ``start`` to ``end``."""
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1])) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def rounded(points: Sequence[Point]) -> str:
    """Give the path through ``points`` with its corners rounded."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2)
        into, out = direction(before, corner), direction(corner, after)
        start = (corner[0] - into[0] * radius, corner[1] - into[1] * radius)
        end = (corner[0] + out[0] * radius, corner[1] + out[1] * radius)
        parts.append(f"L{pair(start)}Q{pair(corner)} {pair(end)}")
    return "".join([*parts, f"L{pair(points[-1])}"])


def pair(point: Point) -> str:
    """Print a point."""
    return f"{number(point[0])} {number(point[1])}"


def distance(one: Point, other: Point) -> float:
    """Give the distance of two points on a level or upright line."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
