"""Where a factor is missing, unknown or in another unit, one that fits is offered."""

import pytest

from tests.checked_standard.checking import HEAD, outcome_of

FACTORS = """
factor grid zh "电网" en "power from the grid" : kgCO2e/kWh = 0.5 { source "x, 2024" }
factor gas_supply zh "燃气生产" en "gas supply" : kgCO2e/m3 by year { source "x, 2024"  2020 = 3 }
factor gas_burning zh "燃气燃烧" en "gas burning" : kgCO2/m3 = 2 { source "x, 2024" }
factor lignite zh "褐煤" en "brown coal" : kgCO2e/t = 2 { source "x, 2024" }
factor quartz zh "石英" en "quartz sand" : kgCO2e/t = 3 { source "x, 2024" }
"""


def hints(item: str, factors: str = FACTORS) -> list[str]:
    """Give code and hint of each error where a process has ``item``."""
    body = f"product billet {{ declared unit 1 t }}\nprocess p {{ output billet : t  {item} }}"
    found = outcome_of(HEAD + factors + body, {}).errors
    return [f"{one.code.id} {one.way_out('en')}" for one in found]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        (
            "input gas : m3 { }",
            "GJ310 write factor gas_supply[year] or from … in its braces",
        ),
        (
            'input coal zh "褐煤" en "lignite" : t',
            "GJ310 write factor lignite or from … in its braces",
        ),
        ("input electricity : MWh", "GJ310 write factor grid or from … in its braces"),
        ("input lime : t", "GJ310 write factor … or from … in its braces"),
        ("input water : kgCO2e", "GJ310 write factor … or from … in its braces"),
    ],
)
def test_a_missing_factor_is_offered_by_unit_and_name(item: str, hint: str) -> None:
    assert hints(item) == [hint]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("input sand : t { factor quart }", "GJ201 did you mean quartz?"),
        ("input quartz_sand : t { factor mineral_xyz }", "GJ201 did you mean quartz?"),
        ("input gas : m3 { factor xyz }", "GJ201 did you mean gas_supply[year]?"),
        ("input lime : t { factor xyz }", "GJ201 "),
    ],
)
def test_an_unknown_factor_is_taken_for_one_near_in_name_or_else_in_unit(
    item: str, hint: str
) -> None:
    assert hints(item) == [hint]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        (
            "input gas : m3 { factor grid }",
            "GJ301 did you mean gas_supply[year] (kgCO2e/m3)?",
        ),
        (
            "input gas : m3 { factor gas_burning }",
            "GJ301 did you mean gas_supply[year] (kgCO2e/m3)?",
        ),
        (
            "data gas : m3  emission CO2 : t = gas * grid",
            "GJ301 did you mean gas_burning (kgCO2/m3)?",
        ),
        (
            "input lime : t { factor grid }",
            "GJ301 multiply by something in kWh/t, or choose another factor",
        ),
    ],
)
def test_a_factor_in_another_unit_is_replaced_by_one_that_fits(item: str, hint: str) -> None:
    assert hints(item) == [hint]


def test_nothing_is_offered_where_no_factor_fits() -> None:
    assert hints("input lime : t", "") == ["GJ310 write factor … or from … in its braces"]
    assert hints("input lime : t { factor xyz }", "") == ["GJ201 "]


def test_a_word_that_many_factors_share_makes_none_of_them_fit() -> None:
    supplies = "".join(
        f'factor {fuel}_supply : kgCO2e/{unit} = 1 {{ source "x, 2024" }}\n'
        for fuel, unit in (("gas", "m3"), ("coal", "kg"), ("oil", "kg"))
    )
    [hint] = hints("input natural_gas : t { factor gas_supply }", supplies)
    assert hint.endswith("multiply by something in m3/t, or choose another factor")
