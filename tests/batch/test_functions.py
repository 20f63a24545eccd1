"""Powers, roots, logarithms and exponentials of whole columns: within 2 units of the last place."""

import math
import random
import shutil
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import pyarrow as pa
import pytest

from guiju.batch.calculating import Batch, Engine
from guiju.batch.layout import layout_of
from tests.calculation.small_standards import small
from tests.sql.test_numbers import CURVES

NAMES = ("powered", "root", "logarithm", "grown")
DRAW = random.Random(7)
PAIRS = [(10 ** DRAW.uniform(-6, 6), DRAW.uniform(-30, 30)) for _ in range(1000)]
PAIRS += [(1 + DRAW.uniform(-1e-3, 1e-3), DRAW.uniform(-700, 700)) for _ in range(500)]
ENGINES = [
    "local",
    pytest.param("native", marks=pytest.mark.skipif(shutil.which("cc") is None, reason="no cc")),
]


def exactly(name: str, x: float, n: float) -> Decimal:
    """Give the value to 50 digits and more."""
    with localcontext() as context:
        context.prec = 60
        base, exponent = Decimal(x), Decimal(n)
        ways = {
            "powered": lambda: base**exponent,
            "root": base.sqrt,
            "logarithm": base.ln,
            "grown": exponent.exp,
        }
        return ways[name]()


@pytest.mark.parametrize("engine", ENGINES)
def test_functions_of_columns_are_within_2_ulp_of_their_exact_values(engine: Engine) -> None:
    plan, module = small(CURVES)
    size = len(PAIRS)
    table = pa.RecordBatch.from_pydict(
        {
            "x": [x for x, _ in PAIRS],
            "n": [n for _, n in PAIRS],
            "works.thing": [2.0] * size,
            "works.ore": [3.0] * size,
            "period_from": [date(2024, 1, 1)] * size,
            "period_to": [date(2024, 12, 31)] * size,
        }
    )
    batch = Batch(plan, module.CALCULATOR, layout_of(plan.data_model, table.schema), engine=engine)
    calculated = batch.calculate(table)
    assert calculated.aside == 0
    for name in NAMES:
        column = calculated.outputs[f"results.{name}"]
        for (x, n), found in zip(PAIRS, map(float, column), strict=True):
            apart = abs(Fraction(found) - Fraction(exactly(name, x, n)))
            assert apart <= 2 * Fraction(math.ulp(found)), (name, x, n)
