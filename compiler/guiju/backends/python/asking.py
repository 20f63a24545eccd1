"""Ask a finished run for the value of a further formula, as the generated calculator would."""

import math
from collections.abc import Iterable

from guiju.backends.python.dialect import PYTHON
from guiju.plan.model import CalculationPlan
from guiju.program.code import Lambda
from guiju.program.expressions import NOWHERE, to_code
from guiju.program.names import constant_name
from guiju.program.tables import runtime_table
from guiju_dsl.standard.expressions import Expression
from guiju_runtime import arithmetic
from guiju_runtime.arithmetic import has_no_value
from guiju_runtime.run import Run


def answers(plan: CalculationPlan, run: Run, asked: Iterable[Expression]) -> tuple[object, ...]:
    """Give the value of each formula in the main rule book; None where it has none."""
    known = {constant_name(table.path): runtime_table(table) for table in plan.rules.tables}
    names = {**vars(arithmetic), "math": math, **known}
    return tuple(_answer(run, node, names) for node in asked)


def _answer(run: Run, node: Expression, names: dict[str, object]) -> object:
    formula = eval(PYTHON.expression(Lambda(to_code(node, NOWHERE), "run")), dict(names))
    value = run.attempt("", lambda: formula(run), optional=True)
    return None if has_no_value(value) else value
