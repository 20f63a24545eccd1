"""Sets of potentials, indicators, examples, profiles, places of items, shipped standards."""

from fractions import Fraction
from pathlib import Path

import pytest

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from tests.checked_standard.checking import (
    CHAIN,
    HEAD,
    checked,
    faults,
    formula,
    not_none,
    outcome_of,
)

STANDARDS = Path(__file__).parents[2] / "standards"


def test_an_entry_of_a_set_may_use_those_above_it() -> None:
    bound = checked("gwp mix { R32 = 771  R125 = 3_740  R410A = 50 % * R32 + 50 % * R125 }")
    [found] = [s for s in bound.rules.gwp_sets if s.name == "mix"]
    # half of 771 and half of 3 740
    assert found.entries[2] == ("R410A", "", Fraction("2255.5"))
    assert faults("gwp mix { R410A = 2 * R32  R32 = 771 }") == ["wrong-kind: 2 * R32"]


def test_the_set_in_force_is_that_of_the_innermost_document() -> None:
    rule = 'standard rule "A" { title "总则"  gwp other }\ngwp other { CO2 = 1 }'
    assert checked("extends rule", rule=rule).rules.gwp == "ar6"
    text = 'standard steel "B" { title "钢坯" }\nextends rule'
    product = outcome_of(text, {"rule": rule}).product
    assert product is not None
    assert product.rules.gwp == "other"


def test_indicators_without_weights_count_alike() -> None:
    levels = '1 "好" = 1.0  2 "差" = 1.5'
    three = "".join(f'indicator {name} "指标" {{ {levels} }}\n' for name in ("one", "two", "three"))
    bound = checked(f"quality {{ {three} }}")
    assert [i.weight for i in bound.indicators] == [Fraction(1, 3)] * 3
    assert [spread for _, spread in bound.indicators[0].levels] == [1, Fraction(3, 2)]


def test_weights_sum_to_exactly_1() -> None:
    levels = '1 "好" = 1.0'
    weighted = "quality {{ indicator one {{ weight {} {l} }} indicator two {{ weight {} {l} }} }}"
    assert faults(weighted.format("30 %", "0.7", l=levels)) == []
    assert faults(weighted.format("30 %", "0.69", l=levels)) == ["weights-not-one: one"]


def test_an_example_expects_within_its_tolerance_and_else_to_nine_digits() -> None:
    bound = checked(
        CHAIN
        + """
        example plant {
          given { mining { ore = 2 t } }
          expect billet.cfp = 1_000 kgCO2e within 0.5 kgCO2e
          expect billet.cfp = 1_000 kgCO2e within 1 %
          expect billet.cfp = 1 tCO2e
        }"""
    )
    [example] = bound.examples
    assert [(e.number, e.within) for e in example.expected] == [
        (Fraction(1000), Fraction(1, 2)),
        (Fraction(1000), Fraction(10)),
        (Fraction(1000), Fraction(1000, 10**9)),
    ]
    assert example.given["data"] == {"mining": {"ore": "2 t"}}


def test_an_example_starts_from_another_and_replaces_its_rows() -> None:
    body = """process p { output x : t  each supply { input power : MWh { factor 1 kgCO2e/MWh } } }
      example first { given { p { x = 1 t  supply { power = 1 MWh }  supply { power = 2 MWh } } } }
      example second { given { extends first  p { supply { power = 3 MWh } } } }"""
    first, second = checked(body).examples
    assert first.given["data"] == {
        "p": {"x": "1 t", "supply": [{"power": "1 MWh"}, {"power": "2 MWh"}]}
    }
    assert second.given["data"] == {"p": {"x": "1 t", "supply": [{"power": "3 MWh"}]}}


PROFILES = """
data route : choice { converter, arc }
process smelting {
  output metal : t
  input scrap : t { factor 10 kgCO2e/t }
  let doubled : t = 2 * scrap
}
process casting { output billet : t  input metal : t { from smelting } }
product billet { declared unit 1 t }
profile direct "直接" { exclude smelting.inputs because "不计" }
profile other "另一" { override smelting.scrap { factor 20 kgCO2e/t }  route = arc }
"""


def test_a_profile_has_rules_of_its_own_and_shares_the_rest() -> None:
    bound = checked(PROFILES)
    direct, other = bound.profiles
    assert direct.processes is bound.rules.processes
    assert direct.excluded[0][0] == "smelting.inputs"
    assert [constant(not_none(f.factor)) for p in other.processes for f in p.flows if f.factor] == [
        20
    ]
    shared = [p.path for p in other.processes if any(p is own for own in bound.rules.processes)]
    assert shared == ["casting"]


def test_a_datum_that_a_profile_fixes_is_calculated_there() -> None:
    other = checked(PROFILES).profiles[1]
    assert "route" not in [d.path for d in other.data]
    [route] = [f for f in other.formulas if f.path == "route"]
    assert route.value == typed.OptionValue(choice="route", name="arc")
    assert route.kind == "choice"


def test_a_fault_in_an_override_of_a_profile_is_found() -> None:
    assert faults(PROFILES.replace("factor 20 kgCO2e/t", "factor 20 kgCO2e/m3")) == [
        "unit-mismatch: 20 kgCO2e/m3"
    ]


def test_a_profile_that_changes_a_unit_types_again_what_reads_it() -> None:
    profile = 'profile wet "湿" { override smelting { input scrap : m3 { factor 1 kgCO2e/m3 } } }'
    assert faults(PROFILES + profile) == ["unit-mismatch: 2 * scrap"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("input ore : t", "misplaced-item: input ore"),
        ("each row { }", "misplaced-item: each row"),
        ("process p { output x : t  product x { declared unit 1 t } }",
         "misplaced-item: product x"),
        ("process p { output x : t { factor 1 kgCO2e/t } }", "misplaced-item: factor 1 kgCO2e/t"),
        ("data load : t { from p }\nprocess p { output load_of_p : t }", "misplaced-item: from p"),
        ("data load : t { titel 3 }", "misplaced-item: titel"),
        ('clause rules "规则" { data load : t }', "misplaced-item: data load"),
        ('profile q "口径" { shall be_so: "应如此。" }', 'misplaced-item: shall be_so'),
        ('quality { data load : t }', "misplaced-item: data load"),
        ('term load "负载" { defination "甲" }', "misplaced-item: defination"),
        ("gwp mix { CO2 = 1  declared unit 1 t }", "misplaced-item: declared unit 1 t"),
        ('factor f : kg/t = 1 { source "示例"  optional }', "misplaced-item: optional"),
        ("load = 3", "misplaced-item: load = 3"),
        ("gwp ar6", "misplaced-item: gwp ar6"),
    ],
)  # fmt: skip
def test_an_item_where_it_means_nothing_is_reported(body: str, fault: str) -> None:
    assert faults(body) == [fault]


def test_a_field_of_the_head_that_is_misspelt_is_reported_with_the_right_one() -> None:
    text = HEAD.replace("title", "titel")
    [fault] = outcome_of(text, {}).diagnostics
    assert fault.code.slug == "misplaced-item"
    assert fault.way_out("en") == "did you mean title?"


def test_an_optional_value_is_read_in_prefer_given_or_under_a_guard_only() -> None:
    body = "data own : t { optional }\n"
    assert faults(f"{body}let x : t = 2 * own") == ["absent-value-read: own"]
    assert faults(f"{body}let x : t = prefer own else 1 t") == []
    assert faults(f"{body}let x : t = when given own then own otherwise 1 t") == []
    assert faults(f"{body}let x : t = 2 * own {{ only when given own }}") == []


@pytest.mark.parametrize(
    "name", ["electrolytic_aluminium/electrolytic_aluminium.pcr", "general/gbt_24067.pcr"]
)
def test_the_shipped_standards_have_no_fault_but_values_not_verified(name: str) -> None:
    others = {
        f"factors.{p.stem}": p.read_text("utf-8") for p in (STANDARDS / "factors").glob("*.pcr")
    }
    others["gbt_24067"] = (STANDARDS / "general" / "gbt_24067.pcr").read_text("utf-8")
    outcome = outcome_of((STANDARDS / name).read_text("utf-8"), others)
    assert {fault.code.slug for fault in outcome.diagnostics} <= {"unverified-value"}
    assert outcome.product is not None


def test_a_bound_standard_knows_what_it_adopts() -> None:
    rule = 'standard rule "GB/T 1" { title "总则"  status draft }'
    bound = checked("extends rule", rule=rule)
    assert [(i.id, i.number, i.status) for i in bound.adopted] == [("rule", "GB/T 1", "draft")]
    assert bound.identity.id == "steel"
    assert bound.identity.digest.startswith("sha256:")


def test_a_result_is_kept_apart_from_the_formulas() -> None:
    bound = checked("data load : t\nlet twice : t = 2 * load\nresult heavy : yes_no = twice > 3 t")
    assert [f.path for f in bound.rules.formulas] == ["twice"]
    assert [f.path for f in bound.rules.results] == ["heavy"]
    assert formula(bound, "heavy").kind == "yes_no"
