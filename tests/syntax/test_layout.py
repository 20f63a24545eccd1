"""Trees printed back: nothing is lost, and printing twice changes nothing."""

from pathlib import Path

import pytest

from guiju_dsl.syntax.printing.original import Keywords
from guiju_dsl.syntax.to_text import to_text
from tests.syntax.reading_sources import SOURCES, bare, parsed, text_of

KEYWORDS: tuple[Keywords, ...] = ("zh", "en", "keep")


class Printing:
    """A source, and what printing and reading it again give, each made once."""

    def __init__(self, path: Path) -> None:
        self.text = text_of(path).text
        self.file = parsed(self.text)
        self.printed = {said: to_text(self.file, said) for said in KEYWORDS}
        self.again = {said: parsed(text) for said, text in self.printed.items()}


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.name)
def source(request: pytest.FixtureRequest) -> Printing:
    """Give one source after the other to all tests of it."""
    return Printing(request.param)


def test_printing_changes_neither_tree_nor_comments(source: Printing) -> None:
    file, printed = source.file, source.again["keep"]
    assert bare(printed.items) == bare(file.items)
    assert [one.text.rstrip() for one in printed.comments] == [
        one.text.rstrip() for one in file.comments
    ]


@pytest.mark.parametrize("keywords", KEYWORDS)
def test_printing_twice_is_printing_once(source: Printing, keywords: Keywords) -> None:
    assert to_text(source.again[keywords], keywords) == source.printed[keywords]


def test_keywords_go_to_chinese_and_back_without_loss(source: Printing) -> None:
    english = source.printed["en"]
    chinese = parsed(to_text(source.again["en"], "zh"))
    assert bare(chinese.items) == bare(source.file.items)
    assert to_text(chinese, "en") == english


def test_lines_are_short_where_they_can_be(source: Printing) -> None:
    for line in source.printed["keep"].splitlines():
        in_long_text = '"' in line or line in source.text
        assert len(line) <= 100 or in_long_text or "#" in line


def test_a_whole_file_in_the_house_layout() -> None:
    written = """
standard  x  "T/X 1" {title zh "甲"
   en "A"; status draft}
# first


use factors.china   # dated
process p { # the only one
  input  coal zh "煤":t{factor f1  primary}
  # then
  output power:MWh=sum( supply.e )*2÷3
  emission CO2 burning zh "燃料燃烧排放的二氧化碳" en "carbon dioxide of fuel burning"
    : t = coal * (carbon + moisture) / 12
}
"""
    assert (
        to_text(parsed(written), "keep")
        == """\
standard x "T/X 1" {
  title zh "甲" en "A"
  status draft
}
# first

use factors.china  # dated
process p {  # the only one
  input coal zh "煤" : t { factor f1  primary }
  # then
  output power : MWh = sum(supply.e) * 2 ÷ 3
  emission CO2 burning zh "燃料燃烧排放的二氧化碳" en "carbon dioxide of fuel burning" : t
      = coal * (carbon + moisture) / 12
}
"""
    )


def test_the_same_file_in_chinese() -> None:
    english = 'library x { }\nlet x = when b is c then 5 kg otherwise 6 kg { source "s" }\n'
    chinese = '数据集 x { }\n设 x = 当 b 为 c 则 5 kg 否则 6 kg { 来源 "s" }\n'
    assert to_text(parsed(english), "zh") == chinese
    assert to_text(parsed(chinese), "en") == english


def test_mixed_keywords_stay_as_they_were_written() -> None:
    mixed = "library x { }\n输入 coal : t = b { from c1  初级 }\nlet x = 当 b is c then 5 否则 6\n"
    assert to_text(parsed(mixed), "keep") == mixed


def test_figures_and_signs_stay_as_they_were_written() -> None:
    text = "library x { }\nlet x = 13_500 kWh/t × 2 ÷ 3 ≤ 70 ～ 80 %\n"
    assert to_text(parsed(text), "en") == text


def test_text_keeps_its_characters_in_marks_that_can_hold_it() -> None:
    text = 'library x { }\nnote “he said "yes"”\nnote """two\n  lines "x" ”y”"""\n'
    assert to_text(parsed(text), "en") == text


def test_a_choice_that_is_too_long_has_one_member_a_line() -> None:
    members = [
        f'member_{at} zh "第几个成员" # {at}' if at == 1 else f"member_{at}" for at in range(9)
    ]
    written = "library x { }\nchoice c1 { " + "\n, ".join(members) + " }\n"
    printed = to_text(parsed(written), "en")
    assert printed.splitlines()[1:5] == [
        "choice c1 {",
        "  member_0,",
        '  member_1 zh "第几个成员",  # 1',
        "  member_2,",
    ]
