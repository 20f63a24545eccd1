"""Names that clash, definitions that go in circles, gases without a potential."""

import pytest

from tests.names.resolving import faults


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("let one = two\nlet two = one", "circular-definition: two"),
        ("let one = one + 1", "circular-definition: one + 1"),
        ("let f(x : t) : t = f(x)", "circular-definition: f(x)"),
        (
            "process p { input one : t = two { let w = 1 }  let two : t = inflow(w) }",
            "circular-definition: two",
        ),
        (
            "let one = when given own then two otherwise 1\ndata own : t\nlet two = 2 * one",
            "circular-definition: when given own then two otherwise 1",
        ),
    ],
)  # fmt: skip
def test_a_circle_of_definitions_is_reported_once(body: str, fault: str) -> None:
    assert faults(body) == [fault]


def test_a_series_that_is_as_long_as_what_it_sums_up_is_a_circle() -> None:
    body = """
      process p { output x : t  each y in 0 .. all / 1 t { let one : t = 1 t * y }
        let all : t = sum(y.one) }"""
    assert faults(body) == ["circular-definition: 0 .. all / 1 t"]


def test_a_property_may_be_read_by_the_flow_that_has_it() -> None:
    assert faults("process p { output x : t = 2 t * x.part { let part = 0.5 } }") == []


def test_two_circles_are_two_faults() -> None:
    assert faults("let one = two\nlet two = one\nlet up = down\nlet down = up") == [
        "circular-definition: two",
        "circular-definition: down",
    ]


def test_processes_may_form_a_circle() -> None:
    assert (
        faults(
            """
            process coking { output coke : t  input gas : t { from oven } }
            process oven { output gas : t  input coke : t { from coking } }"""
        )
        == []
    )


def test_to_ask_whether_a_value_is_given_does_not_read_it() -> None:
    assert (
        faults("data own : t { only when given other }\ndata other : t { only when given own }")
        == []
    )


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("data load : t\ndata load : t", "duplicate-name: load"),
        ("process p { input ore : t  output ore : t }", "duplicate-name: ore"),
        ("process p { }\ndata p : t", "duplicate-name: p"),
        ("process p { emission CO2 : t  emission CO2 : t }", "duplicate-name: CO2"),
        ('term load "负载" { definition "甲" }\nterm load "负荷" { definition "乙" }',
         "duplicate-name: load"),
    ],
)  # fmt: skip
def test_a_second_thing_of_one_name_is_reported(body: str, fault: str) -> None:
    assert faults(body) == [fault]


def test_a_term_or_clause_may_have_the_name_of_a_value() -> None:
    assert (
        faults('data load : t\nterm load "负载" { definition "甲" }\nclause load "负载" { }') == []
    )


def test_the_same_name_in_two_processes_is_no_fault() -> None:
    assert faults("process mill { data load : t }\nprocess oven { data load : t }") == []


def test_a_datum_in_rows_may_not_hide_one_of_the_process_or_the_file() -> None:
    assert faults("data load : t\nprocess p { each row { data load : t } }") == [
        "hidden-name: load"
    ]
    assert faults("process p { data load : t  each row { let load = 1 t } }") == [
        "hidden-name: load"
    ]


def test_a_gas_is_looked_for_in_the_set_of_the_standard() -> None:
    assert faults("process p { emission CF4 : kg }") == ["unknown-gas: CF4"]
    assert faults("process p { emission CO2 : kg }") == []


def test_the_set_of_a_profile_must_have_the_gases_that_the_profile_counts() -> None:
    body = """
    gwp narrow { CH4, fossil = 29.8 }
    process smelting { emission CO2 burning : kg  output steel : t }
    """
    assert faults(f'{body}profile q "口径" {{ gwp narrow }}') == ["unknown-gas: CO2"]
    for path in ("smelting", "smelting.burning", "smelting.emissions"):
        left_out = f'profile q "口径" {{ gwp narrow  exclude {path} because "不计" }}'
        assert faults(body + left_out) == []


def test_a_potential_for_another_origin_does_not_count() -> None:
    rule = 'standard rule "A" { title "总则" }\ngwp wide { CH4, fossil = 29.8  CO2 = 1 }'
    body = 'profile q "口径" { gwp wide }\nprocess p { emission CO2 : kg }\n'
    assert faults(f"extends rule\n{body}", rule=rule) == []
    methane = 'gwp both { CH4, fossil = 29.8 }\nprofile q "口径" { gwp both }\n'
    emission = "process p { emission CO2 : kg { origin biogenic } }"
    assert faults(methane + emission) == ["unknown-gas: CO2"]


def test_a_gas_that_the_data_choose_is_not_fixed() -> None:
    assert (
        faults(
            "override ar6 { R32 = 771  R410A = 0.5 * R32 + 1870 }\n"
            "process p { data refrigerant : choice { R32, R410A }  emission refrigerant leak : kg }"
        )
        == []
    )


def test_a_gas_that_the_data_may_choose_has_a_potential() -> None:
    assert faults("process p { data fluid : choice { CO2, R32 }  emission fluid leak : kg }") == [
        "unknown-gas: fluid"
    ]


def test_a_gas_that_looks_like_one_of_the_set_is_offered() -> None:
    assert faults("process p { emission CO : kg }") == ["unknown-gas: CO"]
