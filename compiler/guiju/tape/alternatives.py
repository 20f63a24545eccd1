"""Put cases and tiers on the tape."""

from guiju.plan.reference.formulas import needed
from guiju.tape.lowering import Lowered, Lowering
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

Ways = list[tuple[int, Lowered]]
"""Where each way is taken, and what it gives."""


def cases(lowering: Lowering, node: typed.Cases) -> Lowered:
    """Give the branch whose condition holds."""
    builder = lowering.builder
    open_, absent = builder.yes, builder.no
    ways: Ways = []
    for condition, branch in node.branches:
        with lowering.only(open_):
            test = lowering.lowered(condition)
            here = builder.both(open_, test.value)
            with lowering.only(test.value):
                ways.append((here, lowering.lowered(branch)))
        absent = builder.either(absent, builder.both(open_, test.absent))
        open_ = builder.both(open_, builder.inverse(test.value))
    with lowering.only(open_):
        if node.otherwise is None:
            lowering.fault(builder.yes)
            return _merged(lowering, ways[:-1], ways[-1][1], absent)
        return _merged(lowering, ways, lowering.lowered(node.otherwise), absent)


def _merged(lowering: Lowering, ways: Ways, last: Lowered, absent: int) -> Lowered:
    """Give the value of the way taken, and whether anything on it was absent."""
    value, missing = last
    for here, branch in reversed(ways):
        value = lowering.builder.where(here, branch.value, value)
        missing = lowering.builder.where(here, branch.absent, missing)
    return Lowered(value, lowering.builder.either(absent, missing))


def preferred(lowering: Lowering, node: typed.Preferred) -> Lowered:
    """Give the first tier that is open."""
    return first_tier(lowering, node)[1]


def first_tier(lowering: Lowering, node: typed.Preferred) -> tuple[int, Lowered]:
    """Give number and value of the first tier whose data are there and whose rows are found."""
    builder = lowering.builder
    open_ = builder.yes
    ways: Ways = []
    for tier, _ in node.tiers:
        there = builder.both(open_, _there(lowering, tier))
        with lowering.only(there), lowering.tier():
            found = lowering.lowered(tier)
        here = builder.both(there, builder.inverse(found.absent))
        ways.append((here, Lowered(found.value, builder.no)))
        open_ = builder.both(open_, builder.inverse(here))
    number = builder.number(len(ways) - 1)
    for at in reversed(range(len(ways) - 1)):
        number = builder.where(ways[at][0], builder.number(at), number)
    nothing = Lowered(ways[-1][1].value, open_)
    return number, _merged(lowering, ways, nothing, builder.no)


def _there(lowering: Lowering, tier: Expression) -> int:
    """Tell where all that a tier reads whatever the data is there."""
    found = lowering.builder.yes
    for path in needed(tier):
        found = lowering.builder.both(found, lowering.values[path].there)
    return found
