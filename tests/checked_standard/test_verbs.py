"""The words of a provision have the verb of its force."""

import pytest

from guiju_dsl.standard.checks.provisions_say_their_force import RECOMMENDED, REQUIRED


@pytest.mark.parametrize(
    "words",
    ["数据应为现场数据。", "不应重复计算。", "必须报告。", "不得扣除。", "Data shall be primary.",
     "It must be reported.", "外购时，应采用供应商的数据。"],
)  # fmt: skip
def test_verbs_of_a_requirement_are_found(words: str) -> None:
    assert REQUIRED.search(words)
    assert not RECOMMENDED.search(words)


@pytest.mark.parametrize(
    "words",
    ["反应热", "供应商", "相应的数据", "对应的单元过程", "适用于热应力", "阳极效应系数", "应用范围",
     "感应炉", "应急电源", "适应性", "the shallow well", "Marshall"],
)  # fmt: skip
def test_words_that_hold_the_character_are_no_verbs(words: str) -> None:
    assert not REQUIRED.search(words)


@pytest.mark.parametrize(
    ("words", "recommends"),
    [
        ("宜采用初级数据。", True),
        ("不宜大于 3。", True),
        ("Data should be primary.", True),
        ("温度适宜的条件", False),
        ("便宜的电力", False),
        ("事宜另行商定", False),
    ],
)
def test_verbs_of_a_recommendation(words: str, recommends: bool) -> None:
    assert bool(RECOMMENDED.search(words)) == recommends
