"""What an item carries: its name, label, type, formula and braces."""

from typing import Final

from guiju_dsl.source import Span
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.tree import Block, Item, Words

NAMED: Final = (
    tree.Named,
    tree.Process,
    tree.Each,
    tree.Clause,
    tree.Choice,
    tree.Flow,
    tree.Emission,
    tree.Data,
    tree.Let,
    tree.Factor,
    tree.Result,
    tree.Provision,
)
LABELLED: Final = (
    tree.Named,
    tree.Process,
    tree.Each,
    tree.Clause,
    tree.Choice,
    tree.Flow,
    tree.Emission,
    tree.Data,
    tree.Let,
    tree.Factor,
    tree.Result,
)
TYPED: Final = (tree.Flow, tree.Emission, tree.Data, tree.Let, tree.Factor, tree.Result)
WITH_VALUE: Final = (tree.Flow, tree.Emission, tree.Let, tree.Factor, tree.Result)
WITH_BLOCK: Final = (
    tree.Document,
    tree.Named,
    tree.Process,
    tree.Each,
    tree.Clause,
    tree.Flow,
    tree.Emission,
    tree.Data,
    tree.Let,
    tree.Factor,
    tree.Result,
    tree.GivenData,
    tree.Override,
    tree.Provision,
    tree.Row,
    tree.Group,
)


def name_of(item: Item) -> str:
    """Give the name that an item declares, or nothing; an emission without one has its gas."""
    if not isinstance(item, NAMED):
        return ""
    if item.name is not None:
        return item.name.text
    return item.gas.text if isinstance(item, tree.Emission) else ""


def name_span(item: Item) -> Span:
    """Give the place of the name of an item; without one, of the whole item."""
    if isinstance(item, NAMED) and item.name is not None:
        return item.name.span
    return item.gas.span if isinstance(item, tree.Emission) else item.span


def label_words(item: Item) -> Words | None:
    """Give the label that the author gave an item, if any."""
    return item.label if isinstance(item, LABELLED) else None


def type_of(item: Item) -> tree.Type | None:
    """Give the type that an item states, if any."""
    return item.type if isinstance(item, TYPED) else None


def value_of(item: Item) -> tree.Expression | None:
    """Give the formula of a calculated thing, or the value of a factor."""
    return item.value if isinstance(item, WITH_VALUE) else None


def block_of(item: Item) -> Block | None:
    """Give the braces of an item that has them."""
    return item.block if isinstance(item, WITH_BLOCK) else None


def key_text(key: tree.Key) -> str:
    """Give one key of a row as text."""
    value = key.value
    return value.number if isinstance(value, tree.Quantity) else value.text
