"""The table of features names chapters, constructs and tests that exist."""

import ast
import functools

import pytest
import yaml

from guiju.cli.arguments import COMMANDS
from guiju_dsl.names.formulas import FUNCTIONS
from guiju_runtime.units import parse_unit
from tests.house import ROOT
from tests.reference.book import BOOK, words_of_keywords

FEATURES = yaml.safe_load((BOOK / "features.yaml").read_text("utf-8"))
TESTS = sorted({test for feature in FEATURES for test in feature["tests"]})
NAMES_OF_COMMANDS = frozenset(f"guiju {name}" for name in COMMANDS)
DEMANDED = 23 + 24 - 2 + 3
"""23 features in the list of group A, 24 in that of group B, two of them in both; three more."""


def test_every_feature_demanded_has_a_row() -> None:
    assert len({feature["en"] for feature in FEATURES}) == len(FEATURES) == DEMANDED


@functools.cache
def functions_in(file: str) -> set[str]:
    """Name the tests of a file."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("test", TESTS)
def test_a_test_that_the_table_names_exists(test: str) -> None:
    file, _, name = test.partition("::")
    assert (ROOT / file).is_file()
    assert name in functions_in(file)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature["en"])
def test_a_feature_names_its_construct_and_its_chapter(feature: dict[str, object]) -> None:
    assert set(feature) == {"zh", "en", "construct", "page", "tests"}
    page, construct, tests = feature["page"], feature["construct"], feature["tests"]
    assert isinstance(construct, list)
    for word in construct:
        known = word in words_of_keywords() or word in FUNCTIONS
        assert known or word in NAMES_OF_COMMANDS or parse_unit(word).text == word
    assert page is None or (BOOK / str(page)).is_file()
    if tests:
        assert construct
