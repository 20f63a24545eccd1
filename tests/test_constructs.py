"""Every construct of the language stands in a golden case: each rule of the grammar, each keyword.

A case is a folder in ``tests/golden`` with a ``standard.pcr``; beside it lie the plan and the
document that are made of it, read by somebody, so that a change of meaning is seen.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text as document_text
from guiju.plan.printing import to_text as plan_text
from guiju_dsl.source import SourceText
from guiju_dsl.syntax.building import BUILDERS
from guiju_dsl.syntax.cache import NO_CACHE, the_table
from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from guiju_dsl.syntax.lexer import tokens_of
from guiju_dsl.syntax.lexical import mended
from guiju_dsl.syntax.parser import Parser
from tests.calculation.compiled import compile_text
from tests.calculation.whole_standard import find
from tests.golden_files import CheckGolden

GOLDEN = Path(__file__).with_name("golden")
CASES = sorted(path.parent for path in GOLDEN.glob("**/standard.pcr"))


@cache
def used() -> frozenset[str]:
    """Give the rules by which the cases are read, and the terminals in them."""
    found: set[str] = set()

    def noted(name: str, build: Callable[..., Any]) -> Callable[..., Any]:
        def built(*parts: Any) -> Any:
            found.add(name)
            return build(*parts)

        return built

    builders = {name: noted(name, build) for name, build in BUILDERS.items()}
    for path in sorted(GOLDEN.glob("**/*.pcr")):
        source = SourceText(name=path.name, text=path.read_text("utf-8"))
        tokens, faults = mended(source, tokens_of(source.text))
        assert not faults
        assert Parser(the_table(NO_CACHE), builders, source, tokens).run(), path
        found.update(tokens.kinds)
    return frozenset(found)


def rules() -> list[str]:
    """Name every rule of the grammar that makes something of its own."""
    table = the_table(NO_CACHE)
    made = {r.builder for r in table.rules if r.builder in BUILDERS and not r.repeated}
    return sorted(made)


@pytest.mark.parametrize("rule", rules())
def test_a_rule_of_the_grammar_has_a_golden_case(rule: str) -> None:
    assert rule in used()


@pytest.mark.parametrize("terminal", [*KEYWORDS, *TYPE_WORDS])
def test_a_keyword_has_a_golden_case(terminal: str) -> None:
    assert terminal in used()


def beside(case: Path) -> Callable[[str], SourceText | None]:
    """Find the library of a case, or what the small standards of tests find."""
    library = case / "library.pcr"

    def found(name: str) -> SourceText | None:
        if library.exists() and name == "factors.clay":
            return SourceText(name=f"{name}.pcr", text=library.read_text("utf-8"))
        return find(name)

    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_has_the_plan_and_the_text_that_were_read(
    case: Path, check_golden: CheckGolden
) -> None:
    plan = compile_text((case / "standard.pcr").read_text("utf-8"), beside(case))
    check_golden(case / "plan.txt", plan_text(plan))
    document = from_plan(plan, "zh")
    check_golden(case / "document.zh.txt", document_text(document, number(document)))
