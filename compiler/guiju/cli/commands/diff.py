"""``guiju diff``: what changed in meaning from one edition of a standard to the next."""

import argparse
from pathlib import Path

from guiju import editions
from guiju.changes import Comparison
from guiju.changes.current import now_called
from guiju.changes.foreword import revision_of
from guiju.cli import change_words as words
from guiju.cli.change_list import lines, to_plain
from guiju.cli.commands._comparison import content_of, told_findings
from guiju.cli.commands._effects import (
    effect_part,
    effects_asked,
    effects_of,
    effects_plain,
    sides,
)
from guiju.cli.commands._template import WORD, template_asked
from guiju.cli.output import complain, deliver, filled, report, say, say_json
from guiju.cli.words import WRITTEN
from guiju.command_codes import NOT_A_PAPER, CommandFault
from guiju.comparing import Comparison as SideBySide
from guiju.documents.phrases import Phrases
from guiju.documents.revision import as_text
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Tell what changed, clause by clause; an edition with errors makes the exit code 1."""
    if options.output and Path(options.output).suffix.lower() != WORD:
        raise CommandFault(NOT_A_PAPER, file=options.output, known=WORD)
    ending = effects_asked(options)
    files, covered = (options.output, options.effects), bool(options.output)
    template = template_asked(options, language, *files, cover=covered)
    reads = [edition(options.old, "old", language), edition(options.new, "new", language)]
    old, new = (read.edition for read in reads)
    if old is None or new is None:
        return 1
    comparison = editions.compared(old, new)
    effects = effects_of(reads, options) if options.data else None
    if not editions.same_standard(comparison):
        complain(filled(words.APART, language, old=options.old, new=options.new))
    show(comparison, options.format, language, effects)
    if options.output:
        deliver(marked(comparison, language, template), options.output)
        complain(filled(WRITTEN, language, file=options.output))
    if effects is None:
        return 0
    if options.effects:
        deliver(content_of(effects, ending, language, template), options.effects)
        complain(filled(WRITTEN, language, file=options.effects))
    return told_findings(effects, sides(language), language)


def marked(comparison: Comparison, language: Language, template: bytes | None) -> bytes:
    """Give the document of the new edition with tracked changes, its foreword listing them."""
    from guiju.backends import docx, pdf
    from guiju.documents.from_plan import from_plan
    from guiju.documents.numbering import number
    from guiju.documents.rewriting import rewritten, symbols_between

    revision = revision_of(comparison)
    before, after = comparison.old.plan, comparison.new.plan
    was = from_plan(before, language)
    becomes = from_plan(after, language, revision=None if revision.draft else revision)
    now = now_called(comparison)
    symbols = symbols_between(before, after, now, language)
    old, new = rewritten(was, number(was), now, symbols), (becomes, number(becomes))
    return docx.write_marked(old, new, pdf.pages(*new), template)


def edition(given: str, which: str, language: Language) -> editions.Read:
    """Read an edition; print its errors under a line that says which it is."""
    read = editions.read(given, language)
    if read.edition is None:
        complain(filled(words.WITH_ERRORS[which], language, file=given))
        errors = tuple(d for d in read.diagnostics if d.severity == "error")
        report(errors, read.place.texts, language)
    return read


def show(comparison: Comparison, form: str, language: Language, effects: SideBySide | None) -> None:
    """Print what changed as text, as JSON, or as the list for the foreword."""
    if form == "json":
        said = to_plain(comparison, language)
        say_json({**said, "effects": effects_plain(effects, language)} if effects else said)
    elif form == "foreword":
        say(as_text(revision_of(comparison), Phrases(language)))
    else:
        for line in (*lines(comparison, language), *effect_part(effects, language)):
            say(line)
