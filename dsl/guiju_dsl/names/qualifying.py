"""What two libraries give one name to is called by its library too."""

from collections.abc import Iterable

from msgspec.structs import replace

from guiju_dsl.names.items import name_of
from guiju_dsl.names.merging import HomedItem
from guiju_dsl.syntax import tree

READ_BY_NAME = (tree.Factor, tree.Let)
"""What a formula reads, and so can be qualified there."""


def called_by_library(
    items: tuple[HomedItem, ...], heads: Iterable[tree.Document]
) -> tuple[HomedItem, ...]:
    """Put under its library whatever another library has a thing of the same name for.

    What the standard or its general rule declares itself is not put aside: that is a name given
    twice.
    """
    libraries = frozenset(head.name.text for head in heads if head.kind == "library")
    homes: dict[str, set[str]] = {}
    for homed in items:
        homes.setdefault(name_of(homed.item), set()).add(homed.home)
    clashing = {name for name, found in homes.items() if len(found) > 1 and found <= libraries}
    if not clashing:
        return items
    return tuple(
        replace(homed, above=short_name(homed.home, libraries))
        if isinstance(homed.item, READ_BY_NAME) and name_of(homed.item) in clashing
        else homed
        for homed in items
    )


def short_name(library: str, libraries: Iterable[str]) -> str:
    """Give the last part of the name of a library, or the whole where two end alike."""
    last = library.rpartition(".")[2]
    alike = [other for other in libraries if other.rpartition(".")[2] == last]
    return last if len(alike) == 1 else library
