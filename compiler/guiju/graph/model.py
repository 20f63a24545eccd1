"""The process graph of a standard, under each of its rule books."""

from msgspec import Struct

from guiju_dsl.standard.model import BoundStandard, RuleBook


class Link(Struct, frozen=True, kw_only=True):
    """A flow of one process that is drawn from another.

    Attributes:
        flow: path of the input; ``source`` the path of the product flow that it is drawn from.
        limited: whether the source covers the need only up to its amount, a factor the rest.
    """

    user: str
    flow: str
    group: str
    supplier: str
    source: str
    limited: bool


class Component(Struct, frozen=True, kw_only=True):
    """Processes that supply each other; one process alone unless ``loop``."""

    processes: tuple[str, ...]
    loop: bool


class RuleGraph(Struct, frozen=True, kw_only=True):
    """The graph under one rule book.

    Attributes:
        components: every supplier before its users.
    """

    rules: RuleBook
    links: tuple[Link, ...]
    components: tuple[Component, ...]

    def in_supply_order(self) -> tuple[str, ...]:
        """Give the processes, every supplier before its users but for loops."""
        return tuple(path for component in self.components for path in component.processes)


class ProcessGraph(Struct, frozen=True, kw_only=True):
    """The graph of the standard itself, and under each profile."""

    standard: BoundStandard
    main: RuleGraph
    profiles: tuple[RuleGraph, ...]

    def to_text(self) -> str:
        """Print the graph for people and golden tests."""
        return "\n".join(_lines(self.main)) + "\n"


def _lines(graph: RuleGraph) -> list[str]:
    lines = []
    for component in graph.components:
        mark = " (loop)" if component.loop else ""
        lines.append(f"{', '.join(component.processes)}{mark}")
        for link in graph.links:
            if link.user in component.processes:
                limited = " up to its amount" if link.limited else ""
                lines.append(f"  {link.flow} <- {link.source}{limited}")
    return lines
