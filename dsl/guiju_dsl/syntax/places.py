"""Where the parser cannot go on, and how it may."""

from msgspec import Struct

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import Span
from guiju_dsl.syntax.lines import Lines
from guiju_dsl.syntax.parser import Parser

NewToken = tuple[str, int, int]


class Mend(Struct, frozen=True, kw_only=True):
    """Read tokens ``first`` to ``last`` as ``instead``, and go on from there."""

    first: int
    last: int
    instead: tuple[NewToken, ...]


class Fault(Struct, frozen=True, kw_only=True):
    """A diagnostic with the way to go on; without one, at the next item."""

    diagnostic: Diagnostic
    mend: Mend | None


class Place(Struct, frozen=True, kw_only=True):
    """Where the parser stands.

    Attributes:
        at: the token that cannot be taken.
        first: the first token of the item that is being taken; ``at`` if there is none.
        expected: the terminals that could be taken.
    """

    parser: Parser
    lines: Lines
    at: int
    first: int
    expected: frozenset[str]

    @property
    def kind(self) -> str:
        """Give the terminal of the token that cannot be taken."""
        return self.parser.tokens.kinds[self.at]

    @property
    def written(self) -> str:
        """Give the token that cannot be taken, as it stands in the text."""
        return self.parser.tokens.written(self.at)

    def kind_at(self, index: int) -> str:
        """Give the terminal of any token; nothing outside the text."""
        kinds = self.parser.tokens.kinds
        return kinds[index] if 0 <= index < len(kinds) else ""

    def span(self, first: int, last: int) -> Span:
        """Give the place of tokens ``first`` to ``last``."""
        tokens = self.parser.tokens
        return Span(self.parser.source.name, tokens.starts[first], tokens.ends[last])

    def token(self, index: int, kind: str) -> NewToken:
        """Give token ``index`` as one of ``kind``."""
        tokens = self.parser.tokens
        return kind, tokens.starts[index], tokens.ends[index]

    def same_line(self, one: int, other: int) -> bool:
        """Tell whether two tokens stand in one line."""
        starts = self.parser.tokens.starts
        return self.lines.number(starts[one]) == self.lines.number(starts[other])

    def last_attached(self, index: int) -> int:
        """Give the last of the tokens that follow ``index`` without a space."""
        tokens = self.parser.tokens
        words = frozenset({"NAME", "UNIT_WORD", "OVER", "NUMBER", "UNIT", "POWER"})
        while self.kind_at(index + 1) in words and tokens.starts[index + 1] == tokens.ends[index]:
            index += 1
        return index
