"""All engines give the same for declarations drawn at random: every number, every finding.

The exact reference takes most of the time: a run of the tests asks it, and the kernel in C, which
gives the bits of the tape, for every fifth declaration; a run with many more cases (``make fuzz``)
asks them for each.
"""

import pytest
from hypothesis import settings

from tests.agreement.drawing import Drawing
from tests.agreement.engines import (
    by_javascript,
    by_python,
    by_sql,
    by_table,
    declarations,
    exactly,
)
from tests.batch.tables import SLUGS
from tests.javascript.engines import needs_node

AT_ONCE = 200
"""Declarations of one table."""
IN_A_RUN = 5
"""Of so many declarations one is given to the slow engines in a run of the tests."""


def rounds() -> tuple[int, int]:
    """Give how many tables are drawn, and of how many declarations one goes to the slow engines."""
    most = settings.get_current_profile_name() == "fuzz"
    return (10_000 // AT_ONCE, 1) if most else (1, IN_A_RUN)


@pytest.mark.hypothesis
@pytest.mark.parametrize("slug", SLUGS)
@needs_node
def test_all_engines_agree_on_declarations_drawn_at_random(slug: str) -> None:
    tables, every = rounds()
    for seed in range(tables):
        table = Drawing(slug, seed).table(AT_ONCE)
        given = declarations(slug, table)
        found = by_python(slug, given)
        assert by_table(slug, table, found, "local") == []
        some = table.slice(0, AT_ONCE // every)
        assert by_table(slug, some, found[: some.num_rows], "native") == []
        assert list(by_javascript(slug, given, found)) == []
        assert list(by_sql(slug, some, found)) == []
        exactly(slug, given[::every])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_seed_draws_the_same(slug: str) -> None:
    drawn, again, other = (repr(Drawing(slug, n).table(20).to_pylist()) for n in (1, 1, 2))
    assert drawn == again  # as text: what is not a number is not equal to itself
    assert drawn != other


@pytest.mark.parametrize("slug", SLUGS)
def test_some_of_what_is_drawn_has_a_footprint_and_some_is_wrong(slug: str) -> None:
    table = Drawing(slug, 0).table(60)
    found = by_python(slug, declarations(slug, table))
    footprints = [next(iter(one.main.footprints.values())).cfp for one in found]
    known = sum(value == value for value in footprints)
    assert 15 < known < 60
