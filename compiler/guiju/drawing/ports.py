"""Choose where wires touch the boxes above and below them."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from guiju.drawing.channel import TOO_NEAR
from guiju.drawing.isotonic import placed_in_order
from guiju.drawing.measures import PORT_GAP, PORT_INSET
from guiju.drawing.nets import Net
from guiju.drawing.order import Grid, Terminal
from guiju.drawing.places import centre_in
from guiju.drawing.sizes import AFTER_LABEL, Sizes, label_lines, widest

ROUNDS = 8
CLOSE = 6.0
OVERHANG = 4.0
FAR = 1e5
STRAIGHT = 1e3
Ports = dict[Terminal, float]


class Edge(Struct, frozen=True, kw_only=True):
    """One side of a box with its terminals from left to right.

    Attributes:
        low, high: where ports may be [px].
        rooms: for each terminal the room of its words at its right [px].
    """

    low: float
    high: float
    centre: float
    terminals: tuple[Terminal, ...]
    rooms: tuple[float, ...]


def ports_of(
    grid: Grid,
    terminals: Sequence[Terminal],
    nets: Sequence[Net],
    sizes: Sizes,
    left: Sequence[float],
) -> Ports:
    """Give the place of each terminal from left to right [px]."""
    ports = {
        terminal: left[terminal.item] + centre_in(terminal, grid, sizes) for terminal in terminals
    }
    partners = partners_of(terminals)
    edges = edges_of(terminals, nets, sizes, ports, partners)
    for _ in range(ROUNDS):
        for edge in edges:
            spread(edge, partners, ports)
    keep_apart(edges, terminals, ports)
    return ports


def partners_of(terminals: Iterable[Terminal]) -> dict[Terminal, list[Terminal]]:
    """Give for each terminal those of its net at the other side of its channel."""
    groups: dict[tuple[int, int], list[Terminal]] = {}
    for terminal in terminals:
        groups.setdefault((terminal.net, terminal.channel), []).append(terminal)
    return {
        terminal: [other for other in group if other.upper != terminal.upper]
        for group in groups.values()
        for terminal in group
    }


def edges_of(
    terminals: Iterable[Terminal],
    nets: Sequence[Net],
    sizes: Sizes,
    ports: Mapping[Terminal, float],
    partners: Mapping[Terminal, Sequence[Terminal]],
) -> list[Edge]:
    """Sort the terminals of each box side by where their wires lead."""
    sides: dict[tuple[str, bool], list[Terminal]] = {}
    for terminal in sorted(terminals, key=lambda t: (t.channel, t.upper)):
        if terminal.box:
            sides.setdefault((terminal.box, terminal.upper), []).append(terminal)
    edges = []
    for (box, upper), members in sides.items():
        members.sort(key=lambda t: (heading(t, nets, ports, partners), t.net))
        centre, half = ports[members[0]], sizes.width[box] / 2
        rooms = tuple(words_room(t, nets, members) for t in members)
        high = centre + half - PORT_INSET
        if upper and rooms[-1]:
            high = min(high, centre + half + OVERHANG - rooms[-1])
        edges.append(
            Edge(
                low=min(centre - half + PORT_INSET, high),
                high=high,
                centre=centre,
                terminals=tuple(members),
                rooms=rooms,
            )
        )
    return edges


def heading(
    terminal: Terminal,
    nets: Sequence[Net],
    ports: Mapping[Terminal, float],
    partners: Mapping[Terminal, Sequence[Terminal]],
) -> float:
    """Give about where the wire at ``terminal`` leads: bought ones left, what goes around right."""
    kind = nets[terminal.net].kind
    if kind != "down":
        return -FAR if kind == "bought" else FAR
    ends = [ports[other] for other in partners[terminal]]
    return sum(ends) / len(ends) if ends else ports[terminal]


def words_room(terminal: Terminal, nets: Sequence[Net], members: Sequence[Terminal]) -> float:
    """Give the room of the words beside a wire that leaves a box."""
    if not begins_with_words(terminal, nets):
        return 0.0
    alone = sum(begins_with_words(other, nets) for other in members) == 1
    return widest(label_lines(nets[terminal.net].label, alone)) + AFTER_LABEL


def begins_with_words(terminal: Terminal, nets: Sequence[Net]) -> bool:
    """Tell whether a wire with words leaves its box at ``terminal``."""
    net = nets[terminal.net]
    return terminal.upper and bool(net.label) and terminal.box == net.sources[0]


def spread(
    edge: Edge,
    partners: Mapping[Terminal, Sequence[Terminal]],
    ports: Ports,
) -> None:
    """Put the ports of ``edge`` opposite the ends of their wires, in order and apart."""
    wanted, weights = [], []
    for terminal in edge.terminals:
        ends = [ports[other] for other in partners[terminal]]
        within = [end for end in ends if edge.low <= end <= edge.high]
        wanted.append(min(within, key=lambda end: abs(end - edge.centre), default=edge.centre))
        weights.append(STRAIGHT if within else 1.0)
    gaps = [max(PORT_GAP, room) for room in edge.rooms[:-1]]
    room = edge.high - edge.low
    if sum(gaps) > room:
        gaps = [gap * room / sum(gaps) for gap in gaps]
    places = placed_in_order(wanted, weights, gaps, edge.low, edge.high)
    for terminal, place in zip(edge.terminals, places, strict=True):
        ports[terminal] = place


def keep_apart(edges: Sequence[Edge], terminals: Sequence[Terminal], ports: Ports) -> None:
    """Move ports that would put two wires of a channel on top of each other, or nearly in line."""
    channels: dict[int, list[Terminal]] = {}
    for terminal in terminals:
        channels.setdefault(terminal.channel, []).append(terminal)
    for edge in edges:
        for terminal in edge.terminals:
            others = [t for t in channels[terminal.channel] if t.net != terminal.net]
            if any(abs(ports[t] - ports[terminal]) < TOO_NEAR for t in others):
                step_aside(terminal, edge, others, ports)


def step_aside(
    terminal: Terminal,
    edge: Edge,
    others: Sequence[Terminal],
    ports: Ports,
) -> None:
    """Give ``terminal`` the nearest place where it is clear of others and keeps its order."""
    here = ports[terminal]
    room = dict(zip(edge.terminals, edge.rooms, strict=True))
    at = edge.terminals.index(terminal)
    before, after = edge.terminals[:at][-1:], edge.terminals[at + 1 :][:1]
    low = max((ports[t] + max(CLOSE, room[t]) for t in before), default=edge.low)
    high = min((ports[t] - max(CLOSE, room[terminal]) for t in after), default=edge.high)
    for step in range(1, 30):
        for place in (here - step, here + step):
            if low <= place <= high and all(abs(ports[t] - place) >= TOO_NEAR for t in others):
                ports[terminal] = place
                return
