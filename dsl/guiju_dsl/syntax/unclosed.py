"""Say which block was left open, and what shows it."""

from typing import Final

from guiju_dsl.diagnostics import Diagnostic, Related, at
from guiju_dsl.source import Span
from guiju_dsl.syntax.codes import UNCLOSED_BLOCK
from guiju_dsl.syntax.lexer import Tokens
from guiju_dsl.syntax.lines import LeftOpen, Lines, head_of_block
from guiju_dsl.syntax.wording import quoted
from guiju_runtime.messages import Text

FURTHER_OUT: Final = Text(
    zh="按缩进，这里已在该块之外", en="by its indentation this stands outside the block"
)
NO_OPTION: Final = Text(zh="选项里不能有这一项", en="this item cannot stand among options")
_END_OF_FILE: Final = Text(zh="文件末尾", en="at the end of the file")


def unclosed_block(
    source: str, tokens: Tokens, lines: Lines, found: LeftOpen, why: Text = FURTHER_OUT
) -> Diagnostic:
    """Report a brace that is not closed; ``why`` says how the token that shows it does so."""
    first, last = head_of_block(found.brace, tokens, lines)
    head = Span(source, tokens.starts[first], tokens.ends[last])
    place = _END_OF_FILE
    related: tuple[Related, ...] = ()
    if found.shown_by is not None:
        shown = Span(source, tokens.starts[found.shown_by], tokens.ends[found.shown_by])
        line = lines.number(shown.start)
        place = Text(zh=f"第 {line} 行之前", en=f"before line {line}")
        related = (Related(span=shown, words=why),)
    return at(
        UNCLOSED_BLOCK,
        head,
        related=related,
        line=str(lines.number(tokens.starts[found.brace])),
        block=quoted(tokens.narrowed[head.start : head.end]),
        place=place,
    )
