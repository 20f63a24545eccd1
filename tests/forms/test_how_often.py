"""How often something is measured is said in the language of the form, for every standard."""

import re

import pytest

from guiju_runtime.data_model import often
from guiju_runtime.messages import Text
from tests.standards.shipped import PRODUCT_STANDARDS, compiled


@pytest.mark.parametrize("name", PRODUCT_STANDARDS)
def test_every_word_for_how_often_is_known_in_both_languages(name: str) -> None:
    asked = {datum.every for datum in compiled(name).plan.data_model.data} - {""}
    assert [every for every in asked if re.search("[a-z]", often(every).zh)] == []


def test_a_word_and_a_length_of_time_are_said_in_both_languages() -> None:
    assert often("campaign") == Text(zh="每次测定", en="campaign")
    assert often("5 a") == Text(zh="每5年", en="5 years")
    assert often("") == Text(zh="", en="")
