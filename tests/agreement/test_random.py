"""All engines give the same for declarations drawn at random: every number, every finding.

The exact reference takes most of the time: a run of the tests asks it, the kernel in C, which gives
the bits of the tape, and the statement in DuckDB for every fifth declaration; a run with many more
cases (``make fuzz``) asks them for each. The statement is planned once for them and, beside them,
for the examples and for declarations that are changed in more places.
"""

from collections.abc import Sequence

import pyarrow as pa
import pytest
from hypothesis import settings

from guiju_runtime.calculating import Calculation
from guiju_runtime.reading import read
from tests.agreement.drawing import Drawing
from tests.agreement.engines import (
    by_javascript,
    by_python,
    by_sql,
    by_table,
    declarations,
    exactly,
)
from tests.batch.tables import SLUGS, Drawn, batch_for, examples, standard
from tests.javascript.engines import needs_node
from tests.sql.answers import table_of

AT_ONCE = 200
"""Declarations of one table."""
IN_A_RUN = 5
"""Of so many declarations one is given to the slow engines in a run of the tests."""
CHANGED = 14
"""Declarations drawn around the examples; one datum in sixteen is absent, wrong or unusual, and a
group has up to five rows."""


def rounds() -> tuple[int, int]:
    """Give how many tables are drawn, and of how many declarations one goes to the slow engines."""
    most = settings.get_current_profile_name() == "fuzz"
    return (10_000 // AT_ONCE, 1) if most else (1, IN_A_RUN)


def with_examples(slug: str, table: pa.RecordBatch) -> pa.RecordBatch:
    """Give ``table`` with the examples, and some drawn around them, behind it."""
    model = standard(slug).plan.data_model
    given = table_of(model, [read(model, example, float) for example in examples(slug)])
    changed = Drawn(slug, seed=4, wild=6).table(CHANGED)
    tables = [pa.Table.from_batches([one]) for one in (table, given, changed)]
    [whole] = pa.concat_tables(tables, promote_options="default").combine_chunks().to_batches()
    return whole


def some_are_wrong(found: Sequence[Calculation]) -> bool:
    """Tell whether a good part of declarations has a footprint, and a part has none."""
    footprints = [next(iter(one.main.footprints.values())).cfp for one in found]
    known = sum(value == value for value in footprints)
    return len(found) / 4 < known < len(found)


@pytest.mark.hypothesis
@pytest.mark.parametrize("slug", SLUGS)
@needs_node
def test_all_engines_agree_on_declarations_drawn_at_random(slug: str) -> None:
    tables, every = rounds()
    for seed in range(tables):
        table = Drawing(slug, seed).table(AT_ONCE)
        given = declarations(slug, table)
        found = by_python(slug, given)
        assert some_are_wrong(found)
        local = batch_for(slug, table)
        assert by_table(local, table, found) == []
        assert list(by_javascript(slug, given, found)) == []
        some = table.take(list(range(0, AT_ONCE, every)))
        given, found = given[::every], found[::every]
        assert by_table(batch_for(slug, some, engine="native"), some, found) == []
        if seed == 0:
            some = with_examples(slug, some)
            more = declarations(slug, some)[len(given) :]
            given, found = given + more, found + by_python(slug, more)
        assert list(by_sql(slug, some, found, local.outputs)) == []
        exactly(slug, given, found)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_seed_draws_the_same(slug: str) -> None:
    drawn, again, other = (repr(Drawing(slug, n).table(20).to_pylist()) for n in (1, 1, 2))
    assert drawn == again  # as text: what is not a number is not equal to itself
    assert drawn != other
