"""What one rule book asks or does and the other does not."""

from collections.abc import Callable, Iterator, Mapping

from guiju.comparing import words
from guiju.comparing.counted import counted_data
from guiju.comparing.model import Demand, DemandKind, Side, Which
from guiju.comparing.profile_rules import label_at, named
from guiju.effects.renaming import Ids, renamed
from guiju.plan.model import RulePlan
from guiju_dsl.standard.model import BoundStandard, Provision, RuleBook
from guiju_runtime.data_model import Datum
from guiju_runtime.messages import Text

Asked = Mapping[str, tuple[Text, Text]]
"""What a side asks, by id: its words, and how or why."""
NOTHING = words.same("")


def demands(a: Side, b: Side, ids: Ids) -> Iterator[Demand]:
    """Give what only one side asks, and what both ask in another way: one entry for each side.

    What both leave out is alike, whatever the reason.

    Args:
        ids: what ``b`` calls otherwise.
    """
    readers: dict[DemandKind, Callable[[Side], Asked]] = {
        "gwp": _potentials,
        "boundary": _boundary,
        "data": _data,
        "quality": _quality,
        "provision": _provisions,
    }
    for kind, asked_by in readers.items():
        first, second = asked_by(a), asked_by(b)
        yield from _only("a", kind, first, second, ids)
        known = {renamed(id, ids): said for id, said in first.items()}
        yield from _only("b", kind, second, known, {})


def _only(side: Which, kind: DemandKind, own: Asked, other: Asked, ids: Ids) -> Iterator[Demand]:
    for id, (what, detail) in own.items():
        there = other.get(renamed(id, ids))
        alike = there is not None and (kind == "boundary" or there[1] == detail)
        if not alike:
            yield Demand(side=side, kind=kind, id=id, words=what, detail=detail)


def standard_of(side: Side) -> BoundStandard:
    """Give the checked standard of a side."""
    return side.standard.plan.graph.standard


def rules_of(side: Side) -> RuleBook:
    """Give the rules of a side: of its profile, or of the standard itself."""
    standard = standard_of(side)
    return next((p for p in standard.profiles if p.name == side.profile), standard.rules)


def plan_of(side: Side) -> RulePlan:
    """Give what the rules of a side compute."""
    plan = side.standard.plan
    return next((p for p in plan.profiles if p.name == side.profile), plan.rules)


def _potentials(side: Side) -> Asked:
    name = rules_of(side).gwp
    return {name: (label_at(name, standard_of(side).names), NOTHING)} if name else {}


def _boundary(side: Side) -> Asked:
    """Give what is left out, by name and in prose."""
    standard = standard_of(side)
    found = {path: (named(path, standard), because) for path, because in rules_of(side).excluded}
    said = {one.what.zh: (one.what, one.because) for one in standard.boundary.exclusions}
    return {**said, **found}


def _data(side: Side) -> Asked:
    """Give the data that count for the footprint, and how they are asked for."""
    counted = counted_data(plan_of(side))
    standard = standard_of(side)
    return {
        datum.path: (named(datum.path, standard), how(datum))
        for datum in side.standard.plan.data_model.data
        if datum.path in counted
    }


def how(datum: Datum) -> Text:
    """Say how a datum is asked for: whether it may be absent, of which class, how measured."""
    parts = [words.NEEDED[datum.needed if datum.default is None else "default"]]
    if datum.quality:
        parts.append(words.CLASSES[datum.quality])
    if datum.measured.zh:
        parts.append(datum.measured)
    if datum.valid_years is not None:
        parts.append(words.filled(words.VALID, years=words.same(f"{datum.valid_years:g}")))
    return Text(zh="，".join(p.zh for p in parts), en=", ".join(p.en for p in parts))


def _quality(side: Side) -> Asked:
    return {
        one.name: (
            one.label,
            words.same(f"{float(one.weight):g}" if one.weight else ""),
        )
        for one in standard_of(side).indicators
    }


def _provisions(side: Side) -> Asked:
    """Give what binds with a test: tested for the standard itself and so for its profiles."""
    return {
        one.path: (words_of(one), words.FORCES[one.force])
        for one in standard_of(side).rules.provisions
        if one.condition is not None and one.force in words.FORCES
    }


def words_of(provision: Provision) -> Text:
    """Give the words of a provision, or its test as it is written."""
    return provision.words if provision.words.zh else words.same(provision.written)
