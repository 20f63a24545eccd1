"""The whole flow, from text to plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from guiju_dsl import names, standard, syntax
from guiju_dsl.diagnostics import Outcome
from guiju_dsl.source import SourceText
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax import NO_CACHE, Cache
from guiju_dsl.syntax.tree import Forest

if TYPE_CHECKING:  # checking a standard does without graph and plan
    from guiju.plan.model import CalculationPlan

Find = Callable[[str], SourceText | None]
"""Gives the source called by a name, None if there is none."""
Known = Callable[[], Iterable[str]]
"""Gives the names that ``Find`` knows."""


def read(
    source: SourceText, find: Find, cache: Cache = NO_CACHE, known: Known = tuple
) -> Outcome[Forest]:
    """Read ``source`` and all that it builds on into trees."""
    return syntax.from_source(source, find, cache, known)


def check(
    source: SourceText, find: Find, cache: Cache = NO_CACHE, known: Known = tuple
) -> Outcome[BoundStandard]:
    """Take ``source`` through the passes of the language: all that can be known before any data."""
    return read(source, find, cache, known).then(check_trees)


def check_trees(forest: Forest) -> Outcome[BoundStandard]:
    """Take trees through the passes of the language after the first."""
    return names.from_syntax(forest).then(standard.from_names)


def compile_standard(
    source: SourceText, find: Find, cache: Cache = NO_CACHE, known: Known = tuple
) -> Outcome[CalculationPlan]:
    """Take ``source`` through every pass, stopping at the first with errors."""
    return read(source, find, cache, known).then(partial(compile_trees, cache=cache))


def compile_trees(forest: Forest, cache: Cache = NO_CACHE) -> Outcome[CalculationPlan]:
    """Take trees through every pass after the first, stopping at the first with errors."""
    from guiju import graph, plan

    return check_trees(forest).then(partial(graph.from_standard, kept=cache)).then(plan.from_graph)
