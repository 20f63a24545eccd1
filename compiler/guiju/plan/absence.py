"""Which values may be absent when a formula reads them."""

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from guiju.plan.model import Collect, Compute, RulePlan, Series, Step
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

S = TypeVar("S", bound=Step)


class Absence(Struct, frozen=True, kw_only=True):
    """What may be absent under one rule book, by path.

    Attributes:
        inside: as seen from within its process, which runs then.
        outside: as seen from elsewhere.
        amounts: amounts that may be left out: they are 0, but no tier rests on them.
        foreign_amounts: the same, as seen from outside their process.
    """

    inside: frozenset[str]
    outside: frozenset[str]
    amounts: frozenset[str]
    foreign_amounts: frozenset[str]


def absence_of(rules: RulePlan) -> Absence:
    """Find what may be absent, step by step."""
    guards = {process.path: process.only_when for process in rules.processes}
    inside: set[str] = set()
    outside: set[str] = set()
    amounts: set[str] = set()
    foreign: set[str] = set()
    places = {step.path: step.process for step in rules.steps}
    for step in rules.steps:
        own = unguarded(step, guards.get(step.process))
        if step.zero_if_absent:
            amounts.update((step.path,) if own.only_when is not None or _optional(step) else ())
            foreign.update((step.path,) if step.only_when is not None else ())
            continue
        derived = isinstance(step, Compute) and any(
            path == "" or path in (inside if places.get(path) == step.process else outside)
            for path in sometimes_read(step.value)
        )
        if own.only_when is not None or _optional(step) or derived:
            inside.add(step.path)
        if step.only_when is not None or step.path in inside:
            outside.add(step.path)
    return Absence(
        inside=frozenset(inside),
        outside=frozenset(outside),
        amounts=frozenset(amounts),
        foreign_amounts=frozenset(foreign | amounts),
    )


def _optional(step: Step) -> bool:
    return isinstance(step, Collect) and step.datum.optional


def unguarded(step: S, guard: Expression | None) -> S:
    """Give a step without the condition of its process, which its function tests first."""
    if guard is None or step.only_when is None or isinstance(step, Series):
        return step
    if step.only_when == guard:
        return replace(step, only_when=None)
    if isinstance(step.only_when, typed.Both) and step.only_when.left == guard:
        return replace(step, only_when=step.only_when.right)
    return step


def sometimes_read(node: Expression) -> Iterator[str]:
    """Give the paths whose absence may leave ``node`` without a value.

    An empty path stands for the least, greatest or mean of rows, of which there may be none.
    """
    if isinstance(node, typed.Reading):
        yield node.path
    if isinstance(node, typed.Aggregate) and node.function in ("min", "max", "mean"):
        yield ""
    parts = typed.parts_of(node)
    for part in parts[-1:] if isinstance(node, typed.Preferred) else parts:
        yield from sometimes_read(part)


def always_read(node: Expression) -> Iterator[str]:
    """Give the paths that ``node`` reads on every way through it."""
    match node:
        case typed.Reading():
            yield node.path
        case typed.Aggregate() | typed.Preferred():
            return
        case typed.Cases():
            yield from always_read(node.branches[0][0])
        case typed.Both():
            yield from always_read(node.left)
        case _:
            for part in typed.parts_of(node):
                yield from always_read(part)
