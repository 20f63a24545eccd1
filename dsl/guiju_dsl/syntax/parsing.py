"""Read one text, by all that the first stage is made of."""

from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.building import BUILDERS
from guiju_dsl.syntax.cache import Cache, the_table
from guiju_dsl.syntax.checks import no_misspelt_items, one_head
from guiju_dsl.syntax.codes import TOO_DEEP
from guiju_dsl.syntax.lexer import Tokens, tokens_of
from guiju_dsl.syntax.lexical import mended
from guiju_dsl.syntax.lines import Lines
from guiju_dsl.syntax.parser import Parser
from guiju_dsl.syntax.recovery import faults_of
from guiju_dsl.syntax.tree import Comment, File, Item


def parsed(source: SourceText, cache: Cache) -> Outcome[File]:
    """Read ``source`` with the table that ``cache`` keeps."""
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
