"""Changes are made to the old edition one by one: each alone is that change and no other."""

import pytest

from guiju import pipeline
from guiju.changes import Change, Edition, changes, mixed
from tests.changes.cases import CASES, MORE, RENAMED, Case
from tests.changes.editions import SHIPPED, edited, edition, old
from tests.kept import KEPT

UNTOUCHED = ("citation", "term")
"""What no number hangs on is left as it was."""
EVERY = (*CASES, MORE, RENAMED)


def with_changes(new: Edition, taken: tuple[Change, ...]) -> Edition:
    """Give the old edition with some changes made."""
    mixture = mixed(old(), new, taken)
    find = mixture.find(SHIPPED.find, SHIPPED.find)
    outcome = pipeline.compile_standard(mixture.main, find, KEPT)
    assert outcome.product is not None, [d.message("en") for d in outcome.errors]
    return Edition(plan=outcome.product, clauses={}, headings={}, cited={})


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_all_changes_together_give_the_new_edition(case: Case) -> None:
    new = edition(edited(*case.edits))
    left = changes(with_changes(new, changes(old(), new)), new)
    assert {c.what for c in left if c.kind != "renamed"} <= set(UNTOUCHED)


def test_a_change_alone_is_that_change() -> None:
    new = edition(edited(*MORE.edits))
    for change in changes(old(), new):
        found = changes(old(), with_changes(new, (change,)))
        moved = [] if change.what in UNTOUCHED else [(change.kind, change.what, change.id)]
        assert [(c.kind, c.what, c.id) for c in found] == moved
