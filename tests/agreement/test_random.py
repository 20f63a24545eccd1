"""All engines give the same for declarations drawn at random: every number, every finding.

The statement in DuckDB is planned once for them and, beside them, for the examples and for
declarations that are changed in more places; the exact reference, too, is asked for all of these.
"""

import json
from collections.abc import Iterator, Sequence
from operator import truediv

import pyarrow as pa
import pytest

from guiju_runtime.calculating import Calculation
from guiju_runtime.reading import read
from tests.agreement.drawing import Drawing
from tests.agreement.engines import (
    Wrong,
    alike,
    as_json,
    by_javascript,
    by_python,
    by_sql,
    by_table,
    declarations,
    exactly,
)
from tests.agreement.seeds import size
from tests.batch.tables import SLUGS, Drawn, batch_for, examples, standard
from tests.calculation.rounding import rounded_away
from tests.javascript.engines import needs_node
from tests.sql.answers import table_of

CHANGED = 14
"""Declarations drawn around the examples; one datum in sixteen is absent, wrong or unusual, and a
group has up to five rows."""


def with_examples(slug: str, table: pa.RecordBatch) -> pa.RecordBatch:
    """Give ``table`` with the examples, and some drawn around them, behind it."""
    model = standard(slug).plan.data_model
    given = table_of(model, [read(model, example, truediv) for example in examples(slug)])
    changed = Drawn(slug, seed=4, wild=6).table(CHANGED)
    tables = [pa.Table.from_batches([one]) for one in (table, given, changed)]
    [whole] = pa.concat_tables(tables, promote_options="default").combine_chunks().to_batches()
    return whole


def some_are_wrong(found: Sequence[Calculation]) -> bool:
    """Tell whether a good part of declarations has a footprint, and a part has none."""
    footprints = [next(iter(one.main.footprints.values())).cfp for one in found]
    known = sum(value == value for value in footprints)
    return len(found) / 4 < known < len(found)


def first(engine: str, table: pa.RecordBatch, slug: str, wrong: Iterator[Wrong]) -> str:
    """Say what an engine first gives otherwise, and for which declaration; else nothing."""
    for number, what in wrong:
        [declaration] = declarations(slug, table.slice(number, 1))
        text = json.dumps(as_json(declaration), ensure_ascii=False)
        return f"{engine}, declaration {number}: {what}\n{text}"
    return ""


@pytest.mark.hypothesis
@needs_node
def test_all_engines_agree_on_declarations_drawn_at_random(slug: str, seed: int) -> None:
    table = Drawing(slug, seed).table(size())
    given = declarations(slug, table)
    found = by_python(slug, given)
    assert some_are_wrong(found)
    local = batch_for(slug, table)
    assert first("table", table, slug, iter(by_table(local, table, found))) == ""
    assert first("javascript", table, slug, by_javascript(slug, given, found)) == ""
    native = batch_for(slug, table, engine="native")
    assert first("native", table, slug, iter(by_table(native, table, found))) == ""
    if seed == 0:
        table = with_examples(slug, table)
        more = declarations(slug, table)[len(given) :]
        given, found = given + more, found + by_python(slug, more)
    assert first("sql", table, slug, by_sql(slug, table, found, local.outputs)) == ""
    assert first("reference", table, slug, exactly(slug, given, found)) == ""


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_seed_draws_the_same(slug: str) -> None:
    drawn, again, other = (repr(Drawing(slug, n).table(20).to_pylist()) for n in (1, 1, 2))
    assert drawn == again  # as text: what is not a number is not equal to itself
    assert drawn != other


def test_only_what_rounding_decides_is_left_undecided() -> None:
    """In declaration 1 a boiler gives 1e-6 of the heat that plywood takes, so that 2.6e13 less as
    much, by the reference -888, is off by 1e-3 with floats: as much as the sum over the life cycle
    may be. Whether module C is declared is not in doubt."""
    plan = standard("wood_panel").plan
    [declaration] = declarations("wood_panel", Drawing("wood_panel", 0).table(2).slice(1, 1))
    sums, gate = ("GJ855", "sums_to_zero"), ("GJ801", "panel_making.plywood")
    assert rounded_away({sums, gate}, plan, declaration) == {sums}
    [plain] = examples("wood_panel")[:1]
    assert rounded_away({sums}, plan, plain) == set()


def test_findings_are_alike_only_to_the_last_digit_shown() -> None:
    one, near, far = (("GJ1", "a", "# t", (number,)) for number in (20994.8, 20994.9, 20995.2))
    assert alike({one}, {near})
    assert not alike({one}, {far})
    assert not alike({one}, {("GJ2", "a", "# t", (20994.8,))})
    assert not alike({one}, set())
