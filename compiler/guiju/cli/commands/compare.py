"""``guiju compare``: two rule books on one plant."""

import argparse
from pathlib import Path

from guiju.cli import effect_words, words
from guiju.cli.comparison_table import comparison_lines
from guiju.cli.output import as_json, complain, deliver, filled, report, say, say_json
from guiju.comparing import Comparison, compared
from guiju.comparing.plain import to_plain
from guiju.comparing.sides import sides_of
from guiju.library import CompileError
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Show both results, what makes the difference, and what only one asks."""
    try:
        a, b = sides_of(options.a, options.b, words.NO_PROFILES)
    except CompileError as fault:
        report(fault.diagnostics, fault.sources, language)
        return 1
    found = compared(a, b, Path(options.data))
    if options.output:
        deliver(f"{as_json(to_plain(found, language))}\n".encode(), options.output)
    elif options.format == "json":
        say_json(to_plain(found, language))
    if options.format == "table":
        for line in comparison_lines(found, language):
            say(line)
    _complain(found, language)
    errors = (f.severity == "error" for one in (found.a, found.b) for f in one.findings)
    return 1 if any(errors) else 0


def _complain(found: Comparison, language: Language) -> None:
    """Say what is found, and of which side; what both find is said once."""
    sides = {"A": found.a, "B": found.b}
    both = [f for f in found.a.findings if f in found.b.findings]
    groups = {"A, B": both}
    groups |= {name: [f for f in one.findings if f not in both] for name, one in sides.items()}
    calculations = {"A, B": found.a, **sides}
    for name, findings in groups.items():
        if findings:
            complain(filled(effect_words.FINDINGS_OF, language, side=name))
        for one in findings:
            clause = calculations[name].result.calculation.clause_of(one)
            complain(to_text(one, language, clause))
