"""A row of a table states how far its values may be off, in the words of a declaration."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq
import pytest

import guiju
from guiju.batch.calculating import Batch
from guiju.batch.job import Job, run
from guiju.batch.layout import layout_of
from guiju.batch.plain_types import in_plain_types
from guiju.batch.single import declaration_at
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.table_sides import Question
from guiju.sureness.tables import Intervals
from guiju.sureness.uncertainty import uncertainties
from tests.batch.tables import Drawn, standard
from tests.batch.test_files import nobody_looks
from tests.sureness.small import FUEL, compiled
from tests.sureness.test_tables import DRAWS, alone, asked_of, intervals, plants

WORDS = pa.string()
FUEL_OFF = "works.fuel.uncertainty"


def unsure(stated: pa.Array, fuel: float = 10) -> pa.RecordBatch:
    """Give works of 1 t that burn fuel, and how far it may be off."""
    table = plants([fuel] * len(stated))
    arrays, names = [*table.columns, stated], [*table.schema.names, FUEL_OFF]
    return in_plain_types(pa.RecordBatch.from_arrays(arrays, names=names))


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> guiju.Standard:
    """A tonne of fuel comes to 100 kgCO2e, exactly; 500 kg stand beside it."""
    return compiled(tmp_path_factory.mktemp("works"), FUEL % "")


def test_every_distribution_is_exact_and_nothing_stated_is_exact(works: guiju.Standard) -> None:
    """By hand, 10 t at 100 kgCO2e/t and 500 kg.

    ± 5 % of 1000 is 50; ÷ and × 1.25: 800 and 1250; uniform: 2.5 % of 2 t is 0.05 t; triangular:
    8 + √(0.025 · 6 · 2) = 8.54772 t and 14 - √(0.025 · 6 · 4) = 13.22540 t; the last says nothing.
    """
    stated = ["5 %", "lognormal(1.25)", "均匀（9，11 t）", "triangular(8000 kg, 10, 14)", None]
    found, _ = intervals(works, unsure(pa.array(stated)), None)
    low = [1450, 1300, 1405, 500 + 854.772256, np.nan]
    high = [1550, 1750, 1595, 500 + 1322.540333, np.nan]
    assert list(found["cfp.low"]) == pytest.approx(low, nan_ok=True)
    assert list(found["cfp.high"]) == pytest.approx(high, nan_ok=True)


@pytest.mark.parametrize(
    "stated",
    [pa.array([0.05, None]), pa.array([Decimal("0.0500"), None]), pa.array(["5 %", None])],
    ids=["float", "decimal", "text"],
)
def test_a_number_is_a_ratio(works: guiju.Standard, stated: pa.Array) -> None:
    found, _ = intervals(works, unsure(stated), None)
    assert list(found["cfp.high"]) == pytest.approx([1550, np.nan], nan_ok=True)


def test_a_row_stands_before_the_standard(tmp_path: Path) -> None:
    """By hand: the standard says 10 %, 100 of 1000; the first row 5 %."""
    text = (FUEL % "").replace("burning  primary", "burning  primary uncertainty 10 %")
    found, _ = intervals(compiled(tmp_path, text), unsure(pa.array(["5 %", None])), None)
    assert list(found["cfp.high"]) == pytest.approx([1550, 1600])


SAMPLED = """
measured zh "取样" en "samples" every month { samples 4  spread 50 % }
"""
"""What is asked of the fuel, so that its mean of samples tells how far it may be off."""


def sampled(unit: str, size: float) -> pa.RecordBatch:
    """Give fuel as a mean of samples, in a unit of which ``size`` are a tonne."""
    table = plants([10, 10, 0.3, 10])
    amounts = pa.array([size * one for one in (10, 10, 0.3, 10)])
    columns = dict(zip(table.schema.names, table.columns, strict=True)) | {"works.fuel": amounts}
    columns["works.fuel.count"] = pa.array([16, 4, 9, 16])
    columns["works.fuel.spread"] = pa.array([size * one for one in (2, 1, 0.1, 2)])
    columns[FUEL_OFF] = pa.array([None, None, None, 0.01])
    fields = [
        pa.field(name, column.type, metadata={"unit": unit} if name == "works.fuel" else None)
        for name, column in columns.items()
    ]
    return pa.RecordBatch.from_arrays(list(columns.values()), schema=pa.schema(fields))


@pytest.mark.parametrize(("unit", "size"), [("t", 1.0), ("kg", 1000.0)])
def test_a_mean_of_samples_is_off_by_its_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unit: str, size: float
) -> None:
    """By hand at 100 kgCO2e/t: s/√n is 2/√16 = 1/√4 = 0.5 t and 0.1/√9 t, of 95 % 1.959964 times.

    What a row states stands before: 1 % of 10 t. No row needs to be analysed by itself.
    """
    text = (FUEL % "").replace("burning  primary", f"burning  primary {SAMPLED}", 1)
    of, table = compiled(tmp_path, text), sampled(unit, size)
    monkeypatch.setattr("guiju.sureness.tables.alone", None)
    half = [1.959964 * 50, 1.959964 * 50, 1.959964 * 10 / 3]
    found, _ = intervals(of, table, None)
    assert list(found["cfp.high"])[:3] == pytest.approx(np.add([1500, 1500, 530], half), rel=1e-7)
    drawn, _ = intervals(of, table, DRAWS)
    monkeypatch.undo()
    assert found["cfp.high"][3] == pytest.approx(1510)
    layout = layout_of(of.plan.data_model, table.schema)
    for number in range(4):
        result = of.calculate(declaration_at(layout, table, number, of.id))
        [own] = uncertainties(of, [result], DRAWS)
        assert drawn["cfp.low"][number] == pytest.approx(own.intervals["thing"].low, rel=1e-12)


@pytest.mark.parametrize("sampling", [None, DRAWS], ids=["analytic", "montecarlo"])
def test_each_row_has_the_interval_that_its_declaration_has_alone(
    sampling: Sampling | None,
) -> None:
    """Values in rows of a group, too; and all of them stay on the tape."""
    slug, group = "electrolytic_aluminium", "power_supply.supply"
    of, table = standard(slug), Drawn(slug, seed=7, wild=0).table(3)
    names = {**dict(zip(table.schema.names, table.columns, strict=True))}
    names["electrolysis.anode.uncertainty"] = pa.array(["3 %", None, "lognormal(1.1)"])
    rows = names[group].to_pylist()
    for few, stated in zip(rows, (0.02, 0.04, None), strict=True):
        for row in few:
            row["electricity.uncertainty"] = stated
    inside = [*names[group].type.value_type, pa.field("electricity.uncertainty", pa.float64())]
    names[group] = pa.array(rows, pa.list_(pa.struct(inside)))
    table = pa.RecordBatch.from_arrays(list(names.values()), names=list(names))
    layout = layout_of(of.plan.data_model, table.schema)
    assert Batch(of.plan, of.module.CALCULATOR, layout).calculate(table).aside == 0
    more = asked_of(of, table, sampling, explained=True)
    columns, contributions = more.columns, more.files["contributions"].to_pylist()
    for number in range(3):
        result = of.calculate(declaration_at(layout, table, number, slug))
        [found] = uncertainties(of, [result], sampling)
        for name, own in alone(found):
            ends = [columns[f"{name}.{end}"][number] for end in ("low", "median", "high")]
            assert ends == pytest.approx([own.low, own.median, own.high], rel=1e-12)
        parts = next(iter(found.contributions.values()))
        here = [one for one in contributions if one["row"] == number]
        assert len(here) > 3
        inputs = [one.input.known for one in parts]
        assert [one["name"] for one in here] == [known.name for known in inputs]
        assert [one["unit"] for one in here] == [known.unit for known in inputs]
        for field in ("derivative", "share"):
            own_parts = [getattr(one, field) for one in parts]
            assert [one[field] for one in here] == pytest.approx(own_parts, rel=1e-9)
        assert [one["value"] for one in here] == [one.input.value for one in parts]


def test_what_is_no_uncertainty_is_a_finding_of_its_row(
    tmp_path: Path, works: guiju.Standard
) -> None:
    """In a file, with intervals asked for or not; the others stay as they are."""
    stated = ["5 %", "much", "uniform(12, 14)", "-5 %", "lognormal(0.5)", "uniform(10, 11)", ""]
    csv.write_csv(pa.Table.from_batches([unsure(pa.array(stated))]), tmp_path / "plants.csv")
    question = Question(sampling=None, profile="", asked=())
    job = Job(
        plan=works.plan,
        calculator=works.module.CALCULATOR,
        data=tmp_path / "plants.csv",
        output=tmp_path / "out.parquet",
        asked=(),
        language="en",
        shown=nobody_looks,
        engine="local",
        beside=(Intervals(standard=works, question=question),),
    )
    done = run(job)
    assert [finding.code.id for finding in done.findings] == []
    found = pq.read_table(done.found).to_pylist()
    wrong = [one for one in found if one["code"] == "GJ802"]
    assert [one["row"] for one in wrong] == [1, 2, 3, 4]
    assert {(one["path"], one["clause"]) for one in wrong} == {(FUEL_OFF, "7.2")}
    assert "lognormal(1.2)" in wrong[0]["message"] + wrong[0]["remedy"]
    results = pq.read_table(done.results)
    assert results["cfp"].to_pylist() == [1500.0] * 7
    assert results["cfp.high"].to_pylist() == pytest.approx(
        [1550, None, None, None, None, 500 + 1097.5, None]
    )


def test_a_misspelt_column_is_named_in_rows_of_a_group_too() -> None:
    group = "power_supply.supply"
    schema = Drawn("electrolytic_aluminium", seed=7, wild=0).table(1).schema
    rows = schema.field(group).type.value_type
    wrong = pa.struct([*rows, ("electricity.uncertainty", pa.float64()), ("electricty", WORDS)])
    fields = [pa.field(f.name, pa.list_(wrong)) if f.name == group else f for f in schema]
    fields.append(pa.field("electrolysis.anode.uncertanty", WORDS))
    model = standard("electrolytic_aluminium").plan.data_model
    said = {f.path: f.remedy("en") for f in layout_of(model, pa.schema(fields)).findings}
    assert set(said) == {f"{group}.electricty", "electrolysis.anode.uncertanty"}
    assert "did you mean power_supply.supply.electricity?" in said[f"{group}.electricty"]
    assert "electrolysis.anode.uncertainty?" in said["electrolysis.anode.uncertanty"]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (pa.field(FUEL_OFF, pa.date32()), "GJ882"),
        (pa.field(FUEL_OFF, pa.list_(pa.float64())), "GJ882"),
        (pa.field(FUEL_OFF, pa.float64(), metadata={"unit": "t"}), "GJ883"),
        (pa.field(FUEL_OFF, pa.string(), metadata={"unit": "%"}), "GJ883"),
    ],
    ids=["a day", "a list", "in tonnes", "texts in %"],
)
def test_a_column_that_states_no_uncertainty_is_refused(
    works: guiju.Standard, field: pa.Field, code: str
) -> None:
    layout = layout_of(works.plan.data_model, plants([1]).schema.append(field))
    [error] = [found for found in layout.findings if found.severity == "error"]
    assert (error.code.id, error.path, error.clause) == (code, FUEL_OFF, "works")


def test_a_column_of_ratios_may_stand_in_per_cent(works: guiju.Standard) -> None:
    plain = unsure(pa.array([5, None]))
    field = pa.field(FUEL_OFF, pa.int64(), metadata={"unit": "%"})
    fields: list[Any] = [f if f.name != FUEL_OFF else field for f in plain.schema]
    table = pa.RecordBatch.from_arrays(plain.columns, schema=pa.schema(fields))
    found, _ = intervals(works, table, None)
    assert list(found["cfp.high"]) == pytest.approx([1550, np.nan], nan_ok=True)
    declared = declaration_at(layout_of(works.plan.data_model, table.schema), table, 0, "small")
    assert "'fuel': {'value': 10.0, 'uncertainty': 0.05}" in str(declared["data"])
