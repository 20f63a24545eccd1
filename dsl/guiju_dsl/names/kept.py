"""What a general rule said before the standard changed it."""

from collections.abc import Iterator

from guiju_dsl.names.declaring import Declaring, walk
from guiju_dsl.names.lookup import Index, key_of
from guiju_dsl.names.merging import HomedItem
from guiju_dsl.names.model import Declaration, Reference
from guiju_dsl.names.references import Resolver
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree


def rules_of(heads: tuple[tree.Document, ...]) -> frozenset[str]:
    """Give the ids of the general rules among ``heads``, of which the last is the standard's."""
    return frozenset(head.name.text for head in heads[:-1] if head.kind == "standard")


def changed_rules(
    before: tuple[HomedItem, ...],
    after: tuple[HomedItem, ...],
    rules: frozenset[str],
    index: Index,
    references: dict[Span, Reference],
) -> Iterator[Declaration]:
    """Give each thing of ``rules``, as it was, that an override changed; its names are resolved.

    Args:
        rules: ids of the general rules.
        references: takes in what the names in the old formulas mean.
    """
    resolver = Resolver(index, references=references)
    for old, new in zip(before, after, strict=True):
        if old.item is new.item or old.home not in rules:
            continue
        for declaration in walk(Declaring().declared((old,))):
            now = index.by_path.get(key_of(declaration))
            if now is not None and now.node is not declaration.node:
                resolver.declaration(declaration)
                yield declaration
