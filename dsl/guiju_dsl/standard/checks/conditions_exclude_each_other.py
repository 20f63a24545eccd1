"""Of the conditions of ``when`` no two hold at once."""

from collections.abc import Iterator
from itertools import combinations

from guiju_dsl.diagnostics import Diagnostic, Related, at
from guiju_dsl.standard.expressions import Cases
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.standard.proving.cases import Prove, case_where
from guiju_dsl.standard.proving.codes import NOT_PROVED, OVERLAPPING_CASES
from guiju_dsl.standard.proving.facts import Facts
from guiju_dsl.standard.proving.visits import Visit, every_visit
from guiju_dsl.standard.proving.words import when_in_words
from guiju_runtime.messages import Text

APART = Text(zh="各条件互相排斥", en="the conditions exclude each other")
EARLIER = Text(zh="前面的条件", en="the earlier condition")


def conditions_exclude_each_other(
    standard: BoundStandard, prove: Prove = case_where
) -> Iterator[Diagnostic]:
    """Report a case in which two conditions hold, so that the text says two things."""
    for facts, visit in every_visit(standard):
        yield from _overlaps(standard, facts, visit, prove)


def _overlaps(
    standard: BoundStandard, facts: Facts, visit: Visit, prove: Prove
) -> Iterator[Diagnostic]:
    node = visit.node
    if not isinstance(node, Cases):
        return
    for (first, (one, _)), (second, (other, _)) in combinations(enumerate(node.branches), 2):
        case = prove((*visit.under, (one, True), (other, True)), facts)
        if case is None:
            continue
        before, here = node.places[first], node.places[second]
        if not case.certain:
            yield at(NOT_PROVED, here, severity="note", what=APART)
            continue
        yield at(
            OVERLAPPING_CASES,
            here,
            related=(Related(span=before, words=EARLIER),),
            case=when_in_words(case),
            first=standard.names.written(before),
        )
