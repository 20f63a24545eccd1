"""Sort the processes into rows: bands of stages, suppliers above users, runs side by side."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from guiju.drawing.measures import BETWEEN_BOXES, Shape
from guiju.drawing.model import Arrow, BoundaryFigure

TITLE_ROOM = 84.0
Block = tuple[str, ...]
Links = set[tuple[str, str]]


class Row(Struct, frozen=True, kw_only=True):
    """Blocks side by side; a block is a run of boxes joined from left to right.

    Attributes:
        title: the stage's name, in the row that opens its band; alone, or before the boxes.
        outside: below the boundary, where the products stand.
    """

    stage: str
    title: str
    blocks: tuple[Block, ...]
    outside: bool


def inner_boxes(figure: BoundaryFigure) -> dict[str, str]:
    """Give the boxes inside the boundary with the stage in whose band they stand.

    Processes, and whatever is both made and used.
    """
    leaving = {arrow.source for arrow in figure.arrows}
    maker = {arrow.target: arrow.source for arrow in reversed(figure.arrows)}
    stage = {box.id: box.stage for box in figure.boxes}
    return {
        box.id: box.stage or stage.get(maker.get(box.id, ""), "")
        for box in figure.boxes
        if box.kind == "process" or (box.id in leaving and box.id in maker)
    }


def products_below(figure: BoundaryFigure) -> list[str]:
    """Give the products that nothing in the figure uses."""
    leaving = {arrow.source for arrow in figure.arrows}
    return [box.id for box in figure.boxes if box.kind == "product" and box.id not in leaving]


def rows_of(
    figure: BoundaryFigure, shape: Shape, block_width: Callable[[Block], float]
) -> tuple[Row, ...]:
    """Give the rows from top to bottom."""
    inner = inner_boxes(figure)
    links = downward(figure.arrows, inner)
    rows: list[Row] = []
    for stage, title in bands(figure, inner, links):
        members = [box for box, home in inner.items() if home == stage]
        within = bool(title) and shape.dense
        if title and not within:
            rows.append(Row(stage=stage, title=title, blocks=(), outside=False))
        taken = (TITLE_ROOM if within else 0.0,)
        for at, blocks in enumerate(stacked(members, links, shape, block_width, taken)):
            head = title if within and at == 0 else ""
            rows.append(Row(stage=stage, title=head, blocks=tuple(blocks), outside=False))
    products = [(box,) for box in products_below(figure)]
    rows += [
        Row(stage="", title="", blocks=tuple(blocks), outside=True)
        for blocks in packed([products] if products else [], shape, block_width)
    ]
    return tuple(rows)


def bands(figure: BoundaryFigure, inner: dict[str, str], links: Links) -> list[tuple[str, str]]:
    """Give the stages that have boxes; boxes of none come first if they supply a stage."""
    used = set(inner.values())
    found = [(stage.id, stage.label) for stage in figure.stages if stage.id in used]
    if "" in used:
        supply = any(inner[a] == "" and inner[b] != "" for a, b in links)
        found.insert(0 if supply else len(found), ("", ""))
    return found


def downward(arrows: Iterable[Arrow], inner: dict[str, str]) -> Links:
    """Give the links between inner boxes that make no circle; what closes one is left out."""
    links: Links = set()
    users: dict[str, set[str]] = {box: set() for box in inner}
    for arrow in arrows:
        within = arrow.source in inner and arrow.target in inner
        if within and not arrow.back and not reaches(users, arrow.target, arrow.source):
            links.add((arrow.source, arrow.target))
            users[arrow.source].add(arrow.target)
    return links


def reaches(users: dict[str, set[str]], start: str, end: str) -> bool:
    """Tell whether ``end`` is ``start`` or lies downstream of it."""
    seen, waiting = {start}, [start]
    while waiting:
        box = waiting.pop()
        if box == end:
            return True
        fresh = users.get(box, set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def stacked(
    members: Sequence[str],
    links: Links,
    shape: Shape,
    block_width: Callable[[Block], float],
    taken: Sequence[float],
) -> list[list[Block]]:
    """Put the members of a band into rows, none above its suppliers.

    Args:
        taken: room that other things take in the first rows [px].
    """
    inside = {(a, b) for a, b in links if a in members and b in members}
    blocks = folded(members, inside, shape.fold)
    home = {box: block for block in blocks for box in block}
    suppliers: dict[Block, set[Block]] = {block: set() for block in blocks}
    for a, b in inside:
        if home[a] != home[b]:
            suppliers[home[b]].add(home[a])
    rows: list[list[Block]] = []
    row_of: dict[Block, int] = {}
    while len(row_of) < len(blocks):
        ready = [b for b in blocks if b not in row_of and suppliers[b] <= row_of.keys()]
        for block in ready:
            row = max((row_of[s] + (not shape.dense) for s in suppliers[block]), default=0)
            while row < len(rows) and not fits(
                [*rows[row], block], shape, block_width, taken[row] if row < len(taken) else 0.0
            ):
                row += 1
            rows.extend([] for _ in range(row + 1 - len(rows)))
            rows[row].append(block)
            row_of[block] = row
    return rows


def packed(
    layers: Iterable[Sequence[Block]], shape: Shape, block_width: Callable[[Block], float]
) -> list[list[Block]]:
    """Fill rows with the blocks of each layer, as many as fit."""
    rows: list[list[Block]] = []
    for layer in layers:
        rows.append([])
        for block in layer:
            if rows[-1] and not fits([*rows[-1], block], shape, block_width):
                rows.append([])
            rows[-1].append(block)
    return rows


def fits(
    blocks: Sequence[Block],
    shape: Shape,
    block_width: Callable[[Block], float],
    taken: float = 0.0,
) -> bool:
    """Tell whether ``blocks`` go into one row of which ``taken`` [px] is not free."""
    width = taken + sum(map(block_width, blocks)) + BETWEEN_BOXES * (len(blocks) - 1)
    return sum(map(len, blocks)) <= shape.per_row and width <= shape.inner


def folded(members: Sequence[str], links: Links, longest: int) -> list[Block]:
    """Join runs of up to ``longest`` boxes, where no way around a joint exists."""
    block_of: dict[str, Block] = {box: (box,) for box in members}
    for a, b in sorted(links, key=lambda link: (members.index(link[0]), members.index(link[1]))):
        first, second = block_of[a], block_of[b]
        if len(first) + len(second) > longest or first[-1] != a or second[0] != b:
            continue
        if first != second and not bypassed(first, second, links, block_of):
            block_of |= dict.fromkeys(first + second, first + second)
    return list(dict.fromkeys(block_of[box] for box in members))


def bypassed(first: Block, second: Block, links: Links, block_of: dict[str, Block]) -> bool:
    """Tell whether the blocks are linked in another way than at their joint."""
    users: dict[str, set[str]] = {}
    for a, b in links - {(first[-1], second[0])}:
        users.setdefault(block_of[a][0], set()).add(block_of[b][0])
    return reaches(users, first[0], second[0])
