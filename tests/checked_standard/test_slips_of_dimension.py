"""What must never be added, compared or put in another's place: each slip says the way out."""

import pytest

from tests.checked_standard.checking import HEAD, outcome_of

DATA = """
data burnt : tCO2
data slip : tCH4
data carbon : tC
data mass_of_gas : t
data footprint : kgCO2e
data yuan : CNY
data dollars : USD
data euros : EUR
data price : CNY/t
data price_abroad : USD/t
data power : MWh
factor co2_of_power : kgCO2/kWh = 0.5366 { source "x, 2024" }
factor footprint_of_power : kgCO2e/kWh = 0.5777 { source "x, 2024" }
"""


def errors(body: str) -> list[str]:
    """Give code and hint of each error of ``body`` beside the data."""
    found = outcome_of(HEAD + DATA + body, {}).errors
    return [f"{one.code.id} {one.way_out('en')}" for one in found]


POTENTIAL = (
    "a mass of gas becomes CO2e only through its global warming potential: "
    "write it as an emission, or multiply by a potential in kgCO2e/kg"
)
ALREADY = (
    "a mass of gas is needed here; what is CO2e already is the factor of an input, or a result"
)
CARBON = "multiply by 44 / 12 to turn carbon into CO2"
ONE_FOR_ONE = "multiply by M(CF4) / M(CO2) if it is made of that one for one; else use its own mass"
KIND = "use quantities of one kind, or multiply by the factor that turns one into the other"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("let x = burnt + footprint", f"GJ302 {POTENTIAL}"),
        ("let x = footprint - burnt", f"GJ302 {POTENTIAL}"),
        ("let x = max(footprint, mass_of_gas)", f"GJ302 {POTENTIAL}"),
        ('shall small: burnt < footprint "小"', f"GJ302 {POTENTIAL}"),
        ("let x : kgCO2e = burnt", f"GJ301 {POTENTIAL}"),
        ("let x : tCO2 = footprint", f"GJ301 {ALREADY}"),
        ("process p { emission CO2 : t = footprint }", f"GJ301 {ALREADY}"),
        ("let x = burnt + slip", f"GJ302 {KIND}"),
        ("let x = burnt + carbon", f"GJ302 {CARBON}"),
        ("process p { emission CO2 : t = carbon }", f"GJ301 {CARBON}"),
        (
            "process p { emission CF4 : t = burnt }",
            f"GJ301 {ONE_FOR_ONE}",
        ),
        ("let x = co2_of_power + footprint_of_power", f"GJ302 {KIND}"),
        (
            "process p { input power : MWh { factor co2_of_power } }",
            "GJ301 did you mean footprint_of_power (kgCO2e/kWh)?",
        ),
    ],
)
def test_a_gas_is_no_carbon_dioxide_equivalent(body: str, error: str) -> None:
    assert errors(body) == [error]


RATE = "GJ302 convert at a rate: multiply by something in {}, and say of which day it is"


@pytest.mark.parametrize(
    ("body", "rate"),
    [
        ("let x = yuan + dollars", "CNY/USD"),
        ("let x = euros - dollars", "EUR/USD"),
        ("let x = price + price_abroad", "CNY/USD"),
        ('shall cheap: price_abroad < price "廉"', "USD/CNY"),
        ("let x = sum(lot.paid) + dollars\n each_lot", "CNY/USD"),
    ],
)
def test_money_of_two_currencies_never_adds(body: str, rate: str) -> None:
    lots = "process p { output y : t  each lot { data paid : CNY } }"
    body = body.replace("lot.paid", "p.lot.paid").replace("\n each_lot", f"\n{lots}")
    assert errors(body) == [RATE.format(rate)]


def test_money_converts_at_a_rate_that_is_written() -> None:
    assert errors("data rate : CNY/USD\nlet x : CNY = yuan + dollars * rate") == []


def test_shares_by_prices_of_two_currencies_are_an_error() -> None:
    body = """process p {
      output x : t { data worth : CNY/t }
      coproduct y : t { data worth : USD/t }
      allocate by worth
    }"""
    assert errors(body) == [RATE.format("CNY/USD")]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("process p { emission CO2 : t { origin biogen } }", "GJ201 did you mean biogenic?"),
        ("process p { emission CO2 : t { origin fosil } }", "GJ201 did you mean fossil?"),
        ("let x = biogenic + burnt", "GJ201 "),
    ],
)
def test_an_origin_is_one_of_those_that_are_counted_apart(body: str, error: str) -> None:
    assert errors(body) == [error]


READERS = """
let half = total / 2 t
let over : yes_no = total > 5 t
let twice : t = total * 2
"""


def test_a_unit_that_its_formula_does_not_give_is_told_once_however_many_read_it() -> None:
    """Nobody can know whether the unit or the formula is meant: no reader is wrong by itself."""
    told = errors(f"data load : t\nlet total : MWh = load * 2{READERS}")
    assert told == ["GJ301 multiply by something in MWh/t, or choose another factor"]


def test_a_reader_that_is_wrong_by_itself_is_told_when_what_it_reads_is_right() -> None:
    told = errors(f"data load : t\nlet total : t = load * 2{READERS}let wrong : MWh = total")
    assert told == ["GJ301 multiply by something in MWh/t, or choose another factor"]
