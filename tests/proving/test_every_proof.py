"""What is proved of a standard before any data exist: one slip for each, and what is said of it.

The rest of this folder goes into each; this page sees that none is missing.
"""

from typing import NamedTuple

import pytest

from guiju_dsl.diagnostics import Diagnostic
from tests.checked_standard.checking import HEAD, outcome_of

RULE = """
standard rule "GB 1" { title zh "总则" en "Rule" }
quality { shall fresh: data_age <= 2 a zh "应新" en "Fresh." }
"""


class Slip(NamedTuple):
    """A standard that is not sound, the code, and what the message in English holds."""

    body: str
    code: str
    holds: tuple[str, ...]


PRODUCT = "product billet { declared unit 1 t }\nprocess p { output billet : t MORE }\n"
TABLE = 'factor grid : kgCO2e/kWh by year { source "x, 2026"  2024 = 0.5  2026 = 0.4 }\n'
SLIPS = {
    "dimensions": Slip(
        "data a_mass : t\ndata a_time : h\nlet x = a_mass + a_time", "GJ302", ("a_time (h)",)
    ),
    "carbon dioxide against its equivalent": Slip(
        "data gas : tCO2\ndata all : kgCO2e\nlet x = gas + all", "GJ302", ("gas", "all")
    ),
    "money": Slip("data yuan : CNY\ndata euros : EUR\nlet x = yuan + euros", "GJ302", ("EUR",)),
    "a case that no condition covers": Slip(
        "data size : t\nlet x = when size < 1 t then 1 when size > 1 t then 2",
        "GJ340",
        ("size = 1 t",),
    ),
    "a choice that no condition covers": Slip(
        "choice kinds { coke, coal, oil }\ndata kind : choice kinds\n"
        "let x = when kind is coke then 1 when kind is coal then 2",
        "GJ340",
        ("kind is oil",),
    ),
    "a day that no condition covers": Slip(
        "data opened : date\n"
        "let x = when opened <= 2024-02-28 then 1 when opened >= 2024-03-01 then 2",
        "GJ340",
        ("opened is 2024-02-29",),
    ),
    "a case that two conditions cover": Slip(
        "data size : t\nlet x = when size < 3 t then 1 when size > 2 t then 2 otherwise 3",
        "GJ341",
        ("size = ",),
    ),
    "shares that do not sum to 1": Slip(
        PRODUCT.replace("MORE", "{ share 60 % } coproduct tar : t { share 30 % }"),
        "GJ344",
        ("90 %",),
    ),
    "a rule that is loosened quotes both": Slip(
        "extends rule\noverride fresh { shall data_age <= 3 a }",
        "GJ347",
        ("data_age <= 2 a", "data_age <= 3 a"),
    ),
    "a year of the standard's validity without a factor": Slip(
        TABLE.replace("2024 = 0.5  ", "") + "let x = grid[year]", "GJ306", ("grid", "2024")
    ),
    "data that nothing uses": Slip(
        PRODUCT.replace("MORE", "") + "data idle : t", "GJ345", ("idle",)
    ),
    "a process that reaches no product": Slip(
        PRODUCT.replace("MORE", "") + "process aside { output waste_heat : GJ }",
        "GJ317",
        ("aside",),
    ),
    "a name that nothing has": Slip("let x : t = nowhere", "GJ201", ("nowhere",)),
    "a source that is no process": Slip(
        PRODUCT.replace("MORE", "input ore : t { from mine }"), "GJ201", ("mine",)
    ),
    "prose that speaks of nothing": Slip(
        'clause one "一" { text "见{ref nowhere}。" }', "GJ201", ("nowhere",)
    ),
    "words in one language only": Slip(
        'data wet zh "湿" en "wet" : % { note zh "注" }', "GJ313", ("no words in English",)
    ),
    "a loop that uses what it makes": Slip(
        PRODUCT.replace("MORE", "input again : t = 2 * billet { from p.billet }"),
        "GJ346",
        ("p.billet", "2"),
    ),
    "a loop of two that uses what it makes": Slip(
        PRODUCT.replace("MORE", "input gas : t = 2 * billet { from oven }")
        + "process oven { output gas : t  input billet : t = gas { from p } }",
        "GJ346",
        ("p", "oven"),
    ),
}


def said(slip: Slip) -> list[Diagnostic]:
    head = HEAD.replace("title", "effective 2025-03-01  title")
    return list(outcome_of(head + slip.body, {"rule": RULE}).diagnostics)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=list(SLIPS))
def test_a_slip_is_found_before_there_are_data(slip: Slip) -> None:
    found = [one for one in said(slip) if one.code.id == slip.code]
    assert found, [one.message("en") for one in said(slip)]
    assert all(words in found[0].message("en") for words in slip.holds), found[0].message("en")
    assert found[0].message("zh") != found[0].message("en")
