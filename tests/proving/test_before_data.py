"""What is proved of reads, look-ups, shares, data, labels and loops before any data exist."""

import pytest

from tests.checked_standard.checking import CHAIN, HEAD, outcome_of

DATA = """choice fuels { coal, gas, oil }
data kind : choice fuels
data dear : yes_no
data spare : t { optional }
data own : t { only when kind is coal }
data both : t { optional  only when dear }
"""
EFFECTIVE = HEAD.replace("gwp ar6 }", "gwp ar6  effective 2025-03-01 }", 1)
TABLES = """factor rate : kgCO2e/t by fuels { source "a"  coal = 1  gas = 2 }
factor yearly : kgCO2e/t by year { source "a"  2025 = 1  2026 = 2 }
factor whole : kgCO2e/t by fuels, year { source "a"  coal, 2023 = 1  gas, 2025 = 2  oil, 2020 = 3 }
"""


def messages(body: str, head: str = HEAD, code: str = "") -> list[str]:
    """Give the English message of each fault with ``code``."""
    found = outcome_of(head + body, {}).diagnostics
    return [one.message("en") for one in found if one.code.id == code]


@pytest.mark.parametrize(
    ("formula", "absent"),
    [
        ("own", "own does not exist when kind is gas"),
        ("when kind is coal then own otherwise 0 t", ""),
        ("when kind is coal or dear then own otherwise 0 t", "own does not exist when kind is gas"),
        ("when given own then own otherwise 0 t", ""),
        ("prefer own else 1 t", ""),
        ("prefer own else spare", "spare may be absent"),
        ("spare", "spare may be absent"),
        ("when given spare then spare otherwise 0 t", ""),
        ("when given both then both otherwise 0 t", ""),
        ("when dear then both otherwise 0 t", "both may be absent"),
        ("1 t { only when kind is coal } let next : t = total", "total does not exist when"),
        ("own { only when kind is coal }", ""),
    ],
)
def test_a_value_is_read_only_where_it_exists(formula: str, absent: str) -> None:
    found = messages(f"{DATA}let total : t = {formula}", code="GJ312")
    assert [message[: len(absent)] for message in found] == ([absent] if absent else [])


def test_a_factor_reads_only_what_exists_and_an_amount_is_0_where_it_does_not() -> None:
    rated = (
        "process p {{ output x : t  input y : t {{ only when dear  factor {} }}  let z : t = y }}"
    )
    one = "1 kgCO2e/t * own / 1 t"
    assert len(messages(DATA + rated.format(one), code="GJ312")) == 1
    assert messages(DATA + rated.format("1 kgCO2e/t"), code="GJ312") == []


def test_rows_of_a_process_that_does_not_run_are_no_rows() -> None:
    body = """process p { only when dear  output x : t  each shift { data coal_used : t } }
    let whole : t = sum(p.shift.coal_used)
    let one : t = p.base"""
    inner = body.replace("output x", "data base : t  output x")
    assert messages(DATA + inner, code="GJ312") == [
        "p.base does not exist when not dear, but is used here as if it were always there"
    ]


@pytest.mark.parametrize(
    ("formula", "missing"),
    [
        ("rate[kind]", "oil"),
        ("when kind is oil then 3 kgCO2e/t otherwise rate[kind]", ""),
        ("prefer rate[kind] else 1 kgCO2e/t", ""),
        ("prefer 1 kgCO2e/t * spare / 1 t else rate[kind]", "oil"),
        ("yearly[year]", "2024"),  # the year before the standard takes effect
        ("when year >= 2_025 then yearly[year] otherwise 1 kgCO2e/t", ""),
        ("prefer yearly[year] else 4 kgCO2e/t", ""),
        ("whole[kind, year]", "gas, 2024"),
        ("whole[oil, year]", ""),
    ],
)
def test_a_table_has_a_row_for_all_that_is_looked_up(formula: str, missing: str) -> None:
    body = f"{DATA}{TABLES}let x : kgCO2e/t = {formula}"
    table = formula.partition("[")[0].split()[-1]
    wanted = [f"the factor {table} has no value for {missing}"] if missing else []
    assert messages(body, EFFECTIVE, "GJ306") == wanted


def test_a_standard_that_says_no_day_has_no_first_year() -> None:
    assert messages(f"{DATA}{TABLES}let x : kgCO2e/t = yearly[year]", code="GJ306") == []


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ("share 90 %", "", ""),
        ("share 90 %", "share 10 %", ""),
        ("share 90 %", "share 5 %", "is 95 %"),
        ("share 110 %", "", "is 110 %"),
        ("share -10 %", "", "is -10 %"),
        ("share 60 %", "share 60 %", "is 120 %"),
        ("share part", "share 100 % - part", ""),
        ("share part", "share 90 % - part", "is 90 %"),
        ("share part", "share part", ""),  # found when there are data
        ("share x / (x + y)", "share y / (x + y)", ""),
        ("share x * price / worth", "share y * 3 CNY/t / worth", ""),
        ("share 1 / (1 + y / x)", "share 1 - x / (x + y)", ""),
        ("share x / (x + y)", "share y / x", "if p.x = "),
        ("share x * price / worth", "share y / (x + y)", "of its products together, if "),
        ("share x / (x + y)", "share (y - 1 t) / (x + y)", "does not divide the whole of 1"),
        ("share x / (x + y)", "share max(y / (x + y), 0)", ""),  # found when there are data
        ("share x / (x + y)", "", ""),
    ],
)
def test_shares_that_are_fixed_sum_to_1(first: str, second: str, fault: str) -> None:
    body = f"""data part : %
    data price : CNY/t
    process p {{ output x : t {{ {first} }}  coproduct y : t {{ {second} }}
      let worth : CNY = x * price + y * 3 CNY/t }}"""
    found = messages(body, code="GJ344")
    assert len(found) == bool(fault)
    assert all(fault in message for message in found)


def test_what_is_asked_for_is_used() -> None:
    def body(braces: str, use: str) -> str:
        return f"{CHAIN}data moisture : % {braces}\n{use}"

    unused = ["moisture is asked for, and nothing uses it"]
    assert messages(body("{ limit 0 .. 9 % }", ""), code="GJ345") == unused
    assert messages(body("{ expect 0 .. 9 % }", ""), code="GJ345") == unused
    assert messages(body('{ note zh "备查" en "recorded" }', ""), code="GJ345") == []
    assert messages(body("", 'shall dry: moisture < 9 % "干"'), code="GJ345") == []
    assert messages(body("", "let dry : % = 1 - moisture"), code="GJ345") == []
    mention = 'clause wet "甲" { text "水分 {value moisture}" }'
    assert messages(body("", mention), code="GJ345") == []


@pytest.mark.parametrize(
    ("need", "fault"),
    [
        ("2 * x", "the loop p.x ← q.y ← p.x uses 1 of p.x for each 1 that it makes"),
        ("1.99 * x", ""),
        ("2_100 kg/t * x", "the loop p.x ← q.y ← p.x uses 1.05 of p.x for each 1 that it makes"),
        ("2 * x + 1 t", ""),  # depends on how much is made
        ("2 * x { factor 1 kgCO2e/t }", ""),  # the rest is bought
    ],
)
def test_a_loop_leaves_something_of_what_it_makes(need: str, fault: str) -> None:
    body = f"""product x {{ declared unit 1 t }}
    process p {{ output x : t  input y : t = {need} {{ from q }} }}
    process q {{ output y : t  input x : t = 0.5 * y {{ from p }} }}"""
    body = body.replace("} { from", "  from")
    found = messages(body, code="GJ346")
    assert len(found) == bool(fault)
    assert all(message.startswith(fault) for message in found)


def test_what_a_coproduct_bears_is_not_in_the_loop() -> None:
    body = """product x {{ declared unit 1 t }}
    process p {{ output x : t  coproduct z : t {{ share {} }}
      input back : t = 1.2 * x {{ from p.x }} }}"""
    assert len(messages(body.format("10 %"), code="GJ346")) == 1  # 0.9 * 1.2 = 1.08
    assert messages(body.format("20 %"), code="GJ346") == []  # 0.8 * 1.2 = 0.96


def test_a_text_in_one_language_lacks_the_other() -> None:
    body = 'data part zh "部分" en "part" : % { note zh "注" }  shall dry: part < 1 en "low"'
    found = messages(body, code="GJ313")
    assert found == [
        "this text has no words in English",
        "this text has no words in Chinese",
    ]
    options = 'choice fuels zh "燃料" en "fuels" { coal zh "煤" en "coal", gas, 油 }'
    assert messages(options, code="GJ313") == [
        "gas has no words in Chinese",
        "油 has no words in English",
    ]
