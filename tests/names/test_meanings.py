"""What a name means at its place."""

import pytest

from guiju_dsl.names.model import (
    ToDeclaration,
    ToFlows,
    ToOption,
    ToOutcome,
    ToParameter,
    ToPredeclared,
)
from tests.names.resolving import faults, meanings, named


def test_a_name_is_looked_for_in_its_braces_first_and_then_further_out() -> None:
    standard = named(
        """
        let ratio = 44 / 12
        process smelting {
          data coke : t
          let burnt = coke * ratio
          each batch { data scrap : t  let share_of_scrap = scrap / coke }
        }"""
    )
    assert meanings(standard, "ratio") == [ToDeclaration(path="ratio")]
    assert meanings(standard, "scrap") == [ToDeclaration(path="smelting.batch.scrap")]
    assert set(meanings(standard, "coke")) == {ToDeclaration(path="smelting.coke")}


def test_from_outside_a_process_its_values_are_named_by_their_path() -> None:
    standard = named(
        """
        process smelting { data coke : t { }  each batch { data scrap : t } }
        let all_scrap = sum(smelting.batch.scrap) + smelting.coke"""
    )
    assert meanings(standard, "smelting.coke") == [ToDeclaration(path="smelting.coke")]
    assert meanings(standard, "smelting.batch.scrap") == [
        ToDeclaration(path="smelting.batch.scrap")
    ]


def test_a_stage_groups_without_being_a_scope() -> None:
    standard = named(
        'stage early "前" { process mining { data ore : t } }\nlet twice = 2 * mining.ore'
    )
    assert meanings(standard, "mining.ore") == [ToDeclaration(path="mining.ore")]
    assert standard.declarations["mining.ore"].stage == "early"


CHOICES = """
choice kinds { coal, hydro }
data coal : t
data kind : choice kinds
factor footprint : kgCO2e/kWh by kinds { source "示例"  coal = 1  hydro = 0 }
"""


@pytest.mark.parametrize(
    "formula",
    [
        "kind is coal",
        "kind is not coal",
        "kind in [coal]",
        "(kind) is coal",
        "footprint[coal] > 0",
        "not kind is coal",
    ],
)
def test_beside_is_in_and_brackets_an_option_stands_before_a_datum_of_its_name(
    formula: str,
) -> None:
    standard = named(f"{CHOICES}let test : yes_no = {formula}")
    assert meanings(standard, "coal") == [ToOption(choice="kinds", name="coal")]


def test_elsewhere_the_same_name_is_the_datum() -> None:
    standard = named(f"{CHOICES}let twice = 2 * coal")
    assert meanings(standard, "coal") == [ToDeclaration(path="coal")]


def test_an_own_choice_knows_its_options_in_default_and_results() -> None:
    standard = named(
        """
        data route : choice { converter, arc } { default arc }
        let better : choice { low, high } = when route is converter then high otherwise low"""
    )
    assert meanings(standard, "arc") == [ToOption(choice="route", name="arc")]
    assert meanings(standard, "high") == [ToOption(choice="better", name="high")]


def test_an_input_has_the_properties_of_the_flow_that_it_is_taken_from() -> None:
    standard = named(
        """
        process baking { output anode : t { data carbon : % } }
        process smelting {
          input anode : t { from baking }
          let burnt = anode * anode.carbon
        }"""
    )
    assert meanings(standard, "anode.carbon") == [ToDeclaration(path="baking.anode.carbon")]


def test_a_property_that_the_input_declares_itself_stands_before_that_of_the_source() -> None:
    standard = named(
        """
        process baking { output anode : t { data carbon : % } }
        process smelting {
          input anode : t { from baking  let carbon = 99 % }
          let burnt = anode * anode.carbon
        }"""
    )
    assert meanings(standard, "anode.carbon") == [ToDeclaration(path="smelting.anode.carbon")]


def test_results_of_products_profiles_parameters_and_predeclared_names_have_their_meaning() -> None:
    standard = named(
        """
        product billet { declared unit 1 t }
        process casting { output billet : t }
        profile local "本地" { }
        let doubled(value : t) : t = 2 * value
        shall within_range: local.billet.cfp <= billet.cfp and primary_share > 0 "应如此。" """
    )
    assert meanings(standard, "billet.cfp") == [ToOutcome(profile="", product="billet", name="cfp")]
    assert meanings(standard, "local.billet.cfp") == [
        ToOutcome(profile="local", product="billet", name="cfp")
    ]
    assert meanings(standard, "value") == [ToParameter(name="value")]
    assert meanings(standard, "primary_share") == [ToPredeclared(name="primary_share")]


def test_inflow_and_outflow_mean_the_flows_that_have_the_property() -> None:
    standard = named(
        """
        process coking {
          output coke : t { let carbon = 85 % }
          waste dust : t { let carbon = 40 % }
          input coal : t { data carbon : % }
          input power : MWh
          input own : t { from coking.coke }
          let lost : t = inflow(carbon) - outflow(carbon)
        }"""
    )
    assert meanings(standard, "inflow(carbon)") == [
        ToFlows(
            terms=(
                ("coking.coal", "coking.coal.carbon"),
                ("coking.own", "coking.coke.carbon"),
            ),
            measure="",
        )
    ]
    assert meanings(standard, "outflow(carbon)") == [
        ToFlows(
            terms=(
                ("coking.coke", "coking.coke.carbon"),
                ("coking.dust", "coking.dust.carbon"),
            ),
            measure="",
        )
    ]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("data kind : choice kindz", "unknown-name: kindz"),
        ("let f(x : choice kindz) = 1", "unknown-name: kindz"),
        ('factor f : kg/t by kindz { source "示例" }', "unknown-name: kindz"),
        ('factor f : kg/t by kinds { source "示例"  cole = 1 }', "unknown-name: cole"),
        ("data k : choice kinds { default cole }", "unknown-name: cole"),
        ("data k : choice kinds\nlet test : yes_no = k in [coal, cole]", "unknown-name: cole"),
        ("process p for 1 t steal { }", "unknown-name: steal"),
        ("process p { input ore : t { origin fosil } }", "unknown-name: fosil"),
        ('profile q "口径" { gwp ar7 }', "unknown-name: ar7"),
        ('profile q "口径" { exclude p.inputs because "无" }', "unknown-name: p.inputs"),
        ('profile q "口径" { loads = 1 }', "unknown-name: loads"),
        ('example e "示例" { given { extends f } }', "unknown-name: f"),
        ('example e "示例" { expect billet.cfp = 1 kgCO2e }', "unknown-name: billet.cfp"),
        ("let x = lod", "unknown-name: lod"),
        ("let x = given lod", "unknown-name: lod"),
        ("let x = lod(1)", "unknown-name: lod"),
        ("process p { output ore : t  let x = outflow(carbon) }", "unknown-name: carbon"),
    ],
)
def test_a_name_that_nothing_has_is_reported_once_at_its_place(body: str, fault: str) -> None:
    assert faults(f"choice kinds {{ coal, hydro }}\n{body}") == [fault]


def test_a_choice_that_is_unknown_is_not_reported_again_for_each_of_its_options() -> None:
    tests = "let one : yes_no = kind is coal\nlet two : yes_no = kind in [oil]"
    assert faults(f"data kind : choice kindz\n{tests}") == ["unknown-name: kindz"]


def test_a_set_of_potentials_selected_in_the_head_must_exist() -> None:
    rule = 'standard rule "A" { title "总则"  gwp ar9 }'
    assert faults("extends rule", rule=rule) == ["unknown-name in rule.pcr"]


def test_a_text_may_speak_of_any_declared_thing_and_of_nothing_else() -> None:
    body = """
    term scrap_steel "废钢" { definition "见 {ref smelting}、{ref scrap_steel}。" }
    process smelting {
      data scrap : t { note "不大于 {value most_scrap}，见 {ref other}。" }
      let most_scrap : t = 10 t
    }
    # a comment may say {ref anything}
    """
    assert faults(body) == ["unknown-name: other"]
