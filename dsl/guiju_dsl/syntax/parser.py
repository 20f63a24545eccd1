"""Shift and reduce: tokens in, the values of the rules out, by the table of the grammar."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from guiju_dsl.syntax.lexer import Tokens
from guiju_dsl.syntax.table import END, ParseTable, Rule
from guiju_dsl.syntax.tree import Name, Unit

Builder = Callable[..., Any]


class Stack(Struct):
    """Where the parse stands: states, and for each symbol its value and its place."""

    states: list[int]
    values: list[Any]
    starts: list[int]
    ends: list[int]

    def cut(self, size: int) -> None:
        """Keep the first ``size`` symbols."""
        del self.states[size + 1 :], self.values[size:], self.starts[size:], self.ends[size:]


class Parser:
    """A parse of one source, one token at a time, that tells where it cannot go on.

    Attributes:
        at: index of the token to be taken next.
        stack: what has been taken.
    """

    def __init__(
        self,
        table: ParseTable,
        builders: dict[str, Builder],
        source: SourceText,
        tokens: Tokens,
    ) -> None:
        """Stand before the first token."""
        self.table = table
        self.tokens = tokens
        self.source = source
        self.at = 0
        self.stack = Stack([table.start], [], [], [])
        self._builders = [None if r.repeated else builders.get(r.builder) for r in table.rules]
        self._renames = [
            rule.length == 1 and builder is None and not rule.repeated
            for rule, builder in zip(table.rules, self._builders, strict=True)
        ]

    def run(self) -> bool:
        """Take tokens until the end, True, or until one that cannot stand there, False."""
        tokens, stack, actions = self.tokens, self.stack, self.table.actions
        kinds, last = tokens.kinds, len(tokens.kinds)
        while self.at < last:
            kind = kinds[self.at]
            action = actions[stack.states[-1]].get(kind)
            if action is None:
                if not self._may_be_a_name(kind):
                    return False
                kinds[self.at] = "NAME"
            elif action >= 0:
                self._shift(kind, action)
            elif self._reduce(-1 - action) and kind == END:
                return True
        return False

    def accepts(self, kind: str) -> bool:
        """Tell whether a token of ``kind`` could be taken next."""
        return self._advance(list(self.stack.states), kind)

    def expected_after(self, size: int, first: int) -> frozenset[str]:
        """Give the terminals that could be taken next.

        Args:
            size: how many symbols to keep; what follows is taken again, so that no rule is
                already reduced for the sake of the token that cannot be taken.
            first: the token behind those symbols.
        """
        states = self.stack.states[: size + 1]
        for kind in self.tokens.kinds[first : self.at]:
            self._advance(states, kind)
        actions = self.table.actions[states[-1]]
        return frozenset(kind for kind in actions if self._advance(list(states), kind))

    def _advance(self, states: list[int], kind: str) -> bool:
        """Take a token of ``kind`` into ``states``; False if it cannot be taken."""
        while True:
            action = self.table.actions[states[-1]].get(kind)
            if action is None:
                return False
            if action >= 0:
                states.append(action)
                return True
            rule = self.table.rules[-1 - action]
            del states[len(states) - rule.length :]
            states.append(self.table.gotos[states[-1]][rule.origin])
            if states[-1] == self.table.end:
                return True

    def item_place(self) -> int:
        """Give how many symbols stand before the item that is being taken."""
        sizes = reversed(range(len(self.stack.states)))
        return next(size for size in sizes if "item" in self.table.gotos[self.stack.states[size]])

    def _may_be_a_name(self, kind: str) -> bool:
        """Tell whether a word stands where it is only a name: a type word, or part of a path."""
        if kind in TYPE_WORDS:
            return True
        in_path = self.at > 0 and self.tokens.kinds[self.at - 1] == "DOT"
        return in_path and (kind in KEYWORDS or kind == "UNIT_WORD")

    def _shift(self, kind: str, state: int) -> None:
        stack, at = self.stack, self.at
        start, end = self.tokens.starts[at], self.tokens.ends[at]
        stack.states.append(state)
        stack.values.append(self._value(kind, start, end))
        stack.starts.append(start)
        stack.ends.append(end)
        self.at = at + 1

    def _value(self, kind: str, start: int, end: int) -> Any:
        if kind == "NAME":
            text = self.tokens.narrowed[start:end]
            return Name(span=Span(self.source.name, start, end), text=text)
        if kind == "UNIT":
            text = self.tokens.narrowed[start:end]
            return Unit(span=Span(self.source.name, start, end), text=text)
        if kind == "STRING":
            return _without_quotes(self.source.text[start:end])
        if kind in ("NUMBER", "DATE", "UNIT_WORD"):
            return self.tokens.narrowed[start:end]
        return kind

    def _reduce(self, number: int) -> bool:
        """Replace the symbols of a rule by its value; True if that was the whole file."""
        stack, rule, gotos = self.stack, self.table.rules[number], self.table.gotos
        states = stack.states
        if self._renames[number]:
            states[-1] = gotos[states[-2]][rule.origin]
            return states[-1] == self.table.end
        size = len(stack.values) - rule.length
        start, end = (stack.starts[size], stack.ends[-1]) if rule.length else (0, 0)
        symbols = stack.values[size:]
        builder = self._builders[number]
        value: Any
        if builder is not None:
            value = builder(Span(self.source.name, start, end), *_joined(rule, symbols))
        elif rule.repeated:
            value = _joined(rule, symbols)
        else:
            value = symbols[rule.children[0] or 0]
        state = gotos[states[size]][rule.origin]
        states[size + 1 :] = (state,)
        stack.values[size:] = (value,)
        stack.starts[size:] = (start,)
        stack.ends[size:] = (end,)
        return state == self.table.end


def _joined(rule: Rule, symbols: list[Any]) -> list[Any]:
    if not rule.spliced:
        return [None if at is None else symbols[at] for at in rule.children]
    joined: list[Any] = []
    for at in rule.children:
        if at in rule.spliced and at is not None:
            joined = joined + symbols[at] if joined else symbols[at]
        else:
            joined.append(None if at is None else symbols[at])
    return joined


def _without_quotes(text: str) -> str:
    return text[3:-3] if text.startswith('"""') else text[1:-1]
