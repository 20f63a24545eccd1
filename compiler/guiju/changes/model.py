"""What changed from one edition of a standard to the next."""

from typing import Literal

from msgspec import Struct

from guiju.plan.model import CalculationPlan
from guiju_dsl.names.model import NamedStandard
from guiju_dsl.syntax.tree import Item, Node
from guiju_runtime.messages import Text

Kind = Literal["added", "changed", "removed", "renamed"]
What = Literal[
    "metadata", "citation", "term", "product", "boundary", "exclusion", "stage", "process", "group",
    "flow", "emission", "datum", "formula", "factor", "gwp", "choice", "allocation", "limit",
    "range", "provision", "clause", "quality", "level", "result", "profile", "example",
]  # fmt: skip
"""What a change is of, in the order in which a document speaks of it."""


class Edition(Struct, frozen=True, kw_only=True):
    """One edition: the checked standard, with the clause numbers that its document prints.

    Attributes:
        clauses: printed numbers by the id of a clause, empty for a library, which prints none.
        headings: number and title of the nearest clause that has one, by the id of a clause.
        cited: id of the clause that a finding cites, by what the finding is about.
    """

    plan: CalculationPlan
    clauses: dict[str, str]
    headings: dict[str, tuple[str, str]]
    cited: dict[str, str]

    @property
    def names(self) -> NamedStandard:
        """Give every declaration by its stable id."""
        return self.plan.graph.standard.names


class Side(Struct, frozen=True, kw_only=True):
    """A thing as it is in one edition.

    Attributes:
        id: its stable id there, ``electrolysis.anode``; the key in ``NamedStandard.declarations``.
        clause: number of the clause that prints it, or empty; ``clause_id`` its id.
        source: the file that declares it; ``line`` where, counted from 1.
        item: what the author wrote, overrides merged in; its span leads to the text.
    """

    id: str
    label: Text
    clause: str
    clause_id: str
    source: str
    line: int
    item: Item


class Difference(Struct, frozen=True, kw_only=True):
    """One respect in which a thing is another one.

    Attributes:
        aspect: stable word for it: ``unit``, ``formula``, ``default``, ``factor``, ``row`` …
        of: the same in words, with the key of a row.
        old: what it was, in words; None where there was nothing.
        new: what it is; None where there is nothing any more.
        old_node: the words of the old source that say so; ``new_node`` those of the new one.
        technical: whether more than wording is concerned.
    """

    aspect: str
    of: Text
    old: Text | None
    new: Text | None
    old_node: Node | None
    new_node: Node | None
    technical: bool


class Comparison(Struct, frozen=True, kw_only=True):
    """Two editions with what changed between them, in the order of the new document.

    Attributes:
        renamed: new key of each thing that has another id, by its old one.
    """

    old: Edition
    new: Edition
    changes: "tuple[Change, ...]"
    renamed: dict[str, str]


class Change(Struct, frozen=True, kw_only=True):
    """A thing that is there in one edition only, or another one, or under another id.

    Attributes:
        id: the stable id: that in the new edition, of what was removed that in the old one.
        old: the thing in the old edition; None where it was added.
        new: the thing in the new edition; None where it was removed.
        differences: of a thing in both editions, what of it is another; none of one only renamed.
        technical: whether the foreword should tell it; wording alone is editorial.
    """

    kind: Kind
    what: What
    id: str
    label: Text
    old: Side | None
    new: Side | None
    differences: tuple[Difference, ...]
    technical: bool
