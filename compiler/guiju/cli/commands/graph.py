"""``guiju graph``: the boundary figure, or the graph as data."""

import argparse
from pathlib import Path

from guiju import files
from guiju.cli.commands._compiling import compiled
from guiju.cli.output import say
from guiju.command_codes import CANNOT_WRITE, CommandFault
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Print the figure, or write it to a file."""
    from guiju.backends import graph

    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    artifacts = {Path(a.path).suffix: a for a in graph.emit(standard.plan)}
    content = artifacts[f".{options.format}"].content
    if not options.output:
        say(content.decode().rstrip("\n"))
        return 0
    try:
        files.write(Path(options.output), content)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise CommandFault(CANNOT_WRITE, file=options.output, reason=reason) from fault
    return 0
