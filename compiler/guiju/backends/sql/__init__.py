"""One SELECT that calculates a table of declarations in DuckDB or Spark SQL."""

from collections.abc import Iterator
from typing import get_args

from guiju.backends.model import Artifact, Backend
from guiju.backends.sql.codes import ROWS_NOT_MATCHED
from guiju.backends.sql.statement import statement
from guiju.documents.rows import matched
from guiju.plan.model import CalculationPlan
from guiju_runtime.messages import Language


def emit(plan: CalculationPlan) -> Iterator[Artifact]:
    """Write the statement; it needs a table or view ``declarations`` and nothing else.

    Where a standard sums rows of one group for each row of another, a file says why there is none.
    """
    pairs = [pair for rules in (plan.rules, *plan.profiles) for pair in matched(rules)]
    text = refused(pairs[0]) if pairs else statement(plan)
    yield Artifact("calculator.sql", text.encode())


def refused(pair: tuple[str, str]) -> str:
    """Say in comments why there is no statement."""
    values = {"outer": pair[0], "inner": pair[1]}
    said = [
        f"-- {ROWS_NOT_MATCHED.id} {text.in_language(language).format(**values)}"
        for language in get_args(Language)
        for text in (ROWS_NOT_MATCHED.message, ROWS_NOT_MATCHED.hint)
    ]
    return "\n".join(said) + "\n"


BACKEND = Backend(name="sql", summary="SQL for tables / 成批计算的 SQL", emit=emit)
