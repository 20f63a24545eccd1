"""Draw the wires of a planned figure and move everything to its place on the page."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from guiju.drawing.assembly import BOUNDARY_TOP, TITLE_LINE, Plan, title_lines
from guiju.drawing.lettering import text_width
from guiju.drawing.measures import (
    BAND_PAD,
    BETWEEN_WIRES,
    BOUNDARY_PAD,
    LETTER,
    LOOP,
    MARGIN,
    SMALL,
    SMALL_LINE,
)
from guiju.drawing.nets import Net
from guiju.drawing.order import Terminal
from guiju.drawing.placed import Area, Caption, Drawing, PlacedBox, Point, Wire
from guiju.drawing.sides import GUTTER_EDGE, TO_ARROW, framed_boxes
from guiju.drawing.sizes import label_lines, widest


def drawing_of(plan: Plan) -> Drawing:
    """Give the finished drawing of ``plan``."""
    edge = MARGIN + plan.left.width + plan.left.gutter
    shift = edge + BOUNDARY_PAD + BAND_PAD
    pen = Pen(plan, shift)
    boundary = Area(
        left=edge,
        top=BOUNDARY_TOP,
        width=plan.inner + 2 * (BOUNDARY_PAD + BAND_PAD),
        height=plan.strata.boundary - BOUNDARY_TOP,
    )
    left_frames, left_boxes = framed_boxes(plan.left, MARGIN)
    right = boundary.right + plan.right.gutter
    right_frames, right_boxes = framed_boxes(plan.right, right)
    bottom = max(plan.strata.bottom, plan.left.bottom, plan.right.bottom, boundary.bottom)
    return Drawing(
        width=right + plan.right.width + MARGIN,
        height=bottom + MARGIN,
        boundary=boundary,
        bands=tuple(
            Area(
                left=edge + BOUNDARY_PAD,
                top=top,
                width=plan.inner + 2 * BAND_PAD,
                height=below - top,
            )
            for top, below in plan.strata.bands
        ),
        frames=left_frames + right_frames,
        boxes=tuple(pen.inner_boxes()) + left_boxes + right_boxes,
        captions=(boundary_name(plan, boundary), *pen.titles(), *pen.words()),
        wires=tuple(pen.wires()),
    )


def boundary_name(plan: Plan, boundary: Area) -> Caption:
    """Set the name of the boundary above its upper left corner."""
    label = plan.figure.boundary_label
    return Caption(
        area=Area(
            left=boundary.left,
            top=boundary.top - TITLE_LINE - 2,
            width=text_width(label, LETTER),
            height=TITLE_LINE,
        ),
        lines=(label,),
        size=LETTER,
        bold=True,
    )


class Link(Struct, frozen=True, kw_only=True):
    """One arrow of a net."""

    net: int
    source: str
    target: str


class Pen:
    """Turns places inside the rows, with their left edge at 0, into places on the page."""

    def __init__(self, plan: Plan, shift: float) -> None:
        """Draw ``plan`` with the rows' left edge at ``shift``."""
        self.plan = plan
        self.shift = shift
        self.areas = {
            box: Area(left=a.left + shift, top=a.top, width=a.width, height=a.height)
            for box, a in plan.areas.items()
        }
        self.terminals: dict[tuple[int, int], list[Terminal]] = {}
        for terminal in plan.ports:
            self.terminals.setdefault((terminal.net, terminal.channel), []).append(terminal)

    def inner_boxes(self) -> Iterator[PlacedBox]:
        """Give the boxes inside and below the boundary."""
        for box in self.plan.figure.boxes:
            if box.id in self.areas:
                yield PlacedBox(
                    id=box.id,
                    kind=box.kind,
                    area=self.areas[box.id],
                    lines=self.plan.sizes.lines[box.id],
                    framed=True,
                )

    def titles(self) -> Iterator[Caption]:
        """Give the names of the stages."""
        for row, top in zip(self.plan.rows, self.plan.strata.row_top, strict=True):
            if row.title:
                lines = title_lines(row.title, self.plan.dense)
                area = Area(
                    left=self.shift,
                    top=top,
                    width=max(text_width(line, LETTER) for line in lines),
                    height=TITLE_LINE * len(lines),
                )
                yield Caption(area=area, lines=lines, size=LETTER, bold=True)

    def words(self) -> Iterator[Caption]:
        """Give the words at the wires."""
        for number, net in enumerate(self.plan.nets):
            if net.label:
                yield self.words_at(number, net)

    def words_at(self, number: int, net: Net) -> Caption:
        """Set the words of ``net`` beside its beginning."""
        source = self.areas[net.sources[0]]
        if net.kind == "beside":
            lines = label_lines(net.label, True)
            room = self.areas[net.targets[0]].left - source.right
            left = source.right + (room - widest(lines)) / 2 - 3
            top = source.top + source.height / 2 - 4 - len(lines) * SMALL_LINE
        elif net.kind == "loop":
            lines = label_lines(net.label, True)
            left = source.right + LOOP + 4
            top = source.top + source.height / 2 - len(lines) * SMALL_LINE / 2
        else:
            alone = self.labelled_outputs(net.sources[0]) == 1
            lines = label_lines(net.label, alone)
            below = self.plan.grid.row_of[net.sources[0]] + 1
            left = self.port(number, below, True, net.sources[0]) + 4
            top = source.bottom + 2
        area = Area(left=left, top=top, width=widest(lines), height=len(lines) * SMALL_LINE)
        return Caption(area=area, lines=lines, size=SMALL, bold=False)

    def labelled_outputs(self, box: str) -> int:
        """Count the wires with words that leave the bottom of ``box``."""
        return sum(
            1
            for net in self.plan.nets
            if net.label and net.sources[0] == box and net.kind in ("down", "back")
        )

    def port(self, net: int, channel: int, upper: bool, box: str = "") -> float:
        """Give where ``net`` meets an edge of ``channel``; at ``box``, or where it passes."""
        found = [t for t in self.terminals[net, channel] if t.upper == upper]
        chosen = [t for t in found if t.box == box] or found
        return self.plan.ports[chosen[0]] + self.shift

    def wires(self) -> Iterator[Wire]:
        """Give one wire for each arrow."""
        draw = {
            "down": self.down,
            "back": self.back,
            "beside": self.beside,
            "loop": self.loop,
            "bought": self.bought,
            "released": self.released,
        }
        for number, net in enumerate(self.plan.nets):
            for source in net.sources:
                for target in net.targets:
                    points = draw[net.kind](Link(net=number, source=source, target=target))
                    yield Wire(source=source, target=target, points=simplified(points))

    def down(self, link: Link) -> list[Point]:
        """Run from the bottom of ``source`` through the rows between to the top of ``target``."""
        row_of = self.plan.grid.row_of
        x = self.port(link.net, row_of[link.source] + 1, True, link.source)
        points = [(x, self.areas[link.source].bottom)]
        if row_of[link.source] == row_of[link.target]:
            y = self.plan.strata.track[link.net, row_of[link.source] + 1]
            end_x = self.port(link.net, row_of[link.source] + 1, True, link.target)
            return [*points, (x, y), (end_x, y), (end_x, self.areas[link.target].bottom)]
        for channel in range(row_of[link.source] + 1, row_of[link.target] + 1):
            end = link.target if channel == row_of[link.target] else ""
            following = self.port(link.net, channel, False, end)
            if following != x:
                y = self.plan.strata.track[link.net, channel]
                points += [(x, y), (following, y)]
            x = following
        return [*points, (x, self.areas[link.target].top)]

    def back(self, link: Link) -> list[Point]:
        """Run from the bottom of ``source`` around at the right to the top of ``target``."""
        low, high = self.plan.grid.row_of[link.source] + 1, self.plan.grid.row_of[link.target]
        start, end = (
            self.port(link.net, low, True, link.source),
            self.port(link.net, high, False, link.target),
        )
        lane = self.plan.lanes[link.net] + self.shift
        y0, y1 = self.plan.strata.track[link.net, low], self.plan.strata.track[link.net, high]
        begin, finish = self.areas[link.source].bottom, self.areas[link.target].top
        return [(start, begin), (start, y0), (lane, y0), (lane, y1), (end, y1), (end, finish)]

    def beside(self, link: Link) -> list[Point]:
        """Run from the right side of ``source`` to the left side of ``target``."""
        one, other = self.areas[link.source], self.areas[link.target]
        y = one.top + one.height / 2
        return [(one.right, y), (other.left, y)]

    def loop(self, link: Link) -> list[Point]:
        """Run out of the right side of a box and back into it above."""
        area = self.areas[link.source]
        low, high = area.top + area.height * 0.75, area.top + area.height * 0.25
        x = area.right + LOOP
        return [(area.right, low), (x, low), (x, high), (area.right, high)]

    def bought(self, link: Link) -> list[Point]:
        """Run from the column at the left to the left side or the top of ``target``."""
        column = self.plan.left
        begin = MARGIN + column.width
        lane = begin + GUTTER_EDGE + BETWEEN_WIRES * column.tracks[link.net]
        y = column.ports[link.net]
        area = self.areas[link.target]
        if (link.net, link.target) in self.plan.side_ports:
            entry = self.plan.side_ports[link.net, link.target]
            return [(begin, y), (lane, y), (lane, entry), (area.left, entry)]
        channel = self.plan.grid.row_of[link.target]
        entry = self.plan.strata.track[link.net, channel]
        x = self.port(link.net, channel, False, link.target)
        return [(begin, y), (lane, y), (lane, entry), (x, entry), (x, area.top)]

    def released(self, link: Link) -> list[Point]:
        """Run from the right side or the bottom of ``source`` to the column at the right."""
        column = self.plan.right
        edge = self.plan.inner + self.shift + BAND_PAD + BOUNDARY_PAD
        end = edge + column.gutter
        lanes = max(column.tracks.values(), default=0)
        lane = end - TO_ARROW - BETWEEN_WIRES * (lanes - column.tracks[link.net])
        y = column.ports[link.net]
        area = self.areas[link.source]
        if (link.net, link.source) in self.plan.side_ports:
            entry = self.plan.side_ports[link.net, link.source]
            return [(area.right, entry), (lane, entry), (lane, y), (end, y)]
        channel = self.plan.grid.row_of[link.source] + 1
        entry = self.plan.strata.track[link.net, channel]
        x = self.port(link.net, channel, True, link.source)
        return [(x, area.bottom), (x, entry), (lane, entry), (lane, y), (end, y)]


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out points that do not bend the wire."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def in_line(first: Point, second: Point, third: Point) -> bool:
    """Tell whether three points stand on one level or upright line."""
    return first[0] == second[0] == third[0] or first[1] == second[1] == third[1]
