"""One SELECT that calculates a table of declarations in DuckDB or Spark SQL."""

from collections.abc import Iterator

from guiju.backends.model import Artifact, Backend
from guiju.backends.sql.statement import statement
from guiju.plan.model import CalculationPlan


def emit(plan: CalculationPlan) -> Iterator[Artifact]:
    """Write the statement; it needs a table or view ``declarations`` and nothing else."""
    yield Artifact("calculator.sql", statement(plan).encode())


BACKEND = Backend(name="sql", summary="SQL for tables / 成批计算的 SQL", emit=emit)
