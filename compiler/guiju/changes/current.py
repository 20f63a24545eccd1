"""Ids of the old document as the new one has them."""

from collections.abc import Callable, Mapping

from guiju.changes.meaning import Meaning
from guiju.changes.model import Comparison

BY_KIND: Mapping[str, str] = {
    "term": "term", "stage": "stage", "footprint": "product", "result": "result",
}  # fmt: skip
"""Ids in a document that begin with a word, and the kind of thing that they lead to."""


def now_called(comparison: Comparison) -> Callable[[str], str]:
    """Give what turns an id in the old document into the id of the same thing in the new one."""
    meaning = Meaning(comparison.old.names, comparison.renamed)
    known = comparison.old.names.declarations

    def now(id: str) -> str:
        if not comparison.renamed:
            return id
        kind, dot, path = id.partition(".")
        if kind in BY_KIND:
            return kind + dot + meaning.key(f"{BY_KIND[kind]}:{path}").rpartition(":")[2]
        if dot and kind not in known and path.partition(".")[0] in known:
            return kind + dot + meaning.key(path)
        return _clause(id, meaning)

    return now


def _clause(id: str, meaning: Meaning) -> str:
    """Give the id of a provision or a clause of prose."""
    above, dot, name = meaning.key(id).rpartition(".")
    for key in (f"provision:{name}", f"clause:{name}"):
        moved = meaning.key(key)
        if moved != key:
            return above + dot + moved.partition(":")[2]
    first = meaning.key(f"clause:{above}").partition(":")[2]
    return (first if above else "") + dot + name
