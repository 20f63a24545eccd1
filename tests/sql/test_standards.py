"""Every standard as one SELECT: numbers and findings of the exact reference."""

import pyarrow as pa
import pytest

from guiju_runtime.reading import read
from tests.batch.tables import SLUGS, Drawn, batch_for, examples, standard
from tests.sql.answers import BESIDE, answers, differences, exactly, table_of

DRAWN = 14
"""Declarations drawn around the examples; one datum in sixteen is absent, wrong or unusual, and a
group has up to five rows."""


@pytest.mark.parametrize("slug", SLUGS)
def test_examples_and_faulty_declarations_come_out_as_exactly(slug: str) -> None:
    plan = standard(slug).plan
    model = plan.data_model
    given = table_of(model, [read(model, example, float) for example in examples(slug)])
    drawn = Drawn(slug, seed=4, wild=6).table(DRAWN).select(given.schema.names)
    table = pa.Table.from_batches([given, drawn.cast(given.schema)]).combine_chunks()
    [batch] = table.to_batches()
    found = answers(plan, batch)
    local = batch_for(slug, batch)
    assert set(found[0]) - BESIDE == set(local.outputs)
    assert [not row["conforming"] for row in found] == local.calculate(batch).faulty.tolist()
    assert {
        number: wrong
        for number, row in enumerate(found)
        if (wrong := list(differences(row, exactly(plan, batch, number))))
    } == {}
