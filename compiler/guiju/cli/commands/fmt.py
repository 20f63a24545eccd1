"""``guiju fmt``: rewrite sources in the house layout."""

import argparse

from guiju import files
from guiju.cli import words
from guiju.cli.output import complain, filled, report, say
from guiju.command_codes import CANNOT_WRITE, CommandFault
from guiju.workspace import sources, workspace_of
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.to_text import to_text
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Format every source; with ``--check`` only tell which would change."""
    failed = False
    for given in options.paths:
        for path in sources(given):
            place = workspace_of(path)
            source = place.source()
            outcome = from_text(source, files.cache()) if source is not None else None
            if outcome is None or outcome.product is None or outcome.errors:
                found = (*place.faults, *(outcome.diagnostics if outcome is not None else ()))
                report(found, place.texts, language)
                failed = True
                continue
            text = to_text(outcome.product, options.keywords)
            if text == files.read(path).decode("utf-8", "replace"):
                continue
            if options.check:
                complain(filled(words.WOULD_REFORMAT, language, name=path.as_posix()))
                failed = True
                continue
            try:
                files.write(path, text.encode())
            except OSError as fault:
                reason = fault.strerror or type(fault).__name__
                raise CommandFault(CANNOT_WRITE, file=path.as_posix(), reason=reason) from fault
            say(filled(words.REFORMATTED, language, name=path.as_posix()))
    return 1 if failed else 0
