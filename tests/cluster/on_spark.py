"""What is said of Spark, on Spark itself: ``make spark``, which needs Java 17 or newer.

``make test`` does not collect this file: PySpark is 400 MB and belongs to no extra.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from guiju.backends.sql.reading import HEADER
from guiju.cluster.batches import calculate_batches
from guiju.plan.model import CalculationPlan
from tests.batch.tables import SLUGS, Drawn, standard
from tests.calculation.small_standards import WORKS, small
from tests.sql.answers import differences, exactly, statement_of
from tests.sql.test_constructs import Draw, plan_of
from tests.sureness.small import FUEL

SIZE = 8


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Spark on this machine, with the Python and the paths of this process."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate()
    )
    yield session
    session.stop()


def read(spark: Any, folder: Path, table: pa.Table) -> Any:
    """Let Spark read a table from a file."""
    pq.write_table(table, folder / "declarations.parquet")
    return spark.read.parquet(str(folder / "declarations.parquet"))


def test_spark_maps_the_function_over_a_table(spark: Any, tmp_path: Path) -> None:
    drawn = Drawn("cement", seed=4, wild=3).table(50)
    table = pa.Table.from_batches([drawn.append_column("plant", pa.array(range(50), pa.int64()))])
    declarations = read(spark, tmp_path, table)
    columns = declarations.limit(0).toArrow().schema
    function = calculate_batches(standard("cement"), columns, keep=("plant",), language="en")
    plain = declarations.toDF(*(name.replace(".", "_") for name in declarations.columns))
    found = plain.mapInArrow(function, function.ddl).orderBy("plant").toArrow()
    [alone] = calculate_batches(standard("cement"), table.schema, keep=("plant",), language="en")(
        table.to_batches()
    )
    assert found.to_pylist() == alone.to_pylist()


def plan_called(name: str) -> CalculationPlan:
    """Give the plan of a standard that ships, or of a small one."""
    if name in SLUGS:
        return standard(name).plan
    return small(WORKS + FUEL % "")[0] if name == "fuel" else plan_of(name)


@pytest.mark.parametrize("name", ["fuel", "functions", "loop of one", *SLUGS])
def test_a_statement_gives_the_exact_answers(spark: Any, name: str, tmp_path: Path) -> None:
    """As Spark is set by default: it goes through a statement no more than a hundred times."""
    plan = plan_called(name)
    if name in SLUGS:
        table = Drawn(name, seed=11, wild=2).table(SIZE)
    else:
        table = Draw(plan.data_model, seed=11).table(SIZE)
    whole = table.append_column("row", pa.array(range(SIZE), pa.int64()))
    for column in HEADER:
        if column not in whole.schema.names:
            whole = whole.append_column(column, pa.nulls(SIZE, pa.string()))
    read(spark, tmp_path, pa.Table.from_batches([whole])).createOrReplaceTempView("declarations")
    answers = [row.asDict(recursive=True) for row in spark.sql(statement_of(plan)).collect()]
    assert [row["row"] for row in answers] == list(range(SIZE))
    assert {
        number: wrong
        for number, row in enumerate(answers)
        if (wrong := list(differences(row, exactly(plan, table, number))))
    } == {}
