"""Processes, products, allocation and sources."""

from fractions import Fraction

import pytest

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.model import BoundStandard, Process
from guiju_runtime.units import parse_unit
from tests.checked_standard.checking import (
    CHAIN,
    checked,
    datum,
    faults,
    not_none,
)


def process(bound: BoundStandard, path: str) -> Process:
    """Give the process at ``path``."""
    [found] = [p for p in bound.rules.processes if p.path == path]
    return found


COKING = """
process coking {{
  output coke : t {{ let price = 2000 CNY/t }}
  coproduct tar : kg {{ let price = 3 CNY/kg  {tar} }}
  coproduct gas : m3(0 °C) {{ let price = 1 CNY/m3(0 °C)  {gas} }}
  {allocation}
}}
"""


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({}, "unallocated-products: coking"),
        ({"tar": "share 5 %"}, "unallocated-products: coking"),
        ({"tar": "share 5 %", "gas": "share 10 %"}, None),
        ({"tar": "share 50 %", "gas": "share 60 %"}, "shares-not-one: gas"),
        ({"tar": "share -5 %", "gas": "share 60 %"}, "shares-not-one: tar"),
        ({"tar": "substitute 1 kgCO2e/kg", "gas": "share 10 %"}, None),
        ({"allocation": "allocate by price"}, None),
        ({"allocation": "allocate by mass"}, "unit-mismatch: mass"),
        ({"allocation": "allocate by worth"}, "unknown-name: worth"),
        ({"gas": "let worth = 1 kg", "allocation": "allocate by worth"}, "unknown-name: worth"),
        ({"tar": "share 5 kg"}, "unit-mismatch: 5 kg"),
        ({"tar": "substitute 1 kgCO2e/m3"}, "unit-mismatch: 1 kgCO2e/m3"),
    ],
)
def test_several_products_need_a_way_to_share(words: dict[str, str], fault: str | None) -> None:
    text = COKING.format(**{"tar": "", "gas": "", "allocation": ""} | words)
    assert faults(text)[:1] == ([fault] if fault else [])


def test_an_allocation_basis_is_the_amount_times_the_property_in_one_unit() -> None:
    text = COKING.format(tar="", gas="", allocation="allocate by price")
    bases = dict(process(checked(text), "coking").allocations[0].bases)
    assert list(bases) == ["coking.coke", "coking.tar", "coking.gas"]
    assert {typed.unit_of(basis).dimension for basis in bases.values()} == {
        parse_unit("CNY").dimension
    }
    assert [r.path for r in typed.readings(bases["coking.tar"])] == [
        "coking.tar",
        "coking.tar.price",
    ]


def test_allocation_by_mass_is_by_the_amounts_themselves_in_one_unit() -> None:
    body = "process p { output coke : t  coproduct tar : kg  allocate by mass }"
    bases = dict(process(checked(body), "p").allocations[0].bases)
    assert isinstance(bases["p.coke"], typed.Reading)
    assert isinstance(bases["p.tar"], typed.Converted)
    assert bases["p.tar"].ratio == Fraction(1, 1000)


def test_a_conditional_basis_is_found_in_each_product() -> None:
    body = """process p { data dear : yes_no
      output coke : t { let price = 2000 CNY/t  let heat = 28 GJ/t }
      coproduct tar : t { let price = 3000 CNY/t  let heat = 33 GJ/t }
      allocate by when dear then price otherwise heat }"""
    bases = dict(process(checked(body), "p").allocations[0].bases)
    read = [r.path for r in typed.readings(bases["p.tar"])]
    assert read == ["p.dear", "p.tar", "p.tar.price", "p.tar", "p.tar.heat"]


def test_each_branch_of_a_conditional_basis_has_one_unit_for_all_products() -> None:
    body = """process p { data dear : yes_no
      output coke : t { let price = 2000 CNY/t  let heat = 28 GJ/t }
      coproduct tar : t { let price = 3000 CNY/t  let heat = 33 t/t }
      allocate by when dear then price otherwise heat }"""
    assert faults(body) == ["different-quantities: heat"]


def test_an_amount_is_its_own_mass_or_energy_beside_products_that_declare_theirs() -> None:
    body = """process p { output coke : t { let energy = 28 GJ/t }
      coproduct power : kWh  allocate by energy }"""
    bases = dict(process(checked(body), "p").allocations[0].bases)
    assert isinstance(bases["p.coke"], typed.Arithmetic)
    assert isinstance(bases["p.power"], typed.Converted)
    assert bases["p.power"].ratio == Fraction(36, 10000)


def test_an_input_may_be_allocated_by_a_basis_of_its_own() -> None:
    body = """process p {
      output dap : t { let nitrogen = 18 % }  coproduct map : t { let nitrogen = 11 % }
      input ammonia : t { factor 2 kgCO2e/kg  allocate by nitrogen }
      input power : kWh { factor 1 kgCO2e/kWh }
      allocate by mass }"""
    whole, apart = process(checked(body), "p").allocations
    assert (whole.input, apart.input) == ("", "p.ammonia")
    assert [r.path for r in typed.readings(apart.bases[1][1])] == ["p.map", "p.map.nitrogen"]


def test_products_under_conditions_of_their_own_are_alternatives() -> None:
    body = """process p { data route : choice { converter, arc }
      output hot : t { only when route is converter }
      output cold : t { only when route is arc } }"""
    assert faults(body) == []


def test_every_process_is_reached_through_its_users() -> None:
    assert faults(CHAIN) == []
    assert faults(CHAIN + "process waiting { output pause : t }") == [
        "unreachable-process: waiting"
    ]
    assert faults(CHAIN.replace("from mining", "factor 1 kgCO2e/t")) == [
        "unreachable-process: mining"
    ]


def test_a_process_for_an_amount_of_a_product_belongs_to_it() -> None:
    use = "process use_phase for 1 t billet { input metal : t { from smelting } }"
    bound = checked(CHAIN + use)
    assert constant(not_none(process(bound, "use_phase").per)) == 1
    assert process(bound, "use_phase").product == "billet"


def test_a_library_without_products_may_have_processes_that_nothing_uses() -> None:
    assert faults("process waiting { output pause : t }") == []


def test_the_unit_of_a_product_is_so_much_of_its_flow() -> None:
    [product] = checked(CHAIN).rules.products
    assert (product.flow, product.process) == ("casting.billet", "casting")
    assert constant(product.reference_flow) == 1  # 1 000 kg of a flow in t
    assert product.unit_label.en == "1000 kg"


def test_a_reference_flow_relates_a_unit_of_another_kind() -> None:
    body = """
    product carbide { functional unit 300 L "乙炔"  reference flow 1 kg }
    process furnace { output carbide : t }"""
    [product] = checked(body).rules.products
    assert constant(product.reference_flow) == Fraction(1, 1000)
    without = body.replace("reference flow 1 kg", "")
    assert faults(without) == ["unit-mismatch: 300 L"]


def test_a_source_must_be_a_product_of_the_same_measure() -> None:
    assert faults(CHAIN.replace("input metal : t {", "input metal : m3 {")) == [
        "unit-mismatch: smelting"
    ]
    assert faults(CHAIN.replace("from smelting", "from smelting.slag")) == [
        "unknown-name: smelting.slag"
    ]


def test_an_input_without_a_label_has_that_of_the_flow_it_is_drawn_from() -> None:
    body = 'process p { output ore zh "矿石" en "ore" : t }\nprocess q { input ore : t { from p } }'
    [ore] = process(checked(body), "q").flows
    assert ore.label.zh == "矿石"


def test_a_condition_around_a_flow_holds_for_its_properties() -> None:
    body = """process p { data own : yes_no
      output power : MWh
      input coal : t { factor 0 kgCO2e/t  only when own  data carbon : % } }"""
    bound = checked(body)
    assert isinstance(datum(bound, "p.coal.carbon").only_when, typed.Reading)
    assert datum(bound, "p.coal").only_when == datum(bound, "p.coal.carbon").only_when


def test_mass_is_summed_over_the_flows_that_are_measured_so() -> None:
    body = """process p { output coke : t  input coal : t { factor 1 kgCO2e/t }
      input power : kWh { factor 1 kgCO2e/kWh }
      let bought : t = inflow(mass) }"""
    [bought] = [f for f in checked(body).rules.formulas if f.path == "p.bought"]
    assert [r.path for r in typed.readings(bought.value)] == ["p.coal"]
