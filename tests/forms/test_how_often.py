"""How often something is measured is said in the language of the form, for every standard."""

import re

import pytest

import guiju
from guiju.workspace import sources
from guiju_runtime.data_model import OFTEN
from tests.house import ROOT

STANDARDS = sorted(
    {path.parent.name for path in sources(str(ROOT / "standards"))} - {"factors", "general"}
)


@pytest.mark.parametrize("name", STANDARDS)
def test_every_word_for_how_often_is_known_in_both_languages(name: str) -> None:
    asked = {datum.every for datum in guiju.compile(name).plan.data_model.data} - {""}
    assert asked <= set(OFTEN)


def test_no_english_stands_in_chinese_words() -> None:
    assert [text.zh for text in OFTEN.values() if re.search("[a-z]", text.zh)] == []
