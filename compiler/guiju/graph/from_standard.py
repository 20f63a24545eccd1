"""Pass 4: link the unit processes and order them, suppliers before users."""

import networkx

from guiju.graph.model import Component, Link, ProcessGraph, RuleGraph
from guiju_dsl.diagnostics import Outcome
from guiju_dsl.standard.model import BoundStandard, RuleBook


def from_standard(standard: BoundStandard) -> Outcome[ProcessGraph]:
    """Give the process graph of ``standard`` under each of its rule books."""
    return Outcome(
        ProcessGraph(
            standard=standard,
            main=_graph(standard.rules),
            profiles=tuple(_graph(profile) for profile in standard.profiles),
        )
    )


def _graph(rules: RuleBook) -> RuleGraph:
    links = tuple(
        Link(
            user=process.path,
            flow=flow.path,
            group=flow.group,
            supplier=supplier,
            source=source,
            limited=flow.factor is not None,
        )
        for process in rules.processes
        for flow in process.flows
        for supplier, source in flow.sources
    )
    return RuleGraph(rules=rules, links=links, components=_components(rules, links))


def _components(rules: RuleBook, links: tuple[Link, ...]) -> tuple[Component, ...]:
    """Give the strongly connected parts, suppliers first, in the order of the text where free."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    place = {process.path: at for at, process in enumerate(rules.processes)}
    graph.add_nodes_from(place)
    graph.add_edges_from((link.supplier, link.user) for link in links)
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
