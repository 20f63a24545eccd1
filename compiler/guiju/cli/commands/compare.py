"""``guiju compare``: two rule books on one plant."""

import argparse
from pathlib import Path

from guiju.cli import effect_words, words
from guiju.cli.comparison_table import comparison_lines
from guiju.cli.output import as_json, complain, deliver, filled, report, say, say_json
from guiju.command_codes import NOT_A_PAPER, CommandFault
from guiju.comparing import Comparison, compared
from guiju.comparing.plain import to_plain
from guiju.comparing.sides import sides_of
from guiju.library import CompileError
from guiju.question_codes import NO_EFFECTS
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language

ENDINGS = (".docx", ".pdf", ".svg", ".json")


def run(options: argparse.Namespace, language: Language) -> int:
    """Show both results, what makes the difference, and what only one asks."""
    ending = Path(options.output).suffix.lower()
    if options.output and ending not in ENDINGS:
        raise CommandFault(NOT_A_PAPER, file=options.output, known=", ".join(ENDINGS))
    try:
        a, b = sides_of(options.a, options.b, words.NO_PROFILES)
    except CompileError as fault:
        report(fault.diagnostics, fault.sources, language)
        return 1
    found = compared(a, b, Path(options.data))
    if options.output:
        deliver(_content(found, ending, language), options.output)
        say(filled(words.WRITTEN, language, file=options.output))
    elif options.format == "json":
        say_json(to_plain(found, language))
    elif options.format == "table":
        for line in comparison_lines(found, language):
            say(line)
    _complain(found, language)
    errors = (f.severity == "error" for one in (found.a, found.b) for f in one.findings)
    return 1 if any(errors) else 0


def _content(found: Comparison, ending: str, language: Language) -> bytes:
    """Give what goes into a file of that ending."""
    if ending == ".json":
        return f"{as_json(to_plain(found, language))}\n".encode()
    from guiju.backends import docx, pdf
    from guiju.comparing.paper import ends_of, paper_of
    from guiju.effects.figure import waterfall

    if ending == ".svg":
        if found.effects is None:
            raise CommandFault(NO_EFFECTS, a=found.a.side.written, b=found.b.side.written)
        return waterfall(found.effects, ends_of(found), language).encode()
    write = docx.write_paper if ending == ".docx" else pdf.write_paper
    return write(paper_of(found, language))


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
