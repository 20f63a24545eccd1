"""Rows of groups, of series and of pairs, by hand and as exactly."""

from operator import truediv

import pytest

from guiju_runtime.reading import read
from tests.calculation.compiled import declared
from tests.calculation.small_standards import small
from tests.calculation.test_matching_by_period import TWO_HOURS, data, standard
from tests.sql.answers import answers, differences, exactly, table_of


@pytest.mark.parametrize("kind", ["choice slots", "text", "number"])
def test_the_rows_of_one_group_sum_those_of_another(kind: str) -> None:
    """By hand as in tests/calculation/test_matching_by_period.py: (90 · 30 + 10 · 600) / 10."""
    plan, _ = small(standard(kind))
    given = [
        data(kind, *TWO_HOURS),
        data(kind),
        data(kind, (1, None), (2, "20 MWh")),
        data(kind, (1, "x MWh"), (2, "20 MWh")),
        data(kind, (2, "1 MWh"), (2, "2 MWh"), (2, "3 MWh"), (2, "4 MWh"), (2, "5 MWh")),
    ]
    table = table_of(plan.data_model, [read(plan.data_model, declared(d), truediv) for d in given])
    found = answers(plan, table)
    assert found[0]["cfp"] == pytest.approx(870, rel=1e-12)
    for number, row in enumerate(found):
        assert list(differences(row, exactly(plan, table, number))) == []
