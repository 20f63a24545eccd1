"""Every worked example of every standard: both engines give the same, expectations too."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from guiju.backends.python.asking import answers
from guiju.plan.reference import evaluate
from guiju_dsl.standard.model import Example
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import Texts, calculators, chain, plans
from tests.calculation.compiled import STANDARDS

SOURCES = sorted(path.parent.with_suffix("").name for path in STANDARDS.glob("*/examples"))
"""Standards whose examples are in files."""


def source(slug: str) -> str:
    """Read a standard."""
    return (STANDARDS / slug / f"{slug}.pcr").read_text("utf-8")


def declaration(slug: str, example: Example) -> dict[str, Any]:
    """Give the data of an example, numbers as they are written."""
    if not example.file:
        return example.given
    path: Path = STANDARDS / slug / example.file
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return loaded


def attached(slug: str, given: dict[str, Any]) -> Texts:
    """Put the declarations that are attached in place of their paths; give all texts."""
    folder = STANDARDS / slug / "examples"
    given["use"] = {
        name: yaml.load((folder / path).read_text("utf-8"), Loader=yaml.BaseLoader)
        for name, path in given.pop("use", {}).items()
    }
    return tuple((name, source(name)) for name in (slug, *given["use"]))


@pytest.mark.parametrize("slug", SOURCES)
def test_the_examples_of_a_standard_come_out_the_same_in_both_engines(slug: str) -> None:
    examples = chain(((slug, source(slug)),))[slug][0].graph.standard.examples
    assert examples
    for example in examples:
        given = declaration(slug, example)
        texts = attached(slug, given)
        plan, module = chain(texts)[slug]
        found = assert_agree(plan, module, given, calculators(texts), plans(texts))
        asked = [expected.holds for expected in example.expected]
        exact = evaluate(plan, given, plans(texts), asked).answers
        assert exact == answers(plan, found.main.run, asked), example.name
