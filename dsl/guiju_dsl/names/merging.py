"""Bring the files of a forest together: general rule first, then libraries, then the standard."""

from collections.abc import Iterator

from msgspec import Struct

from guiju_dsl.syntax import tree
from guiju_dsl.syntax.tree import Item


class HomedItem(Struct, frozen=True):
    """An item with the id of the document that it comes from.

    Attributes:
        above: what its name stands under: its library, where two libraries have one name for two
            things; else empty.
    """

    item: Item
    home: str
    above: str = ""


def head_of(file: tree.File) -> tree.Document | None:
    """Give the head of a file."""
    return next((item for item in file.items if isinstance(item, tree.Document)), None)


def in_order(forest: tree.Forest) -> Iterator[tuple[str, tree.File]]:
    """Give the files of ``forest``, what is built upon before what builds on it, each once.

    A standard that is only used keeps its rules to itself.
    """
    others = dict(forest.others)
    seen: set[str] = set()

    def visit(name: str, file: tree.File) -> Iterator[tuple[str, tree.File]]:
        seen.add(name)
        for item in file.items:
            for path in paths_of(item):
                apart = isinstance(item, tree.Use) and is_standard(others.get(path.text))
                if path.text in others and path.text not in seen and not apart:
                    yield from visit(path.text, others[path.text])
        yield name, file

    head = head_of(forest.main)
    yield from visit(head.name.text if head else "", forest.main)


def used_standards(forest: tree.Forest) -> dict[str, tree.File]:
    """Give the standards whose results the files of ``forest`` use, by the id of each."""
    others = dict(forest.others)
    found: dict[str, tree.File] = {}
    for _, file in in_order(forest):
        for item in file.items:
            for path in item.paths if isinstance(item, tree.Use) else ():
                other = others.get(path.text)
                head = head_of(other) if other is not None else None
                if other is not None and head is not None and is_standard(other):
                    found[head.name.text] = other
    return found


def is_standard(file: tree.File | None) -> bool:
    """Tell whether a file is a standard, not a library."""
    head = head_of(file) if file is not None else None
    return head is not None and head.kind == "standard"


def paths_of(item: Item) -> tuple[tree.Path, ...]:
    """Give the documents that an item builds on."""
    if isinstance(item, tree.Use):
        return item.paths
    return (item.path,) if isinstance(item, tree.Extends) else ()
