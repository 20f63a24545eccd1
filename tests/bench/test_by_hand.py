"""What the kernel is measured against calculates and checks as the calculator does."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from guiju.batch.block import Block, Floats
from guiju.batch.execution import Execution
from guiju.tape.model import Tape
from tests.batch.tables import standard
from tests.bench.aluminium_columns import Columns
from tests.bench.by_hand import Loop, tables_of
from tests.bench.measure_kernel import decoded, numbers_of
from tests.bench.measure_tables import ASKED
from tests.bench.plants import SLUG, plants

needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")

Changes = Mapping[str, Any]
ANODES: Changes = {
    "baked_anode": 21e4,
    "butts_returned": 2e4,
    "petroleum_coke": 14e4,
    "packing_coke": 2e3,
    "petroleum_coke_footprint": 300.0,
    "pitch": 3e4,
    "pitch_footprint": 900.0,
    "electricity": 25e3,
    "natural_gas": 12e6,
    "packing_coke_carbon": 98.0,
    "green_anode": 22e4,
    "volatile_carbon": 60.0,
}
OWN = {"has_anode_plant": True, **{f"anode_production.{name}": n for name, n in ANODES.items()}}
MEASURED = {
    "electrolysis.measured_cf4": 0.05,
    "electrolysis.collection_efficiency": 98.0,
    "electrolysis.measured_ratio": 0.1,
}
OVERVOLTAGE = {
    "electrolysis.effect_duration": None,
    "electrolysis.overvoltage": 12.0,
    "electrolysis.current_efficiency": 93.0,
}
SUPPLY = {"electricity": 5e6, "technology": None, "own_factor": None}
SUPPLY |= {"certificate_number": None, "bundled": None}
CERTIFICATE = {**SUPPLY, "kind": "certificate", "technology": "hydro"}
CERTIFICATE |= {"certificate_number": "1", "bundled": True}
CAPTIVE = {**SUPPLY, "kind": "captive_coal", "own_factor": 0.9}
GRID = {**SUPPLY, "kind": "grid"}


def bought(*rows: Changes) -> Changes:
    return {"power_supply.supply": [dict(row) for row in rows]}


def residues(*amounts: float) -> Changes:
    rows = [
        {"residue_kind": "dross", "treatment_footprint": 90.0, "treated": amount}
        for amount in amounts
    ]
    return {"electrolysis.residue": rows}


RIGHT: tuple[Changes, ...] = (
    {},
    OWN,
    {**OWN, "anode_production.baked_anode": 5e4},
    {**OWN, "anode_production.baked_anode": 1e4},
    MEASURED,
    {**OWN, **MEASURED},
    {"electrolysis.low_voltage_cf4": 0.004},
    {"electrolysis.anode_effects": None},
    *({**OVERVOLTAGE, "electrolysis.cell": cell} for cell in ("CWPB", "SWPB", "VSS")),
    bought(GRID, CERTIFICATE, CAPTIVE),
    {**residues(300.0, 20.0), **OWN},
    {"refining.boiler_efficiency": 100.0, "electrolysis.ash": 5.0},
    {"refining.lime": 0.0, "refining.electricity": 0.0, "electrolysis.sulphur": 0.0},
    {"period_from": date(2025, 1, 1), "period_to": date(2025, 12, 31)},
)
"""Plants of every kind: with anodes of their own, few, fewer than none; by every tier."""
WRONG: tuple[Changes, ...] = (
    *({**OWN, f"anode_production.{name}": None} for name in ANODES),
    {**OWN, "anode_production.packing_coke_carbon": 100.5},
    {**OWN, "anode_production.volatile_carbon": 100.5},
    {**OWN, "anode_production.butts_returned": ANODES["baked_anode"]},
    *({**MEASURED, name: None} for name in list(MEASURED)[1:]),
    {**MEASURED, "electrolysis.measured_cf4": -0.1},
    {**MEASURED, "electrolysis.collection_efficiency": 0.5},
    {**MEASURED, "electrolysis.measured_ratio": 1.5},
    {**OVERVOLTAGE, "electrolysis.overvoltage": -1.0},
    {**OVERVOLTAGE, "electrolysis.current_efficiency": 79.0},
    {"electrolysis.low_voltage_cf4": -0.004},
    {"electrolysis.anode_effects": -0.1},
    {"electrolysis.effect_duration": -1.0},
    {"refining.boiler_efficiency": 0.5},
    {"refining.coal_heat_value": 36.0},
    {"electrolysis.sulphur": 10.5},
    {"electrolysis.ash": 5.5},
    {"aluminium_content": 101.0},
    {"refining.alumina": 0.0},
    {"electrolysis.liquid_aluminium": 0.0},
    {"casting.aluminium_ingot": 0.0},
    {"period_from": date(2022, 1, 1), "period_to": date(2022, 12, 31)},
    bought({**GRID, "technology": "hydro"}),
    bought({**GRID, "own_factor": 0.9}, CAPTIVE),
    bought(CAPTIVE, {**GRID, "bundled": False}),
    bought({**CAPTIVE, "own_factor": None}),
    bought({**CAPTIVE, "own_factor": 0.0}),
    bought({**CAPTIVE, "certificate_number": "1"}),
    bought({**CERTIFICATE, "kind": "direct_line"}),
    *(bought({**CERTIFICATE, n: None}) for n in ("technology", "certificate_number", "bundled")),
    bought({**GRID, "electricity": 0.0}),
    bought(),
)
"""Plants that each cannot be calculated for one reason."""
EXAMPLES = 100


@pytest.fixture(scope="module")
def table() -> pa.RecordBatch:
    """Give some plants as they are, then those of every kind, then those that are wrong."""
    rows = plants(EXAMPLES + len(RIGHT) + len(WRONG)).to_pylist()
    for row, changes in zip(rows[EXAMPLES:], (*RIGHT, *WRONG), strict=True):
        row.update(changes)
    return pa.RecordBatch.from_pylist(rows, plants(1).schema)


@pytest.fixture(scope="module")
def case(table: pa.RecordBatch) -> tuple[Tape, Block]:
    tape, [block] = decoded(table, table.num_rows)
    return tape, block


def assert_footprints(case: tuple[Tape, Block], found: Sequence[Floats]) -> None:
    """Hold the footprints of plants that can be calculated to those of the standard."""
    tape, block = case
    outputs = Execution(tape).run(block)
    can = ~outputs.of(tape.aside)
    for name, results in zip(ASKED, found, strict=True):
        calculated = outputs.named(name)
        np.testing.assert_allclose(results[can], calculated[can], rtol=1e-12, err_msg=name)


def test_each_wrong_plant_is_set_aside_and_no_other(case: tuple[Tape, Block]) -> None:
    tape, block = case
    aside = np.flatnonzero(Execution(tape).run(block).of(tape.aside))
    assert list(aside) == list(range(EXAMPLES + len(RIGHT), block.size))


@needs_compiler
def test_the_loops_give_the_footprints_of_the_standard_and_find_what_is_wrong(
    case: tuple[Tape, Block], tmp_path: Path
) -> None:
    tape, block = case
    loop = Loop(standard(SLUG).plan, tape.words, block, tmp_path)
    assert_footprints(case, loop.run())
    results, wrong = loop.run_checked()
    assert_footprints(case, results)
    assert np.array_equal(wrong, Execution(tape).run(block).of(tape.aside))


def test_numpy_by_hand_gives_the_footprints_of_the_standard(case: tuple[Tape, Block]) -> None:
    tape, block = case
    columns = Columns(block, tables_of(standard(SLUG).plan, tape.words))
    assert_footprints(case, columns.results())


def test_the_numbers_alone_are_those_of_the_whole_tape(
    case: tuple[Tape, Block], table: pa.RecordBatch
) -> None:
    tape, block = case
    numbers = numbers_of(table)
    assert numbers.words == tape.words
    assert len(numbers.nodes) < len(tape.nodes)
    outputs = Execution(numbers).run(block)
    assert not outputs.of(numbers.aside).any()
    assert_footprints(case, [outputs.named(name) for name in ASKED])
