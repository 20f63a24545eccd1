"""A fault in a standard is reported beside it, whatever it is, and never in silence."""

from functools import cache
from pathlib import Path

import pytest

from guiju import pipeline
from guiju.workspace import Workspace, workspace_of
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import SourceText
from tests.mutants.mutating import KINDS, STANDARDS, Mutant, mutants

ALL = tuple(mutants())
FAULTY = [kind for kind in KINDS if kind != "chinese-comma"]
NEAR = 2
MOST = 3
"""Errors that one fault may show in: it is used in several formulas."""


@cache
def place_of(standard: str) -> Workspace:
    return workspace_of(STANDARDS / standard / f"{standard}.pcr", None)


@cache
def errors(mutant: Mutant) -> tuple[Diagnostic, ...]:
    place = place_of(mutant.standard)
    path = Path(mutant.standard, f"{mutant.standard}.pcr").as_posix()
    source = SourceText(name=path, text=mutant.text)
    return pipeline.check(source, place.find, known=place.known).errors


def is_told(mutant: Mutant) -> bool:
    """Tell whether a diagnostic stands beside the fault; of a lost brace, names its block."""
    if mutant.kind == "lost-brace":
        return str(mutant.block) in [dict(found.values).get("line") for found in errors(mutant)]
    lines = [mutant.text.count("\n", 0, found.span.start) + 1 for found in errors(mutant)]
    return any(abs(line - mutant.line) <= NEAR for line in lines)


def of(kind: str) -> list[Mutant]:
    return [mutant for mutant in ALL if mutant.kind == kind]


def test_there_are_two_hundred_of_six_kinds() -> None:
    assert len(ALL) >= 200
    assert {mutant.kind for mutant in ALL} == KINDS.keys()


@pytest.mark.parametrize("kind", FAULTY)
def test_no_fault_passes_in_silence(kind: str) -> None:
    assert [str(mutant) for mutant in of(kind) if not errors(mutant)] == []


@pytest.mark.parametrize("kind", FAULTY)
def test_of_twenty_faults_nineteen_are_reported_where_they_are(kind: str) -> None:
    missed = [str(mutant) for mutant in of(kind) if not is_told(mutant)]
    assert len(missed) <= len(of(kind)) // 20, missed


@pytest.mark.parametrize("kind", FAULTY)
def test_one_fault_is_not_told_ten_times(kind: str) -> None:
    loud = [str(mutant) for mutant in of(kind) if len(errors(mutant)) > MOST]
    assert len(loud) <= len(of(kind)) // 20, loud


def test_a_chinese_comma_is_a_comma() -> None:
    assert [str(mutant) for mutant in of("chinese-comma") if errors(mutant)] == []
