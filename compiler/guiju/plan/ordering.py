"""Put steps in an order in which every value comes after those that it reads."""

from collections.abc import Iterator
from itertools import islice

from guiju.plan.model import Collect, Compute, Series, Step
from guiju_dsl.standard.expressions import Aggregate, Expression, parts_of, readings


def ordered(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Order ``steps`` by what they read, staying within a process as long as possible."""
    waiting = {step.path: step for step in steps}
    needs = {step.path: set(_needs(step)) & waiting.keys() for step in steps}
    _count_made_rows(steps, needs)
    done: list[Step] = []
    process = ""
    while waiting:
        ready = [step for step in waiting.values() if not needs[step.path] & waiting.keys()]
        if not ready:
            raise ValueError(f"formulas in a circle: {sorted(waiting)}")
        here = [step for step in ready if step.process == process]
        chosen = here or [step for step in ready if step.process == ready[0].process]
        process = chosen[0].process
        done.extend(waiting.pop(step.path) for step in chosen)
    return tuple(done)


def _count_made_rows(steps: tuple[Step, ...], needs: dict[str, set[str]]) -> None:
    """Let a step that runs over rows wait for a value in them: there are none before."""
    groups: dict[str, list[str]] = {}
    for step in steps:
        groups.setdefault(step.group, []).append(step.path)
    for step in steps:
        for group in {group for part in formulas_of(step) for group in groups_in(part)}:
            inside = (p for p in groups.get(group, ()) if not _rests_on(p, step.path, needs))
            needs[step.path].update(islice(inside, 1))


def _rests_on(path: str, other: str, needs: dict[str, set[str]]) -> bool:
    """Tell whether a step needs another, by way of any number of others."""
    found, more = {path}, {path}
    while more:
        more = {need for name in more for need in needs[name]} - found
        found |= more
    return other in found


def _needs(step: Step) -> Iterator[str]:
    """Give the paths that a step reads, and the group whose rows it is calculated for."""
    yield step.group
    for part in formulas_of(step):
        yield from read_by(part)


def formulas_of(step: Step) -> tuple[Expression, ...]:
    """Give the formulas of a step."""
    match step:
        case Series():
            parts: tuple[Expression | None, ...] = (step.low, step.high)
        case Collect():
            parts = (step.only_when, step.default)
        case Compute():
            parts = (step.only_when, step.value)
    return tuple(part for part in parts if part is not None)


def read_by(node: Expression) -> Iterator[str]:
    """Give the paths of the values that a formula reads, and of the groups that it runs over."""
    for reading in readings(node):
        yield reading.path
    yield from groups_in(node)


def groups_in(node: Expression) -> Iterator[str]:
    """Give the repeated groups that a formula runs over."""
    if isinstance(node, Aggregate):
        yield node.group
    for part in parts_of(node):
        yield from groups_in(part)


__all__ = ["Compute", "formulas_of", "groups_in", "ordered", "read_by"]
