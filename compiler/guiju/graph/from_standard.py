"""Pass 4: link the unit processes and order them, suppliers before users."""

from guiju.graph.model import Component, Link, ProcessGraph, RuleGraph
from guiju.graph.supply_order import in_supply_order
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
    supply = ((link.supplier, link.user) for link in links)
    return tuple(
        Component(processes=members, loop=loop)
        for members, loop in in_supply_order([one.path for one in rules.processes], supply)
    )
