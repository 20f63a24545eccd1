"""The kernel in C gives the same bits as the tape that NumPy runs."""

import shutil
from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from guiju.batch.calculating import Batch, Engine
from guiju.batch.layout import layout_of
from guiju.batch.native.source import kernel_of
from guiju.tape import Columns, tape_of
from tests.batch.tables import Drawn, batch_for, standard
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


def lamp_batch(engine: Engine) -> Batch:
    plan, module = small(LAMP)
    layout = layout_of(plan.data_model, lamps().schema)
    return Batch(plan, module.CALCULATOR, layout, engine=engine)


def assert_same_bits(one: Batch, other: Batch, table: pa.RecordBatch) -> None:
    first, second = one.calculate(table), other.calculate(table)
    for name in one.outputs:
        np.testing.assert_array_equal(first.outputs[name], second.outputs[name], err_msg=name)
    assert np.array_equal(first.faulty, second.faulty)
    assert first.aside == second.aside


@needs_compiler
@pytest.mark.parametrize("slug", ["coal", "electrolytic_aluminium"])
def test_a_table_gives_the_same_bits(slug: str) -> None:
    table = Drawn(slug, seed=3, wild=1).table(60)
    assert_same_bits(batch_for(slug, table), batch_for(slug, table, engine="native"), table)


@needs_compiler
def test_a_series_gives_the_same_bits() -> None:
    assert_same_bits(lamp_batch("local"), lamp_batch("native"), lamps())


def test_a_series_is_summed_for_each_declaration() -> None:
    """5 a: 100 · (1 + 0.9 + 0.81 + 0.729 + 0.6561) kWh in 2024 … 2028, by 0.6, 0.5, 0.5, 0.4, 0.4;
    steel 5 kg of 2 kgCO2e; 10 g of HFC-32 in all."""
    result = lamp_batch("local").calculate(lamps())
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
