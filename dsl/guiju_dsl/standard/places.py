"""What may stand where: the one table."""

from collections.abc import Callable
from typing import Any, Final

from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.syntax import tree

_REMARKS: Final = frozenset({"source", "note"})
_BINDING: Final = frozenset({"shall", "should", "may", "expect"})
_LIMITED: Final = _BINDING | {"limit"}
_CLASSES: Final = frozenset({"site", "primary", "secondary"})
_COLLECTED: Final = (
    frozenset({"symbol", "measured", "only when", "uncertainty", "valid", "default", "optional"})
    | frozenset({"unique", "unverified", "confidential"})
    | _CLASSES
    | _REMARKS
    | _LIMITED
)
_CALCULATED: Final = _REMARKS | _LIMITED | {"symbol", "only when"}
_PROPERTIES: Final = frozenset({"data", "let"})
_INPUT: Final = _PROPERTIES | {"factor of", "from", "allocate by", "origin"}
_OUTPUT: Final = _PROPERTIES | {"share"}
_COPRODUCT: Final = _OUTPUT | {"substitute"}
_WASTE: Final = _PROPERTIES | {"factor of", "substitute", "from", "origin"}

SELECTED_SET: Final = "gwp selected"
"""``gwp name``; with rows behind it, it is ``gwp``."""

CALCULATED: Final = " with a formula"
"""Ends the word for an amount that is not collected."""

ALLOWED: Final[dict[str, frozenset[str]]] = {
    "file": _LIMITED
    | {
        "standard", "library", "use", "extends", "override", "cites", "term", "clause", "product",
        "boundary", "stage", "process", "quality", "choice", "factor", "gwp", "data", "let",
        "result", "profile", "example",
    },
    "standard": frozenset({SELECTED_SET}),
    "library": frozenset(),
    "product": _BINDING | {"declared unit", "functional unit", "reference flow"},
    "boundary": _BINDING | {"exclude", "override"},
    "stage": _LIMITED | {"process", "data", "let", "choice", "factor", "override"},
    "process": _LIMITED
    | {
        "input", "output", "coproduct", "waste", "emission", "data", "let", "factor", "each",
        "only when", "allocate by", "note",
    },
    "each": _LIMITED
    | {"input", "output", "coproduct", "waste", "emission", "data", "let", "symbol"},
    "input": _COLLECTED | _INPUT,
    "output": _COLLECTED | _OUTPUT,
    "coproduct": _COLLECTED | _COPRODUCT,
    "waste": _COLLECTED | _WASTE,
    "emission": _COLLECTED | {"origin"},
    "input with a formula": _CALCULATED | _INPUT,
    "output with a formula": _CALCULATED | _OUTPUT,
    "coproduct with a formula": _CALCULATED | _COPRODUCT,
    "waste with a formula": _CALCULATED | _WASTE,
    "emission with a formula": _CALCULATED | {"origin"},
    "data": _COLLECTED,
    "let": _CALCULATED,
    "result": _BINDING | _REMARKS | {"only when"},
    "factor": _REMARKS | {"row", "symbol", "uncertainty", "unverified"},
    "gwp": frozenset({"source", "row", "unverified"}),
    "indicator": frozenset({"source", "level", "unverified"}),
    "term": _REMARKS | {"unverified"},
    "quality": _BINDING | {"indicator", "override"},
    "clause": _BINDING | {"note", "clause"},
    "provision": frozenset({"source", "unverified"}),
    "profile": frozenset({SELECTED_SET, "exclude", "override", "row", "group"}),
    "example": frozenset({"given", "expect"}),
    "row": _REMARKS | {"uncertainty", "unverified"},
    "measured": frozenset({"valid", "uncertainty"}),
    "given": _CLASSES | {"source", "uncertainty"},
}  # fmt: skip
"""Words of the items that may stand in the braces of each thing: none is without effect."""

NEEDED: Final[dict[str, str]] = {"unverified": "default", "origin": "factor of"}
"""What a mark of a collected or drawn amount says something of: without that it says nothing."""

FIELDS_OF: Final[dict[str, tuple[str, ...]]] = {
    "standard": (
        "title", "number", "status", "issuer", "drafters", "authors", "issued", "effective",
        "replaces", "ics", "ccs", "sector", "filing", "biogenic_carbon",
    ),
    "library": ("title", "issuer", "issued"),
    "boundary": ("text",),
    "stage": ("text",),
    "process": ("text",),
    "clause": ("text",),
    "term": ("definition",),
    "indicator": ("weight",),
    "gwp": ("horizon",),
    "factor": ("year",),
    "row": ("year",),
    "given": ("year", "count", "spread", "calibrated", "class"),
    "measured": ("class", "samples", "spread"),
}  # fmt: skip


def word_of(item: tree.Item) -> str:
    """Give the word by which the table knows an item, mostly its keyword."""
    word = _WORDS.get(type(item))
    return word(item) if word is not None else type(item).__name__.lower()


def _kind(item: tree.Document | tree.Flow | tree.Remark | tree.Flag) -> str:
    return item.kind


def _word_of_named(item: tree.Named) -> str:
    return SELECTED_SET if item.kind == "gwp" and item.block is None else item.kind


def _word_of_attribute(item: tree.Attribute) -> str:
    return "factor of" if item.kind == "factor" else item.kind.replace("_", " ")


_WORDS: Final[dict[type, Callable[[Any], str]]] = {
    tree.Document: _kind,
    tree.Flow: _kind,
    tree.Remark: _kind,
    tree.Flag: _kind,
    tree.Named: _word_of_named,
    tree.Attribute: _word_of_attribute,
    tree.UnitOf: lambda item: f"{item.kind} unit",
    tree.Provision: lambda item: item.force,
    tree.GivenData: lambda _item: "given",
}
"""Words of the items that have another than the name of their kind."""


def place_of(item: tree.Item) -> str:
    """Give the word by which the table knows a thing with braces."""
    if isinstance(item, tree.Provision):
        return "provision"
    if isinstance(item, tree.Flow | tree.Emission) and item.value is not None:
        return word_of(item) + CALCULATED
    return word_of(item)


def once_word(item: tree.Item, place: str) -> str:
    """Give the word under which an item may stand only once in its braces, or nothing.

    A clause may have any number of texts.
    """
    if type(item) in _ONCE:
        return word_of(item)
    if isinstance(item, tree.Flag):
        return "class of data" if item.kind in _CLASSES else item.kind
    if isinstance(item, tree.Field) and place != "clause":
        return f"field {FIELDS.get(item.name.text, item.name.text)}"
    return ""


_ONCE: Final = frozenset((tree.Attribute, tree.UnitOf, tree.Origin, tree.Symbol, tree.Measured))
