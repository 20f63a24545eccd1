"""Declarations by path, and what every name in a formula means."""

from typing import Literal

from msgspec import Struct

from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.tree import Document, Extends, File, Item, Use, Words
from guiju_runtime.messages import Text

DeclarationKind = Literal[
    "product", "boundary", "stage", "process", "each", "flow", "emission", "data", "let", "factor",
    "choice", "gwp", "result", "profile", "example", "term", "indicator", "clause",
    "provision", "cites", "quality",
]  # fmt: skip


class Declaration(Struct, frozen=True, kw_only=True):
    """One declared thing.

    Attributes:
        path: its stable name from outside, ``electrolysis.anode``.
        node: the item that declares it, overrides merged in.
        items: what stands in its braces.
        home: id of the standard or library that declares it.
        stage: name of the stage that it stands in, or empty.
    """

    kind: DeclarationKind
    name: str
    path: str
    node: Item
    items: tuple[Item, ...]
    members: "tuple[Declaration, ...]"
    home: str
    stage: str


class ToDeclaration(Struct, frozen=True, kw_only=True):
    """The name of a declared thing; ``path`` leads to it."""

    path: str


class ToOption(Struct, frozen=True, kw_only=True):
    """A member of the choice at ``choice``."""

    choice: str
    name: str


class ToPredeclared(Struct, frozen=True, kw_only=True):
    """A name that is always there: ``year``, ``period``, ``primary_share`` and the like."""

    name: str


class ToOutcome(Struct, frozen=True, kw_only=True):
    """``product.cfp``, ``.intensity`` or ``.reference_flow``; ``profile`` may be empty."""

    profile: str
    product: str
    name: str


class ToParameter(Struct, frozen=True, kw_only=True):
    """A parameter of the formula that is being defined."""

    name: str


class ToFlows(Struct, frozen=True, kw_only=True):
    """``inflow(property)`` or ``outflow(property)``: what is multiplied and summed.

    Attributes:
        terms: path of the amount and of the property of each flow; an empty property stands for 1.
        measure: ``mass`` or ``energy`` where flows that are measured so count by their amount.
    """

    terms: tuple[tuple[str, str], ...]
    measure: str


class ToUsed(Struct, frozen=True, kw_only=True):
    """A value of another standard: it comes with a declaration for that standard, or as a datum.

    Attributes:
        path: its name here, ``synthetic_ammonia.ammonia.intensity``.
        standard: id of the other standard; ``value`` what is meant in it.
    """

    path: str
    standard: str
    value: ToDeclaration | ToOutcome | ToPredeclared


Reference = (
    ToDeclaration | ToOption | ToPredeclared | ToOutcome | ToParameter | ToFlows | ToUsed
)  # fmt: skip


class ProfileNames(Struct, frozen=True, kw_only=True):
    """A profile with the whole standard as it is under it.

    Attributes:
        gwp: the set that it selects, or empty.
        excluded: paths of what it leaves out, with the words why.
    """

    name: str
    declaration: Declaration
    gwp: str
    excluded: tuple[tuple[str, Words], ...]
    standard: "NamedStandard"


class NamedStandard(Struct, frozen=True, kw_only=True):
    """A standard with every name known.

    Attributes:
        declarations: every declared thing by its path, in the order of the documents.
        references: what each path in a formula means, by its place.
        head: the head of the main file; ``heads`` also those of the rules that it extends.
        sources: the texts of all files by name.
        changed: things of general rules, as they were before the standard overrode them.
        used: standards whose results this one uses, by id.
    """

    head: Document
    heads: tuple[Document, ...]
    main: File
    sources: dict[str, SourceText]
    digest: str
    top: tuple[Declaration, ...]
    declarations: dict[str, Declaration]
    references: dict[Span, Reference]
    uses: tuple[Use | Extends, ...]
    profiles: tuple[ProfileNames, ...]
    changed: tuple[Declaration, ...]
    used: "dict[str, NamedStandard]"

    def written(self, span: Span) -> str:
        """Give the words at ``span`` on one line."""
        source = self.sources.get(span.source)
        text = source.text[span.start : span.end] if source is not None else ""
        return " ".join(text.split())


def label_of(words: Words | None, name: str) -> Text:
    """Give the label of a thing in both languages.

    A bare text serves both; a name in Chinese characters is its own Chinese label, an ASCII name
    with ``_`` read as spaces its own English one.
    """
    readable = name.replace("_", " ")
    if words is None:
        return Text(zh=name if not name.isascii() else readable, en=readable)
    return Text(
        zh=words.zh or words.plain or (name if not name.isascii() else words.en or readable),
        en=words.en or words.plain or readable,
    )


def text_of(words: Words) -> Text:
    """Give quoted words in both languages; a text in one language only stands for both."""
    whole = words.plain or words.zh or words.en or ""
    return Text(zh=words.zh or words.plain or whole, en=words.en or words.plain or whole)
