"""Intervals of tables: each declaration has the one that it has by itself, wherever it stands."""

import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from guiju.batch.calculating import Batch, Engine
from guiju.batch.found import Many, each_of
from guiju.batch.layout import layout_of
from guiju.batch.part import More
from guiju.batch.single import declaration_at
from guiju.batch.sources import Piece
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.sureness.distributions import Z
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.table_sides import Question
from guiju.sureness.tables import Intervals
from guiju.sureness.uncertainty import Uncertainty, uncertainties
from tests.batch.tables import Drawn, standard
from tests.sureness.small import FUEL, compiled

NEAR = 1e-12
DRAWS = Sampling(samples=300, seed=5, sampler="random")
LATTICE = Sampling(samples=300, seed=5, sampler="lattice")
WAYS = pytest.mark.parametrize(
    "sampling", [None, DRAWS, LATTICE], ids=["analytic", "montecarlo", "lattice"]
)
LEVELS = """
quality {
  indicator technology zh "技术" en "technology" {
    weight 50 %
    1 zh "同" en "same" = 1
    2 zh "异" en "other" = 1.5
  }
  indicator time zh "时间" en "time" {
    weight 50 %
    1 zh "今" en "now" = 1
    2 zh "昔" en "then" = 1.2
  }
}
"""
Columns = dict[str, np.ndarray]


def asked_of(
    of: Standard,
    table: pa.RecordBatch,
    sampling: Sampling | None,
    engine: Engine = "local",
    *,
    explained: bool = False,
) -> More:
    question = Question(sampling=sampling, profile="", asked=())
    asked = Intervals(standard=of, question=question, explained=explained)
    layout = layout_of(of.plan.data_model, table.schema)
    batch = Batch(of.plan, of.module.CALCULATOR, layout)
    piece = Piece(number=0, start=0, rows=table)
    return asked.made_for(layout, engine, "en").of(piece, batch.calculate(table))


def intervals(
    of: Standard, table: pa.RecordBatch, sampling: Sampling | None, engine: Engine = "local"
) -> tuple[Columns, tuple[Many, ...]]:
    more = asked_of(of, table, sampling, engine)
    return more.columns, more.found


def plants(fuel: list[float | None], sites: list[str | None] | None = None) -> pa.RecordBatch:
    """Give works of 1 t that burn fuel, in the table of the small standard."""
    count = len(fuel)
    return pa.RecordBatch.from_pydict(
        {
            "period_from": [date(2024, 1, 1)] * count,
            "period_to": [date(2024, 12, 31)] * count,
            "site": pa.array(sites or [None] * count, pa.string()),
            "works.thing": [1.0] * count,
            "works.fuel": pa.array(fuel, pa.float64()),
            "works.fixed": [500.0] * count,
        }
    )


def alone(found: Uncertainty) -> Iterator[tuple[str, Any]]:
    """Give by column the intervals that are wider than nothing."""
    products = list(found.analysis.result.calculation.main.footprints)
    for product, own in found.intervals.items():
        if own.deviation > 0:
            yield ("cfp" if product == products[0] else f"{product}.cfp"), own
    yield from ((f"results.{path}", own) for path, own in found.results.items())


@WAYS
def test_a_declaration_of_a_table_has_the_interval_that_it_has_alone(
    sampling: Sampling | None,
) -> None:
    slug = "cashmere_sweater"
    of, table = standard(slug), Drawn(slug, seed=1, wild=1).table(3)
    columns, _ = intervals(of, table, sampling)
    layout = layout_of(of.plan.data_model, table.schema)
    compared = 0
    for number in range(table.num_rows):
        result = of.calculate(declaration_at(layout, table, number, slug))
        try:
            [found] = uncertainties(of, [result], sampling)
        except CommandFault:
            assert math.isnan(columns["cfp.low"][number])
            continue
        for name, own in alone(found):
            ends = [columns[f"{name}.{end}"][number] for end in ("low", "median", "high")]
            assert ends == pytest.approx([own.low, own.median, own.high], rel=NEAR)
            deviation = columns[f"{name}.standard_deviation"][number]
            assert deviation == pytest.approx(own.deviation, rel=1e-9)
            compared += 1
    assert compared >= 4


def test_of_confidential_data_no_contribution_is_told(tmp_path: Path) -> None:
    text = (FUEL % "uncertainty 5 %").replace("burning  primary", "burning  primary  confidential")
    more = asked_of(compiled(tmp_path, text), plants([10, 20]), None, explained=True)
    assert list(more.columns["cfp.high"]) == pytest.approx([1550, 2600])
    assert more.files["contributions"].num_rows == 0


def test_the_variance_of_each_row_is_shared_among_its_inputs(tmp_path: Path) -> None:
    """By hand: half intervals 10 % of 1000 = 100 and 15 % of 500 = 75, variances as 64 to 36.

    In the second row 10 % of 2000 and 75: 40 000 to 5 625; the third says nothing of either.
    """
    table = plants([10, 20, 10])
    for name, ratios in (("fuel", [0.1, 0.1, None]), ("fixed", [0.15, 0.15, None])):
        table = table.append_column(f"works.{name}.uncertainty", pa.array(ratios))
    more = asked_of(compiled(tmp_path, FUEL % ""), table, None, explained=True)
    found = more.files["contributions"]
    assert found.column("row").to_pylist() == [0, 0, 1, 1]
    assert found.column("name").to_pylist() == ["works.fuel", "works.fixed"] * 2
    assert found.column("unit").to_pylist() == ["t", "kg"] * 2
    assert found.column("value").to_pylist() == [10, 500, 20, 500]
    assert found.column("derivative").to_pylist() == pytest.approx([100, 1] * 2)
    large = 40_000 / 45_625
    assert found.column("share").to_pylist() == pytest.approx([0.64, 0.36, large, 1 - large])


def test_a_lognormal_factor_is_exact_and_every_row_has_its_draws(tmp_path: Path) -> None:
    """By hand: 500 kg and 10 t or 20 t of 100 kgCO2e/t, ÷ and × 1.2.

    95 % lie between 500 + 1000/1.2 and 500 + 1200, or 500 + 2000/1.2 and 500 + 2400.
    σ = ln 1.2/1.96 = 0.0930: the deviation is 1000 · exp(σ²/2) · √(exp σ² - 1), or twice that.
    """
    of, table = compiled(tmp_path, FUEL % "uncertainty lognormal(1.2)"), plants([10, 20])
    first, _ = intervals(of, table, None)
    sigma = math.log(1.2) / Z
    deviation = 1000 * math.exp(sigma**2 / 2) * math.sqrt(math.expm1(sigma**2))
    assert list(first["cfp.low"]) == pytest.approx([500 + 1000 / 1.2, 500 + 2000 / 1.2], rel=1e-9)
    assert list(first["cfp.median"]) == pytest.approx([1500, 2500], rel=1e-12)
    assert list(first["cfp.high"]) == pytest.approx([1700, 2900], rel=1e-9)
    assert list(first["cfp.standard_deviation"]) == pytest.approx([deviation, 2 * deviation])
    drawn, _ = intervals(of, table, DRAWS)
    one, other = drawn["cfp.low"] - 500
    assert other / one == pytest.approx(2, rel=1e-12)
    assert list(drawn["cfp.without_value"]) == [0, 0]


@pytest.mark.parametrize("sampling", [None, LATTICE], ids=["analytic", "lattice"])
def test_levels_of_quality_say_how_far_a_value_is_off(
    tmp_path: Path, sampling: Sampling | None
) -> None:
    """By hand: of secondary fuel, 1000 kg of 1500 kg, levels say 1.5 and 1.2, of the rest 1.

    ln² 1.5 + ln² 1.2 = 0.164402 + 0.033241 = 0.197643, its root ln GSD² = 0.444571, σ = 0.222285.
    g = e^(1.959964 · σ) = 1.546000: 95 % lie between 500 + 1000/g = 1146.83 and 500 + 1000 · g =
    2046.00. The deviation is 1000 · exp(σ²/2) · √(exp σ² - 1) = 1025.01 · 0.225060 = 230.69.
    """
    works = FUEL.replace("burning  primary", "burning  secondary") % ""
    of = compiled(tmp_path, works.replace(": t\n", ": t { primary }\n", 1) + LEVELS)
    table = plants([10.0])
    result = of.calculate(declaration_at(layout_of(of.plan.data_model, table.schema), table, 0, ""))
    [found] = uncertainties(of, [result], sampling)
    [(_, own)] = alone(found)
    columns, _ = intervals(of, table, sampling)
    near = 0.02 if sampling else 1e-5
    for ends in (
        (own.low, own.high, own.deviation),
        tuple(columns[f"cfp.{end}"][0] for end in ("low", "high", "standard_deviation")),
    ):
        assert ends == pytest.approx((1146.83, 2046.00, 230.69), rel=near)


def test_for_small_uncertainties_both_ways_agree(tmp_path: Path) -> None:
    of = compiled(tmp_path, FUEL % "uncertainty lognormal(1.0001)")
    table = plants([10, 20])
    drawn, _ = intervals(of, table, Sampling(samples=40_000, seed=2, sampler="random"))
    first, _ = intervals(of, table, None)
    for end in ("low", "high"):
        moved = first[f"cfp.{end}"] - [1500, 2500]
        assert list(drawn[f"cfp.{end}"] - [1500, 2500]) == pytest.approx(list(moved), rel=0.03)


@pytest.mark.parametrize("sampling", [None, LATTICE], ids=["analytic", "lattice"])
def test_where_a_row_stands_changes_no_bit(sampling: Sampling | None) -> None:
    slug = "electrolytic_aluminium"
    of, table = standard(slug), Drawn(slug, seed=3, wild=0).table(5)
    whole, _ = intervals(of, table, sampling)
    turned, _ = intervals(of, table.take(pa.array([4, 3, 2, 1, 0])), sampling)
    for name, column in whole.items():
        np.testing.assert_array_equal(turned[name][::-1], column)


@pytest.mark.parametrize("sampling", [DRAWS, LATTICE], ids=["random", "lattice"])
def test_what_calculates_a_row_changes_no_bit(tmp_path: Path, sampling: Sampling) -> None:
    of, table = compiled(tmp_path, FUEL % "uncertainty lognormal(1.2)"), plants([10, None, 12.5])
    whole, _ = intervals(of, table, sampling)
    last, _ = intervals(of, table.slice(2), sampling, engine="native")
    for name, column in whole.items():
        np.testing.assert_array_equal(last[name], column[2:])


def test_a_datum_has_the_same_draws_at_the_same_site_only(tmp_path: Path) -> None:
    """Of two sites with the same fuel each is off by its own; twice the same site is the same."""
    works = (FUEL % "").replace(
        "factor burning  primary", "factor burning  primary uncertainty 5 %"
    )
    of = compiled(tmp_path, works)
    found, _ = intervals(of, plants([10, 10, 10], ["one", "two", "one"]), DRAWS)
    one, two, again = found["cfp.low"]
    assert one == again
    assert one != two


def test_a_row_without_interval_says_why(tmp_path: Path) -> None:
    of = compiled(tmp_path, FUEL % "uncertainty lognormal(1.2)")
    columns, found = intervals(of, plants([10, None, 0]), DRAWS)
    assert list(np.isnan(columns["cfp.low"])) == [False, True, True]
    said = [(number, one.code.id, one.path, one.severity) for number, one in each_of(found)]
    assert said == [(1, "GJ948", "cfp", "warning"), (2, "GJ950", "cfp", "warning")]
