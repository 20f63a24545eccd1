"""Processes come in supply order: suppliers before users, loops together."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from guiju.graph.supply_order import in_supply_order

Links = list[tuple[str, str]]
NAMES = "abcdefg"
LINKS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14)


def closure(links: Links) -> set[tuple[str, str]]:
    """Every pair of a supplier and what it supplies, directly or not, by joining pairs in turn."""
    found = set(links)
    while True:
        more = {(a, d) for (a, b), (c, d) in product(found, found) if b == c} - found
        if not more:
            return found
        found |= more


def test_where_nothing_is_linked_the_order_is_that_of_the_text() -> None:
    assert list(in_supply_order("cab", [])) == [(("c",), False), (("a",), False), (("b",), False)]


def test_a_supplier_written_later_comes_first_and_a_loop_together() -> None:
    links = [("d", "a"), ("a", "b"), ("b", "a"), ("c", "c")]
    groups = [(("c",), True), (("d",), False), (("a", "b"), True)]
    assert list(in_supply_order("abcd", links)) == groups


@given(LINKS)
def test_processes_are_together_if_they_supply_each_other(links: Links) -> None:
    supplied = closure(links)
    groups = list(in_supply_order(NAMES, links))
    assert sorted(one for group, _ in groups for one in group) == list(NAMES)
    for group, loop in groups:
        assert list(group) == sorted(group)
        assert loop == ((group[0], group[0]) in supplied)
        together = {b for b in NAMES if {(group[0], b), (b, group[0])} <= supplied} | {group[0]}
        assert set(group) == together


@given(LINKS)
def test_every_supplier_comes_before_its_users_and_the_first_that_can_is_next(links: Links) -> None:
    supplied = closure(links)
    groups = [group for group, _ in in_supply_order(NAMES, links)]
    for place, group in enumerate(groups):
        later = groups[place + 1 :]
        assert not any((other[0], group[0]) in supplied for other in later)
        ready = [
            other
            for other in (group, *later)
            if not any((one[0], other[0]) in supplied and one != other for one in (group, *later))
        ]
        assert group == min(ready)
