"""What an author wrote, in words of both languages: labels in place of names, on one line."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from msgspec.structs import fields

from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import (
    NamedStandard,
    ToDeclaration,
    ToOption,
    ToParameter,
    ToPredeclared,
    label_of,
    text_of,
)
from guiju_dsl.standard.kinds import PREDECLARED_LABELS
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS, spelt
from guiju_dsl.syntax.lexer import Tokens, tokens_of
from guiju_runtime.messages import Language, Text, same_words

SIGNS: Final = {"TIMES": "×", "MINUS": "−", "LE": "≤", "GE": "≥", "NE": "≠", "DOTS": "～"}
PREDECLARED: Final = {
    **PREDECLARED_LABELS,
    "mass": Text(zh="质量", en="mass"),
    "energy": Text(zh="热量", en="energy"),
}
QUOTED: Final = "“{}”"
Put = dict[int, tuple[int, Text]]
"""What stands in place of the letters from one offset to another."""


class Wording:
    """Says parts of one edition in words."""

    def __init__(self, names: NamedStandard) -> None:
        """Keep the names; each source is taken apart once."""
        self.names = names
        self._tokens: dict[str, Tokens] = {}

    def of(self, node: tree.Node) -> Text:
        """Give the words of a node."""
        if isinstance(node, tree.Words):
            return text_of(node)
        put = dict(self._put(node))
        return Text(zh=self._said(node, put, "zh"), en=self._said(node, put, "en"))

    def _said(self, node: tree.Node, put: Put, language: Language) -> str:
        tokens = self._tokens_of(node.span.source)
        if tokens is None:
            return ""
        at, said, before = bisect_left(tokens.starts, node.span.start), "", node.span.start
        while at < len(tokens.starts) and tokens.starts[at] < node.span.end:
            start = tokens.starts[at]
            end, words = put.get(start) or (tokens.ends[at], None)
            said += " " if start > before and said else ""
            said += words.in_language(language) if words else _token(tokens, at, language)
            before = end
            at = max(at + 1, bisect_left(tokens.starts, end))
        return said

    def _tokens_of(self, source: str) -> Tokens | None:
        if source not in self._tokens:
            text = self.names.sources.get(source)
            if text is None:
                return None
            self._tokens[source] = tokens_of(text.text)
        return self._tokens[source]

    def _put(self, node: object) -> Iterator[tuple[int, tuple[int, Text]]]:
        """Give what stands in place of names and quoted words below ``node``."""
        match node:
            case tree.Words():
                said = text_of(node)
                quoted = Text(zh=QUOTED.format(said.zh), en=QUOTED.format(said.en))
                yield node.span.start, (node.span.end, quoted)
            case tree.Path():
                label = self.label(node)
                if label is not None:
                    yield node.span.start, (node.span.end, label)
            case tuple():
                for part in node:
                    yield from self._put(part)
            case tree.Node():
                for one in fields(node):
                    yield from self._put(getattr(node, one.name))
            case _:
                pass

    def label(self, node: tree.Path) -> Text | None:
        """Give the label of what a path leads to, one for each name that is written."""
        reference = self.names.references.get(node.span)
        if isinstance(reference, ToOption):
            return self._option(reference)
        if isinstance(reference, ToPredeclared | ToParameter):
            return PREDECLARED.get(reference.name)
        path = reference.path if isinstance(reference, ToDeclaration) else node.text
        parts = path.split(".")
        first = max(len(parts) - len(node.parts), 0)
        labels = [self.label_of_key(".".join(parts[: i + 1])) for i in range(first, len(parts))]
        known = [label for label in labels if label is not None]
        if len(known) < len(labels) or not known:
            return None
        return Text(zh=".".join(k.zh for k in known), en=".".join(k.en for k in known))

    def label_of_key(self, key: str) -> Text | None:
        """Give the label of a declared thing."""
        found = self.names.declarations
        declaration = found.get(key) or found.get(f"stage:{key}")
        if declaration is None:
            return None
        return label_of(label_words(declaration.node), declaration.name)

    def _option(self, reference: ToOption) -> Text:
        declaration = self.names.declarations.get(reference.choice)
        node = declaration.node if declaration is not None else None
        options: tuple[tree.Option, ...] = ()
        if isinstance(node, tree.Choice):
            options = node.options
        elif isinstance(node, tree.Data | tree.Let | tree.Result):
            options = node.type.options if node.type is not None else ()
        labels = {o.name.text: label_of(o.label, o.name.text) for o in options}
        return labels.get(reference.name, same_words(reference.name))


def _token(tokens: Tokens, at: int, language: Language) -> str:
    kind = tokens.kinds[at]
    if kind in KEYWORDS or kind in TYPE_WORDS:
        return spelt(kind, language)
    if kind == "NUMBER":
        return tokens.words(at).replace("_", "")
    return SIGNS.get(kind) or tokens.words(at)
