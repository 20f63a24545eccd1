"""A fault in a standard is reported beside it, whatever it is, and never in silence."""

from functools import cache
from pathlib import Path

import pytest

from guiju import pipeline
from guiju.workspace import Workspace, workspace_of
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import SourceText
from tests.kept import KEPT
from tests.mutants.mutating import ARCHETYPES, KINDS, STANDARDS, Mutant, mutants, source

FAULTY = [kind for kind in KINDS if kind != "chinese-comma"]
NEAR = 2
MOST = 3
"""Errors that one fault may show in: a name that is misspelt may be two faults."""


@cache
def place_of(standard: str) -> Workspace:
    return workspace_of(STANDARDS / standard / f"{standard}.pcr", None)


@cache
def errors(mutant: Mutant) -> tuple[Diagnostic, ...]:
    place = place_of(mutant.standard)
    path = Path(mutant.standard, f"{mutant.standard}.pcr").as_posix()
    source = SourceText(name=path, text=mutant.text)
    return pipeline.check(source, place.find, KEPT, place.known).errors


def is_told(mutant: Mutant) -> bool:
    """Tell whether a diagnostic stands beside the fault; of a lost brace, names its block."""
    if mutant.kind == "lost-brace":
        return str(mutant.block) in [dict(found.values).get("line") for found in errors(mutant)]
    lines = [mutant.text.count("\n", 0, found.span.start) + 1 for found in errors(mutant)]
    return any(abs(line - mutant.line) <= NEAR for line in lines)


@cache
def every_mutant() -> tuple[Mutant, ...]:
    return tuple(mutants())


def of(kind: str) -> list[Mutant]:
    return [mutant for mutant in every_mutant() if mutant.kind == kind]


def test_there_are_two_hundred_of_six_kinds() -> None:
    assert len(every_mutant()) >= 200
    assert {mutant.kind for mutant in every_mutant()} == KINDS.keys()


@pytest.mark.parametrize("kind", FAULTY)
def test_a_fault_is_reported_where_it_is_not_in_silence_and_not_ten_times(kind: str) -> None:
    """Of twenty faults nineteen are told beside the fault, and in few errors; the last is told."""
    few = len(of(kind)) // 20
    assert [str(mutant) for mutant in of(kind) if not errors(mutant)] == []
    missed = [str(mutant) for mutant in of(kind) if not is_told(mutant)]
    assert len(missed) <= few, missed
    loud = [str(mutant) for mutant in of(kind) if len(errors(mutant)) > MOST]
    assert len(loud) <= few, loud


def laid_over(plain: str, texts: list[str]) -> list[str]:
    """Put texts that each change one letter of ``plain`` into as few as they fit in."""
    layers: list[dict[int, str]] = []
    for text in texts:
        [place] = [
            at for at, (one, other) in enumerate(zip(text, plain, strict=True)) if one != other
        ]
        layer = next((one for one in layers if place not in one), None)
        if layer is None:
            layers.append(layer := {})
        layer[place] = text[place]
    return ["".join(layer.get(at, one) for at, one in enumerate(plain)) for layer in layers]


@pytest.mark.parametrize("standard", ARCHETYPES)
def test_chinese_commas_are_commas(standard: str) -> None:
    changed = [mutant.text for mutant in of("chinese-comma") if mutant.standard == standard]
    assert len(changed) > 1
    for text in laid_over(source(standard), changed):
        assert errors(Mutant("chinese-comma", standard, text, 0, 0)) == ()
