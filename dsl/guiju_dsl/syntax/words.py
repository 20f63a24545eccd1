"""The smallest nodes of the syntax tree: names, paths, quoted words, units, blocks."""

from typing import TYPE_CHECKING

from msgspec import Struct

from guiju_dsl.source import Span

if TYPE_CHECKING:
    from guiju_dsl.syntax.tree import Item


class Node(Struct, frozen=True, kw_only=True, array_like=True, tag=True, tag_field="node"):
    """Anything with a place; in a cache, its kind and its fields in order."""

    span: Span


class Name(Node, frozen=True, kw_only=True):
    """One word that names something."""

    text: str


class Path(Node, frozen=True, kw_only=True):
    """Names joined by points: ``electrolysis.anode``."""

    parts: tuple[Name, ...]

    @property
    def text(self) -> str:
        """Give the path as written."""
        return ".".join([part.text for part in self.parts])


class Words(Node, frozen=True, kw_only=True):
    """Quoted text, in one language, in both, or in none in particular (``plain``)."""

    zh: str | None
    en: str | None
    plain: str | None


class Unit(Node, frozen=True, kw_only=True):
    """A unit as written, ``kgCO2e/kWh``, full-width signs narrowed."""

    text: str


class Block(Node, frozen=True, kw_only=True):
    """``{ items }``; the span includes the braces."""

    items: "tuple[Item, ...]"
