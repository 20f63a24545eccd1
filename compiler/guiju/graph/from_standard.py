"""Pass 4: link the unit processes and order them, suppliers before users."""

from guiju.graph.model import Link, ProcessGraph, RuleGraph
from guiju.graph.supply_order import in_supply_order
from guiju_dsl.diagnostics import Outcome
from guiju_dsl.standard.model import BoundStandard, RuleBook
from guiju_dsl.syntax import NO_CACHE, Cache


def from_standard(standard: BoundStandard, kept: Cache = NO_CACHE) -> Outcome[ProcessGraph]:
    """Give the process graph of ``standard`` under each of its rule books."""
    return Outcome(
        ProcessGraph(
            standard=standard,
            main=_graph(standard.rules, kept),
            profiles=tuple(_graph(profile, kept) for profile in standard.profiles),
        )
    )


def _graph(rules: RuleBook, kept: Cache) -> RuleGraph:
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
    components = in_supply_order(
        [process.path for process in rules.processes],
        [(link.supplier, link.user) for link in links],
        kept,
    )
    return RuleGraph(rules=rules, links=links, components=components)
