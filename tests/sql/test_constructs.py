"""Every construct of small standards, on declarations drawn at random: right, absent, wrong."""

import random
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa
import pytest

from guiju.plan.model import CalculationPlan
from guiju_runtime.data_model import DataModel, Datum
from tests.batch.tables import TYPES, rows_type
from tests.calculation import test_allocation as allocation
from tests.calculation import test_functions as functions
from tests.calculation import test_gases as gases
from tests.calculation import test_networks as networks
from tests.calculation import test_series as series
from tests.calculation.compiled import compile_text
from tests.calculation.small_standards import WORKS, small
from tests.calculation.whole_standard import STANDARD, find
from tests.sql.answers import answers, differences, exactly

DRAWN = 30
USUAL = (0.5, 1.0, 3.0, 12.5, 40.0, 85.0, 99.0, 100.0, 250.0)
HOSTILE = (-5.0, float("nan"), float("inf"), 0.0, 1e-310, 1e9, None)
TEXTS = ("A", "B", "'; DROP TABLE declarations; --", 'say "\\n"', "`x` OR 1 = 1", None)
TEXT = {
    "loop of one": networks.OWN_GAS,
    "loop of two": networks.TWO_IN_A_LOOP,
    "limited draws": networks.OWN_POWER,
    "downstream": networks.DOWNSTREAM,
    "allocation by a condition": allocation.BY_PRICE_OR_HEAT,
    "allocation by input": allocation.FERTILISER,
    "balances": allocation.OVENS,
    "functions": functions.EVERYTHING,
    "gas of a datum": gases.LEAKS,
    "biogenic": WORKS + gases.BIOMASS,
    "series": series.LAMP,
    "guarded series": series.GUARDED,
    "series of constants": series.DEGRADING,
    "whole": "",
}


@cache
def plan_of(name: str) -> CalculationPlan:
    return small(TEXT[name])[0] if TEXT[name] else compile_text(STANDARD, find)


class Draw:
    """Tables drawn from a data model alone."""

    def __init__(self, model: DataModel, seed: int) -> None:
        self.model = model
        self.random = random.Random(seed)

    def table(self, size: int) -> pa.RecordBatch:
        columns = {
            datum.path: pa.array([self.value(datum) for _ in range(size)], TYPES[datum.kind])
            for datum in self.model.data
            if not datum.group
        }
        for group in self.model.groups:
            inside = [datum for datum in self.model.data if datum.group == group.path]
            rows = [self.rows(inside, len(group.path) + 1) for _ in range(size)]
            columns[group.path] = pa.array(rows, rows_type(self.model, group.path))
        years = [self.random.choice((2022, 2023, 2024, 2025)) for _ in range(size)]
        ends = [None if at == size - 1 else date(year, 12, 31) for at, year in enumerate(years)]
        columns["period_from"] = pa.array([date(year, 1, 1) for year in years], pa.date32())
        columns["period_to"] = pa.array(ends, pa.date32())
        return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))

    def rows(self, inside: list[Datum], start: int) -> list[dict[str, Any]] | None:
        """Give none to five rows, or no list at all."""
        count = self.random.randrange(-1, 6)
        if count < 0:
            return None
        return [{d.path[start:]: self.value(d) for d in inside} for _ in range(count)]

    def value(self, datum: Datum) -> Any:
        usual = self.random.randrange(10) > 0
        match datum.kind:
            case "number":
                return self.random.choice(USUAL if usual else HOSTILE)
            case "choice":
                names = [name for name, _ in datum.options]
                return self.random.choice(names if usual else [*TEXTS, "nonsense"])
            case "yes_no":
                return self.random.choice((True, False) if usual else (None,))
            case "year":
                return self.random.choice((2020, 2024) if usual else (None, 3))
            case "date":
                return self.random.choice(("2024-05-01",) if usual else (None, "soon"))
            case _:
                return self.random.choice(TEXTS)


@pytest.mark.parametrize("name", TEXT)
def test_a_construct_comes_out_as_exactly(name: str) -> None:
    plan = plan_of(name)
    table = Draw(plan.data_model, seed=11).table(DRAWN)
    found = answers(plan, table)
    assert {
        number: wrong
        for number, row in enumerate(found)
        if (wrong := list(differences(row, exactly(plan, table, number))))
    } == {}
