"""The kernel in C gives the same bits as the tape that NumPy runs."""

import shutil
from collections.abc import Iterable
from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from guiju.batch.calculating import Batch
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.execution import Execution
from guiju.batch.layout import layout_of
from guiju.batch.native.head import AT_ONCE
from guiju.batch.native.library import NativeExecution
from guiju.batch.native.source import kernel_of
from guiju.plan.model import CalculationPlan
from guiju.tape import Columns, tape_of
from tests.batch.tables import Drawn, standard
from tests.calculation.small_standards import small
from tests.calculation.test_series import LAMP

needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")


def lamps() -> pa.RecordBatch:
    lives = [5.0, 3.0, 2.0, 0.0, 12.0, 4.5, 2000.0, None]
    size = len(lives)
    return pa.RecordBatch.from_pydict(
        {
            "works.lamp": [10.0] * size,
            "works.steel": [50.0] * size,
            "lighting.service_life": lives,
            "lighting.yearly": [100.0] * size,
            "lighting.decline": [10.0] * size,
            "period_from": [date(2024, 1, 1)] * size,
            "period_to": [date(2024, 12, 31)] * size,
        }
    )


def assert_same_bits(plan: CalculationPlan, table: pa.RecordBatch, sizes: Iterable[int]) -> None:
    """Hold a kernel of everything to the tape, on the first declarations of a table."""
    layout = layout_of(plan.data_model, table.schema)
    tape = tape_of(plan, columns_of(layout, table))
    groups = [group.path for group in plan.data_model.groups]
    kernel, numpy = NativeExecution(tape), Execution(tape)
    for size in sizes:
        block = block_of(layout, table.slice(0, size), tape.words, groups)
        found, wanted = kernel.run(block), numpy.run(block)
        for place in tape.kept():
            np.testing.assert_array_equal(found.of(place), wanted.of(place), err_msg=str(place))


@needs_compiler
@pytest.mark.parametrize("slug", ["coal", "electrolytic_aluminium"])
def test_a_table_gives_the_same_bits(slug: str) -> None:
    """Pieces of any length: columns that are full, empty or neither, vectors that are not full."""
    table = Drawn(slug, seed=3, wild=1).table(2 * AT_ONCE + 2)
    sizes = (0, 1, 3, 4, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, table.num_rows)
    assert_same_bits(standard(slug).plan, table, sizes)


@needs_compiler
def test_a_series_gives_the_same_bits() -> None:
    plan, _ = small(LAMP)
    assert_same_bits(plan, lamps(), (1, 7, 8))


def test_a_series_is_summed_for_each_declaration() -> None:
    """5 a: 100 · (1 + 0.9 + 0.81 + 0.729 + 0.6561) kWh in 2024 … 2028, by 0.6, 0.5, 0.5, 0.4, 0.4;
    steel 5 kg of 2 kgCO2e; 10 g of HFC-32 in all."""
    plan, module = small(LAMP)
    batch = Batch(plan, module.CALCULATOR, layout_of(plan.data_model, lamps().schema))
    result = batch.calculate(lamps())
    power = 100 * (0.6 + 0.9 * 0.5 + 0.81 * 0.5 + 0.729 * 0.4 + 0.6561 * 0.4)
    steel = 5 * 2
    gas = result.outputs["by_gas.HFC_32"][0]
    assert result.outputs["cfp"][0] == pytest.approx(power + steel + gas, rel=1e-12)
    assert result.aside == 3  # half a year, two thousand years, and none given


def test_the_same_tape_gives_the_same_text() -> None:
    plan = standard("coal").plan
    present = frozenset(datum.path for datum in plan.data_model.data)
    columns = Columns(present=present, full=present)
    assert kernel_of(tape_of(plan, columns)).text == kernel_of(tape_of(plan, columns)).text
