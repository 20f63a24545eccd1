"""Give wires their places in the rows they pass, and order each row for few crossings."""

import itertools
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence

from msgspec import Struct

from guiju.drawing.nets import Net
from guiju.drawing.rows import Block, Row

SWEEPS = 12


class Item(Struct, frozen=True, kw_only=True):
    """What stands in a row: a run of boxes, the title of a band, a passing wire (``net`` ≥ 0)."""

    boxes: Block
    title: str
    net: int
    width: float


class Terminal(Struct, frozen=True, kw_only=True):
    """Where a net enters or leaves a channel between two rows.

    Attributes:
        channel: its number is that of the row below it.
        upper: whether it is at the upper edge, where a wire comes down into the channel.
        item: place of its item among ``Grid.items``.
        box: box whose port it is; empty where the wire passes.
    """

    net: int
    channel: int
    upper: bool
    item: int
    box: str


class Grid(Struct, frozen=True, kw_only=True):
    """Items of all rows and the terminals of all nets.

    Attributes:
        order: for each row its items from left to right.
        row_of: row of each box.
    """

    items: tuple[Item, ...]
    order: tuple[tuple[int, ...], ...]
    terminals: tuple[Terminal, ...]
    row_of: dict[str, int]


def grid_of(
    rows: Sequence[Row],
    nets: Sequence[Net],
    block_width: Callable[[Block], float],
    title_width: Callable[[str], float],
) -> Grid:
    """Place boxes and passing wires in ``rows``, ordered."""
    row_of = {box: at for at, row in enumerate(rows) for block in row.blocks for box in block}
    items: list[Item] = []
    order: list[list[int]] = []
    for at, row in enumerate(rows):
        start = len(items)
        if row.title:
            items.append(Item(boxes=(), title=row.title, net=-1, width=title_width(row.title)))
        items += [Item(boxes=b, title="", net=-1, width=block_width(b)) for b in row.blocks]
        items += [
            Item(boxes=(), title="", net=number, width=0.0)
            for number, net in enumerate(nets)
            if net.kind == "down" and passes(net, at, row_of)
        ]
        order.append(list(range(start, len(items))))
    terminals = terminals_of(nets, items, order, row_of)
    ordered = least_crossings(items, order, terminals, nets)
    return Grid(items=tuple(items), order=ordered, terminals=terminals, row_of=row_of)


def passes(net: Net, row: int, row_of: dict[str, int]) -> bool:
    """Tell whether ``net`` runs through ``row`` to one below."""
    return row_of[net.sources[0]] < row < max(row_of[target] for target in net.targets)


def turned_up(net: Net, row_of: dict[str, int]) -> set[str]:
    """Give the targets in the row of the source: the wire turns and reaches them from below."""
    if net.kind != "down":
        return set()
    return {target for target in net.targets if row_of[target] == row_of[net.sources[0]]}


def terminals_of(
    nets: Sequence[Net],
    items: Sequence[Item],
    order: Sequence[Sequence[int]],
    row_of: dict[str, int],
) -> tuple[Terminal, ...]:
    """List where the nets enter and leave the channels; ends at the sides are not decided here."""
    item_of = {box: at for at, item in enumerate(items) for box in item.boxes}
    found: list[Terminal] = []
    for number, net in enumerate(nets):
        turning = turned_up(net, row_of)
        if net.kind in ("down", "back", "released"):
            found += [
                Terminal(net=number, channel=row_of[b] + 1, upper=True, item=item_of[b], box=b)
                for b in net.sources
            ]
        if net.kind in ("down", "back", "bought"):
            found += [
                Terminal(
                    net=number,
                    channel=row_of[b] + (b in turning),
                    upper=b in turning,
                    item=item_of[b],
                    box=b,
                )
                for b in net.targets
            ]
    for row, members in enumerate(order):
        for at in members:
            if (net_number := items[at].net) >= 0:
                for channel, upper in ((row, False), (row + 1, True)):
                    found.append(
                        Terminal(net=net_number, channel=channel, upper=upper, item=at, box="")
                    )
    return tuple(found)


def least_crossings(
    items: Sequence[Item],
    order: Sequence[Sequence[int]],
    terminals: Sequence[Terminal],
    nets: Sequence[Net],
) -> tuple[tuple[int, ...], ...]:
    """Order rows by the mean places of their neighbours, up and down, and keep the best."""
    above, below = neighbours(terminals, nets, len(items))
    current = [list(row) for row in order]
    best, fewest = [list(row) for row in current], crossings(current, above)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        near = above if down else below
        for row in current if down else current[::-1]:
            place = {item: at / max(1, len(r) - 1) for r in current for at, item in enumerate(r)}
            row.sort(key=lambda item: mean_place(items[item], item, near, place))  # used at once
        if (count := crossings(current, above)) < fewest:
            best, fewest = [list(row) for row in current], count
    return tuple(tuple(row) for row in best)


def mean_place(
    item: Item, number: int, near: Sequence[Sequence[int]], place: dict[int, float]
) -> float:
    """Give where ``item`` would stand by its neighbours; titles stand first."""
    if item.title:
        return -1.0
    around = near[number]
    return sum(place[other] for other in around) / len(around) if around else place[number]


def neighbours(
    terminals: Sequence[Terminal], nets: Sequence[Net], count: int
) -> tuple[list[list[int]], list[list[int]]]:
    """Give for each item those that a downward net joins it to, above and below."""
    above: list[list[int]] = [[] for _ in range(count)]
    below: list[list[int]] = [[] for _ in range(count)]
    for upper, lower in joined(terminals, nets):
        above[lower.item].append(upper.item)
        below[upper.item].append(lower.item)
    return above, below


def joined(terminals: Sequence[Terminal], nets: Sequence[Net]) -> list[tuple[Terminal, Terminal]]:
    """Pair the upper and lower terminals of each downward net in each channel."""
    groups: dict[tuple[int, int], list[Terminal]] = {}
    for terminal in terminals:
        if nets[terminal.net].kind == "down":
            groups.setdefault((terminal.net, terminal.channel), []).append(terminal)
    return [
        (upper, lower)
        for group in groups.values()
        for upper in group
        for lower in group
        if upper.upper and not lower.upper
    ]


def crossings(order: Sequence[Sequence[int]], above: Sequence[Sequence[int]]) -> int:
    """Count the crossings of straight lines between neighbouring rows."""
    total = 0
    for upper, lower in itertools.pairwise(order):
        place = {item: at for at, item in enumerate(upper)}
        seen: list[int] = []
        for item in lower:
            ends = [place[other] for other in above[item]]
            total += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return total
