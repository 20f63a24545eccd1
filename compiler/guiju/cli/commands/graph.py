"""``guiju graph``: the boundary figure, or the graph as data."""

import argparse
from pathlib import Path

from guiju.cli.commands._compiling import compiled
from guiju.cli.output import deliver, say
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Print the figure, or write it to a file."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    from guiju.backends import graph

    artifacts = {Path(a.path).suffix: a for a in graph.BACKEND.emit(standard.plan)}
    content = artifacts[f".{options.format}"].content
    if options.output:
        deliver(content, options.output)
    else:
        say(content.decode().rstrip("\n"))
    return 0
