"""``guiju report``: the carbon footprint study report of one declaration, as Word or PDF."""

import argparse
from pathlib import Path

from guiju.cli import words
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._data import data_of
from guiju.cli.commands._paper import ENDINGS, paper_content
from guiju.cli.commands._template import template_asked
from guiju.cli.commands._uncertainty import draws_fit, sampling_of
from guiju.cli.output import complain, deliver, filled, say
from guiju.command_codes import NOT_A_PAPER, CommandFault
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the report; errors among its findings are said too, and make the exit code 1."""
    ending = Path(options.output).suffix.lower()
    if ending not in ENDINGS:
        raise CommandFault(NOT_A_PAPER, file=options.output, known=", ".join(ENDINGS))
    draws_fit(options)
    template = template_asked(options, language, options.output)
    sampling = sampling_of(options) if options.uncertainty else None
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    result = standard.calculate(data_of(options))
    from guiju.study import paper_of

    paper = paper_of(standard, result, language, sampling)
    deliver(paper_content(paper, ending, template), options.output)
    say(filled(words.WRITTEN, language, file=options.output))
    errors = [found for found in result.findings if found.severity == "error"]
    for found in errors:
        complain(to_text(found, language, result.calculation.clause_of(found)))
    return 1 if errors else 0
