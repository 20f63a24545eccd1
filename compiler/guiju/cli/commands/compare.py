"""``guiju compare``: two rule books on one plant."""

import argparse

from guiju.cli import words
from guiju.cli.commands._comparison import content_of, ending_of, told_findings
from guiju.cli.commands._data import data_of
from guiju.cli.commands._template import template_asked
from guiju.cli.comparison_table import comparison_lines
from guiju.cli.output import deliver, filled, report, say, say_json
from guiju.comparing import compared
from guiju.comparing.plain import to_plain
from guiju.comparing.sides import sides_of
from guiju.library import CompileError
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Show both results, what makes the difference, and what only one asks."""
    ending = ending_of(options.output)
    template = template_asked(options, language, options.output)
    try:
        a, b = sides_of(options.a, options.b, words.NO_PROFILES)
    except CompileError as fault:
        report(fault.diagnostics, fault.sources, language)
        return 1
    found = compared(a, b, data_of(options))
    if options.output:
        deliver(content_of(found, ending, language, template), options.output)
        say(filled(words.WRITTEN, language, file=options.output))
    elif options.format == "json":
        say_json(to_plain(found, language))
    elif options.format == "table":
        for line in comparison_lines(found, language):
            say(line)
    return told_findings(found, ("A", "B"), language)
