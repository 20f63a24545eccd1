"""``guiju translate``: the texts of a standard in a table for translators, and back."""

import argparse
from pathlib import Path

from guiju import translating
from guiju.cli import words
from guiju.cli.output import complain, deliver, filled, report, say
from guiju.command_codes import NOT_A_TRANSLATION, TRANSLATION_REFUSED, UNREADABLE, CommandFault
from guiju.workspace import read, standard_path, workspace_of
from guiju_dsl.reading import decode
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.from_text import from_text
from guiju_runtime.messages import Language, Text

NO_TEXT = Text(zh="不是文本", en="it is no text")


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the table of texts, or take a table into the source."""
    path = standard_path(options.standard)
    place = workspace_of(path)
    source = place.source()
    outcome = from_text(source) if source is not None else None
    if source is None or outcome is None or outcome.product is None or outcome.errors:
        report(outcome.diagnostics if outcome else place.faults, place.texts, language)
        return 1
    if options.source:
        return _taken(options.source, path, outcome.product, language)
    found = translating.places(outcome.product)
    lacking = [one for one in found if not one.en]
    table = translating.to_table(lacking if options.missing else found)
    if options.output:
        deliver(table, options.output)
        say(filled(words.WRITTEN, language, file=options.output))
    else:
        say(table.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n"))
    complain(filled(words.TRANSLATION_COUNT, language, count=len(found), missing=len(lacking)))
    return 0


def _taken(given: str, path: Path, file: tree.File, language: Language) -> int:
    """Put the English of the table at ``given`` into the standard at ``path``."""
    table = decode(given, read(Path(given))).product
    if table is None:
        raise CommandFault(UNREADABLE, file=given, reason=NO_TEXT)
    rows = translating.from_table(table.text)
    if rows is None:
        heads = ", ".join(translating.HEADS)
        raise CommandFault(NOT_A_TRANSLATION, file=given, columns=heads)
    text, refused = translating.translated(file, rows)
    if text != file.source.text:
        deliver(text.encode(), path.as_posix())
        say(filled(words.WRITTEN, language, file=path.as_posix()))
    for row in refused:
        fault = CommandFault(TRANSLATION_REFUSED, id=row.id, reason=row.reason)
        complain(fault.to_text(language))
    return 1 if refused else 0
