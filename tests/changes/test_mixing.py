"""Changes are made to the old edition one by one: each alone is that change and no other."""

from collections.abc import Iterable

from guiju import pipeline
from guiju.changes import Change, Edition, changes, mixed
from tests.changes.cases import CASES, MORE, RENAMED
from tests.changes.editions import SHIPPED, edited, edition, old
from tests.kept import KEPT

UNTOUCHED = ("citation", "term")
"""What no number hangs on is left as it was."""


def with_changes(new: Edition, taken: tuple[Change, ...]) -> Edition:
    """Give the old edition with some changes made."""
    mixture = mixed(old(), new, taken)
    find = mixture.find(SHIPPED.find, SHIPPED.find)
    outcome = pipeline.compile_standard(mixture.main, find, KEPT)
    assert outcome.product is not None, [d.message("en") for d in outcome.errors]
    return Edition(plan=outcome.product, clauses={}, headings={}, cited={})


def test_all_changes_together_give_the_new_edition() -> None:
    edits: dict[str, str] = {}
    for case in (*CASES, MORE):
        edits |= {before: after for before, after in case.edits if not _meets(before, edits)}
    new = edition(edited(*edits.items()))
    found = changes(old(), new)
    assert len(found) > 20
    left = changes(with_changes(new, found), new)
    assert {change.what for change in left} <= set(UNTOUCHED)


def _meets(words: str, others: Iterable[str]) -> bool:
    """Tell whether an edit is of words that another one is of."""
    return any(words in other or other in words for other in others)


def test_what_was_renamed_keeps_its_old_id() -> None:
    new = edition(edited(*RENAMED.edits))
    left = changes(with_changes(new, changes(old(), new)), new)
    assert {change.kind for change in left} == {"renamed"}


def test_a_change_alone_is_that_change() -> None:
    new = edition(edited(*MORE.edits))
    for change in changes(old(), new):
        found = changes(old(), with_changes(new, (change,)))
        moved = [] if change.what in UNTOUCHED else [(change.kind, change.what, change.id)]
        assert [(c.kind, c.what, c.id) for c in found] == moved
