"""``guiju translate``: the texts of a standard in a table for translators, and back."""

import argparse
from pathlib import Path

from guiju import translating
from guiju.cli import words
from guiju.cli.output import complain, deliver, filled, report, say
from guiju.command_codes import (
    NOT_A_TRANSLATION,
    SHEET_NOT_READ,
    TRANSLATION_REFUSED,
    UNREADABLE,
    CommandFault,
)
from guiju.spreadsheet.reading import Unreadable
from guiju.workspace import read, standard_path, workspace_of
from guiju_dsl.reading import decode
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.from_text import from_text
from guiju_runtime.messages import Language, Text

WORKBOOK = ".xlsx"
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
    listed = lacking if options.missing else found
    if options.output:
        workbook = options.output.lower().endswith(WORKBOOK)
        write = translating.to_workbook if workbook else translating.to_table
        deliver(write(listed), options.output)
        say(filled(words.WRITTEN, language, file=options.output))
    else:
        table = translating.to_table(listed).decode("utf-8-sig")
        say(table.replace("\r\n", "\n").rstrip("\n"))
    complain(filled(words.TRANSLATION_COUNT, language, count=len(found), missing=len(lacking)))
    return 0


def _taken(given: str, path: Path, file: tree.File, language: Language) -> int:
    """Put the English of the table at ``given`` into the standard at ``path``."""
    rows = _rows(given)
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


def _rows(given: str) -> list[tuple[str, str, str]] | None:
    """Read the table at ``given``: an Excel sheet by its ending, else CSV."""
    content = read(Path(given))
    if given.lower().endswith(WORKBOOK):
        try:
            return translating.from_workbook(content)
        except Unreadable as fault:
            raise CommandFault(SHEET_NOT_READ, file=given, reason=fault.reason) from fault
    table = decode(given, content).product
    if table is None:
        raise CommandFault(UNREADABLE, file=given, reason=NO_TEXT)
    return translating.from_table(table.text)
