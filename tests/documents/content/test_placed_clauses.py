"""A clause in words is printed once, on the side of the clause that it is placed beside."""

from collections.abc import Iterator

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.model import Block, Clause
from guiju_dsl.names.clause_places import CHAPTERS
from tests.documents.content.compiling import compiled_text
from tests.names.resolving import faults

STANDARD = """
standard small "T/XXX 009—2026" { title zh "小标准" en "Small" gwp ar6_7sm7 }
use factors.gwp
product thing zh "产品" en "thing" { declared unit 1 t }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    emission CO2 burning zh "燃烧" en "burning" : t
  }
}
"""
OWN = 'clause {name} zh "自己的条" en "Own" {place} {{ note zh "自己的话。" en "Own words." }}\n'
INSIDE = ("goal", "cut_off", "product_description", "interpretation", "report", "declaration")
"""Clauses that hold what is placed beside them, each part under a title of its own."""


def ids(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the ids of clauses, in order, each before those in it."""
    for block in blocks:
        if isinstance(block, Clause):
            yield block.id
            yield from ids(block.content)


def printed(text: str) -> list[str]:
    """Give the ids of the clauses in the document of the small standard with ``text``."""
    document = from_plan(compiled_text(STANDARD + text), "zh")
    assert repr(document).count("自己的话。") == text.count("自己的话。")
    return list(ids(document.clauses))


@pytest.mark.parametrize("rule", ["", "extends gbt_24067\n"], ids=["alone", "general-rule"])
@pytest.mark.parametrize("position", ["before", "after"])
@pytest.mark.parametrize("place", sorted(CHAPTERS))
def test_a_clause_is_printed_once_wherever_it_is_placed(
    place: str, position: str, rule: str
) -> None:
    assert printed(rule + OWN.format(name="own", place=f"{position} {place}")).count("own") == 1


@pytest.mark.parametrize("place", sorted(CHAPTERS - {"impact_assessment", *INSIDE}))
def test_a_clause_stands_on_the_side_where_it_is_placed(place: str) -> None:
    both = OWN.format(name="first", place=f"before {place}")
    both += OWN.format(name="last", place=f"after {place}")
    found = printed("extends gbt_24067\n" + both)
    assert found.index("first") < found.index(place) < found.index("last")


@pytest.mark.parametrize("place", INSIDE)
def test_a_chapter_holds_what_is_placed_beside_it_in_order(place: str) -> None:
    both = OWN.format(name="first", place=f"before {place}")
    both += OWN.format(name="last", place=f"after {place}")
    found = printed("extends gbt_24067\n" + both)
    general = f"{place}.general"
    order = [one for one in found if one in ("first", general, "last")]
    assert order == ["first", general, "last"] if general in found else order == ["first", "last"]


def test_impact_assessment_has_what_is_placed_before_behind_its_general_part() -> None:
    both = OWN.format(name="first", place="before impact_assessment")
    both += OWN.format(name="last", place="after impact_assessment")
    found = printed(both)
    places = [
        found.index(one) for one in ("section.impact_general", "first", "process.works", "last")
    ]
    assert places == sorted(places)


def test_a_clause_may_stand_beside_one_of_its_own_kind() -> None:
    text = OWN.format(name="second", place="after first")
    text += OWN.format(name="first", place="after unit_choice")
    found = printed(text)
    assert found[found.index("first") + 1] == "second"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("clause own after unti_choice { }", "unknown-name: unti_choice"),
        ("process works { output x : t }\nclause own after works { }", "unknown-name: works"),
        ("clause own after scope { }", "unknown-name: scope"),
        ("clause own after own { }", "circular-definition: own"),
    ],
)
def test_a_clause_beside_what_is_no_clause_is_an_error(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_clauses_that_stand_beside_each_other_in_a_circle_are_an_error() -> None:
    circle = "clause one after two { }\nclause two before one { }\nclause three after two { }"
    assert faults(circle) == ["circular-definition: two", "circular-definition: one"]
