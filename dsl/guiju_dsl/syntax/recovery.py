"""Find every fault of a file in one run: report, go on at the next item, one cause one report."""

from bisect import bisect_left

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.syntax.codes import UNFINISHED_ITEM
from guiju_dsl.syntax.faults import fault_at
from guiju_dsl.syntax.keywords import ITEM_STARTS
from guiju_dsl.syntax.lines import ALSO_INSIDE, Lines, left_open
from guiju_dsl.syntax.parser import Parser
from guiju_dsl.syntax.places import Fault, Mend, NewToken, Place
from guiju_dsl.syntax.table import END
from guiju_dsl.syntax.unclosed import unclosed_block


def faults_of(parser: Parser, faulty_lines: frozenset[int]) -> tuple[Diagnostic, ...]:
    """Take all tokens, mending or skipping what cannot be taken, and say what was wrong.

    Args:
        parser: before the first token.
        faulty_lines: lines with a fault reported before; what follows from it is not reported.
    """
    if parser.run():
        return ()
    lines = Lines(parser.tokens.narrowed)
    found: list[Diagnostic] = []
    unclosed: tuple[Diagnostic, ...] = ()
    quiet = set(faulty_lines)
    while not parser.run():
        place = _place(parser, lines)
        if place.kind == END and ("RBRACE" in place.expected or parser.accepts("RBRACE")):
            unclosed = unclosed or _unclosed_blocks(parser, lines)
            _close_block(parser)
            continue
        fault = fault_at(place)
        line = lines.number(parser.tokens.starts[place.at])
        reported = lines.number(fault.diagnostic.span.start)
        if not {line, reported} & quiet:
            found.append(fault.diagnostic)
        if not _go_on(parser, fault):
            quiet |= {reported} if fault.diagnostic.code is UNFINISHED_ITEM else {line, reported}
            _skip_to_next_item(parser, lines)
    return (*found, *unclosed)


def _close_block(parser: Parser) -> None:
    end = parser.tokens.ends[parser.at]
    brace: NewToken = ("RBRACE", end, end)
    _replace(parser, Mend(first=parser.at, last=parser.at, instead=(brace, (END, end, end))))


def _place(parser: Parser, lines: Lines) -> Place:
    size = parser.item_place()
    first = parser.at
    if size < len(parser.stack.starts):
        first = bisect_left(parser.tokens.starts, parser.stack.starts[size])
    again = _last_item(parser) if first == parser.at else first
    return Place(
        parser=parser,
        lines=lines,
        at=parser.at,
        first=first,
        expected=parser.expected_after(size, again),
    )


def _last_item(parser: Parser) -> int:
    """Give the first token of the item that ends just before; the next token if none does."""
    value = parser.stack.values[-1] if parser.stack.values else None
    if not isinstance(value, list) or value[-1].span.end != parser.tokens.ends[parser.at - 1]:
        return parser.at
    return bisect_left(parser.tokens.starts, value[-1].span.start)


def _go_on(parser: Parser, fault: Fault) -> bool:
    """Put the mended tokens in place and step back to them; False if that cannot be done."""
    mend = fault.mend
    if mend is None:
        return False
    start = parser.tokens.starts[mend.first]
    _replace(parser, mend)
    size = len(parser.stack.starts)
    while size and parser.stack.starts[size - 1] >= start:
        size -= 1
    if size < parser.item_place():
        size = parser.item_place()
    parser.stack.cut(size)
    parser.at = mend.first
    return True


def _replace(parser: Parser, mend: Mend) -> None:
    tokens, where = parser.tokens, slice(mend.first, mend.last + 1)
    tokens.kinds[where] = [kind for kind, _, _ in mend.instead]
    tokens.starts[where] = [start for _, start, _ in mend.instead]
    tokens.ends[where] = [end for _, _, end in mend.instead]


def _skip_to_next_item(parser: Parser, lines: Lines) -> None:
    """Drop the item that failed, and the tokens up to the next one or to the end of the block."""
    tokens = parser.tokens
    parser.stack.cut(parser.item_place())
    line = lines.number(tokens.starts[max(parser.at - 1, 0)])
    if tokens.kinds[parser.at] in ITEM_STARTS and _begins_item(parser, lines, line, parser.at):
        return
    depth = 0
    while (kind := tokens.kinds[parser.at]) != END:
        if depth == 0 and kind == "LBRACE" and _holds_items(parser):
            _enter(parser)
            return
        if depth == 0 and (kind == "RBRACE" or _begins_item(parser, lines, line, parser.at)):
            return
        depth += (kind == "LBRACE") - (kind == "RBRACE")
        parser.at += 1


def _begins_item(parser: Parser, lines: Lines, line: int, index: int) -> bool:
    tokens = parser.tokens
    kind, start = tokens.kinds[index], tokens.starts[index]
    if kind in ITEM_STARTS and kind not in ALSO_INSIDE and lines.number(start) == line:
        return tokens.kinds[index - 1] not in ("COLON", "EQ", "COMMA")
    return (kind in ITEM_STARTS or kind == "NAME") and lines.is_first(start)


def _holds_items(parser: Parser) -> bool:
    """Tell whether the brace to be taken next opens a block, not the members of a choice."""
    first, second, *_ = [*parser.tokens.kinds[parser.at + 1 : parser.at + 3], END]
    return first in ITEM_STARTS or (first == "NAME" and second in ("EQ", "LBRACE"))


def _enter(parser: Parser) -> None:
    """Take the block of a failed item as that of a group without a name."""
    start = parser.tokens.starts[parser.at]
    name: NewToken = ("NAME", start, start)
    brace: NewToken = ("LBRACE", start, start + 1)
    _replace(parser, Mend(first=parser.at, last=parser.at, instead=(name, brace)))


def _unclosed_blocks(parser: Parser, lines: Lines) -> tuple[Diagnostic, ...]:
    tokens, source = parser.tokens, parser.source.name
    return tuple(unclosed_block(source, tokens, lines, one) for one in left_open(tokens, lines))
