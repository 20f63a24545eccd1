"""``guiju calc``: calculate declarations."""

import argparse
import json
from pathlib import Path

from guiju import files
from guiju.cli.commands._compiling import compiled
from guiju.cli.output import complain, say, say_json
from guiju.cli.result_table import result_table
from guiju.command_codes import CANNOT_WRITE, UNKNOWN_PROFILE, CommandFault
from guiju.library import Result, Standard
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Calculate each declaration; several give a list."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    _profile(standard, options.profile)
    results = [
        standard.calculate(Path(data), accept_other_digest=options.accept_other_digest)
        for data in options.data
    ]
    if options.format == "json" or options.output:
        plain = [result.to_dict(language) for result in results]
        _deliver(plain[0] if len(plain) == 1 else plain, options.output)
    if options.format == "table":
        for name, result in zip(options.data, results, strict=True):
            _show(name, result, options.profile, language, several=len(results) > 1)
    wrong = any(f.severity == "error" for result in results for f in result.findings)
    return 1 if wrong else 0


def _profile(standard: Standard, name: str) -> None:
    known = [profile.name for profile in standard.plan.profiles]
    if name and name not in known:
        raise CommandFault(
            UNKNOWN_PROFILE, standard=standard.id, name=name, known=", ".join(known) or "—"
        )


def _deliver(value: object, output: str | None) -> None:
    if not output:
        say_json(value)
        return
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    try:
        files.write(Path(output), text.encode())
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise CommandFault(CANNOT_WRITE, file=output, reason=reason) from fault


def _show(name: str, result: Result, profile: str, language: Language, *, several: bool) -> None:
    if several:
        say(f"== {name}")
    for line in result_table(result.calculation, profile, language):
        say(line)
    for line in _findings(result, language):
        complain(line)


def _findings(result: Result, language: Language) -> list[str]:
    from guiju_runtime.finding_report import to_text

    return [to_text(finding, language) for finding in result.findings]
