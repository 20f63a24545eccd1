"""Kinds of values, conditions, alternatives, look-ups and calls."""

from fractions import Fraction

import pytest

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from tests.checked_standard.checking import checked, faults, formula

DATA = """
choice kinds { coal, hydro }
choice more_kinds { coal, hydro, wind }
choice routes { converter, arc }
data kind : choice kinds
data other_kind : choice more_kinds
data route : choice routes
data certified : yes_no
data coke : t
data name_of_site : text
data opened : date
factor footprint : kgCO2e/kWh by kinds, year {
  source "示例"
  coal, 2023 = 0.95
  coal, 2024 = 944 kgCO2e/MWh
  hydro = 0.0143
}
"""


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("let x : yes_no = kind is converter", "unknown-name: converter"),
        ("let x : yes_no = certified is coke", "wrong-kind: coke"),
        ("let x : yes_no = kind is route", "wrong-kind: route"),
        ("let x : yes_no = other_kind is kind and other_kind in [route]", "wrong-kind: route"),
        ("let x : yes_no = kind > 3", "wrong-kind: kind"),
        ("let x : yes_no = not coke", "wrong-kind: coke"),
        ("let x : t = certified", "wrong-kind: certified"),
        ("let x : t = kind", "wrong-kind: kind"),
        ("let x : choice kinds = route", "wrong-kind: route"),
        ("let x = coke + certified", "wrong-kind: certified"),
        ("let x = kinds", "wrong-kind: kinds"),
        ("let x = mass", "wrong-kind: mass"),
        ("let x = when certified then coke otherwise kind", "wrong-kind: kind"),
        ("let x = when coke then 1 otherwise 2", "wrong-kind: coke"),
        ("let x = prefer coke else 3 h", "unit-mismatch: 3 h"),
        ("let x = footprint[route, year]", "wrong-kind: route"),
        ("let x = footprint[kind, certified]", "wrong-kind: certified"),
        ("let x = footprint[other_kind, year]", "wrong-kind: other_kind"),
        ("let x = coke in [1 t, 2 h]", "different-quantities: coke in [1 t, 2 h"),
        ("data y : t { default yes }", "wrong-kind: yes"),
        ("data y : choice kinds { default kind }\ndata z : choice routes { default kind }",
         "wrong-kind: kind"),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_reported_at_its_place(body: str, fault: str) -> None:
    assert faults(DATA + body) == [fault]


def test_texts_dates_and_choices_compare_with_their_like() -> None:
    body = """
    let a_day : yes_no = opened is 2025-12-31
    let same : yes_no = kind is other_kind
    let one : yes_no = year in [2023, 2024]
    let sure : yes_no = certified is yes
    """
    assert faults(DATA + body) == []


@pytest.mark.parametrize(
    ("lookup", "fault"),
    [
        ("footprint[coal, 2022]", "no-factor-for-year: 2022"),
        ("footprint[kind, 2022]", None),  # hydro holds for any year
        ("footprint[hydro, 1990]", None),
        ("footprint[coal, 2023]", None),
        ("footprint[coal, 2050]", None),  # the newest not after it
        ("footprint[coal, year]", None),
        ("footprint[coal]", "wrong-arguments: footprint[coal]"),
        ("footprint", "wrong-arguments: footprint"),
        ("coke[2023]", "wrong-arguments: coke[2023]"),
    ],
)
def test_a_key_that_is_written_out_must_have_a_row(lookup: str, fault: str | None) -> None:
    assert faults(f"{DATA}let x = {lookup}") == ([fault] if fault else [])


def test_a_row_other_stands_for_every_option_without_its_own() -> None:
    table = 'factor f : kg/t by more_kinds { source "示例"  coal = 1  other = 2 }\n'
    assert faults(f"{DATA}{table}let x = f[wind]") == []
    assert faults(f"{DATA}{table.replace('other', 'hydro')}let x = f[wind]") == [
        "no-factor-for-year: wind"
    ]


def test_rows_are_kept_in_the_unit_of_their_table_with_source_and_year() -> None:
    [table] = checked(DATA).rules.tables
    assert [(row.keys, row.value, row.year) for row in table.rows] == [
        (("coal", "2023"), Fraction("0.95"), "2023"),
        (("coal", "2024"), Fraction("0.944"), "2024"),
        (("hydro", ""), Fraction("0.0143"), ""),  # any year
    ]
    assert {row.source.zh for row in table.rows} == {"示例"}
    assert table.dated == (False, True)


def test_a_factor_must_be_a_constant_in_its_unit() -> None:
    assert faults('data x : kg/t\nfactor f : kg/t = x { source "示例" }') == ["wrong-kind: x"]
    assert faults('factor f : kg/t = 3 h { source "示例" }') == ["unit-mismatch: 3 h"]


@pytest.mark.parametrize(
    "call",
    [
        "sum(coke)",
        "mean(coke)",
        "count(coke)",
        "min(coke)",
        "round(coke, 2)",
        "abs(coke, coke)",
        "M(Xx2)",
        "M(coke)",
        "inflow(carbon)",
        "mixed(coke)",
        "mixed(coke, coke, coke)",
        "mixed(clean: coke, clear: coke)",
        "lognormal(1.2)",
    ],
)
def test_arguments_that_a_function_does_not_take_are_reported(call: str) -> None:
    body = f"{DATA}let mixed(dirty : t, clean : t) : t = dirty + clean\nlet x = {call}"
    assert faults(body) == [f"wrong-arguments: {call}"]


def test_arguments_go_by_place_or_by_name_and_are_converted() -> None:
    bound = checked(
        """
        let mixed(dirty : t, clean : t) : t = 3 * dirty + clean
        let by_place = mixed(1 t, 500 kg)
        let by_name = mixed(clean: 500 kg, dirty: 1 t)"""
    )
    assert constant(formula(bound, "by_place").value) == Fraction("3.5")
    assert constant(formula(bound, "by_name").value) == Fraction("3.5")
    assert [f.path for f in bound.rules.formulas] == ["by_place", "by_name"]


def test_an_argument_in_another_unit_is_reported_at_the_argument() -> None:
    body = "let doubled(load : t) : t = 2 * load\nlet x = doubled(3 h)"
    assert faults(body) == ["unit-mismatch: 3 h"]


def test_logarithm_exponential_and_root_are_of_plain_numbers() -> None:
    assert faults("data load : t\nlet x = ln(load / 1 kg)\nlet y = sqrt(4 %)") == []
    assert faults("data load : t\nlet x = exp(load)") == ["unit-mismatch: load"]
    assert faults("data load : t\nlet x = sqrt(load)") == ["unit-mismatch: load"]


def test_the_molar_masses_are_those_of_the_elements() -> None:
    # Ca 40.078, C 12.011, O 15.999: CaCO3 100.086 and CO2 44.009 g/mol
    found = formula(checked("let share_of_co2 = M(CO2) / M(CaCO3)"), "share_of_co2")
    assert constant(found.value) == Fraction("44.009") / Fraction("100.086")


ROWS = """
process power_supply {
  output power : MWh = sum(supply.electricity)
  each supply {
    data kind : choice { grid, own }
    input electricity : MWh { factor 1 kgCO2e/MWh }
    let cost : MWh = 2 * electricity
  }
"""


def test_a_sum_runs_over_the_rows_of_its_group() -> None:
    bound = checked(f"{ROWS} let rows = count(supply)  let most = max(supply.cost / 2) }}")
    total = formula(bound, "power_supply.power").value
    assert isinstance(total, typed.Aggregate)
    assert (total.function, total.group) == ("sum", "power_supply.supply")
    rows = formula(bound, "power_supply.rows").value
    assert isinstance(rows, typed.Aggregate)
    assert rows.body is None
    most = formula(bound, "power_supply.most").value
    assert isinstance(most, typed.Aggregate)
    assert most.unit.dimension == total.unit.dimension


def test_a_value_of_a_row_is_read_inside_its_group_only() -> None:
    assert faults(f"{ROWS} let x = supply.cost }}") == ["row-outside-group: supply.cost"]


def test_flows_in_and_out_are_summed_with_the_property_that_is_named() -> None:
    bound = checked(
        """
        process coking {
          output coke : t { let carbon = 85 % }
          input coal : t { factor 0 kgCO2e/t  data carbon : % }
          each extra { input oil : kg { factor 0 kgCO2e/t  let carbon = 0.8 } }
          emission CO2 : t = (inflow(carbon) - outflow(carbon)) * 44 / 12
          let bought : t = inflow(mass)
        }"""
    )
    inflow = formula(bound, "coking.bought").value
    assert isinstance(inflow, typed.Arithmetic)
    assert isinstance(inflow.left, typed.Reading)
    assert inflow.left.path == "coking.coal"
    read = [r.path for r in typed.readings(formula(bound, "coking.CO2").value)]
    assert read == [
        "coking.coal",
        "coking.coal.carbon",
        "coking.extra.oil",
        "coking.extra.oil.carbon",
        "coking.coke",
        "coking.coke.carbon",
    ]


def test_a_property_that_is_inherited_is_read_where_it_was_declared() -> None:
    bound = checked(
        """
        process baking { output anode : t { data carbon : % } }
        process smelting { output metal : t  input anode : t { from baking }
          let burnt : t = anode * anode.carbon }
        """
    )
    read = [r.path for r in typed.readings(formula(bound, "smelting.burnt").value)]
    assert read == ["smelting.anode", "baking.anode.carbon"]


def test_a_formula_without_a_unit_has_the_one_that_it_computes() -> None:
    bound = checked("data coke : t\ndata metal : t\nlet need = coke / metal\nlet twice = 2 * need")
    assert formula(bound, "twice").unit.dimension == ()
    assert formula(bound, "need").kind == "number"
    guarded = checked(
        "data coke : t\nlet much = coke > 5 t\nlet x : t = when much then 1 otherwise 2"
    )
    assert formula(guarded, "much").kind == "yes_no"


def test_one_cause_is_one_fault() -> None:
    body = "data coke : t\ndata power : kWh\nlet wrong = coke + power\n"
    assert faults(
        f"{body}let x : t = 2 * wrong\nlet y : t = wrong + coke\nlet z : kWh = wrong"
    ) == ["different-quantities: coke + power"]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("let x : % = 5", "5"),
        ("let x : % = -5", "-5"),
        ("let x : % = 1 / 2", "50"),
        ("let x : % = 5 ‰", "0.5"),
    ],
)
def test_a_bare_number_takes_the_unit_that_it_is_assigned_to(body: str, value: str) -> None:
    assert constant(formula(checked(body), "x").value) == Fraction(value)


@pytest.mark.parametrize(
    "written", ["when certified then 5 otherwise 7.5", "when certified then 5 otherwise moisture"]
)
def test_a_bare_number_among_alternatives_takes_the_same_unit(written: str) -> None:
    body = f"data certified : yes_no\ndata moisture : %\nlet x : % = {written}"
    found = formula(checked(body), "x").value
    assert isinstance(found, typed.Cases)
    assert found.unit.text == "%"
    assert constant(found.branches[0][1]) == 5


def test_a_zero_without_a_unit_is_a_zero_of_anything() -> None:
    assert faults("data coke : t\nlet x : t = when coke > 0 then coke otherwise 0") == []


def test_tiers_keep_their_labels_and_take_one_unit() -> None:
    bound = checked(
        """
        data own : kg/t { optional }
        let used : kg/t = prefer own zh "实测" en "measured" else 2_000 g/t"""
    )
    found = formula(bound, "used").value
    assert isinstance(found, typed.Preferred)
    assert [label.zh for _, label in found.tiers] == ["实测", "2_000 g/t"]
    assert constant(found.tiers[1][0]) == 2


def test_faults_come_in_the_order_of_the_text() -> None:
    body = "let one = 1 t + 1 h\ndata load : t { default 3 h }\nlet two = 1 t + 2 h"
    assert faults(body) == [
        "different-quantities: 1 t + 1 h",
        "unit-mismatch: 3 h",
        "different-quantities: 1 t + 2 h",
    ]
