"""Set the boxes outside the boundary into the columns at its left and right."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from guiju.drawing.channel import TOO_NEAR, Span, tracks_of
from guiju.drawing.isotonic import placed_in_order
from guiju.drawing.lettering import longest_word, text_width, wrapped
from guiju.drawing.measures import BETWEEN_WIRES, LETTER, LINE, SIDE_LEAST, SIDE_MOST
from guiju.drawing.model import BoundaryFigure, Box
from guiju.drawing.nets import Net
from guiju.drawing.placed import Area, Frame, PlacedBox

PAD = 5.0
BETWEEN_FRAMES = 8.0
GUTTER_LEAST = 22.0
GUTTER_EDGE = 9.0
TO_ARROW = 13.0


class Group(Struct, frozen=True, kw_only=True):
    """Outside boxes in one frame, with the net that joins them to the inside (−1: none)."""

    boxes: tuple[Box, ...]
    net: int


class Column(Struct, frozen=True, kw_only=True):
    """One side of the figure.

    Attributes:
        width: of its frames [px]; ``gutter``: of the room for wires between them and the boundary.
        tops: upper edge of each group.
        ports: where each net touches its frame.
        tracks: track of each net in the gutter, counted from the left; −1 runs straight.
    """

    groups: tuple[Group, ...]
    width: float
    gutter: float
    tops: tuple[float, ...]
    ports: dict[int, float]
    tracks: dict[int, int]

    @property
    def bottom(self) -> float:
        """Give the lower edge of the last frame, or 0."""
        return max(
            (
                top + group_height(group, self.width)
                for top, group in zip(self.tops, self.groups, strict=True)
            ),
            default=0.0,
        )


def groups_of(
    figure: BoundaryFigure, nets: Sequence[Net], placed: Mapping[str, int], bought: bool
) -> tuple[Group, ...]:
    """Group the boxes of one side; ``placed`` are those inside and below."""
    boxes = {box.id: box for box in figure.boxes}
    groups: list[Group] = []
    used = {arrow.source for arrow in figure.arrows} | {arrow.target for arrow in figure.arrows}
    for number, net in enumerate(nets):
        if net.kind == ("bought" if bought else "released"):
            members = net.sources if bought else net.targets
            groups.append(Group(boxes=tuple(boxes[b] for b in members), net=number))
    alone = (box for box in figure.boxes if box.id not in used and box.id not in placed)
    groups += [Group(boxes=(b,), net=-1) for b in alone if (b.kind == "bought") == bought]
    return tuple(groups)


def column_width(groups: Sequence[Group]) -> float:
    """Give a width for all groups of a side, 0 if there are none."""
    if not groups:
        return 0.0
    widest = max(text_width(box.label, LETTER) for group in groups for box in group.boxes)
    word = max(longest_word(box.label, LETTER) for group in groups for box in group.boxes)
    return float(round(max(SIDE_LEAST, min(SIDE_MOST, widest + 2 * PAD + 2), word + 2 * PAD + 1)))


def lines_of(box: Box, width: float) -> tuple[str, ...]:
    """Break the words of an outside box."""
    return wrapped(box.label, width - 2 * PAD, LETTER)


def group_height(group: Group, width: float) -> float:
    """Give the height of the frame round ``group``."""
    return sum(box_height(box, width) for box in group.boxes) + 4.0


def box_height(box: Box, width: float) -> float:
    """Give the height of one outside box within its frame."""
    return len(lines_of(box, width)) * LINE + 3.0


def column_of(
    groups: Sequence[Group],
    entries: Mapping[int, Sequence[float]],
    top: float,
    bottom: float,
    bought: bool,
) -> Column:
    """Stack ``groups`` near where their wires enter the inside, and route the gutter.

    Args:
        entries: for each net where it meets the inner edge of the gutter [px from above].
    """
    width = column_width(groups)
    height = {group: group_height(group, width) for group in groups}
    middle = {group: mean(entries.get(group.net, (bottom,))) for group in groups}
    ordered = sorted(groups, key=lambda group: (middle[group], group.net))
    gaps = [height[group] + BETWEEN_FRAMES for group in ordered[:-1]]
    last = height[ordered[-1]] if ordered else 0.0
    tops = placed_in_order(
        [middle[group] - height[group] / 2 for group in ordered],
        [1.0] * len(ordered),
        gaps,
        top,
        bottom - last,
    )
    tops = [float(round(place)) for place in tops]
    ports = ports_on_frames(ordered, tops, height, entries)
    tracks = gutter_tracks(ports, entries, bought)
    lanes = max(tracks.values(), default=-1) + 1
    gutter = GUTTER_EDGE + TO_ARROW + BETWEEN_WIRES * (lanes - 1) if lanes else GUTTER_LEAST
    return Column(
        groups=tuple(ordered),
        width=width,
        gutter=gutter if ordered else 0.0,
        tops=tuple(tops),
        ports=ports,
        tracks=tracks,
    )


def mean(places: Sequence[float]) -> float:
    """Give the mean of ``places``."""
    return sum(places) / len(places)


def ports_on_frames(
    groups: Sequence[Group],
    tops: Sequence[float],
    height: Mapping[Group, float],
    entries: Mapping[int, Sequence[float]],
) -> dict[int, float]:
    """Choose where each net touches its frame: straight across from an entry if one is there."""
    ports: dict[int, float] = {}
    for group, top in zip(groups, tops, strict=True):
        if group.net < 0:
            continue
        low, high = top + 5.0, top + height[group] - 5.0
        centre = top + height[group] / 2
        within = [y for y in entries[group.net] if low <= y <= high]
        wish = min(within, key=lambda y: abs(y - centre), default=centre)
        others = [y for net, ys in entries.items() if net != group.net for y in ys]
        ports[group.net] = clear_place(wish, low, high, others)
    return ports


def clear_place(wish: float, low: float, high: float, others: Sequence[float]) -> float:
    """Give the place nearest to ``wish`` that is not in line with ``others``."""
    steps = [wish + sign * step for step in range(40) for sign in (1, -1)]
    clear = [y for y in steps if low <= y <= high and all(abs(y - o) >= TOO_NEAR for o in others)]
    return clear[0] if clear else wish


def gutter_tracks(
    ports: Mapping[int, float], entries: Mapping[int, Sequence[float]], bought: bool
) -> dict[int, int]:
    """Assign the upright tracks of a gutter."""
    spans = []
    for net, port in ports.items():
        inner = tuple(entries[net])
        near, far = ((port,), inner) if bought else (inner, (port,))
        spans.append(Span(low=min(near + far), high=max(near + far), near=near, far=far))
    return dict(zip(ports, tracks_of(spans), strict=True))


def framed_boxes(column: Column, left: float) -> tuple[tuple[Frame, ...], tuple[PlacedBox, ...]]:
    """Give the frames of ``column`` at ``left`` with their boxes."""
    frames, boxes = [], []
    for group, top in zip(column.groups, column.tops, strict=True):
        area = Area(
            left=left, top=top, width=column.width, height=group_height(group, column.width)
        )
        frames.append(Frame(kind=group.boxes[0].kind, area=area))
        y = top + 2.0
        for box in group.boxes:
            height = box_height(box, column.width)
            boxes.append(
                PlacedBox(
                    id=box.id,
                    kind=box.kind,
                    area=Area(left=left, top=y, width=column.width, height=height),
                    lines=lines_of(box, column.width),
                    framed=False,
                )
            )
            y += height
    return tuple(frames), tuple(boxes)
