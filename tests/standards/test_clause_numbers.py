"""A finding cites the clause by the number that the document prints."""

import re
from collections.abc import Iterator
from copy import copy
from typing import Any

import pytest

from guiju.backends.javascript import module as javascript
from guiju.backends.python import module as python
from guiju.documents.clause_numbers import clause_numbers
from guiju.documents.from_plan import from_plan
from guiju.documents.model import Clause, StandardDocument
from guiju.documents.numbering import number
from guiju.documents.plain import Text
from guiju.plan.model import CalculationPlan
from tests.standards.shipped import PRODUCT_STANDARDS, compiled


def every_clause(document: StandardDocument) -> Iterator[Clause]:
    """Give the clauses of ``document``, those of its annexes too, the inner after the outer."""
    waiting = [*document.clauses]
    waiting += [b for a in document.annexes for b in a.content if isinstance(b, Clause)]
    while waiting:
        clause = waiting.pop(0)
        yield clause
        waiting += [block for block in clause.content if isinstance(block, Clause)]


def chinese(text: str) -> str:
    """Give the Chinese characters alone: numbers and symbols are set in their own way."""
    return "".join(re.findall(r"[一-鿿]", text))


@pytest.mark.parametrize("name", PRODUCT_STANDARDS)
def test_every_provision_is_printed_in_the_clause_that_its_findings_cite(name: str) -> None:
    plan = compiled(name).plan
    document = from_plan(plan, "zh")
    printed = number(document)
    numbers = clause_numbers(plan)
    by_number = {printed.numbers[clause.id]: clause for clause in every_clause(document)}
    for provision in plan.rules.provisions:
        words = provision.words.zh.strip().rstrip("。")
        if provision.force not in ("shall", "should", "may") or not words:
            continue
        clause = by_number[numbers[provision.path]]
        said = "".join(Text(document, printed).clause(clause))
        assert chinese(words) in chinese(said), provision.path


@pytest.mark.parametrize("name", PRODUCT_STANDARDS)
def test_every_process_and_every_datum_of_none_has_its_clause(name: str) -> None:
    plan = compiled(name).plan
    numbers = clause_numbers(plan)
    wanted = {process.path for process in plan.rules.processes}
    wanted |= {d.path for d in plan.graph.standard.rules.data if not d.process}
    assert wanted <= set(numbers)


def test_the_document_is_written_once_for_calculators_in_several_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[CalculationPlan] = []

    def noted(plan: CalculationPlan, *about: Any, **more: Any) -> StandardDocument:
        written.append(plan)
        return from_plan(plan, *about, **more)

    monkeypatch.setattr("guiju.documents.clause_numbers.from_plan", noted)
    plan = copy(compiled("synthetic_ammonia").plan)
    python.to_module(plan)
    javascript.to_module(plan)
    assert written == [plan]
    other = copy(plan)
    clause_numbers(other)
    assert len(written) == 2
