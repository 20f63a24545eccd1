"""Take steps one after another, and tell what each adds."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from guiju.effects.model import (
    Blocked,
    Effect,
    Effects,
    Evaluate,
    NoValue,
    State,
    Step,
    Unchecked,
    Valued,
)


class Stride(Struct, frozen=True, kw_only=True):
    """Steps that are taken at once, with the states before and after them."""

    steps: tuple[int, ...]
    before: Valued
    after: Valued


class Walk(Struct, frozen=True, kw_only=True):
    """All strides in one direction, and the steps that cannot be taken."""

    strides: tuple[Stride, ...]
    blocked: tuple[Blocked, ...]


def effects_of(
    steps: Sequence[Step], start: Valued, evaluate: Evaluate, secret: Collection[str] = ()
) -> Effects:
    """Tell what each of ``steps`` adds to the footprint at ``start``.

    A step after which the rules do not check is taken with the one that it needs, else with those
    that follow. A step after which the footprint has no value is left out if nothing mends that.

    Args:
        secret: paths of confidential flows: an effect that is what one of them adds would give it
            away, and is told together with the next.
    """
    known: dict[tuple[int, ...], State] = {}

    def evaluated(taken: tuple[int, ...]) -> State:
        key = tuple(sorted(taken))
        if key not in known:
            known[key] = evaluate(key)
        return known[key]

    onward = walked(tuple(range(len(steps))), start, evaluated)
    taken = tuple(sorted(step for stride in onward.strides for step in stride.steps))
    back = walked(tuple(reversed(taken)), start, evaluated)
    groups = joined(taken, (onward, back), frozenset(secret))
    forth_sums, back_sums = _sums(onward), _sums(back)
    return Effects(
        steps=tuple(steps),
        start=start.value,
        end=onward.strides[-1].after.value if onward.strides else start.value,
        effects=tuple(
            Effect(
                steps=group,
                onward=sum((forth_sums[step] for step in group), Fraction(0)),
                back=sum((back_sums[step] for step in group), Fraction(0)),
            )
            for group in groups
        ),
        blocked=onward.blocked,
    )


def walked(order: tuple[int, ...], start: Valued, evaluate: Evaluate) -> Walk:
    """Take steps in ``order``, each with those that it needs."""
    left, before = order, start
    taken: tuple[int, ...] = ()
    strides: list[Stride] = []
    blocked: list[Blocked] = []
    while left:
        found = _next(taken, left, evaluate)
        if found is None:
            hindering = _hindering(taken, left, evaluate)
            blocked.append(hindering)
            left = tuple(step for step in left if step not in hindering.steps)
            continue
        chosen, after = found
        strides.append(Stride(steps=chosen, before=before, after=after))
        left = tuple(step for step in left if step not in chosen)
        taken, before = (*taken, *chosen), after
    return Walk(strides=tuple(strides), blocked=tuple(blocked))


def _next(
    taken: tuple[int, ...], left: tuple[int, ...], evaluate: Evaluate
) -> tuple[tuple[int, ...], Valued] | None:
    """Give the steps to take at once, and the state after them; None if there are none."""
    for chosen in _choices(left):
        after = evaluate((*taken, *chosen))
        if isinstance(after, Valued):
            return chosen, after
    return None


def _choices(left: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Give the first step alone, with each other one, and with all up to each other one."""
    first, *rest = left
    yield (first,)
    yield from ((first, other) for other in rest)
    yield from (left[:size] for size in range(3, len(left) + 1))


def _hindering(taken: tuple[int, ...], left: tuple[int, ...], evaluate: Evaluate) -> Blocked:
    """Give the fewest first steps after which the rules check but give no footprint."""
    state: NoValue | Unchecked = Unchecked(diagnostics=())
    for size in range(1, len(left) + 1):
        after = evaluate((*taken, *left[:size]))
        if isinstance(after, NoValue):
            return Blocked(steps=left[:size], why=after)
        if isinstance(after, Unchecked) and size == 1:
            state = after
    return Blocked(steps=left[:1], why=state)


def _sums(walk: Walk) -> dict[int, Fraction]:
    """Give what each stride adds, at its first step; its other steps add nothing of their own."""
    found: dict[int, Fraction] = {}
    for stride in walk.strides:
        found |= dict.fromkeys(stride.steps, Fraction(0))
        found[stride.steps[0]] = stride.after.value - stride.before.value
    return found


def joined(
    steps: tuple[int, ...], walks: Sequence[Walk], secret: frozenset[str]
) -> list[tuple[int, ...]]:
    """Give the steps that are told together: those that stood together in either direction."""
    head = {step: step for step in steps}
    for walk in walks:
        for stride in walk.strides:
            _join(head, stride.steps)
        for one, other in _telling(walk, secret):
            _join(head, (one, other))
    groups: dict[int, list[int]] = {}
    for step in steps:
        groups.setdefault(head[step], []).append(step)
    return [tuple(group) for group in groups.values()]


def _join(head: dict[int, int], together: Sequence[int]) -> None:
    heads = {head[step] for step in together}
    for step, own in head.items():
        if own in heads:
            head[step] = min(heads)


def _telling(walk: Walk, secret: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give the steps of strides that would give a confidential flow away, with a step beside."""
    strides = walk.strides
    for at, stride in enumerate(strides):
        changed = _changed(stride)
        if len(changed) == 1 and changed[0] in secret and len(strides) > 1:
            beside = strides[at + 1] if at + 1 < len(strides) else strides[at - 1]
            yield stride.steps[0], beside.steps[0]


def _changed(stride: Stride) -> list[str]:
    """Give the flow of each contribution that a stride changes."""
    before, after = stride.before.contributions, stride.after.contributions
    places = {**before, **after}
    return [flow for flow, row in places if before.get((flow, row)) != after.get((flow, row))]
