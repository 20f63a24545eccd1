"""The process graph: the boundary figure as SVG, and the graph as JSON."""

import json
from collections.abc import Iterator

from guiju.backends.model import Artifact, Backend
from guiju.drawing.svg import signed, to_svg
from guiju.graph.figure import boundary_figure
from guiju.graph.model import RuleGraph
from guiju.plan.model import CalculationPlan


def emit(plan: CalculationPlan) -> Iterator[Artifact]:
    """Draw the system boundary and list processes and links."""
    svg = signed(to_svg(boundary_figure(plan.graph, "zh")), plan.data_model.standard.line)
    yield Artifact("graph.svg", svg.encode())
    text = json.dumps(to_plain(plan), ensure_ascii=False, indent=2)
    yield Artifact("graph.json", f"{text}\n".encode())


def to_plain(plan: CalculationPlan) -> dict[str, object]:
    """Give the graph as plain data: stages, processes in supply order, links."""
    standard = plan.data_model.standard
    main: RuleGraph = plan.graph.main
    processes = {process.path: process for process in main.rules.processes}
    return {
        "standard": {
            "id": standard.id,
            "version": standard.version,
            "status": standard.status,
            "digest": standard.digest,
        },
        "stages": [{"id": s.name, "zh": s.label.zh, "en": s.label.en} for s in main.rules.stages],
        "processes": [
            {
                "id": path,
                "stage": processes[path].stage,
                "zh": processes[path].label.zh,
                "en": processes[path].label.en,
                "products": [
                    flow.path
                    for flow in processes[path].flows
                    if flow.kind in ("output", "coproduct")
                ],
            }
            for path in main.in_supply_order()
        ],
        "links": [
            {"from": link.source, "to": link.flow, "limited": link.limited} for link in main.links
        ],
        "products": [product.flow for product in main.rules.products],
    }


BACKEND = Backend(
    name="graph", summary="process graph as SVG and JSON / 系统边界图和单元过程图", emit=emit
)
