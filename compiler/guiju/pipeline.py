"""The whole flow, from text to plan."""

from collections.abc import Callable, Iterable

from guiju_dsl import names, standard
from guiju_dsl.diagnostics import Outcome
from guiju_dsl.source import SourceText
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax.cache import NO_CACHE, Cache
from guiju_dsl.syntax.forest import from_source

if False:  # imported for types only; the graph stage loads networkx
    from guiju.plan.model import CalculationPlan

Find = Callable[[str], SourceText | None]


def check(
    source: SourceText,
    find: Find,
    cache: Cache = NO_CACHE,
    known: Callable[[], Iterable[str]] = tuple,
) -> Outcome[BoundStandard]:
    """Take ``source`` through the passes of the language: all that can be known before any data."""
    return from_source(source, find, cache, known).then(names.from_syntax).then(standard.from_names)


def compile_standard(
    source: SourceText,
    find: Find,
    cache: Cache = NO_CACHE,
    known: Callable[[], Iterable[str]] = tuple,
) -> "Outcome[CalculationPlan]":
    """Take ``source`` through every pass, stopping at the first with errors."""
    from guiju import graph, plan

    return check(source, find, cache, known).then(graph.from_standard).then(plan.from_graph)
