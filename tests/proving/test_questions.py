"""What can and cannot be the case: our procedure, z3, and both with the same verdicts."""

import importlib.util

import pytest

from guiju_dsl.standard.proving import case_where
from tests.proving.questions import QUESTIONS, Asked, asked

needs_z3 = pytest.mark.skipif(
    importlib.util.find_spec("z3") is None, reason="z3 is not installed: pip install guiju[proof]"
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.condition)
def test_our_procedure_answers_what_it_can_and_never_wrongly(question: Asked) -> None:
    case = case_where(*asked(question))
    if question.ours:
        assert (case is not None) == question.possible
        assert case is None or case.certain
    else:
        assert case is not None
        assert not case.certain


@needs_z3
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.condition)
def test_z3_gives_the_same_verdict_and_answers_the_rest(question: Asked) -> None:
    from guiju_dsl.standard.proving import by_z3

    case = by_z3.asked(*asked(question))
    assert (case is not None) == question.possible
    assert case is None or case.certain


def test_both_answers_stand_in_the_set_decided_and_not() -> None:
    kinds = {(question.possible, question.ours) for question in QUESTIONS}
    assert kinds == {(True, True), (True, False), (False, True), (False, False)}
