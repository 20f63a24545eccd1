"""The order of processes, suppliers before users; worked out once for the same links."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec import msgpack

from guiju.graph.model import Component
from guiju_dsl.syntax import Cache

Supply = tuple[str, str]
"""A supplier and its user."""
_PARTS = msgpack.Decoder(tuple[Component, ...])


def in_supply_order(
    processes: Sequence[str], supplies: Sequence[Supply], kept: Cache
) -> tuple[Component, ...]:
    """Give the strongly connected parts, suppliers first, in the order of ``processes`` where free.

    Args:
        kept: where the order is looked up and kept: networkx takes longer to load than most
            standards to check.
    """
    asked = msgpack.encode((_version(), processes, supplies))
    key = f"order-{sha256(asked).hexdigest()[:32]}"
    parts = kept.loaded(key, _PARTS)
    if parts is None:
        parts = _ordered(processes, supplies)
        kept.save(key, msgpack.encode(parts))
    return parts


def _ordered(processes: Sequence[str], supplies: Sequence[Supply]) -> tuple[Component, ...]:
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    place = {process: at for at, process in enumerate(processes)}
    graph.add_nodes_from(place)
    graph.add_edges_from(supplies)
    condensed = networkx.condensation(graph)
    order = networkx.lexicographical_topological_sort(
        condensed, key=lambda part: min(place[path] for path in condensed.nodes[part]["members"])
    )
    components = []
    for part in order:
        members = tuple(sorted(condensed.nodes[part]["members"], key=place.__getitem__))
        loop = len(members) > 1 or graph.has_edge(members[0], members[0])
        components.append(Component(processes=members, loop=loop))
    return tuple(components)


@cache
def _version() -> bytes:
    """Digest what a kept order depends on beside the links."""
    return sha256(Path(__file__).read_bytes()).digest()
