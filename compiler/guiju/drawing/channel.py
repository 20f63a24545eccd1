"""Choose tracks for wires that run along a channel and branch to both of its edges."""

from collections.abc import Sequence

from msgspec import Struct

TOO_NEAR = 5.0
OVERLAP = 100
ROUNDS = 30


class Span(Struct, frozen=True, kw_only=True):
    """One wire in a channel.

    Attributes:
        low, high: how far it runs along the channel [px].
        near: places of its branches to the first edge; ``far``: to the second.
    """

    low: float
    high: float
    near: tuple[float, ...]
    far: tuple[float, ...]

    def is_straight(self) -> bool:
        """Tell whether it only passes across and needs no track."""
        return self.low == self.high


def tracks_of(spans: Sequence[Span]) -> tuple[int, ...]:
    """Give each span its track, 0 next to the first edge; straight ones get −1.

    Spans that overlap have different tracks; their order makes few crossings.
    """
    order = [at for at, span in enumerate(spans) if not span.is_straight()]
    order.sort(key=lambda at: (spans[at].low + spans[at].high, at))
    for _ in range(ROUNDS):
        if not improved(order, spans):
            break
    tracks = [-1] * len(spans)
    for place, at in enumerate(order):
        before = [tracks[o] for o in order[:place] if overlap(spans[o], spans[at])]
        tracks[at] = max(before, default=-1) + 1
    return tuple(tracks)


def improved(order: list[int], spans: Sequence[Span]) -> bool:
    """Move each span to its best place in ``order``; tell whether one moved."""
    moved = False
    for at in tuple(order):
        place = order.index(at)
        rest = [other for other in order if other != at]
        cost = sum(crossings(spans[at], spans[other]) for other in rest)
        costs = [cost]
        for other in rest:
            cost += crossings(spans[other], spans[at]) - crossings(spans[at], spans[other])
            costs.append(cost)
        best = min(range(len(costs)), key=lambda where: (costs[where], abs(where - place)))
        if costs[best] < costs[place]:
            order[:] = [*rest[:best], at, *rest[best:]]
            moved = True
    return moved


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans would touch on the same track."""
    return one.low < other.high + TOO_NEAR and other.low < one.high + TOO_NEAR


def crossings(first: Span, second: Span) -> int:
    """Count crossings if ``first`` runs nearer to the first edge; running on top counts much."""
    inside = sum(first.low < place < first.high for place in second.near)
    inside += sum(second.low < place < second.high for place in first.far)
    on_top = sum(abs(a - b) < TOO_NEAR for a in second.near for b in first.far)
    return inside + OVERLAP * on_top
