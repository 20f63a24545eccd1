"""Join the arrows into nets: wires that share a source, or a target outside, and run together."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from guiju.drawing.model import Arrow, BoundaryFigure, Box
from guiju.drawing.rows import Row

NetKind = Literal["down", "back", "beside", "loop", "bought", "released"]
Key = tuple[NetKind, *tuple[str, ...]]


class Net(Struct, frozen=True, kw_only=True):
    """Arrows drawn as one branching wire: one source or one target, never many of both.

    Attributes:
        kind: ``beside`` joins two boxes of a run, ``loop`` leads a box back to itself.
    """

    kind: NetKind
    label: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


def nets_of(figure: BoundaryFigure, rows: Sequence[Row]) -> tuple[Net, ...]:
    """Join the arrows of ``figure``, whose boxes stand in ``rows``."""
    boxes = {box.id: box for box in figure.boxes}
    row_of = {box: at for at, row in enumerate(rows) for block in row.blocks for box in block}
    joints = {pair for row in rows for run in row.blocks for pair in itertools.pairwise(run)}
    arrows = tuple(dict.fromkeys(figure.arrows))
    groups: dict[Key, list[Arrow]] = {}
    for arrow in arrows:
        kind = kind_of(arrow, row_of, joints)
        groups.setdefault(key_of(arrow, kind, arrows, boxes), []).append(arrow)
    return tuple(net_of(key, group, boxes) for key, group in groups.items())


def kind_of(arrow: Arrow, row_of: dict[str, int], joints: set[tuple[str, str]]) -> NetKind:
    """Tell how ``arrow`` runs."""
    if arrow.source not in row_of:
        return "bought"
    if arrow.target not in row_of:
        return "released"
    if arrow.source == arrow.target:
        return "loop"
    if (arrow.source, arrow.target) in joints:
        return "beside"
    return "down" if row_of[arrow.source] <= row_of[arrow.target] else "back"


def key_of(arrow: Arrow, kind: NetKind, arrows: Iterable[Arrow], boxes: dict[str, Box]) -> Key:
    """Give what arrows of one net have in common."""
    if kind == "bought":
        alone = len({other.target for other in arrows if other.source == arrow.source}) == 1
        return (kind, "to", arrow.target) if alone else (kind, "from", arrow.source)
    if kind == "released":
        alone = len({other.source for other in arrows if other.target == arrow.target}) == 1
        outside = boxes[arrow.target].kind
        return (kind, "from", arrow.source, outside) if alone else (kind, "to", arrow.target)
    if kind in ("beside", "loop"):
        return (kind, arrow.source, arrow.target)
    return (kind, arrow.source, printed_label(arrow, boxes))


def printed_label(arrow: Arrow, boxes: dict[str, Box]) -> str:
    """Give the words at ``arrow``; none where a box beside it says the same."""
    source, target = boxes[arrow.source], boxes[arrow.target]
    if source.kind != "process" or target.kind != "process":
        return ""
    return "" if arrow.label in (source.label, target.label) else arrow.label


def net_of(key: Key, group: Sequence[Arrow], boxes: dict[str, Box]) -> Net:
    """Join ``group`` into a net."""
    labels = dict.fromkeys(filter(None, (printed_label(arrow, boxes) for arrow in group)))
    kind = key[0]
    return Net(
        kind=kind,
        label="、".join(labels),
        sources=tuple(dict.fromkeys(arrow.source for arrow in group)),
        targets=tuple(dict.fromkeys(arrow.target for arrow in group)),
    )
