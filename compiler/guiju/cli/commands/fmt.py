"""``guiju fmt``: rewrite sources in the house layout."""

import argparse
from pathlib import Path
from typing import Literal

from guiju import files
from guiju.cli import words
from guiju.cli.output import complain, deliver, filled, report, say
from guiju.cli.progress import followed
from guiju.workspace import read, sources, workspace_of
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.to_text import to_text
from guiju_runtime.messages import Language

Keywords = Literal["zh", "en", "keep"]


def run(options: argparse.Namespace, language: Language) -> int:
    """Format every source; with ``--check`` only tell which would change."""
    failed = False
    paths = [path for given in options.paths for path in sources(given)]
    for path in followed(paths, "fmt"):
        text = _formatted(path, options.keywords, language)
        if text is None:
            failed = True
        elif text.encode() == read(path):
            continue
        elif options.check:
            complain(filled(words.WOULD_REFORMAT, language, name=path.as_posix()))
            failed = True
        else:
            deliver(text.encode(), path.as_posix())
            say(filled(words.REFORMATTED, language, name=path.as_posix()))
    return 1 if failed else 0


def _formatted(path: Path, keywords: Keywords, language: Language) -> str | None:
    """Give the text of a source in the house layout, or report why there is none."""
    place = workspace_of(path)
    source = place.source()
    if source is None:
        report(place.faults, place.texts, language)
        return None
    outcome = from_text(source, files.cache())
    if outcome.product is None or outcome.errors:
        report(outcome.diagnostics, place.texts, language)
        return None
    return to_text(outcome.product, keywords)
