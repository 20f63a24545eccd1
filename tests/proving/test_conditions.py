"""Conditions of ``when`` cover every case and exclude each other; products exist one at a time."""

import pytest

from guiju_dsl.standard.proving.words import decimal
from tests.checked_standard.checking import HEAD, faults, outcome_of

DATA = """data kind : choice { grid, direct, own }
data age : a { limit 0 .. 30 a }
data old : yes_no
"""
X = "let x : number = "


def messages(body: str) -> list[str]:
    """Give the English message of each fault."""
    found = outcome_of(HEAD + DATA + body, {}).diagnostics
    return [one.message("en") for one in found if one.code.id.startswith("GJ34")]


def test_a_case_that_no_condition_covers_is_given_in_words() -> None:
    assert messages(X + "when kind is grid and old then 1 when kind is own then 2") == [
        "no condition holds when kind is grid and not old, so there is no value"
    ]
    assert messages(X + "when kind in [grid, direct] then 1 when kind is own then 2") == []


def test_what_is_outside_a_limit_needs_no_branch() -> None:
    assert messages(X + "when age <= 10 then 1 when age > 10 and age <= 30 then 2") == []
    assert messages(X + "when age <= 10 then 1 when age > 10 and age <= 29 then 2") == [
        "no condition holds when age = 29.1 a, so there is no value"
    ]


def test_what_cannot_be_where_the_formula_exists_needs_no_branch() -> None:
    rated = """process p { output x : t  each supply { data own : choice { grid, direct, coal }
      data made : choice { early, late } { only when own is not grid }
      input power : MWh { only when own is not grid  factor
        when own is direct then 1 kgCO2e/MWh when own is coal then 2 kgCO2e/MWh } } }"""
    assert messages(rated) == []


def test_a_branch_within_a_branch_needs_only_what_is_left() -> None:
    inner = X + (
        "when kind is grid then 0 otherwise (when kind is {} then 1 when kind is own then 2)"
    )
    assert messages(inner.format("direct")) == []
    assert messages(inner.format("grid")) == [
        "no condition holds when kind is direct, so there is no value"
    ]


def test_two_conditions_that_hold_at_once_are_given_with_a_case() -> None:
    body = X + "when kind is grid then 1 when old then 2 otherwise 3"
    assert messages(body) == [
        "when kind is grid and old, this condition holds together with an earlier one"
    ]
    apart = body.replace("old", "old and not (kind is grid)")
    assert messages(apart) == []


def test_conditions_of_a_factor_and_of_a_provision_are_read_too() -> None:
    body = """process p { output x : t
      input power : MWh { factor when old then 1 kgCO2e/MWh when kind is grid then 2 kgCO2e/MWh } }
    shall q: (when old then 1 when old then 2 otherwise 3) < 2 "新" """
    found = faults(DATA + body)
    assert [fault.partition(":")[0] for fault in found] == [
        "case-not-covered",
        "overlapping-cases",
        "overlapping-cases",
    ]


def test_under_a_profile_that_fixes_a_datum_the_standard_still_covers_every_case() -> None:
    body = """let x : number = when kind is grid then 1 otherwise 2
    profile location "公网" { kind = grid }"""
    assert messages(body) == []


def test_conditions_on_values_that_depend_on_each_other_are_a_note() -> None:
    body = """data one : t
    data two : t
    let x : number = when one > 2 * two then 1 when two > one and one < 5 t then 2 otherwise 3"""
    [note] = [d for d in outcome_of(HEAD + body, {}).diagnostics if d.code.id == "GJ342"]
    assert note.severity == "note"


def test_products_that_exist_at_once_in_one_case_share_their_burden() -> None:
    body = """process p { data route : choice { converter, arc }
      output hot : t { only when route is converter }
      output cold : t { only when route is arc or old } }"""
    (found,) = outcome_of(HEAD + DATA + body, {}).errors
    assert found.message("en") == (
        "when p.route is converter and old, the process p makes hot, cold, "
        "and nothing says how they share its burden"
    )


def test_a_process_whose_products_are_all_conditional_has_one_in_every_case() -> None:
    body = """process p { {} data route : choice {{ converter, arc, none }}
      output hot : t {{ only when route is converter }}
      output cold : t {{ only when route is arc }} }}"""
    body = body.replace("p { {}", "p {{ {}")
    assert messages(body.format("")) == ["when p.route is none, the process p has no product"]
    assert messages(body.format("only when route is not none")) == []


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"), [(1, 1, "1"), (1, 8, "0.125"), (-7, 2, "-3.5")]
)
def test_a_number_of_a_case_is_written_in_decimals(
    numerator: int, denominator: int, written: str
) -> None:
    from fractions import Fraction

    assert decimal(Fraction(numerator, denominator)) == written
