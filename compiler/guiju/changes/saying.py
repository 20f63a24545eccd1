"""Respects in words: what they are about and what they say."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from guiju.changes.respects import Respect
from guiju.changes.words import Wording
from guiju_dsl.names.model import NamedStandard, label_of
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS, spelt
from guiju_runtime.messages import Text, same_words

OF_ROW = Text(zh="{key}的{words}", en="{words} for {key}")
WITH = Text(zh="{first}（{rest}）", en="{first} ({rest})")
COMMA = Text(zh="，", en=", ")


class Saying:
    """Says the respects of one edition."""

    def __init__(self, names: NamedStandard) -> None:
        """Keep the words of the edition."""
        self.names = names
        self.wording = Wording(names)

    def subject(self, respect: Respect) -> Text:
        """Say what a respect is about: its aspect, with the key of a row."""
        words = respect.aspect.words
        if not respect.key or respect.aspect.name == "stage":
            return words
        keys = [self._key(key) for key in respect.key.split(", ")]
        return Text(
            zh=OF_ROW.zh.format(key="、".join(k.zh for k in keys), words=words.zh),
            en=OF_ROW.en.format(key=", ".join(k.en for k in keys), words=words.en),
        )

    def _key(self, key: str) -> Text:
        for declaration in self.names.declarations.values():
            if isinstance(declaration.node, tree.Choice):
                for option in declaration.node.options:
                    if option.name.text == key:
                        return label_of(option.label, key)
        return self.wording.label_of_key(key) or same_words(key)

    def written(self, respect: Respect) -> Text:
        """Give a respect as the author wrote it: two that read alike differ in their names."""
        return same_words(self.names.written(respect.node.span) if respect.node else "")

    def of(self, respect: Respect) -> Text:
        """Say what a respect says."""
        if respect.said:
            return _keyword(respect.said)
        if respect.aspect.name == "stage":
            return self.wording.label_of_key(respect.key) or same_words(respect.key)
        return self._node(respect.node) if respect.node is not None else same_words("")

    def _node(self, node: tree.Node) -> Text:
        parts = parts_of(node)
        match node:
            case tree.Row():
                return self._row(node)
            case tree.Option():
                return label_of(node.label, node.name.text)
            case _:
                return _joined([self.wording.of(part) for part in parts])

    def _row(self, row: tree.Row) -> Text:
        """Say the value of a row, and in brackets what is said of it."""
        first = self.wording.of(row.value)
        items = row.block.items if row.block is not None else ()
        if not items:
            return first
        rest = _joined([self._node(item) for item in items])
        return Text(
            zh=WITH.zh.format(first=first.zh, rest=rest.zh),
            en=WITH.en.format(first=first.en, rest=rest.en),
        )


def parts_of(node: tree.Node) -> Sequence[tree.Node]:
    """Give what an item says, the keyword that it begins with left out."""
    parts = _PARTS.get(type(node))
    return (node,) if parts is None else parts(node)


def _of_provision(node: tree.Provision) -> Sequence[tree.Node]:
    test = node.condition if node.force in ("limit", "expect") else None
    return (test,) if test is not None else (node,)


_PARTS: Final[dict[type, Callable[[Any], Sequence[tree.Node]]]] = {
    tree.Attribute: lambda node: (node.value,),
    tree.Remark: lambda node: (node.words,),
    tree.Symbol: lambda node: (node.words,),
    tree.Origin: lambda node: (node.name,),
    tree.Field: lambda node: node.values,
    tree.From: lambda node: node.paths,
    tree.Provision: _of_provision,
    tree.UnitOf: lambda node: (node.quantity, node.label) if node.label else (node.quantity,),
}
"""The parts that are said of an item; of all others the whole."""


def _joined(parts: list[Text]) -> Text:
    return Text(zh=COMMA.zh.join(p.zh for p in parts), en=COMMA.en.join(p.en for p in parts))


def _keyword(word: str) -> Text:
    terminal = word.upper().replace(" ", "_")
    for known in (terminal, f"{terminal}_TYPE"):
        if known in KEYWORDS or known in TYPE_WORDS:
            return Text(zh=spelt(known, "zh"), en=spelt(known, "en"))
    return same_words(word)
