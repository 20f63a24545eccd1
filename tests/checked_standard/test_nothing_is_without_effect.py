"""What may stand in a place acts there: no item is read and then forgotten."""

import functools
import re
from collections.abc import Iterator

import pytest

from guiju.backends.python.module import to_module
from guiju.documents import scope_chapters
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from guiju.plan.model import CalculationPlan
from guiju_dsl.standard.places import ALLOWED
from tests.calculation.compiled import compile_text

WHOLE = """
cites "GB/T 1196" zh "重熔用铝锭" en "Remelt aluminium"
standard small "T/XXX 009—2026" { title zh "小" en "Small" gwp own_set }
gwp own_set zh "势" en "potentials" { source zh "表" en "table"  CO2 = 1  CH4 = 27 <gwp> }
product thing zh "产品" en "thing" { declared unit 1 t <product> }
boundary gate zh "大门" en "gate" { <boundary> }
choice kinds zh "种类" en "kinds" { low zh "低" en "low", high zh "高" en "high" }
factor rate zh "率" en "rate" : kgCO2e/t = 5 { source zh "某书" en "a book" }
factor power_factor zh "电力因子" en "power factor" : kgCO2e/MWh by kinds {
  source zh "某书" en "a book"  low = 500 { year 2020 <row> }  high = 600 <factor>
}
data kind zh "类" en "kind" : choice kinds
data other zh "别" en "other" : t { measured zh "秤" en "scale" { class 3 <measured> } }
stage first zh "一" en "first" {
  process earlier zh "前段" en "earlier" {
    output part zh "零件" en "part" : t
    input ore zh "矿" en "ore" : t { factor rate }
  }
  process work zh "生产" en "work" {
    output thing zh "产品" en "thing" : t { let worth zh "价" : 元/t = 5 元/t <output> }
    output made zh "成品" en "made" : t = thing * 2 { let worth zh "价" : 元/t = 5 元/t <made> }
    coproduct side zh "副产" en "side" : t { let worth zh "价" : 元/t = 5 元/t <coproduct> }
    waste slag zh "渣" en "slag" : t { <waste> }
    input part zh "零件" en "part" : t { from earlier }
    input sand zh "砂" en "sand" : t { factor rate <input> }
    input power zh "电" en "power" : MWh = thing * 2 MWh/t { factor power_factor[kind] <drawn> }
    emission CO2 flame zh "火" en "flame" : t { <emission> }
    emission CO2 smoke zh "烟" en "smoke" : t = prefer dry else 2 t { <smoke> }
    data water zh "水" en "water" : t { <data> }
    let dry zh "干" en "dry" : t = prefer water else 2 t { <let> }
    each lot zh "批" en "lot" in 1 .. 3 {
      input clay zh "土" en "clay" : t = lot * 1 t { factor rate }  <each>
    }
    shall water >= 1 t zh "水应足。" en "Water shall do." { <provision> }
    allocate by worth
    <process>
  }
  <stage>
}
result whole zh "全" en "whole" : tCO2e = thing.cfp * work.thing / 1 t { <result> }
quality {
  indicator tech zh "技术" en "tech" { 1 zh "好" en "good" = 1  2 zh "差" en "bad" = 2 <indicator> }
  <quality>
}
term ore zh "矿" en "ore" { definition zh "石" en "stone" <term> }
clause own_words zh "另" en "own words" after report {
  shall zh "应报告。" en "Shall report." <clause>
}
profile other_rules zh "另" en "other rules" { gwp own_set <profile> }
"""
SLOTS = {"input with a formula": "drawn", "output with a formula": "made"}
SLOTS |= {"emission with a formula": "smoke"}
WORDS = {
    "source": 'source zh "GB/T 1196" en "GB/T 1196"',
    "note": 'note zh "说明" en "remark"',
    "site": "site",
    "primary": "primary",
    "secondary": "secondary",
    "unverified": "unverified",
    "confidential": "confidential",
    "optional": "optional",
    "unique": "unique",
    "uncertainty": "uncertainty 5 %",
    "valid": "valid 3 a",
    "default": "default 3 t",
    "only when": "only when kind is low",
    "origin": "origin biogenic",
    "factor of": "factor rate",
    "symbol": 'symbol "Z_9"',
    "measured": 'measured zh "表" en "meter" every month',
    "share": "share 5 %",
    "substitute": "substitute rate",
    "limit": "limit other <= 5 t",
}
BESIDE = {
    ("", "unverified"): "default 3 t",
    ("waste", "origin"): "factor rate",
    ("waste", "symbol"): "factor rate",
}
"""What must stand beside a word for it to mean something, in one slot or where it is collected."""
STRUCTURE = {
    "standard", "library", "use", "extends", "override", "cites", "term", "clause", "product",
    "boundary", "stage", "process", "quality", "choice", "factor", "gwp", "data", "let", "result",
    "profile", "example", "gwp selected", "declared unit", "functional unit", "reference flow",
    "exclude", "input", "output", "coproduct", "waste", "emission", "each", "allocate by", "from",
    "row", "group", "indicator", "level", "given", "shall", "should", "may", "expect",
}  # fmt: skip
"""Things with tests of their own."""
ELSEWHERE = {
    "file", "library", "example", "given", "coproduct with a formula", "waste with a formula",
}  # fmt: skip
"""Places whose items act on what is around them, or as in a like place."""


def cases() -> Iterator[tuple[str, str]]:
    """Give every attribute, mark, remark and provision with each place where it may stand."""
    for place in sorted(ALLOWED.keys() - ELSEWHERE):
        for word in sorted(ALLOWED[place] - STRUCTURE - {"factor of"}):
            yield place, word
    yield "waste", "factor of"


@functools.cache
def planned(slot: str, said: str) -> CalculationPlan:
    """Compile the whole with ``said`` in one slot."""
    return compile_text(
        re.sub(r"<\w+>", lambda found: said if found[0] == f"<{slot}>" else "", WHOLE)
    )


@functools.cache
def document(slot: str, said: str) -> str:
    """Give the text of the document, digests apart."""
    laid_out = from_plan(planned(slot, said), "zh")
    return re.sub("[0-9a-f]{12,64}", "", to_text(laid_out, number(laid_out)))


@functools.cache
def calculator(slot: str, said: str) -> str:
    """Give the calculator, digests apart."""
    return re.sub("[0-9a-f]{64}", "", to_module(planned(slot, said)))


@pytest.fixture(autouse=True)
def figures_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw nothing: the text of a document shows no figure."""
    monkeypatch.setattr(scope_chapters, "drawing", lambda _: "")


def test_every_word_that_may_stand_somewhere_is_tried() -> None:
    assert set().union(*ALLOWED.values()) == STRUCTURE | WORDS.keys()


@pytest.mark.parametrize(("place", "word"), list(cases()), ids=lambda text: text.replace(" ", "-"))
def test_what_may_stand_in_a_place_changes_document_or_calculator(place: str, word: str) -> None:
    slot = SLOTS.get(place, place)
    beside = BESIDE.get(
        (slot, word), BESIDE.get(("", word), "") if "valid" in ALLOWED[place] else ""
    )
    with_word = f"{beside} {WORDS[word]}"
    assert document(slot, with_word) != document(slot, beside) or (
        calculator(slot, with_word) != calculator(slot, beside)
    )
