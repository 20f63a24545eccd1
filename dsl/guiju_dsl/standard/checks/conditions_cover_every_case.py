"""The conditions of ``when`` without ``otherwise`` leave no case out."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.expressions import Cases
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.standard.proving.cases import Prove, case_where
from guiju_dsl.standard.proving.codes import CASE_NOT_COVERED, NOT_PROVED
from guiju_dsl.standard.proving.visits import every_visit
from guiju_dsl.standard.proving.words import case_in_words, when_in_words
from guiju_runtime.messages import Text

WHOLE = Text(zh="各条件包括了所有情况", en="the conditions cover every case")


def conditions_cover_every_case(
    standard: BoundStandard, prove: Prove = case_where
) -> Iterator[Diagnostic]:
    """Report a case in which no condition holds."""
    for facts, visit in every_visit(standard):
        node = visit.node
        if not isinstance(node, Cases) or node.otherwise is not None:
            continue
        none_holds = tuple((test, False) for test, _ in node.branches)
        case = prove((*visit.under, *none_holds), facts)
        if case is not None and case.certain:
            yield at(
                CASE_NOT_COVERED,
                node.places[-1],
                case=when_in_words(case),
                condition=case_in_words(case),
                hint=bool(case.values),
            )
        elif case is not None:
            yield at(NOT_PROVED, node.places[-1], severity="note", what=WHOLE)
