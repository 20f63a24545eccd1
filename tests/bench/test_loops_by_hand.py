"""The solution by hand of a loop gives what the standard gives."""

import numpy as np

from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from tests.bench.looped import Plants, by_hand, source
from tests.calculation.small_standards import small


def test_the_solution_by_hand_gives_the_footprints_of_the_standard() -> None:
    plan, module = small(source())
    plants = Plants(50)
    table = plants.table()
    layout = layout_of(plan.data_model, table.schema)
    result = Batch(plan, module.CALCULATOR, layout, ("cfp",), tested=False).calculate(table)
    assert result.aside == 0
    np.testing.assert_allclose(result.outputs["cfp"], by_hand(plants), rtol=1e-12, atol=0)
