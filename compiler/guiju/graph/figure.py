"""The boundary figure of a process graph, as ``guiju.drawing`` takes it."""

from collections.abc import Callable, Iterator

from guiju.drawing.model import Arrow, BoundaryFigure, Box, BoxKind, Stage
from guiju.graph.model import ProcessGraph
from guiju_dsl.standard.model import Flow, Process
from guiju_runtime.messages import Language, Text

BOUNDARY = Text(zh="系统边界：{}", en="System boundary: {}")
Words = Callable[[Text], str]


def boundary_figure(
    graph: ProcessGraph, language: Language, words: Words | None = None
) -> BoundaryFigure:
    """Show the processes of ``graph`` in their stages with what crosses the boundary.

    Args:
        words: how a label is printed; as the source has it, if none is given.
    """
    rules = graph.standard.rules
    said = words or (lambda text: text.in_language(language))
    outside = dict(_outside(graph, said))
    return BoundaryFigure(
        stages=tuple(Stage(id=stage.name, label=said(stage.label)) for stage in rules.stages),
        boxes=(
            *(_process(process, said) for process in rules.processes),
            *outside.values(),
        ),
        arrows=tuple(dict.fromkeys((*_inner(graph, said), *_outer(graph, said)))),
        boundary_label=BOUNDARY.in_language(language).format(said(graph.standard.boundary.label)),
        language=language,
    )


def _process(process: Process, words: Words) -> Box:
    return Box(
        id=process.path,
        label=words(process.label),
        stage=process.stage,
        kind="process",
    )


def _inner(graph: ProcessGraph, words: Words) -> Iterator[Arrow]:
    """Give an arrow from each supplier to its user, named after what flows."""
    labels = {f.path: f.label for p in graph.standard.rules.processes for f in p.flows}
    order = graph.main.in_supply_order()
    for link in graph.main.links:
        yield Arrow(
            source=link.supplier,
            target=link.user,
            label=words(labels[link.source]),
            back=order.index(link.supplier) >= order.index(link.user),
        )


def _outside(graph: ProcessGraph, words: Words) -> Iterator[tuple[str, Box]]:
    """Give the boxes outside the boundary; equal labels of one kind share a box."""
    for kind, label, _, _ in _crossings(graph, words):
        name = f"{kind}:{label}"
        yield name, Box(id=name, label=label, stage="", kind=kind)


def _outer(graph: ProcessGraph, words: Words) -> Iterator[Arrow]:
    for kind, label, process, into in _crossings(graph, words):
        box = f"{kind}:{label}"
        source, target = (box, process) if into else (process, box)
        yield Arrow(source=source, target=target, label="", back=False)


def _crossings(graph: ProcessGraph, words: Words) -> Iterator[tuple[BoxKind, str, str, bool]]:
    """Give kind, label, process and direction of everything that crosses the boundary."""
    rules = graph.standard.rules
    products = {product.flow: product.label for product in rules.products}
    inside = _taken_whole(graph) - products.keys()
    for process in rules.processes:
        groups = {group.path: group.label for group in process.groups}
        for flow in process.flows:
            label = groups[flow.group] if flow.group else flow.label
            kind = _kind(flow, flow.path in products)
            if kind is not None and flow.path not in inside:
                yield kind, words(products.get(flow.path, label)), process.path, kind == "bought"
        for emission in process.emissions:
            yield "emission", emission.gas or words(emission.label), process.path, False


def _taken_whole(graph: ProcessGraph) -> set[str]:
    """Give the flows that a later process is scaled to, so that nothing of them leaves.

    A process takes of its own make only what it needs, and a process that buys the rest takes
    only what there is: of such a coproduct something may be over.
    """
    links = graph.main.links
    return {n.source for n in links if n.user != n.supplier and not n.limited}


def _kind(flow: Flow, is_declared: bool) -> BoxKind | None:
    """Say what a flow is outside the boundary, or nothing if it stays inside."""
    if flow.kind == "input":
        return "bought" if flow.factor is not None else None
    if flow.kind == "waste":
        return "waste"
    return "product" if is_declared or flow.kind == "coproduct" else None
