"""Derivatives by the tape: exact difference quotients of the reference evaluator, and the hand."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import guiju
from guiju.changing import with_datum
from guiju.inputs import DatumInput, FactorInput, Input
from guiju.plan.model import CalculationPlan, RulePlan
from guiju.plan.reference import evaluate
from guiju.sureness.analysis import analysed
from guiju.sureness.sensitivity import Sensitivity, sensitivities
from guiju_dsl.standard.model import TableRow
from tests.sureness.small import compiled, plant

STANDARDS = Path(__file__).parents[2] / "standards"
STEP = Fraction(1, 10**12)
STRONGEST = 6
EXAMPLES = (
    "electrolytic_aluminium/examples/grid_2024.yaml",
    "coke/examples/一厂_2024.yaml",
    "room_air_conditioner/examples/r32_2024.yaml",
    "lithium_battery/examples/scrap_loop_2024.yaml",
    "baijiu/examples/blend.yaml",
)


def with_factor(plan: CalculationPlan, known: FactorInput, value: Fraction) -> CalculationPlan:
    """Give the plan with another value in a row of a table."""

    def row(one: TableRow) -> TableRow:
        return replace(one, value=value) if one.keys == known.keys else one

    def book(rules: RulePlan) -> RulePlan:
        tables = tuple(
            replace(t, rows=tuple(map(row, t.rows))) if t.path == known.table.path else t
            for t in rules.tables
        )
        return replace(rules, tables=tables)

    return replace(plan, rules=book(plan.rules), profiles=tuple(map(book, plan.profiles)))


def exact_footprint(
    plan: CalculationPlan, declaration: Mapping[str, object], known: Input, value: Fraction
) -> Fraction:
    """Give the footprint of the first product with another value of an input, exactly."""
    if isinstance(known, DatumInput):
        declaration = with_datum(plan.data_model, declaration, known, value)
    else:
        plan = with_factor(plan, known, value)
    found = next(iter(evaluate(plan, declaration).books[""].footprints.values())).cfp
    assert isinstance(found, Fraction)
    return found


def exact_value(plan: CalculationPlan, declaration: Mapping[str, object], known: Input) -> Fraction:
    """Give the value of an input as declared, exactly."""
    if isinstance(known, FactorInput):
        return next(row.value for row in known.table.rows if row.keys == known.keys)
    reading = evaluate(plan, declaration).reading
    path, group = known.datum.path, known.datum.group
    value: Any = (
        reading.values[path]
        if known.row is None
        else reading.rows[group][known.row][path[len(group) + 1 :]]
    )
    assert isinstance(value, Fraction)
    return value


@pytest.mark.parametrize("example", EXAMPLES)
def test_derivatives_are_the_difference_quotients_of_the_exact_evaluator(example: str) -> None:
    standard = guiju.compile(example.partition("/")[0])
    plan = standard.plan
    result = standard.calculate(STANDARDS / example)
    analysis = analysed(standard, result)
    found = sensitivities(analysis, next(iter(analysis.products)))
    chosen = [one for one in found if not one.input.default][:STRONGEST]
    assert len(chosen) == STRONGEST
    for one in chosen:
        value = exact_value(plan, result.declaration, one.input.known)
        step = STEP * abs(value)
        above, below = (
            exact_footprint(plan, result.declaration, one.input.known, value + side * step)
            for side in (1, -1)
        )
        quotient = (above - below) / (2 * step)
        assert one.derivative == pytest.approx(float(quotient), rel=1e-9)


def works(formula: str, more: str = "", data: str = "") -> str:
    return f"""
stage making zh "制造" en "Making" {{
  process works zh "工厂" en "Works" {{
    output thing : t
    data x zh "甲" en "x" : number
    data y zh "乙" en "y" : number
    {data}
    emission CO2 all zh "全部" en "all" : kg = ({formula}) * 1 kg
  }}
}}
{more}
"""


def by_name(folder: Path, text: str, **data: Any) -> dict[str, Sensitivity]:
    standard = compiled(folder, text)
    analysis = analysed(standard, standard.calculate(plant(thing="2 t", **data)))
    return {one.input.known.name: one for one in sensitivities(analysis, "thing")}


@pytest.mark.parametrize(
    ("formula", "by_x", "by_y"),
    [
        # of 2 t of thing: halves of the derivatives of the formula at x = 3, y = 5
        ("x * y", 2.5, 1.5),
        ("x / y", 1 / 10, -3 / 50),
        ("x - y + 100", 0.5, -0.5),
        ("min(x, y) + 2 * max(x, y)", 0.5, 1.0),
        ("abs(x - y)", -0.5, 0.5),
        ("x ^ 3 + y", 13.5, 0.5),
        ("sqrt(x * 12) * y", 2.5, 3),  # √36 = 6; d/dx = 12/(2·6)·5 = 5
        ("when x < y then x * x otherwise y", 3.0, 0.0),
        ("when x > y then x * x otherwise 7 * y", 0.0, 3.5),
        ("round(x / 2) * y", 0.0, 1.0),
        ("exp(ln(x)) * y", 2.5, 1.5),
    ],
)
def test_the_derivative_of_each_operation_is_that_of_the_hand(
    tmp_path: Path, formula: str, by_x: float, by_y: float
) -> None:
    found = by_name(tmp_path, works(formula), x=3, y=5)
    assert found["works.x"].derivative == pytest.approx(by_x, rel=1e-12, abs=1e-12)
    assert found["works.y"].derivative == pytest.approx(by_y, rel=1e-12, abs=1e-12)


def test_elasticity_and_one_at_a_time_are_those_of_the_hand(tmp_path: Path) -> None:
    """By hand: cfp = (x² + y)/2 = (9 + 5)/2 = 7; d/dx = x = 3, elasticity 3 · 3/7.

    x lower by 10 %: (2.7² + 5)/2 = 6.145; higher: (3.3² + 5)/2 = 7.945.
    """
    one = by_name(tmp_path, works("x ^ 2 + y"), x=3, y=5)["works.x"]
    assert one.elasticity == pytest.approx(9 / 7)
    assert one.lower == pytest.approx(6.145)
    assert one.higher == pytest.approx(7.945)


def test_where_the_calculation_would_stop_there_is_no_value(tmp_path: Path) -> None:
    data = 'data z zh "丙" en "z" : number { limit 1 .. 2 }'
    one = by_name(tmp_path, works("x * y + z", data=data), x=3, y=5, z=2)["works.z"]
    assert one.higher is None
    assert one.lower == pytest.approx((15 + 1.8) / 2)


LOOP = """
stage making zh "制造" en "Making" {
  process mill zh "碾" en "Mill" {
    output flour zh "粉" en "flour" : t
    input thing zh "返料" en "returned" : t { from works.thing }
    emission CO2 mill zh "碾" en "milling" : kg
  }
  process works zh "工厂" en "Works" {
    output thing : t
    input flour zh "粉" en "flour" : t { from mill.flour }
    emission CO2 works zh "工厂" en "works" : kg
  }
}
"""


def test_a_loop_is_differentiated_by_its_adjoint(tmp_path: Path) -> None:
    """By hand, with m and w the emissions, per unit: flour F = (m + r·T)/f, thing T = (w + u·F)/t.

    T = (w + u·m/f)/(t - u·r/f). With m = 30, w = 100, f = 20, r = 4, u = 10, t = 12 the denominator
    is 12 - 2 = 10, the numerator 100 + 15 = 115, T = 11.5. dT/dw = 1/10; dT/dm = (u/f)/10 = 0.05;
    dT/dr = T/10 · u/f = 0.575; dT/dt = -T/10 = -1.15; dT/du = (m/f + T·r/f)/10 = 0.15 + 0.23;
    dT/df = -(u·m/f² + T·u·r/f²)/10 = -(0.75 + 1.15)/10 = -0.19.
    """
    standard = compiled(tmp_path, LOOP)
    declaration = plant(thing="12 t", flour="10 t", works="100 kg")
    declaration["data"]["mill"] = {"flour": "20 t", "thing": "4 t", "mill": "30 kg"}
    result = standard.calculate(declaration)
    assert result.cfp == pytest.approx(11.5, rel=1e-12)
    analysis = analysed(standard, result)
    found = {s.input.known.name: s.derivative for s in sensitivities(analysis, "thing")}
    assert found == {
        "works.works": pytest.approx(0.1),
        "mill.mill": pytest.approx(0.05),
        "mill.thing": pytest.approx(0.575),
        "works.thing": pytest.approx(-1.15),
        "works.flour": pytest.approx(0.38),
        "mill.flour": pytest.approx(-0.19),
    }
