"""``{ref x}`` prints the number of a clause and follows it; ``{value x}`` prints a constant."""

import pytest

from guiju.backends import python
from guiju.backends.form.words import help_of
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


@pytest.mark.parametrize(
    ("what", "zh", "en"),
    [
        ("ref works", "“工厂”", "“Works”"),
        ("value coal_supply", "52.5 kgCO2e/t", "52.5 kgCO2e/t"),
        ("value half", "0.5", "0.5"),
        ("value moisture", "“水分”", "“moisture”"),
    ],
)
def test_forms_schemas_and_findings_say_it_in_words(what: str, zh: str, en: str) -> None:
    """They number no clauses: what has a value is given, all else is called by its name."""
    own = PROSE.replace("备查", f"见{{{what}}}").replace("recorded", f"see {{{what}}}")
    asked = f'should dry: moisture <= 20 % zh "宜见{{{what}}}。" en "It should follow {{{what}}}."'
    plan = compiled_text(STANDARD + own.replace("WHAT", "ref works") + asked)
    [datum] = [d for d in plan.data_model.data if d.path == "moisture"]
    assert (datum.note.zh, datum.note.en) == (f"见{zh}", f"see {en}")
    assert "{" not in help_of(datum, "zh")
    [module] = (a.content.decode() for a in python.BACKEND.emit(plan) if a.path == "calculator.py")
    assert f"宜见{zh}。" in module.replace('\\"', '"')
    assert "{ref" not in module
    assert "{value" not in module
