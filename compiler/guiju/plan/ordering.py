"""Put steps in an order in which every value comes after those that it reads."""

from collections.abc import Iterator

from guiju.plan.model import Collect, Compute, Step
from guiju_dsl.standard.expressions import Aggregate, Expression, parts_of, readings


def ordered(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Order ``steps`` by what they read, staying within a process as long as possible."""
    waiting = {step.path: step for step in steps}
    needs = {step.path: set(_needs(step)) & waiting.keys() for step in steps}
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


def _needs(step: Step) -> Iterator[str]:
    """Give the paths that a step reads."""
    parts: tuple[Expression | None, ...] = (step.only_when,)
    parts += (step.default,) if isinstance(step, Collect) else (step.value,)
    for part in parts:
        if part is not None:
            yield from read_by(part)


def read_by(node: Expression) -> Iterator[str]:
    """Give the paths of the values that a formula reads."""
    for reading in readings(node):
        yield reading.path


def groups_in(node: Expression) -> Iterator[str]:
    """Give the repeated groups that a formula runs over."""
    if isinstance(node, Aggregate):
        yield node.group
    for part in parts_of(node):
        yield from groups_in(part)


__all__ = ["Compute", "groups_in", "ordered", "read_by"]
