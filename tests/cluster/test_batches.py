"""The function for Spark, fed with Arrow batches: the tape's numbers and findings."""

from collections.abc import Iterator

import cloudpickle
import pyarrow as pa
import pytest

from guiju.batch.found import FIELDS, each_of, words_of
from guiju.batch.part import column_of
from guiju.cluster import batches
from guiju.cluster.batches import BatchFunction, ColumnsUnfit, calculate_batches
from guiju.command_codes import CommandFault
from tests.batch.tables import Drawn, batch_for, standard

SLUG = "electrolytic_aluminium"
SIZE = 40


@pytest.fixture(scope="module")
def table() -> pa.RecordBatch:
    """Declarations, some of them wrong, with a key of their own."""
    drawn = Drawn(SLUG, seed=5, wild=3).table(SIZE)
    return drawn.append_column("plant", pa.array([f"P{at}" for at in range(SIZE)]))


@pytest.fixture(scope="module")
def function(table: pa.RecordBatch) -> BatchFunction:
    return calculate_batches(standard(SLUG), table.schema, keep=("plant",), language="en")


def cut(table: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Give batches of several lengths, one of them empty."""
    names = [name.replace(".", "_") for name in table.schema.names]  # as Spark wants them
    for start, size in ((0, 7), (7, 0), (7, 1), (8, 32)):
        yield table.slice(start, size).rename_columns(names)


def test_batches_give_the_numbers_of_the_tape_and_the_findings_of_each_row(
    table: pa.RecordBatch, function: BatchFunction
) -> None:
    """The function goes to another process as Spark sends it, and comes out batch by batch."""
    sent = cloudpickle.loads(cloudpickle.dumps(function))
    given = list(sent(cut(table)))
    assert [batch.num_rows for batch in given] == [7, 0, 1, 32]
    whole = pa.Table.from_batches(given, schema=function.schema)
    result = batch_for(SLUG, table.drop_columns(["plant"])).calculate(table)
    for name, values in result.outputs.items():
        assert whole.column(name).combine_chunks().equals(column_of(values)), name
    assert whole.column("plant").to_pylist() == table.column("plant").to_pylist()
    assert whole.column("conforming").to_pylist() == (~result.faulty).tolist()
    assert 0 < result.faulty.sum() < SIZE
    printed = standard(SLUG).module.CALCULATOR.clause_of
    wanted = [(at, words_of(one, "en", printed)) for at, one in each_of(result.found)]
    found = [
        (number, tuple(one[name] for name in FIELDS))
        for number, row in enumerate(whole.column("findings").to_pylist())
        for one in row
    ]
    assert sorted(found) == sorted(wanted)  # a row set aside lists its findings in another order


def test_the_schema_is_told_in_the_words_of_spark(function: BatchFunction) -> None:
    columns = function.ddl.split(", `", 3)
    assert columns[:3] == ["`plant` STRING", "conforming` BOOLEAN", "cfp` DOUBLE"]
    assert function.ddl.endswith(
        "`findings` ARRAY<STRUCT<`severity`: STRING, `code`: STRING, `clause`: STRING, "
        "`clause_id`: STRING, `path`: STRING, `message`: STRING, `remedy`: STRING>>"
    )


def test_columns_that_do_not_fit_are_named_before_anything_runs(table: pa.RecordBatch) -> None:
    anode = table.schema.get_field_index("electrolysis.anode")
    texts = table.schema.set(anode, pa.field("electrolysis.anode", pa.string()))
    with pytest.raises(ColumnsUnfit, match=r"GJ882.*electrolysis\.anode"):
        calculate_batches(standard(SLUG), texts)
    with pytest.raises(ColumnsUnfit, match="unit_number"):
        calculate_batches(standard(SLUG), table.schema, keep=("unit_number",))


def test_a_column_kept_must_be_of_a_type_that_spark_has(table: pa.RecordBatch) -> None:
    columns = table.schema.append(pa.field("when", pa.time64("us")))
    kept = calculate_batches(standard(SLUG), columns, keep=("when",))
    with pytest.raises(ColumnsUnfit, match="when: time64"):
        _ = kept.ddl


def test_a_function_of_another_version_refuses(
    table: pa.RecordBatch, function: BatchFunction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "ENGINE", "guiju 9.9.9")
    with pytest.raises(CommandFault) as fault:
        list(function(cut(table)))
    assert fault.value.code.id == "GJ928"
