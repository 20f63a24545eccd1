"""Every example of every standard comes out the same in JavaScript: numbers, findings, words."""

import json
from collections.abc import Iterator
from functools import cache

import pytest
import yaml

from tests.batch.tables import SLUGS, STANDARDS
from tests.javascript.engines import (
    Case,
    by_chromium,
    by_node,
    by_python,
    needs_chromium,
    needs_node,
)
from tests.javascript.sameness import differences


def cases(slug: str) -> Iterator[Case]:
    """Give the examples of a standard with what they build on; some with messages in English."""
    for at, path in enumerate(sorted((STANDARDS / slug / "examples").glob("*.yaml"))):
        given = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        for name, other in given.get("use", {}).items():
            text = (path.parent / other).read_text("utf-8")
            given["use"][name] = yaml.load(text, Loader=yaml.BaseLoader)
        yield slug, json.dumps(given, ensure_ascii=False), "en" if at % 2 else "zh"


@cache
def every() -> list[Case]:
    return [case for slug in SLUGS for case in cases(slug)]


@needs_node
@pytest.mark.parametrize("slug", SLUGS)
def test_the_examples_of_a_standard_come_out_the_same_in_node(slug: str) -> None:
    given = list(cases(slug))
    for case, found in zip(given, by_node(given), strict=True):
        assert differences(found, by_python(case)) == []


@needs_node
@needs_chromium
def test_every_example_comes_out_in_chromium_as_in_node() -> None:
    assert by_chromium(every()) == by_node(every())
