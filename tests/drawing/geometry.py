"""What must hold in every drawing, as lists of what breaks it."""

from collections.abc import Iterator

from guiju.drawing.lettering import text_width
from guiju.drawing.measures import LETTER, LINE
from guiju.drawing.placed import Area, Drawing, Wire

Piece = tuple[float, float, float, float]


def pieces(wire: Wire) -> Iterator[Piece]:
    """Give left, top, right, bottom of each straight piece."""
    for (x0, y0), (x1, y1) in zip(wire.points, wire.points[1:], strict=False):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def passes_through(piece: Piece, area: Area) -> bool:
    """Tell whether ``piece`` has a point inside ``area``, its edge not counted."""
    left, top, right, bottom = piece
    return left < area.right and right > area.left and top < area.bottom and bottom > area.top


def overlap(one: Area, other: Area) -> bool:
    """Tell whether two rectangles share more than an edge."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def wires_through_boxes(drawing: Drawing) -> list[str]:
    """Name wires with the box or words that they run through."""
    things = [(box.id, box.area) for box in drawing.boxes]
    things += [("|".join(caption.lines), caption.area) for caption in drawing.captions]
    return [
        f"{wire.source}>{wire.target} through {name}"
        for wire in drawing.wires
        for name, area in things
        if any(passes_through(piece, area) for piece in pieces(wire))
    ]


def overlapping(drawing: Drawing) -> list[str]:
    """Name boxes and words that lie on each other."""
    things = [(box.id, box.area) for box in drawing.boxes]
    things += [("|".join(caption.lines), caption.area) for caption in drawing.captions]
    return [
        f"{one} on {other}"
        for at, (one, first) in enumerate(things)
        for other, second in things[at + 1 :]
        if overlap(first, second)
    ]


def outside_the_page(drawing: Drawing) -> list[str]:
    """Name what is not wholly on the page."""
    page = Area(left=0, top=0, width=drawing.width, height=drawing.height)
    areas = [(box.id, box.area) for box in drawing.boxes]
    areas += [(caption.lines[0], caption.area) for caption in drawing.captions]
    areas += [("boundary", drawing.boundary), *(("band", band) for band in drawing.bands)]
    found = [name for name, area in areas if not within(area, page)]
    return found + [
        f"{wire.source}>{wire.target}"
        for wire in drawing.wires
        if not all(0 <= x <= page.right and 0 <= y <= page.bottom for x, y in wire.points)
    ]


def within(area: Area, page: Area) -> bool:
    """Tell whether ``area`` lies wholly in ``page``."""
    return (
        area.left >= page.left
        and area.top >= page.top
        and area.right <= page.right + 1e-6
        and area.bottom <= page.bottom + 1e-6
    )


def words_out_of_boxes(drawing: Drawing) -> list[str]:
    """Name boxes too small for their words."""
    return [
        box.id
        for box in drawing.boxes
        if len(box.lines) * LINE > box.area.height + 1e-6
        or any(text_width(line, LETTER) > box.area.width for line in box.lines)
    ]


def loose_ends(drawing: Drawing) -> list[str]:
    """Name wires that do not begin and end on the edge of their boxes, or run aslant."""
    areas = {box.id: box.area for box in drawing.boxes}
    frames = [frame.area for frame in drawing.frames]
    found = []
    for wire in drawing.wires:
        ends = ((wire.source, wire.points[0]), (wire.target, wire.points[-1]))
        touching = all(
            on_edge(areas[box], point) or any(on_edge(frame, point) for frame in frames)
            for box, point in ends
        )
        straight = all(x0 == x1 or y0 == y1 for x0, y0, x1, y1 in pieces(wire))
        if not (touching and straight):
            found.append(f"{wire.source}>{wire.target}")
    return found


def on_edge(area: Area, point: tuple[float, float]) -> bool:
    """Tell whether ``point`` lies on the outline of ``area``."""
    x, y = point
    beside = area.left - 1e-6 <= x <= area.right + 1e-6
    level = area.top - 1e-6 <= y <= area.bottom + 1e-6
    upright_edge = min(abs(x - area.left), abs(x - area.right)) < 1e-6
    level_edge = min(abs(y - area.top), abs(y - area.bottom)) < 1e-6
    return (upright_edge and level) or (level_edge and beside)


def running_together(drawing: Drawing) -> list[str]:
    """Name wires of no common end that run on top of each other."""
    all_pieces = [(wire, piece) for wire in drawing.wires for piece in pieces(wire)]
    return [
        f"{one.source}>{one.target} on {other.source}>{other.target}"
        for at, (one, first) in enumerate(all_pieces)
        for other, second in all_pieces[at + 1 :]
        if one.source != other.source and one.target != other.target and on_top(first, second)
    ]


def on_top(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces share more than a crossing."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, along) >= 0 and max(across, along) > 1
