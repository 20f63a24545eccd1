"""How much room each box needs, with the words at its wires."""

import itertools
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from guiju.drawing.lettering import longest_word, text_width, wrapped
from guiju.drawing.measures import (
    BESIDE_BOX,
    BETWEEN_BOXES,
    BOX_LEAST_HEIGHT,
    BOX_PAD,
    LETTER,
    LINE,
    LOOP,
    PORT_GAP,
    PORT_INSET,
    SMALL,
    Shape,
)
from guiju.drawing.model import Arrow, BoundaryFigure, Box
from guiju.drawing.nets import printed_label
from guiju.drawing.rows import Block

LABEL_ROOM = 56.0
NARROW_LABEL_ROOM = 42.0
MOST_LABEL_ROOM = 84.0
AFTER_LABEL = 8.0


class Sizes(Struct, frozen=True, kw_only=True):
    """Room of the boxes [px].

    Attributes:
        lines: the words of each box, broken into lines.
        width: width of each box.
        beside: room at the right of a box for a loop and its words, else 0.
        joint: room between two boxes that may stand in a run, by source and target.
    """

    lines: dict[str, tuple[str, ...]]
    width: dict[str, float]
    beside: dict[str, float]
    joint: dict[tuple[str, str], float]

    def block_width(self, block: Block) -> float:
        """Give the width of a run with the room at its right."""
        return self.left_in(block, block[-1]) + self.width[block[-1]] + self.beside[block[-1]]

    def left_in(self, block: Block, box: str) -> float:
        """Give the distance of ``box`` from the left end of its run."""
        left = 0.0
        for one, following in itertools.pairwise(block):
            if one == box:
                break
            left += self.width[one] + self.beside[one] + self.joint.get((one, following), 0.0)
        return left

    def height(self, box: str, ports: int) -> float:
        """Give the height of ``box`` with ``ports`` at its fuller side."""
        words = len(self.lines[box]) * LINE + 2 * BOX_PAD
        return max(BOX_LEAST_HEIGHT, words, (ports + 1) * BETWEEN_PORTS)


BETWEEN_PORTS = 9.0


def sizes_of(figure: BoundaryFigure, shape: Shape) -> Sizes:
    """Measure the boxes of ``figure``."""
    boxes = {box.id: box for box in figure.boxes}
    width = {box.id: box_width(box, figure.arrows, boxes, shape) for box in figure.boxes}
    return Sizes(
        lines={
            box.id: wrapped(box.label, width[box.id] - 2 * BOX_PAD, LETTER) for box in figure.boxes
        },
        width=width,
        beside={box.id: loop_room(box, figure.arrows) for box in figure.boxes},
        joint=joints(figure.arrows, boxes),
    )


def label_lines(label: str, alone: bool) -> tuple[str, ...]:
    """Break the words at a wire into lines; narrower where a box has several."""
    room = LABEL_ROOM if alone else NARROW_LABEL_ROOM
    return wrapped(label, max(room, min(longest_word(label, SMALL) + 1, MOST_LABEL_ROOM)), SMALL)


def widest(lines: Sequence[str]) -> float:
    """Give the width of the widest line [px]."""
    return max((text_width(line, SMALL) for line in lines), default=0.0)


def box_width(box: Box, arrows: Sequence[Arrow], boxes: dict[str, Box], shape: Shape) -> float:
    """Give a width in which all ports of ``box`` and their words have room."""
    leaving = [a for a in arrows if a.source == box.id and a.target != box.id]
    printed = labelled_ports(leaving, boxes)
    words = sum(widest(label_lines(label, len(printed) == 1)) + AFTER_LABEL for label in printed)
    below = words + PORT_GAP * plain_ports(leaving, boxes) if printed else 0.0
    arriving = {arrow.source for arrow in arrows if arrow.target == box.id}
    if printed:
        below += PORT_GAP * arrivals_below(box, arrows, shape)
    above = PORT_GAP * 0.7 * max(0, len(arriving) - 1)
    word = min(longest_word(box.label, LETTER) + 1, 2 * LABEL_ROOM) + 2 * BOX_PAD
    return max(shape.box, word, 2 * PORT_INSET + above, 2 * PORT_INSET + below)


def arrivals_below(box: Box, arrows: Sequence[Arrow], shape: Shape) -> int:
    """Count the wires that may reach ``box`` from below, out of its own row."""
    used = {arrow.target for arrow in arrows if arrow.source == box.id}
    return sum(
        shape.dense or arrow.back or arrow.source in used
        for arrow in arrows
        if arrow.target == box.id != arrow.source
    )


def labelled_ports(leaving: Sequence[Arrow], boxes: dict[str, Box]) -> list[str]:
    """Give the words at each wire that leaves a box below; up and down they may stand twice."""
    counted = Counter(printed_label(arrow, boxes) for arrow in leaving)
    return [label for label, count in counted.items() if label for _ in range(min(2, count))]


def plain_ports(leaving: Sequence[Arrow], boxes: dict[str, Box]) -> int:
    """Count the wires without words that may leave a box below: one inwards, all outwards."""
    plain = [boxes[arrow.target].kind for arrow in leaving if not printed_label(arrow, boxes)]
    outward = sum(kind in ("emission", "waste") for kind in plain)
    return outward + 2 * (outward < len(plain))


def loop_room(box: Box, arrows: Sequence[Arrow]) -> float:
    """Give the room at the right of ``box`` for a flow back into itself."""
    loops = [arrow for arrow in arrows if arrow.source == arrow.target == box.id]
    if not loops:
        return 0.0
    return LOOP + widest(label_lines("、".join(loop_words(loops)), True)) + BESIDE_BOX / 2


def loop_words(loops: Sequence[Arrow]) -> list[str]:
    """Give the different words at ``loops``."""
    return list(dict.fromkeys(loop.label for loop in loops if loop.label))


def joints(arrows: Sequence[Arrow], boxes: dict[str, Box]) -> dict[tuple[str, str], float]:
    """Give the room between boxes that an arrow joins, as if they stood side by side."""
    labels: dict[tuple[str, str], list[str]] = {}
    for arrow in arrows:
        labels.setdefault((arrow.source, arrow.target), []).append(printed_label(arrow, boxes))
    return {
        pair: max(
            BETWEEN_BOXES + 4,
            widest(label_lines("、".join(filter(None, dict.fromkeys(words))), True)) + 14,
        )
        for pair, words in labels.items()
    }
