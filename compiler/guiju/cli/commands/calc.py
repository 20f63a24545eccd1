"""``guiju calc``: calculate declarations."""

import argparse
from pathlib import Path

from guiju.cli import words
from guiju.cli.commands._changes import show_changes
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._table import calculate_table, is_table
from guiju.cli.output import as_json, complain, deliver, say, say_json
from guiju.cli.progress import followed
from guiju.cli.result_table import result_table
from guiju.command_codes import UNKNOWN_PROFILE, CommandFault
from guiju.library import Result, Standard
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Calculate each declaration; several give a list."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    _profile_is_known(standard, options.profile)
    if any(map(is_table, options.data)):
        return calculate_table(standard, options, language)
    if options.what_if:
        return show_changes(standard, options, language)
    named = standard.calculate_all(
        followed([Path(data) for data in options.data], "calc"),
        accept_other_digest=options.accept_other_digest,
    )
    results = [result for _, result in named]
    if options.format == "json" or options.output:
        _deliver([result.to_dict(language) for result in results], options.output)
    if options.format == "table":
        for name, result in named:
            _show(str(name), result, options.profile, language, several=len(results) > 1)
    wrong = any(f.severity == "error" for result in results for f in result.findings)
    return 1 if wrong else 0


def _profile_is_known(standard: Standard, name: str) -> None:
    known = [profile.name for profile in standard.plan.profiles]
    if name and name not in known:
        raise CommandFault(
            UNKNOWN_PROFILE,
            standard=standard.id,
            name=name,
            known=", ".join(known) or words.NO_PROFILES,
        )


def _deliver(plain: list[dict[str, object]], file: str) -> None:
    """Print or write the result of one declaration, or the list of several."""
    value: object = plain[0] if len(plain) == 1 else plain
    if file:
        deliver(f"{as_json(value)}\n".encode(), file)
    else:
        say_json(value)


def _show(name: str, result: Result, profile: str, language: Language, *, several: bool) -> None:
    if several:
        say(f"== {name}")
    for line in result_table(result.calculation, profile, language):
        say(line)
    if several and result.findings:
        complain(f"== {name}")
    for finding in result.findings:
        clause = result.calculation.clause_of(finding)
        complain(to_text(finding, language, clause))
