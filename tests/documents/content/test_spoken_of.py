"""``{ref x}`` prints the number of a clause and follows it; ``{value x}`` prints a constant."""

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from guiju_runtime.messages import Language
from tests.documents.content.compiling import compiled_text
from tests.documents.content.test_placed_clauses import STANDARD

PROSE = """
term brick zh "砖" en "brick" { definition zh "砖。" en "A brick." }
factor coal_supply zh "煤" en "coal" : kgCO2e/t = 52.5 { source "x, 2024" }
let twelve zh "十二" en "twelve" : t = 12 t
let half zh "一半" en "a half" = 12 / 24
data moisture zh "水分" en "moisture" : % { note zh "备查" en "recorded" }
clause own zh "自己的条" en "Own" after unit_choice {
  note zh "见{WHAT}。" en "See {WHAT}."
}
"""


def printed(what: str, language: Language) -> str:
    """Give the sentence that speaks of ``what``, as it is printed."""
    plan = compiled_text(STANDARD + PROSE.replace("WHAT", what))
    document = from_plan(plan, language)
    lines = to_text(document, number(document)).splitlines()
    start = "见" if language == "zh" else "See "
    [line] = [line for line in lines if line.startswith(start) and line.endswith(("。", "."))]
    return line.removeprefix(start)[:-1]


@pytest.mark.parametrize(
    ("what", "zh", "en"),
    [
        ("ref works", "7.2", "7.2"),
        ("ref making", "5.4.2", "5.4.2"),
        ("ref own", "5.3", "5.3"),
        ("ref brick", "3.1", "3.1"),
        ("ref moisture", "水分", "moisture"),
        ("value coal_supply", "52.5 kgCO2e/t", "52.5 kgCO2e/t"),
        ("value twelve", "12 t", "12 t"),
        ("value half", "0.5", "0.5"),
        ("value moisture", "水分", "moisture"),
    ],
)
def test_prose_speaks_of_things_by_number_or_value(what: str, zh: str, en: str) -> None:
    assert printed(what, "zh") == zh
    assert printed(what, "en") == en
