"""Decide every place of a figure in one shape: rows, order, places, heights, sides."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct

from guiju.drawing.lettering import text_width, wrapped
from guiju.drawing.measures import BETWEEN_BOXES, BETWEEN_WIRES, LETTER, MARGIN, SMALL_LINE, Shape
from guiju.drawing.model import BoundaryFigure
from guiju.drawing.nets import Net, nets_of
from guiju.drawing.order import Grid, Terminal, grid_of
from guiju.drawing.placed import Area
from guiju.drawing.places import gaps_in, left_edges, straighten
from guiju.drawing.ports import Ports, ports_of
from guiju.drawing.rows import TITLE_ROOM, Row, rows_of
from guiju.drawing.sides import Column, column_of, groups_of
from guiju.drawing.sizes import Sizes, label_lines, sizes_of
from guiju.drawing.strata import Strata, channel_of, strata_of

LANE_EDGE = 8.0
AIR = 90.0
TITLE_LINE = 15.0
BOUNDARY_TOP = MARGIN + 18.0


class Plan(Struct, frozen=True, kw_only=True):
    """Everything decided but the wires.

    Attributes:
        left_port: boxes that bought wires enter at their left side; ``right_port``: released leave.
        inside: left edge of the rows within their band, at 0; ``inner``: their width with lanes.
        side_ports: height of the port of each net at the left or right side of a box.
    """

    figure: BoundaryFigure
    dense: bool
    nets: tuple[Net, ...]
    rows: tuple[Row, ...]
    grid: Grid
    sizes: Sizes
    ports: Ports
    lanes: dict[int, float]
    strata: Strata
    areas: dict[str, Area]
    side_ports: dict[tuple[int, str], float]
    inner: float
    left: Column
    right: Column


def planned(figure: BoundaryFigure, shape: Shape) -> Plan:
    """Decide every place in ``figure``."""
    sizes = sizes_of(figure, shape)
    rows = rows_of(figure, shape, sizes.block_width)
    nets = nets_of(figure, rows)
    grid = grid_of(rows, nets, sizes.block_width, partial(title_width, dense=shape.dense))
    edges = left_edges(grid, nets, sizes, shape.inner)
    terminals = above_and_below(grid, nets, sizes)
    straighten(grid, edges, shape.inner, ports_of(grid, terminals, nets, sizes, edges))
    inner = max([shape.inner, *(edges[at] + item.width for at, item in enumerate(grid.items))])
    lanes = lanes_of(nets, grid.row_of, inner + LANE_EDGE)
    ports = ports_of(grid, terminals, nets, sizes, edges)
    ports = {terminal: float(round(place)) for terminal, place in ports.items()}
    channels = [channel_of(number, ports, nets, lanes) for number in range(len(rows) + 1)]
    sides = sides_used(grid, nets, sizes)
    heights = heights_of(grid, nets, sizes, sides)
    tallest = [row_height(row, heights, shape.dense) for row in rows]
    strata = strata_of(rows, tallest, channels, BOUNDARY_TOP)
    areas = areas_of(grid, sizes, edges, heights, tallest, strata)
    side_ports = side_places(sides, areas)
    left, right = columns_of(figure, nets, grid, strata, side_ports)
    return Plan(
        figure=figure,
        dense=shape.dense,
        nets=nets,
        rows=rows,
        grid=grid,
        sizes=sizes,
        ports=ports,
        lanes=lanes,
        strata=strata,
        areas=areas,
        side_ports=side_ports,
        inner=max([inner, *(lane + LANE_EDGE for lane in lanes.values())]),
        left=left,
        right=right,
    )


def heights_of(
    grid: Grid,
    nets: Sequence[Net],
    sizes: Sizes,
    sides: Mapping[tuple[str, bool], Sequence[int]],
) -> dict[str, float]:
    """Give the height of each inner box."""
    return {
        box: max(sizes.height(box, side_count(box, sides)), height_of_words(box, nets))
        for box in grid.row_of
    }


def columns_of(
    figure: BoundaryFigure,
    nets: Sequence[Net],
    grid: Grid,
    strata: Strata,
    side_ports: Mapping[tuple[int, str], float],
) -> tuple[Column, Column]:
    """Give the columns at the left and at the right of the boundary."""
    left, right = (
        column_of(
            groups_of(figure, nets, grid.row_of, bought),
            entries_of(nets, strata, side_ports, bought),
            BOUNDARY_TOP,
            max(strata.boundary, strata.bottom),
            bought,
        )
        for bought in (True, False)
    )
    return left, right


def height_of_words(box: str, nets: Sequence[Net]) -> float:
    """Give the height that words at the right of ``box`` need, beside a loop or above a wire."""
    lines = {
        kind: [
            len(label_lines(net.label, True)) * SMALL_LINE
            for net in nets
            if net.kind == kind and net.sources[0] == box and net.label
        ]
        for kind in ("loop", "beside")
    }
    return max(max(lines["loop"], default=0.0), 2 * max(lines["beside"], default=-6.0) + 12.0)


def row_height(row: Row, heights: Mapping[str, float], dense: bool) -> float:
    """Give the height of the tallest thing in ``row``."""
    words = len(title_lines(row.title, dense)) * TITLE_LINE if row.title else 0.0
    return max([words, *(heights[box] for block in row.blocks for box in block)])


def natural_width(plan: Plan) -> float:
    """Give an inner width that leaves air round the fullest row, but no desert [px]."""
    items = plan.grid.items
    rows = [(gaps_in(row, items), items[row[-1]].width) for row in plan.grid.order if row]
    return AIR + 1.25 * max((sum(gaps) + last for gaps, last in rows), default=0.0)


def title_width(title: str, dense: bool) -> float:
    """Give the width of a stage's name."""
    return max(text_width(line, LETTER) for line in title_lines(title, dense)) + 4.0


def title_lines(title: str, dense: bool) -> tuple[str, ...]:
    """Break a stage's name where it shares its row with boxes."""
    return wrapped(title, TITLE_ROOM - BETWEEN_BOXES, LETTER) if dense else (title,)


def lanes_of(nets: Sequence[Net], row_of: Mapping[str, int], start: float) -> dict[int, float]:
    """Give each net that returns upwards a lane at the right of the boxes; short ones nearest."""
    spans = {
        number: (min(row_of[t] for t in net.targets), row_of[net.sources[0]] + 1)
        for number, net in enumerate(nets)
        if net.kind == "back"
    }
    lanes: list[list[tuple[int, int]]] = []
    found: dict[int, float] = {}
    for number in sorted(spans, key=lambda n: (spans[n][1] - spans[n][0], n)):
        top, bottom = spans[number]
        free = (
            at
            for at, lane in enumerate(lanes)
            if all(bottom < other[0] or other[1] < top for other in lane)
        )
        at = next(free, len(lanes))
        lanes.extend([] for _ in range(at + 1 - len(lanes)))
        lanes[at].append(spans[number])
        found[number] = start + BETWEEN_WIRES * at
    return found


def outermost(grid: Grid, sizes: Sizes, bought: bool) -> set[str]:
    """Give the boxes that a wire from the left, or to the right, reaches without a bend."""
    found = set()
    for row in grid.order:
        boxes = grid.items[row[0 if bought else -1]].boxes if row else ()
        if boxes and (bought or not sizes.beside[boxes[-1]]):
            found.add(boxes[0] if bought else boxes[-1])
    return found


def above_and_below(grid: Grid, nets: Sequence[Net], sizes: Sizes) -> tuple[Terminal, ...]:
    """Give the terminals without those that a side of a box takes."""
    by_side = {
        "bought": outermost(grid, sizes, True),
        "released": outermost(grid, sizes, False),
    }
    return tuple(t for t in grid.terminals if t.box not in by_side.get(nets[t.net].kind, set()))


def sides_used(grid: Grid, nets: Sequence[Net], sizes: Sizes) -> dict[tuple[str, bool], list[int]]:
    """Give the nets at the left (True) and right side of each box."""
    found: dict[tuple[str, bool], list[int]] = {}
    for number, net in enumerate(nets):
        if net.kind in ("bought", "released"):
            bought = net.kind == "bought"
            reachable = outermost(grid, sizes, bought)
            for box in net.targets if bought else net.sources:
                if box in reachable:
                    found.setdefault((box, bought), []).append(number)
    return found


def side_count(box: str, sides: Mapping[tuple[str, bool], Sequence[int]]) -> int:
    """Give the number of ports at the fuller side of ``box``."""
    return max(len(sides.get((box, True), ())), len(sides.get((box, False), ())))


def areas_of(
    grid: Grid,
    sizes: Sizes,
    edges: Sequence[float],
    heights: Mapping[str, float],
    tallest: Sequence[float],
    strata: Strata,
) -> dict[str, Area]:
    """Give the place of each inner box, with the rows' left edge at 0."""
    areas = {}
    for at, item in enumerate(grid.items):
        for box in item.boxes:
            row = grid.row_of[box]
            areas[box] = Area(
                left=edges[at] + sizes.left_in(item.boxes, box),
                top=strata.row_top[row] + (tallest[row] - heights[box]) / 2,
                width=sizes.width[box],
                height=heights[box],
            )
    return areas


def side_places(
    sides: Mapping[tuple[str, bool], Sequence[int]], areas: Mapping[str, Area]
) -> dict[tuple[int, str], float]:
    """Give the height of each port at the side of a box."""
    return {
        (net, box): float(round(areas[box].top + areas[box].height * (at + 1) / (len(nets) + 1)))
        for (box, _), nets in sides.items()
        for at, net in enumerate(nets)
    }


def entries_of(
    nets: Sequence[Net],
    strata: Strata,
    side_ports: Mapping[tuple[int, str], float],
    bought: bool,
) -> dict[int, tuple[float, ...]]:
    """Give where each net of a side meets the inner edge of its gutter."""
    kind = "bought" if bought else "released"
    found: dict[int, list[float]] = {}
    for (net, _), y in sorted((*strata.track.items(), *side_ports.items()), key=str):
        if nets[net].kind == kind:
            found.setdefault(net, []).append(y)
    return {net: tuple(ys) for net, ys in found.items()}
