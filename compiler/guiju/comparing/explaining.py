"""What makes the difference between two rule books, rule by rule."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from guiju import pipeline
from guiju.changes import Change, changes, edition_of
from guiju.comparing.model import Compared, Side
from guiju.comparing.profile_rules import NAME, between, under
from guiju.effects import Effect, Effects, State, Valued, effects_of
from guiju.effects.evaluating import Question, readable, state_of
from guiju.effects.of_editions import effects_between_editions
from guiju.effects.renaming import Ids, renamed, renamed_ids, under_other_ids
from guiju.files import cache
from guiju.plan.confidential import confidential
from guiju_dsl.standard.model import Product
from guiju_dsl.syntax.tree import Forest

Declaration = Mapping[str, object]


def changes_between(a: Side, b: Side) -> tuple[Change, ...]:
    """Give what changes from one standard to another; nothing within one standard."""
    if a.standard is b.standard:
        return ()
    return changes(edition_of(a.standard.plan), edition_of(b.standard.plan))


def effects_between(
    a: Compared, b: Compared, given: Declaration, found: tuple[Change, ...]
) -> Effects | None:
    """Give the effects of all rules that differ, from those of ``a`` to those of ``b``.

    Between profiles of one standard these are the rules of the profiles; between two standards the
    changes from one to the other, if these are about the same things, with the rules of the
    profiles before and after them. None where there is no footprint to begin with, nor to end with.

    Args:
        given: the declaration, under the ids of ``a``.
        found: the changes from one standard to the other.
    """
    first, second = a.side, b.side
    if a.cfp is None and (first.standard is second.standard or first.profile or b.cfp is None):
        return None
    if first.standard is second.standard:
        return _of_profiles(first, second.profile, given, a.product)
    ids = renamed_ids(found)
    if not correspond(first, second, ids):
        return None
    ways = [_of_standards(a, b, given, found)]
    if first.profile:
        ways.insert(0, _of_profiles(first, "", given, a.product))
    if second.profile:
        itself = replace(second, profile="")
        product = replace(a.product, name=b.product.name)
        ways.append(_of_profiles(itself, second.profile, under_other_ids(given, ids), product))
    known = [way for way in ways if way is not None]
    return chained(known) if len(known) == len(ways) else None


def correspond(a: Side, b: Side, ids: Ids) -> bool:
    """Tell whether two standards are about the same things: half of all processes are in both."""
    own = [
        {renamed(p.path, names) for p in side.standard.plan.rules.processes}
        for side, names in ((a, ids), (b, {}))
    ]
    return 2 * len(own[0] & own[1]) >= len(own[0] | own[1])


def _of_profiles(side: Side, profile: str, given: Declaration, product: Product) -> Effects | None:
    """Give the effects of the rules from one profile of a standard to another."""
    standard = side.standard
    forest = forest_of(side)
    if forest is None:
        return None
    way = between(standard.plan.graph.standard, side.profile, profile)
    declaration = readable(standard.plan, given)
    question = Question(standard=standard, declaration=declaration, profile=NAME, product=product)

    def evaluate(taken: tuple[int, ...]) -> State:
        return state_of(under(forest, way.rules_after(taken)), question)

    start = evaluate(())
    if not isinstance(start, Valued):
        return None
    return effects_of(way.steps(), start, evaluate, confidential(standard.plan))


def _of_standards(
    a: Compared, b: Compared, given: Declaration, found: tuple[Change, ...]
) -> Effects | None:
    """Give the effects of the changes from one standard to another."""
    old, new = a.side.standard, b.side.standard
    told = effects_between_editions(old, new, found, readable(old.plan, given), a.product)
    return told if isinstance(told, Effects) else None


def chained(ways: list[Effects]) -> Effects | None:
    """Set effects behind each other; None where one way does not begin where the last one ends."""
    if any(one.end != other.start for one, other in pairwise(ways)):
        return None
    counts = [len(way.steps) for way in ways]
    moved = [moved_by(way.effects, sum(counts[:at])) for at, way in enumerate(ways)]
    return Effects(
        steps=tuple(step for way in ways for step in way.steps),
        start=ways[0].start,
        end=ways[-1].end,
        effects=tuple(effect for effects in moved for effect in effects),
        blocked=tuple(
            replace(one, steps=tuple(step + sum(counts[:at]) for step in one.steps))
            for at, way in enumerate(ways)
            for one in way.blocked
        ),
        made_first=ways[0].made_first,
        aside=sum(way.aside for way in ways),
    )


def moved_by(effects: Iterable[Effect], steps: int) -> Iterable[Effect]:
    """Give effects whose steps have greater numbers."""
    return [replace(one, steps=tuple(step + steps for step in one.steps)) for one in effects]


def forest_of(side: Side) -> Forest | None:
    """Give the trees that a standard was compiled from."""
    place = side.standard.place
    source = place.source()
    if source is None:
        return None
    return pipeline.read(source, place.find, cache(), place.known).product
