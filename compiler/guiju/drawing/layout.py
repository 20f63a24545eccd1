"""Lay out a boundary figure: try shapes of the page, keep the best."""

from collections.abc import Iterator

from guiju.drawing.assembly import natural_width, planned
from guiju.drawing.measures import PAGE, TALL, Shape
from guiju.drawing.model import BoundaryFigure
from guiju.drawing.placed import Drawing, Wire
from guiju.drawing.rows import Row, rows_of
from guiju.drawing.sizes import sizes_of
from guiju.drawing.wires import drawing_of

WIDTHS = (96.0, 82.0, 70.0)
PER_ROW = (4, 3, 2)
DENSE_WIDTHS = (74.0, 62.0)
DENSE_PER_ROW = (5, 4)
FEW = 24
AIRY = ((False, 1), (False, 2))
DENSE = ((True, 1), (True, 2), (True, 3))
GOOD_ENOUGH = 1.0
TURNS = 3
START = 400.0


def laid_out(figure: BoundaryFigure) -> Drawing:
    """Give every box, word and wire of ``figure`` its place.

    One process under the other if the page is long enough for it, else more of them side by side.
    """
    refuse_unfit(figure)
    drawings: list[Drawing] = []
    seen: set[tuple[float, tuple[Row, ...]]] = set()
    many = sum(box.kind == "process" for box in figure.boxes) > FEW
    for dense, fold in DENSE if many else AIRY + DENSE:
        for shape in shapes(dense, fold):
            key = (shape.box, rows_of(figure, shape, sizes_of(figure, shape).block_width))
            if key not in seen:
                seen.add(key)
                drawings.append(fitted(figure, shape))
        best = min(drawings, key=faults)
        if best.height <= TALL and best.width <= PAGE + GOOD_ENOUGH:
            break
    return best


def refuse_unfit(figure: BoundaryFigure) -> None:
    """Raise ValueError for an arrow to a box that is not there, or between two outside boxes."""
    kinds = {box.id: box.kind for box in figure.boxes}
    if len(kinds) < len(figure.boxes):
        raise ValueError("two boxes have one id")
    leaving = {arrow.source for arrow in figure.arrows}
    entered = {arrow.target for arrow in figure.arrows}
    inside = {box for box, kind in kinds.items() if kind == "process"} | (leaving & entered)
    for arrow in figure.arrows:
        if not {arrow.source, arrow.target} <= kinds.keys():
            raise ValueError(f"arrow {arrow.source} → {arrow.target} ends at no box")
        if arrow.source not in inside and arrow.target not in inside:
            raise ValueError(f"arrow {arrow.source} → {arrow.target} passes no process")


def shapes(dense: bool, fold: int) -> Iterator[Shape]:
    """Give the shapes to try with runs of up to ``fold`` processes."""
    for per_row in DENSE_PER_ROW if dense else PER_ROW:
        for box in DENSE_WIDTHS if dense else WIDTHS:
            if per_row >= fold:
                yield Shape(per_row=per_row, fold=fold, box=box, dense=dense, inner=START)


def fitted(figure: BoundaryFigure, shape: Shape) -> Drawing:
    """Lay out in ``shape``, as wide as the page, but no emptier than need be."""
    inner = shape.inner
    for _ in range(TURNS):
        trial = Shape(
            per_row=shape.per_row, fold=shape.fold, box=shape.box, dense=shape.dense, inner=inner
        )
        plan = planned(figure, trial)
        drawing = drawing_of(plan)
        enough = min(inner + PAGE - drawing.width, natural_width(plan))
        if abs(enough - inner) < GOOD_ENOUGH:
            break
        inner = max(enough, shape.box)
    return drawing


def faults(drawing: Drawing) -> float:
    """Weigh what makes a figure hard to read: too wide, too tall, bends, crossings."""
    too_wide = max(0.0, drawing.width - PAGE - GOOD_ENOUGH)
    too_tall = max(0.0, drawing.height - TALL)
    bends = sum(max(0, len(wire.points) - 2) for wire in drawing.wires)
    return (
        50.0 * too_wide
        + 2.0 * too_tall
        + 0.2 * drawing.height
        + 3.0 * bends
        + 8.0 * crossings(drawing.wires)
    )


def crossings(wires: tuple[Wire, ...]) -> int:
    """Count where level pieces of wires cross upright ones of others."""
    level, upright = [], []
    for number, wire in enumerate(wires):
        for (x0, y0), (x1, y1) in zip(wire.points, wire.points[1:], strict=False):
            if y0 == y1:
                level.append((y0, min(x0, x1), max(x0, x1), number))
            else:
                upright.append((x0, min(y0, y1), max(y0, y1), number))
    return sum(
        1
        for y, left, right, one in level
        for x, top, bottom, other in upright
        if one != other and left < x < right and top < y < bottom
    )
