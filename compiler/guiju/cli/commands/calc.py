"""``guiju calc``: calculate declarations."""

from __future__ import annotations

import argparse
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from guiju.batch.endings import TABLE_ENDINGS
from guiju.cli.commands._beside import beside_table
from guiju.cli.commands._changes import show_changes
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._outputs import LIST, asked_of, show_names
from guiju.cli.commands._profile import profile_is_known
from guiju.cli.commands._table import calculate_table, engine_fits
from guiju.cli.commands._uncertainty import (
    comparison_lines,
    draws_fit,
    found_for,
    lines,
    plain_of,
)
from guiju.cli.output import as_json, complain, deliver, say, say_json
from guiju.cli.progress import followed
from guiju.cli.result_table import result_table
from guiju.command_codes import CommandFault
from guiju.files import is_table
from guiju.library import Result, Standard
from guiju.question_codes import OPTIONS_APART
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.sureness.uncertainty import Uncertainty


def run(options: argparse.Namespace, language: Language) -> int:
    """Calculate each declaration; several give a list."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    if options.outputs == LIST:
        return show_names(standard)
    profile_is_known(standard, options.profile)
    draws_fit(options)
    engine_fits(options)
    if any(map(is_table, options.data)):
        _fits_a_table(options)
        options.data.sort(key=lambda data: not is_table(data))  # the table before what it meets
        asked = asked_of(standard, options.outputs)
        beside = beside_table(standard, options, asked, language)
        return calculate_table(standard, options, asked, beside, language)
    _fits_one(options)
    if options.what_if:
        return show_changes(standard, options, language)
    return _show_results(standard, options, language)


def _fits_a_table(options: argparse.Namespace) -> None:
    """See that a table comes without what only one declaration has.

    Raises:
        CommandFault: it does not.
    """
    table = next(filter(is_table, options.data))
    beside = {
        "--profile": options.profile and not options.uncertainty,
        "--format json": options.format == "json",
        "--accept-other-digest": options.accept_other_digest,
    }
    for name, given in beside.items():
        if given:
            raise CommandFault(OPTIONS_APART, one=name, other=Path(table).name)


def _fits_one(options: argparse.Namespace) -> None:
    """See that results of single declarations, which are JSON, do not go where a table would.

    Raises:
        CommandFault: they do.
    """
    output = Path(options.output)
    if output.suffix.lower() in TABLE_ENDINGS:
        other = Path(options.data[0]).name
        raise CommandFault(OPTIONS_APART, one=f"-o {output.name}", other=other)


def _show_results(standard: Standard, options: argparse.Namespace, language: Language) -> int:
    named = standard.calculate_all(
        followed([Path(data) for data in options.data], "calc"),
        accept_other_digest=options.accept_other_digest,
    )
    results = [result for _, result in named]
    found = found_for(standard, results, options)
    if options.format == "json" or options.output:
        _deliver(plain_of(results, found, language), options.output)
    if options.format == "table":
        for (name, result), own in zip_longest(named, found):
            _show(str(name), result, own, options.profile, language, several=len(results) > 1)
        for line in comparison_lines([str(name) for name, _ in named], found, language):
            say(line)
    wrong = any(f.severity == "error" for result in results for f in result.findings)
    return 1 if wrong else 0


def _deliver(plain: list[dict[str, object]], file: str) -> None:
    """Print or write the result of one declaration, or the list of several."""
    value: object = plain[0] if len(plain) == 1 else plain
    if file:
        deliver(f"{as_json(value)}\n".encode(), file)
    else:
        say_json(value)


def _show(
    name: str,
    result: Result,
    found: Uncertainty | None,
    profile: str,
    language: Language,
    *,
    several: bool,
) -> None:
    if several:
        say(f"== {name}")
    for line in result_table(result.calculation, profile, language):
        say(line)
    for line in lines(found, language) if found is not None else ():
        say(line)
    if several and result.findings:
        complain(f"== {name}")
    for finding in result.findings:
        clause = result.calculation.clause_of(finding)
        complain(to_text(finding, language, clause))
