"""Take steps one after another, and tell what each adds."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from guiju.effects.model import (
    Blocked,
    Effect,
    Effects,
    Evaluate,
    NoValue,
    State,
    Step,
    Valued,
)

MOST_IN_PAIRS = 12
"""Steps of which every pair is tried; of more there would be too many."""


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
    steps: Sequence[Step],
    start: Valued,
    evaluate: Evaluate,
    secret: Collection[str] = (),
) -> Effects:
    """Tell what each of ``steps`` adds to the footprint at ``start``.

    A step that needs others waits until they are taken; steps that need each other are taken at
    once. A step after which the footprint has no value is left out if no other step mends that.
    Effects stand in the order in which the steps are taken.

    Args:
        secret: paths of confidential flows: an effect that is what one of them adds would give it
            away, and is told together with the next.
    """
    evaluated = _remembering(evaluate)
    onward = walked(tuple(range(len(steps))), start, evaluated)
    taken = tuple(step for stride in onward.strides for step in stride.steps)
    back = walked(tuple(sorted(taken, reverse=True)), start, evaluated)
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
        made_first=(),
        aside=0,
    )


def effects_before(
    steps: Sequence[Step],
    evaluate: Evaluate,
    secret: Collection[str] = (),
) -> Effects | None:
    """Tell what steps add that lead to a footprint from where there is none.

    They are undone one after another; those that cannot be are made first. None where there is no
    footprint after all of them either, or none of them can be undone.

    Args:
        secret: as in ``effects_of``.
    """
    every = tuple(range(len(steps)))

    def without(undone: tuple[int, ...]) -> State:
        return evaluate(tuple(step for step in every if step not in undone))

    end = without(())
    if not isinstance(end, Valued):
        return None
    undone = effects_of(steps, end, without, secret)
    turned = (Effect(steps=e.steps, onward=-e.back, back=-e.onward) for e in undone.effects)
    if not undone.effects:
        return None
    return replace(
        undone,
        start=undone.end,
        end=undone.start,
        effects=tuple(sorted(turned, key=lambda one: one.steps)),
        blocked=(),
        made_first=undone.blocked,
    )


def _remembering(evaluate: Evaluate) -> Evaluate:
    """Evaluate each set of steps once, whatever the order in which they are taken."""
    known: dict[tuple[int, ...], State] = {}

    def evaluated(taken: tuple[int, ...]) -> State:
        key = tuple(sorted(taken))
        if key not in known:
            known[key] = evaluate(key)
        return known[key]

    return evaluated


def walked(order: tuple[int, ...], start: Valued, evaluate: Evaluate) -> Walk:
    """Take steps in ``order``; one that needs others waits for them."""
    walk = _Walking(order, start, evaluate)
    while walk.left:
        if not walk.pass_through() and not walk.take_together():
            walk.leave_out()
    return Walk(strides=tuple(walk.strides), blocked=tuple(walk.blocked))


class _Walking:
    """Steps being taken; private to ``walked``."""

    def __init__(self, order: tuple[int, ...], start: Valued, evaluate: Evaluate) -> None:
        self.left, self.before, self.evaluate = order, start, evaluate
        self.taken: tuple[int, ...] = ()
        self.strides: list[Stride] = []
        self.blocked: list[Blocked] = []

    def pass_through(self) -> bool:
        """Take every step that can be taken alone, in order; tells whether any could."""
        return True in [self.take((step,)) for step in self.left]

    def take_together(self) -> bool:
        """Take the fewest steps that can only be taken at once; tells whether there are any."""
        sizes = range(3, len(self.left) + 1)
        return any(map(self.take, (*self.pairs(), *(self.left[:size] for size in sizes))))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Give each pair of steps; of very many those with the first one."""
        first, *rest = self.left
        few = len(self.left) <= MOST_IN_PAIRS
        return combinations(self.left, 2) if few else ((first, other) for other in rest)

    def take(self, chosen: tuple[int, ...]) -> bool:
        """Take some steps at once, if there is a footprint after them."""
        after = self.evaluate((*self.taken, *chosen))
        if not isinstance(after, Valued):
            return False
        self.strides.append(Stride(steps=chosen, before=self.before, after=after))
        self.left = tuple(step for step in self.left if step not in chosen)
        self.taken, self.before = (*self.taken, *chosen), after
        return True

    def leave_out(self) -> None:
        """Leave out the fewest steps after which the rules check but give no footprint."""
        gone, why = self.left[:1], self.evaluate((*self.taken, *self.left[:1]))
        for chosen in (*((step,) for step in self.left), *self.pairs()):
            after = self.evaluate((*self.taken, *chosen))
            if isinstance(after, NoValue):
                gone, why = chosen, after
                break
        if not isinstance(why, Valued):
            self.blocked.append(Blocked(steps=gone, why=why))
        self.left = tuple(step for step in self.left if step not in gone)


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
