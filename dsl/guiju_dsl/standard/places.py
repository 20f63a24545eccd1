"""What may stand where: the one table."""

from typing import Final

from guiju_dsl.syntax import tree

_REMARKS: Final = frozenset({"source", "note"})
_BINDING: Final = frozenset({"shall", "should", "may", "expect", "limit"})
_CLASSES: Final = frozenset({"site", "primary", "secondary"})
_MARKS: Final = frozenset({"unverified", "confidential"})
_AMOUNT: Final = (
    frozenset({"data", "let", "symbol", "measured", "only when", "uncertainty", "valid"})
    | frozenset({"default", "optional", "unique", "origin"})
    | _CLASSES
    | _MARKS
    | _REMARKS
    | _BINDING
)

SELECTED_SET: Final = "gwp selected"
"""``gwp name``; with rows behind it, it is ``gwp``."""

ALLOWED: Final[dict[str, frozenset[str]]] = {
    "file": _BINDING
    | {
        "standard", "library", "use", "extends", "override", "cites", "term", "clause", "product",
        "boundary", "stage", "process", "quality", "choice", "factor", "gwp", "data", "let",
        "result", "profile", "example",
    },
    "standard": _REMARKS | {SELECTED_SET},
    "library": _REMARKS,
    "product": _REMARKS | _BINDING | {"declared unit", "functional unit", "reference flow"},
    "boundary": _REMARKS | _BINDING | {"exclude", "override"},
    "stage": _REMARKS | _BINDING | {"process", "data", "let", "choice", "factor", "override"},
    "process": _REMARKS
    | _BINDING
    | {
        "input", "output", "coproduct", "waste", "emission", "data", "let", "factor", "each",
        "only when", "allocate by",
    },
    "each": _REMARKS
    | _BINDING
    | {"input", "output", "coproduct", "waste", "emission", "data", "let", "symbol"},
    "input": _AMOUNT | {"factor of", "from", "allocate by"},
    "output": _AMOUNT | {"share"},
    "coproduct": _AMOUNT | {"share", "substitute"},
    "waste": _AMOUNT | {"factor of", "substitute", "from"},
    "emission": _AMOUNT - {"data", "let"},
    "data": (_AMOUNT - {"data", "let", "origin"}),
    "let": _MARKS | _REMARKS | _BINDING | {"symbol", "only when", "uncertainty"},
    "result": _MARKS | _REMARKS | _BINDING | {"symbol", "only when"},
    "factor": _CLASSES | _MARKS | _REMARKS | {"row", "symbol", "uncertainty"},
    "gwp": _MARKS | _REMARKS | {"row"},
    "indicator": _MARKS | _REMARKS | {"level"},
    "term": _MARKS | _REMARKS,
    "quality": _REMARKS | _BINDING | {"indicator", "override"},
    "clause": _REMARKS | _BINDING | {"clause"},
    "provision": _MARKS | _REMARKS,
    "profile": _REMARKS | {SELECTED_SET, "exclude", "override", "row", "group"},
    "example": _REMARKS | {"given", "expect"},
    "row": _CLASSES | _MARKS | _REMARKS | {"uncertainty"},
}  # fmt: skip
"""Words of the items that may stand in the braces of each thing."""

FIELDS_OF: Final[dict[str, tuple[str, ...]]] = {
    "standard": (
        "title", "number", "status", "issuer", "drafters", "authors", "issued", "effective",
        "replaces", "ics", "ccs", "biogenic_carbon",
    ),
    "library": ("title", "issuer", "issued"),
    "boundary": ("text",),
    "stage": ("text",),
    "process": ("text",),
    "clause": ("text",),
    "term": ("definition",),
    "indicator": ("weight",),
    "gwp": ("horizon",),
    "factor": ("year", "region"),
    "row": ("year", "region"),
}  # fmt: skip


def word_of(item: tree.Item) -> str:
    """Give the word by which the table knows an item, mostly its keyword."""
    match item:
        case tree.Named(kind="gwp", block=None):
            return SELECTED_SET
        case tree.Attribute(kind="factor"):
            return "factor of"
        case tree.UnitOf():
            return f"{item.kind} unit"
        case tree.Provision():
            return item.force
        case (
            tree.Document() | tree.Named() | tree.Flow() | tree.Attribute() | tree.Remark()
            | tree.Flag()
        ):  # fmt: skip
            return item.kind.replace("_", " ")
        case tree.GivenData():
            return "given"
        case _:
            return type(item).__name__.lower()


def place_of(item: tree.Item) -> str:
    """Give the word by which the table knows a thing with braces."""
    if isinstance(item, tree.Provision):
        return "provision"
    return word_of(item)
