"""The algebra of the recycling formulas, for any figures, exactly and by the calculator.

Source of the identities: they follow from equation 3 of Zampori and Pant, JRC EUR 29682 (2019):
(1 − R1)·Ev + R1·(A·Erec + (1 − A)·Ev·Qin) + (1 − A)·R2·(ErecEoL − Ev*·Qout) + (1 − R2 − R3)·Ed.
"""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guiju.plan.reference import evaluate
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import declared
from tests.calculation.small_standards import WORKS, small
from tests.cases import of_a_hundred

NAMES = ("a_", "r1", "r2", "r3", "e_v", "e_rec", "e_rec_eol", "e_v_star", "e_d", "q_in", "q_out")
FACTORS = ("e_v", "e_rec", "e_rec_eol", "e_v_star", "e_d")
DATA = "\n".join(
    f'data {name} zh "数" en "number" : {"kgCO2e/kg" if name in FACTORS else "number"}'
    for name in NAMES
)
CALLS = {
    "cff": "circular_footprint(a_, r1, r2, r3, e_v, e_rec, e_rec_eol, e_v_star, e_d, q_in, q_out)",
    "cut_off": "cut_off_recycling(r1, r2, r3, e_v, e_rec, e_d)",
    "to_end": "end_of_life_recycling(r2, r3, e_v, e_rec_eol, e_v_star, e_d)",
    "production": "cff_production(a_, r1, e_v, e_rec, q_in)",
    "recycling": "cff_recycling(a_, r2, e_rec_eol, e_v_star, q_out)",
    "disposal": "cff_disposal(r2, r3, e_d)",
}
RESULTS = "\n".join(
    f'result {name} zh "结果" en "result" : kgCO2e/kg = {call}' for name, call in CALLS.items()
)
TEXT = f"""{WORKS.replace("use factors.gwp", "use factors.gwp, methods.recycling")}
{DATA}
{RESULTS}
stage making zh "制造" en "Making" {{
  process works zh "工厂" en "Works" {{
    output thing : t
    input ore zh "矿石" en "ore" : t {{ factor 1 kgCO2e/t }}
  }}
}}
"""
shares = st.integers(0, 1000).map(lambda n: Fraction(n, 1000))
factors = st.integers(-5000, 50_000).map(lambda n: Fraction(n, 1000))
numbers = st.fixed_dictionaries({name: factors if name in FACTORS else shares for name in NAMES})
Figures = dict[str, Fraction]


def results(figures: Figures) -> Figures:
    """Evaluate every formula exactly."""
    plan, _ = small(TEXT)
    found = evaluate(plan, declaration(figures))
    return {name: Fraction(found.results[name]) for name in CALLS}


def declaration(figures: Figures) -> Any:
    data = {name: f"{float(value):.3f}" for name, value in figures.items()}
    return declared({**data, "works": {"thing": "1 t", "ore": "1 t"}})


@given(numbers)
def test_all_of_the_burden_of_recycling_with_its_user_is_the_cut_off(figures: Figures) -> None:
    found = results({**figures, "a_": Fraction(1)})
    assert found["cff"] == found["cut_off"]


@given(numbers)
def test_all_of_it_with_the_maker_of_the_scrap_is_the_end_of_life_approach(
    figures: Figures,
) -> None:
    same_quality = {"q_in": Fraction(1), "q_out": Fraction(1)}
    found = results({**figures, **same_quality, "a_": Fraction(0)})
    assert found["cff"] == found["to_end"]


@given(numbers)
def test_half_of_it_is_the_mean_of_the_two(figures: Figures) -> None:
    same_quality = {"q_in": Fraction(1), "q_out": Fraction(1)}
    found = results({**figures, **same_quality, "a_": Fraction(1, 2)})
    assert 2 * found["cff"] == found["cut_off"] + found["to_end"]


@given(numbers, shares)
def test_the_formula_is_linear_in_the_allocation_factor(figures: Figures, a: Fraction) -> None:
    none, all_of_it = (results({**figures, "a_": Fraction(n)})["cff"] for n in (0, 1))
    assert results({**figures, "a_": a})["cff"] == (1 - a) * none + a * all_of_it


@given(numbers)
def test_without_recycling_it_is_virgin_material_and_disposal(figures: Figures) -> None:
    nothing = dict.fromkeys(("r1", "r2", "r3"), Fraction(0))
    found = results({**figures, **nothing})
    assert found["cff"] == figures["e_v"] + figures["e_d"]


@given(numbers)
def test_its_parts_add_up_to_it(figures: Figures) -> None:
    found = results(figures)
    assert found["production"] + found["recycling"] + found["disposal"] == found["cff"]


@of_a_hundred(20)
@given(numbers)
def test_the_calculator_gives_the_same(figures: Figures) -> None:
    assert_agree(*small(TEXT), declaration(figures))
