"""``guiju check``: all diagnostics of sources; of a Word file, what a format reviewer says."""

import argparse
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from guiju import pipeline
from guiju.cli import words
from guiju.cli.output import complain, filled, report, say, say_json
from guiju.cli.progress import followed
from guiju.command_codes import FILE_NOT_FOUND, CommandFault
from guiju.files import cache
from guiju.version import VERSION
from guiju.workspace import Workspace, sources, workspace_of
from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.source import SourceText, Span
from guiju_dsl.standard.model import BoundStandard, Example
from guiju_runtime.messages import Language

COUNTED = {
    "GJ315": words.UNVERIFIED,
    "GJ342": words.NOT_PROVED,
    "GJ366": words.CLASSLESS,
}
"""What is only counted unless it is asked for, by code."""
DRAFTS = frozenset({".docx", ".docm", ".dotx", ".doc", ".wps"})
"""Endings of drafts; of those that are no .docx the reading says so."""


class Checked(Struct, frozen=True, kw_only=True):
    """What was found in one source, and the standard that it holds if it has no error."""

    name: str
    standard: BoundStandard | None
    found: tuple[Diagnostic, ...]
    texts: dict[str, SourceText]


def run(options: argparse.Namespace, language: Language) -> int:
    """Check every source that the paths mean."""
    if options.prove and not _prover_is_here():
        complain(words.NO_PROVER.in_language(language))
        return 2
    paths = [path for given in options.paths for path in sources(given)]
    drafts = [path for path in paths if path.suffix.lower() in DRAFTS]
    if drafts or options.comment_to:
        from guiju.cli.commands._drafts import review_all

        return review_all(options, language, paths, drafts)
    return check_all(options, language, paths)


def check_all(options: argparse.Namespace, language: Language, paths: list[Path]) -> int:
    """Check sources of standards."""
    found: list[Diagnostic] = []
    texts: dict[str, SourceText] = {}
    for path in followed(paths, "check"):
        with without_collector():
            checked = check(path, options.encoding, prove=options.prove)
        found += checked.found
        texts.update(checked.texts)
        if options.format == "text":
            _tell(checked, language, verbose=options.verbose)
    if options.format != "text":
        _tell_machines(options.format, tuple(dict.fromkeys(found)), texts, language)
    return 1 if any(d.severity == "error" for d in found) else 0


@contextmanager
def without_collector() -> Iterator[None]:
    """Do without the search for circles of values: a standard has none, and many values."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _prover_is_here() -> bool:
    from importlib.util import find_spec

    return find_spec("z3") is not None


def check(path: Path, encoding: str | None, *, prove: bool = False) -> Checked:
    """Give everything that is wrong with the source at ``path``.

    Args:
        prove: ask z3 where our own procedure does not decide.
    """
    place = workspace_of(path, encoding)
    source = place.source()
    if source is None:
        return Checked(name=path.as_posix(), standard=None, found=tuple(place.faults), texts={})
    read = pipeline.check(source, place.find, cache(), place.known)
    checked = _further(read) if prove else read
    standard = checked.product
    examples = tuple(_examples(standard, place, source)) if standard is not None else ()
    return Checked(
        name=source.name,
        standard=standard if not examples else None,
        found=(*place.faults, *checked.diagnostics, *examples),
        texts=place.texts,
    )


def _further(found: Outcome[BoundStandard]) -> Outcome[BoundStandard]:
    """Give what is found where z3 decides what was not proved."""
    if found.product is None:
        return found
    from guiju_dsl.standard.checks import proved_further
    from guiju_dsl.standard.proving.by_z3 import case_where

    return outcome(found.product, proved_further(found.product, found.diagnostics, case_where))


def _examples(
    standard: BoundStandard, place: Workspace, source: SourceText
) -> Iterator[Diagnostic]:
    """Report examples whose data are not there, or lie outside the project."""
    for example in standard.examples:
        if example.file:
            try:
                if not place.beside(example.file).is_file():
                    raise CommandFault(FILE_NOT_FOUND, file=example.file)
            except CommandFault as fault:
                yield _at_name(fault, example, source)


def _at_name(fault: CommandFault, example: Example, source: SourceText) -> Diagnostic:
    """Report a fault of the file of ``example`` where the standard names it."""
    start = source.text.find(f'"{example.file}"', example.span.start, example.span.end)
    named = Span(source.name, start, start + len(example.file) + 2)
    return Diagnostic(
        code=fault.code,
        span=named if start >= 0 else example.span,
        severity="error",
        values=fault.values,
        related=(),
        hint=True,
    )


def _tell(checked: Checked, language: Language, *, verbose: bool) -> None:
    """Print what was found in one source, and what it holds."""
    counted = {code: [d for d in checked.found if d.code.id == code] for code in COUNTED}
    shown = [d for d in checked.found if verbose or d.code.id not in COUNTED]
    report(shown, checked.texts, language)
    if checked.standard is None:
        errors = sum(d.severity == "error" for d in checked.found)
        complain(filled(words.FAULTY, language, name=checked.name, errors=errors))
        return
    size = _size(checked.standard, language)
    say(filled(words.CHECKED, language, name=checked.name, what=size))
    for code, found in counted.items():
        if found:
            say("  " + filled(COUNTED[code], language, n=len(found)))


def _size(standard: BoundStandard, language: Language) -> str:
    """Say in numbers what a product standard, a general rule or a library holds."""
    rules = standard.rules
    counts: dict[str, Sequence[object]]
    if rules.processes:
        counts = {"processes": rules.processes, "data": rules.data, "formulas": rules.formulas}
        template = words.STANDARD_SIZE
    elif standard.clauses:
        counts = {"clauses": standard.clauses, "terms": standard.terms}
        template = words.RULE_SIZE
    else:
        tables = [table for table in rules.tables if table.home == standard.identity.id]
        values = [row for table in tables for row in table.rows]
        potentials = [entry for gases in rules.gwp_sets for entry in gases.entries]
        counts = {"tables": (*tables, *rules.gwp_sets), "values": (*values, *potentials)}
        template = words.LIBRARY_SIZE
    return filled(template, language, **{name: len(items) for name, items in counts.items()})


def _tell_machines(
    kind: str, found: tuple[Diagnostic, ...], texts: dict[str, SourceText], language: Language
) -> None:
    from guiju_dsl.report import to_json, to_sarif

    if kind == "json":
        say_json(to_json(found, texts.get))
    else:
        say_json(to_sarif(found, texts.get, language, VERSION))
