"""The whole flow, from text to plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from guiju_dsl import names, standard, syntax
from guiju_dsl.diagnostics import Outcome
from guiju_dsl.source import SourceText
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax import NO_CACHE, Cache

if TYPE_CHECKING:  # the graph stage loads networkx; checking a standard does without
    from guiju.plan.model import CalculationPlan

Find = Callable[[str], SourceText | None]
"""Gives the source called by a name, None if there is none."""
Known = Callable[[], Iterable[str]]
"""Gives the names that ``Find`` knows."""


def check(
    source: SourceText, find: Find, cache: Cache = NO_CACHE, known: Known = tuple
) -> Outcome[BoundStandard]:
    """Take ``source`` through the passes of the language: all that can be known before any data."""
    return (
        syntax.from_source(source, find, cache, known)
        .then(names.from_syntax)
        .then(standard.from_names)
    )


def compile_standard(
    source: SourceText, find: Find, cache: Cache = NO_CACHE, known: Known = tuple
) -> Outcome[CalculationPlan]:
    """Take ``source`` through every pass, stopping at the first with errors."""
    from guiju import graph, plan

    return (
        check(source, find, cache, known)
        .then(graph.from_standard)
        .then(plan.from_graph)
    )  # fmt: skip
