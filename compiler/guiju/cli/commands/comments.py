"""``guiju comments``: what was said on a draft, in one table to be answered."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from guiju import commenting
from guiju.building import numbered_document
from guiju.cli import words
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._template import template_asked
from guiju.cli.output import complain, deliver, filled, say
from guiju.command_codes import NO_COMMENTS_READ, NOT_A_PAPER, CommandFault
from guiju.documents.comment_table import Comment, comment_table
from guiju.documents.model import Paper
from guiju.spreadsheet.reading import Unreadable
from guiju.workspace import read
from guiju_dsl.reading import decode
from guiju_runtime.messages import Language

ENDINGS = (".docx", ".pdf", ".xlsx")


def run(options: argparse.Namespace, language: Language) -> int:
    """Gather the comments of every file that can be read; the others are told."""
    ending = Path(options.output).suffix.lower()
    if ending not in ENDINGS:
        raise CommandFault(NOT_A_PAPER, file=options.output, known=", ".join(ENDINGS))
    template = template_asked(options, language, options.output)
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    from guiju.backends import docx, pdf, xlsx
    from guiju.backends.docx.fields import bookmark_names

    numbers = numbered_document(standard, "zh").numbers
    names = bookmark_names(numbers)
    clauses = {names[id]: number for id, number in numbers.numbers.items()}
    found: list[Comment] = []
    failed = False
    for file in options.files:
        try:
            found += _comments(file, clauses)
        except (commenting.Unfit, commenting.NotRead, Unreadable) as fault:
            complain(_told(file, fault).to_text(language))
            failed = True
    if found:
        paper = comment_table(standard.plan, found)
        write: dict[str, Callable[[Paper], bytes]] = {
            ".docx": partial(docx.write_paper, template=template),
            ".pdf": pdf.write_paper,
            ".xlsx": xlsx.write_paper,
        }
        deliver(write[ending](paper), options.output)
        say(filled(words.WRITTEN, language, file=options.output))
    return 1 if failed else 0


def _told(file: str, fault: commenting.Unfit | commenting.NotRead | Unreadable) -> CommandFault:
    """Say why no comments were read from a file."""
    from guiju.review.review import refused

    if not isinstance(fault, commenting.NotRead):
        return CommandFault(NO_COMMENTS_READ, file=file, reason=fault.reason)
    said = refused(Path(file).name, fault.why)
    return CommandFault(said.code, **dict(said.values))


def _comments(file: str, clauses: dict[str, str]) -> tuple[Comment, ...]:
    """Read one file: a table if it is CSV or an Excel sheet, else a Word file."""
    content = read(Path(file))
    if file.lower().endswith(".csv"):
        table = decode(file, content).product
        return commenting.from_table(table.text if table is not None else "")
    if file.lower().endswith(".xlsx"):
        return commenting.from_workbook(content)
    return commenting.from_word(content, clauses)
