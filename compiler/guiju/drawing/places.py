"""Give items and ports their places from left to right."""

import itertools
from collections.abc import Mapping, Sequence

from msgspec import Struct

from guiju.drawing.isotonic import placed_in_order
from guiju.drawing.measures import BESIDE_BOX, BETWEEN_BOXES, BETWEEN_WIRES
from guiju.drawing.nets import Net
from guiju.drawing.order import Grid, Item, Terminal, joined
from guiju.drawing.sizes import Sizes

ROUNDS = 20
PIN = 1e6


class Pull(Struct, frozen=True, kw_only=True):
    """A wish of one item to stand where another stands.

    Attributes:
        other: place of the other item among the items.
        shift: what to add to the other's left edge to get the wished left edge [px].
    """

    other: int
    shift: float
    weight: float


def left_edges(grid: Grid, nets: Sequence[Net], sizes: Sizes, inner: float) -> list[float]:
    """Give the left edge of each item, from 0 to ``inner``; neighbours in line where they can."""
    pulls = pulls_of(grid, nets, sizes)
    left = [0.0] * len(grid.items)
    for row in grid.order:
        gaps = gaps_in(row, grid.items)
        total = sum(gaps) + (grid.items[row[-1]].width if row else 0.0)
        at = max(0.0, (inner - total) / 2)
        for item, gap in zip(row, [*gaps, 0.0], strict=False):
            left[item] = at
            at += gap
    for turn in range(ROUNDS):
        for row in grid.order if turn % 2 == 0 else grid.order[::-1]:
            settle(row, grid.items, pulls, left, inner)
    left = [float(round(place)) for place in left]
    straighten(grid, left, inner, {})
    return left


def gaps_in(row: Sequence[int], items: Sequence[Item]) -> list[float]:
    """Give the least distances between the left edges of neighbours in ``row``."""
    return [items[a].width + gap_between(items[a], items[b]) for a, b in itertools.pairwise(row)]


def gap_between(one: Item, other: Item) -> float:
    """Give the clear room between two neighbours."""
    passing = (one.net >= 0) + (other.net >= 0)
    return (BETWEEN_BOXES, BESIDE_BOX, BETWEEN_WIRES)[passing]


def settle(
    row: Sequence[int],
    items: Sequence[Item],
    pulls: Sequence[Sequence[Pull]],
    left: list[float],
    inner: float,
) -> None:
    """Move the items of ``row`` to the mean of their wishes, in order."""
    wanted, weights = [], []
    for item in row:
        weight = sum(pull.weight for pull in pulls[item])
        mean = sum(pull.weight * (left[pull.other] + pull.shift) for pull in pulls[item])
        wanted.append(mean / weight if weight else left[item])
        weights.append(weight or 0.05)
        if items[item].title:
            wanted[-1], weights[-1] = 0.0, PIN
    width = items[row[-1]].width if row else 0.0
    places = placed_in_order(wanted, weights, gaps_in(row, items), 0.0, inner - width)
    for item, place in zip(row, places, strict=True):
        left[item] = place


def pulls_of(grid: Grid, nets: Sequence[Net], sizes: Sizes) -> list[list[Pull]]:
    """Give the wishes of each item; long wires wish most to run straight."""
    pulls: list[list[Pull]] = [[] for _ in grid.items]
    for upper, lower in joined(grid.terminals, nets):
        passing = (not upper.box) + (not lower.box)
        weight = (1.0, 2.0, 8.0)[passing]
        shift = centre_in(upper, grid, sizes) - centre_in(lower, grid, sizes)
        pulls[lower.item].append(Pull(other=upper.item, shift=shift, weight=weight))
        pulls[upper.item].append(Pull(other=lower.item, shift=-shift, weight=weight))
    return pulls


def centre_in(terminal: Terminal, grid: Grid, sizes: Sizes) -> float:
    """Give the distance of the middle of the terminal's box from the left edge of its item."""
    if not terminal.box:
        return 0.0
    block = grid.items[terminal.item].boxes
    return sizes.left_in(block, terminal.box) + sizes.width[terminal.box] / 2


def straighten(
    grid: Grid, left: list[float], inner: float, ports: Mapping[Terminal, float]
) -> None:
    """Put the places of a passing wire in one line, run by run, where the rows leave room.

    Where ``ports`` are known, a run stands at the port that it comes from or leads to.
    """
    chains: dict[int, list[int]] = {}
    for row in grid.order:
        for item in row:
            if grid.items[item].net >= 0:
                chains.setdefault(grid.items[item].net, []).append(item)
    ends: dict[int, list[float]] = {}
    for terminal, place in ports.items():
        if terminal.box:
            ends.setdefault(terminal.net, []).append(place)
    for net, chain in chains.items():
        straighten_chain(chain, grid, left, inner, ends.get(net, ()))


def straighten_chain(
    chain: Sequence[int], grid: Grid, left: list[float], inner: float, ends: Sequence[float]
) -> None:
    """Cut ``chain`` into runs that have a place in common, and put each there."""
    run: list[int] = []
    low, high = 0.0, inner
    for item in chain:
        fresh = room_of(item, row_with(grid, item), grid.items, left, inner)
        if run and min(high, fresh[1]) < max(low, fresh[0]):
            align(run, low, high, left, ends)
            run, low, high = [], 0.0, inner
        run.append(item)
        low, high = max(low, fresh[0]), min(high, fresh[1])
    align(run, low, high, left, ends)


def row_with(grid: Grid, item: int) -> Sequence[int]:
    """Give the row of ``item``."""
    return next(row for row in grid.order if item in row)


def room_of(
    item: int, row: Sequence[int], items: Sequence[Item], left: Sequence[float], inner: float
) -> tuple[float, float]:
    """Give the range in which ``item`` can stand between its neighbours."""
    at = row.index(item)
    low, high = 0.0, inner
    if at:
        before = row[at - 1]
        low = left[before] + items[before].width + gap_between(items[before], items[item])
    if at + 1 < len(row):
        after = row[at + 1]
        high = left[after] - gap_between(items[item], items[after]) - items[item].width
    return low, high


def align(
    run: Sequence[int], low: float, high: float, left: list[float], ends: Sequence[float]
) -> None:
    """Give all of ``run`` one place within ``low`` to ``high``: at an end, else near the middle."""
    if not run or low > high:
        return
    middle = sorted(left[item] for item in run)[len(run) // 2]
    within = [end for end in ends if low <= end <= high]
    place = min(within, key=lambda end: abs(end - middle), default=min(max(middle, low), high))
    for item in run:
        left[item] = place
