"""Letters for the rows of groups: two groups that stand in one formula have two letters."""

from collections.abc import Iterator, Mapping

from guiju.plan.model import RulePlan
from guiju.plan.ordering import formulas_of
from guiju_dsl.standard.expressions import Aggregate, Expression, parts_of, rows_beside

Pairs = tuple[tuple[str, str], ...]
"""A group whose row is at hand, and the group whose rows are summed for it."""


def matched(plan: RulePlan) -> Pairs:
    """Give the groups of which the rows of one are summed for each row of the other."""
    formulas = [node for step in (*plan.steps, *plan.results) for node in formulas_of(step)]
    sums = (one for node in formulas for one in _sums(node))
    pairs = ((outer, one.group) for one in sums for outer in sorted(rows_beside(one)))
    return tuple(dict.fromkeys(pairs))


def lettered(given: Mapping[str, str], pairs: Pairs, usual: str, letters: str) -> dict[str, str]:
    """Give groups a letter where they need one of their own.

    Args:
        given: letters that the author gave; ``usual`` is that of all others.
        letters: those that may be given out, in order.
    """
    found = dict(given)
    for outer, inner in pairs:
        if found.get(outer, usual) == found.get(inner, usual):
            taken = {usual, *found.values()}
            found[inner] = next(letter for letter in letters if letter not in taken)
    return found


def _sums(node: Expression) -> Iterator[Aggregate]:
    if isinstance(node, Aggregate):
        yield node
    for part in parts_of(node):
        yield from _sums(part)
