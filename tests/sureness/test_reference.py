"""Every declaration of a table beside one reference, as two declarations are compared."""

from pathlib import Path
from statistics import NormalDist

import numpy as np
import pyarrow as pa
import pytest

import guiju
from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at
from guiju.batch.sources import Piece
from guiju.sureness.distributions import Z
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.table_sides import Question
from guiju.sureness.tables import Intervals
from guiju.sureness.uncertainty import beside, uncertainties
from tests.sureness.small import FUEL, compiled, plant
from tests.sureness.test_tables import DRAWS, Columns, plants

ENDS = ("difference.median", "difference.low", "difference.high")


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> guiju.Standard:
    """Fuel is off by 10 %, its factor by ÷ and × 2."""
    text = (FUEL % "uncertainty lognormal(2)").replace("primary }", "primary uncertainty 10 % }", 1)
    return compiled(tmp_path_factory.mktemp("works"), text)


def beside_reference(
    of: guiju.Standard, table: pa.RecordBatch, fuel: str, site: str, sampling: Sampling | None
) -> tuple[Columns, guiju.Result]:
    declared = plant(thing="1 t", fuel=fuel, fixed="500 kg")
    declared["declaration"]["site"] = site
    question = Question(sampling=sampling, profile="", asked=())
    asked = Intervals(standard=of, question=question, reference=declared)
    layout = layout_of(of.plan.data_model, table.schema)
    result = Batch(of.plan, of.module.CALCULATOR, layout).calculate(table)
    more = asked.made_for(layout, "local", "en").of(Piece(number=0, start=0, rows=table), result)
    return more.columns, of.calculate(declared)


def test_a_factor_that_both_read_drops_out(tmp_path: Path) -> None:
    """By hand: 11 t less 10 t at 100 kgCO2e/t ÷ and × 2: 100, from 50 to 200; 9 t the reverse."""
    of = compiled(tmp_path, FUEL % "uncertainty lognormal(2)")
    found, _ = beside_reference(of, plants([11, 9, None]), "10 t", "", None)
    ends = [list(found[f"reference.{end}"]) for end in ENDS]
    assert ends == [
        pytest.approx([100, -100, np.nan], nan_ok=True),
        pytest.approx([50, -200, np.nan], nan_ok=True),
        pytest.approx([200, -50, np.nan], nan_ok=True),
    ]
    assert list(found["reference.probability_less"])[:2] == pytest.approx([0, 1], abs=1e-6)


def test_data_of_another_site_are_independent_and_of_the_same_are_not(tmp_path: Path) -> None:
    """By hand: 10 t and 10.5 t at 100, each ± 10 %, σ = 100/z and 105/z; Φ(50/√(100² + 105²) · z).

    At the same site with the same value nothing is left to be off.
    """
    text = (FUEL % "").replace("primary }", "primary uncertainty 10 % }", 1)
    of, table = compiled(tmp_path, text), plants([10, 10], ["two", "one"])
    found, _ = beside_reference(of, table, "10.5 t", "one", None)
    less = NormalDist().cdf(50 / np.hypot(100, 105) * Z)
    assert found["reference.probability_less"][0] == pytest.approx(less, rel=1e-9)
    found, _ = beside_reference(of, table, "10 t", "one", None)
    assert [found[f"reference.{end}"][1] for end in ENDS] == pytest.approx([0, 0, 0])
    assert found["reference.difference.high"][0] == pytest.approx(np.hypot(100, 100))


def test_on_a_lattice_a_row_keeps_its_points_and_what_is_shared_drops_out(
    works: guiju.Standard,
) -> None:
    """As two declarations come to, the row first; at the same site with the same fuel: 0."""
    sampling = Sampling(samples=2000, seed=2, sampler="lattice")
    table = plants([9, 10, 11], ["two", "one", "one"])
    found, reference = beside_reference(works, table, "10 t", "one", sampling)
    assert [found[f"reference.{end}"][1] for end in ENDS] == [0, 0, 0]
    layout = layout_of(works.plan.data_model, table.schema)
    for number, near in ((0, 0.05), (2, 1e-9)):
        row = works.calculate(declaration_at(layout, table, number, "small"))
        own, other = uncertainties(works, [row, reference], sampling)
        ends = [found[f"reference.{end}"][number] for end in ENDS]
        assert ends == pytest.approx(beside(other, own).difference, rel=near)
        assert found["cfp.low"][number] == own.intervals["thing"].low


@pytest.mark.parametrize("sampling", [None, DRAWS], ids=["analytic", "montecarlo"])
def test_it_is_what_two_declarations_come_to(
    works: guiju.Standard, sampling: Sampling | None
) -> None:
    """At another site, at the same one with the same fuel, and with a value that is set aside."""
    table = plants([9, 10, 12, 11], ["two", "one", "one", "three"])
    stated = pa.array([None, None, "5 %", "uniform(11, 12)"])
    table = table.append_column("works.fuel.uncertainty", stated)
    found, reference = beside_reference(works, table, "10 t", "one", sampling)
    layout = layout_of(works.plan.data_model, table.schema)
    for number in range(table.num_rows):
        row = works.calculate(declaration_at(layout, table, number, "small"))
        own = beside(*uncertainties(works, [reference, row], sampling))
        ends = [found[f"reference.{end}"][number] for end in ENDS]
        assert ends == pytest.approx(own.difference, rel=1e-9)
        assert found["reference.probability_less"][number] == pytest.approx(1 - own.less, abs=1e-12)
