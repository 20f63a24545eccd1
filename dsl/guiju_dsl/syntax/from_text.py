"""Pass 1: read a source into its syntax tree."""

from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.building import BUILDERS
from guiju_dsl.syntax.cache import NO_CACHE, Cache, keep_file, kept_file, the_table
from guiju_dsl.syntax.checks import no_misspelt_items, one_head
from guiju_dsl.syntax.codes import TOO_DEEP
from guiju_dsl.syntax.lexer import Tokens, tokens_of
from guiju_dsl.syntax.lexical import mended
from guiju_dsl.syntax.lines import Lines
from guiju_dsl.syntax.parser import Parser
from guiju_dsl.syntax.recovery import faults_of
from guiju_dsl.syntax.tree import Comment, File, Item


def from_text(source: SourceText, cache: Cache = NO_CACHE) -> Outcome[File]:
    """Read ``source``; every fault of the file is reported in one run."""
    kept = kept_file(source, cache)
    if kept is not None:
        return Outcome(kept)
    read = _read(source, cache)
    if read.product is not None and not read.diagnostics:
        keep_file(read.product, cache)
    return read


def _read(source: SourceText, cache: Cache) -> Outcome[File]:
    tokens, of_words = mended(source, tokens_of(source.text))
    if any(fault.code is TOO_DEEP for fault in of_words):
        return Outcome(None, of_words)
    parser = Parser(the_table(cache), BUILDERS, source, tokens)
    found = [*of_words, *faults_of(parser, _lines_of(of_words, source))]
    items: tuple[Item, ...] = parser.stack.values[0] if len(parser.stack.values) == 1 else ()
    found += no_misspelt_items(items)
    found += one_head(source, items, complete=not found)
    found.sort(key=lambda one: one.span.start)
    file = File(source=source, items=items, comments=_comments(source, tokens))
    return outcome(file, tuple(found))


def _lines_of(faults: tuple[Diagnostic, ...], source: SourceText) -> frozenset[int]:
    if not faults:
        return frozenset()
    lines = Lines(source.text)
    return frozenset(lines.number(fault.span.start) for fault in faults)


def _comments(source: SourceText, tokens: Tokens) -> tuple[Comment, ...]:
    return tuple(
        Comment(span=Span(source.name, start, end), text=source.text[start:end])
        for start, end in tokens.comments
    )
