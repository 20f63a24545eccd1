"""``guiju check``: all diagnostics of sources."""

import argparse
from pathlib import Path

from guiju import pipeline
from guiju.cli import words
from guiju.cli.output import complain, filled, report, say, say_json
from guiju.files import cache
from guiju.workspace import Workspace, sources, workspace_of
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import SourceText
from guiju_dsl.standard.model import BoundStandard
from guiju_runtime.messages import Language

UNVERIFIED = "GJ315"


def run(options: argparse.Namespace, language: Language) -> int:
    """Check every source that the paths mean."""
    found: list[Diagnostic] = []
    texts: dict[str, SourceText] = {}
    for given in options.paths:
        for path in sources(given):
            place = workspace_of(path, options.encoding)
            standard, diagnostics = _checked(place)
            found += diagnostics
            texts.update(place.texts)
            if options.format == "text":
                _tell(path, standard, diagnostics, place, language, verbose=options.verbose)
    _tell_machines(options.format, tuple(dict.fromkeys(found)), texts)
    return 1 if any(d.severity == "error" for d in found) else 0


def _checked(place: Workspace) -> tuple[BoundStandard | None, tuple[Diagnostic, ...]]:
    source = place.source()
    if source is None:
        return None, tuple(place.faults)
    outcome = pipeline.check(source, place.find, cache(), place.known)
    return outcome.product, (*place.faults, *outcome.diagnostics)


def _tell(
    path: Path,
    standard: BoundStandard | None,
    diagnostics: tuple[Diagnostic, ...],
    place: Workspace,
    language: Language,
    *,
    verbose: bool,
) -> None:
    """Print what was found in one source, and what it holds."""
    unverified = [d for d in diagnostics if d.code.id == UNVERIFIED]
    shown = diagnostics if verbose else tuple(d for d in diagnostics if d not in unverified)
    report(shown, place.texts, language)
    if standard is None:
        errors = sum(d.severity == "error" for d in diagnostics)
        complain(filled(words.FAULTY, language, name=path.as_posix(), errors=errors))
        return
    say(filled(words.CHECKED, language, name=path.as_posix(), what=_size(standard, language)))
    if unverified:
        say("  " + filled(words.UNVERIFIED, language, n=len(unverified)))


def _size(standard: BoundStandard, language: Language) -> str:
    rules = standard.rules
    own = standard.identity.id
    if not rules.processes:
        tables = [t for t in rules.tables if t.home == own]
        rows = sum(len(t.rows) for t in tables) + sum(len(s.entries) for s in rules.gwp_sets)
        return filled(words.LIBRARY_SIZE, language, tables=len(tables), rows=rows)
    return filled(
        words.STANDARD_SIZE,
        language,
        processes=len(rules.processes),
        data=len(rules.data),
        formulas=len(rules.formulas),
    )


def _tell_machines(kind: str, found: tuple[Diagnostic, ...], texts: dict[str, SourceText]) -> None:
    from guiju_dsl.report import to_json, to_sarif

    if kind == "json":
        say_json(to_json(found, texts))
    elif kind == "sarif":
        say_json(to_sarif(found, texts))
