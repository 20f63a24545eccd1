"""What if of a table: each declaration changes as by itself, in numbers, findings, intervals."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from guiju.batch.part import More
from guiju.batch.single import declaration_at, outputs_of
from guiju.batch.sources import Piece
from guiju.changing import WhatIf, changed
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.sureness.comparing import Compared
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.table_sides import Question
from guiju.sureness.uncertainty import beside, uncertainties_of_changes
from guiju.table_changes.asked import Changes
from tests.batch.tables import Drawn, standard
from tests.sureness.small import FUEL, compiled, plant
from tests.sureness.test_tables import plants

LATTICE = Sampling(samples=200, seed=3, sampler="lattice")
WAYS = pytest.mark.parametrize("sampling", [None, LATTICE], ids=["analytic", "lattice"])
Written = tuple[tuple[str, str], ...]


def with_changes(
    of: Standard,
    table: pa.RecordBatch,
    written: Written,
    question: Question | None = None,
    **more: Any,
) -> More:
    layout = layout_of(of.plan.data_model, table.schema)
    result = Batch(of.plan, of.module.CALCULATOR, layout).calculate(table)
    asked = Changes(standard=of, written=written, asked=(), question=question, **more)
    piece = Piece(number=0, start=0, rows=table)
    return asked.made_for(layout, "local", "en").of(piece, result)


def alone(of: Standard, table: pa.RecordBatch, number: int, written: Written) -> WhatIf:
    layout = layout_of(of.plan.data_model, table.schema)
    return changed(of, of.calculate(declaration_at(layout, table, number, of.id)), written)


def unlike(columns: Mapping[str, np.ndarray], number: int, own: WhatIf) -> list[object]:
    """List the results with the changes that are not those of the declaration alone."""
    expected = outputs_of(own.after.calculation)
    wrong: list[object] = []
    for name, wanted in expected.items():
        found: Any = columns.get(f"what_if.{name}", [None] * (number + 1))[number]
        if isinstance(wanted, str) or found is None:
            wrong += [(name, found, wanted)] if isinstance(wanted, str) and found != wanted else []
        elif found != pytest.approx(wanted, rel=1e-9, abs=1e-9, nan_ok=True):
            wrong.append((name, found, wanted))
    return wrong


ALUMINIUM: Written = (
    ("power_supply.supply[1].electricity", "1000 GWh"),
    ("electrolysis.anode", "400000 t"),
    ("grid_footprint[2024]", "0.5 tCO2e/MWh"),
)


@WAYS
def test_a_declaration_of_a_table_changes_as_it_does_alone(sampling: Sampling | None) -> None:
    of = standard("electrolytic_aluminium")
    table = Drawn("electrolytic_aluminium", seed=6, wild=1).table(3)
    question = Question(sampling=sampling, profile="", asked=())
    more = with_changes(of, table, ALUMINIUM, question)
    findings = more.files["what_if.findings"].to_pylist()
    compared = 0
    for number in range(table.num_rows):
        own = alone(of, table, number, ALUMINIUM)
        assert unlike(more.columns, number, own) == []
        said = {(one.code.id, one.path) for one in own.after.findings}
        here = [one for one in findings if one["row"] <= number <= one["last_row"]]
        assert {(one["code"], one["path"]) for one in here} == said
        try:
            pair = uncertainties_of_changes(of, own, sampling)
        except CommandFault:
            continue
        compared += 1
        first = next(iter(of.plan.rules.outcomes)).name
        for prefix, one in zip(("", "what_if."), pair, strict=True):
            ends = [more.columns[f"{prefix}cfp.{end}"][number] for end in ("low", "high")]
            wanted = one.intervals[first]
            assert ends == pytest.approx([wanted.low, wanted.high], rel=1e-9)
        assert between(more, number) == pytest.approx(flat(beside(*pair)), rel=1e-6)
    assert compared >= 2


def between(more: More, number: int) -> list[float]:
    names = ("difference.median", "difference.low", "difference.high", "probability_less")
    return [float(more.columns[f"what_if.{name}"][number]) for name in names]


def flat(found: Compared) -> list[float]:
    return [*found.difference, 1 - found.less]


@WAYS
def test_what_is_not_changed_drops_out_of_the_difference(
    tmp_path: Path, sampling: Sampling | None
) -> None:
    """By hand: 8 t in place of 10 t or 20 t at 100 kgCO2e/t ÷ and × 1.2.

    - 200, between - 240 and - 166.67, of 1500; - 1200, between - 1440 and - 1000, of 2500.
    """
    of = compiled(tmp_path, FUEL % "uncertainty lognormal(1.2)")
    question = Question(sampling=sampling, profile="", asked=())
    more = with_changes(of, plants([10, 20]), (("works.fuel", "8 t"),), question)
    assert list(more.columns["what_if.cfp"]) == [1300, 1300]
    assert list(more.columns["what_if.difference"]) == [-200, -1200]
    assert list(more.columns["what_if.ratio"]) == pytest.approx([-200 / 1500, -1200 / 2500])
    near = 1e-9 if sampling is None else 0.05
    assert between(more, 0) == pytest.approx([-200, -240, -200 / 1.2, 1], rel=near)
    assert between(more, 1) == pytest.approx([-1200, -1440, -1000, 1], rel=near)


def test_a_declaration_without_the_row_that_is_changed_has_no_result_and_says_why() -> None:
    of = standard("electrolytic_aluminium")
    table = Drawn("electrolytic_aluminium", seed=6, wild=0).table(2)
    more = with_changes(of, table, (("power_supply.supply[7].electricity", "1 GWh"),))
    assert np.isnan(more.columns["what_if.cfp"]).all()
    assert not more.columns["what_if.conforming"].any()
    said = more.files["what_if.findings"].to_pylist()
    assert "GJ941" in {one["code"] for one in said}


def test_a_change_that_is_none_is_refused_before_anything_is_read() -> None:
    of = standard("electrolytic_aluminium")
    for name, value, code in (
        ("electrolysis.anodes", "1 t", "GJ940"),
        ("power_supply.supply.electricity", "1 GWh", "GJ940"),
        ("electrolysis.anode", "many", "GJ802"),
    ):
        asked = Changes(standard=of, written=((name, value),), asked=(), question=None)
        with pytest.raises(CommandFault) as fault:
            asked.exact()
        assert fault.value.code.id == code


def test_a_reference_is_changed_as_the_rows_are_and_both_sides_say_what_they_come_from(
    tmp_path: Path,
) -> None:
    """By hand: fuel ± 10 %, a factor of 100 kgCO2e/t ± 10 %; 11 t or 9 t beside 10 t of another.

    Apart by 100: ± 100 √(1.1² + 1² + 0.1²), of the factor only 1 t is left. With 8 t everywhere and
    a factor of 50: apart by 0 ± 50 √(0.8² + 0.8²). Fuel and factor make half of the variance each.
    """
    text = (FUEL % "uncertainty 10 %").replace("primary }", "primary uncertainty 10 % }", 1)
    of, table = compiled(tmp_path, text), plants([11, 9], ["north", "south"])
    more = with_changes(
        of,
        table,
        (("burning", "50 kgCO2e/t"), ("works.fuel", "8 t")),
        Question(sampling=None, profile="", asked=()),
        explained=True,
        reference=plant(thing="1 t", fuel="10 t", fixed="500 kg"),
    )
    ends = [more.columns[f"reference.difference.{end}"] for end in ("median", "high")]
    assert list(ends[0]) == pytest.approx([100, -100])
    assert ends[1][0] == pytest.approx(100 + 100 * np.sqrt(1.1**2 + 1 + 0.1**2))
    ends = [more.columns[f"what_if.reference.difference.{end}"] for end in ("median", "high")]
    assert list(ends[0]) == pytest.approx([0, 0])
    assert list(ends[1]) == pytest.approx([50 * np.sqrt(2 * 0.8**2)] * 2)
    for prefix, amount, factor in (("", 11, 100), ("what_if.", 8, 50)):
        lines = more.files[f"{prefix}contributions"].to_pylist()
        assert [
            (one["name"], one["value"], one["derivative"], one["share"])
            for one in lines
            if one["row"] == 0
        ] == [("works.fuel", amount, factor, 0.5), ("burning", factor, amount, 0.5)]


def test_a_declaration_that_cannot_be_changed_stands_beside_the_reference_as_declared_alone() -> (
    None
):
    of = standard("electrolytic_aluminium")
    table = Drawn("electrolytic_aluminium", seed=6, wild=0).table(2)
    layout = layout_of(of.plan.data_model, table.schema)
    rows = table.column("power_supply.supply").to_pylist()
    rows[1] = rows[1][:1]
    at = table.schema.get_field_index("power_supply.supply")
    table = table.set_column(
        at, table.schema.field(at), pa.array(rows, table.schema.field(at).type)
    )
    more = with_changes(
        of,
        table,
        (("power_supply.supply[2].electricity", "1 GWh"),),
        Question(sampling=None, profile="", asked=()),
        explained=True,
        reference=declaration_at(layout, table, 0, of.id),
    )
    assert np.isfinite(more.columns["reference.difference.median"]).tolist() == [True, True]
    changed_ones = more.columns["what_if.reference.difference.median"]
    assert np.isfinite(changed_ones).tolist() == [True, False]
    told = [set(more.files[f"{p}contributions"]["row"].to_pylist()) for p in ("", "what_if.")]
    assert told == [{0, 1}, {0}]
