"""The smallest nodes of the syntax tree: names, paths, quoted words, units, blocks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guiju_dsl.source import Span

if TYPE_CHECKING:
    from guiju_dsl.syntax.tree import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything with a place."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Node):
    """One word that names something."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Node):
    """Names joined by points: ``electrolysis.anode``."""

    parts: tuple[Name, ...]

    @property
    def text(self) -> str:
        """Give the path as written."""
        return ".".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Node):
    """Quoted text, in one language, in both, or in none in particular (``plain``)."""

    zh: str | None
    en: str | None
    plain: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Node):
    """A unit as written, ``kgCO2e/kWh``, full-width signs narrowed."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Node):
    """``{ items }``; the span includes the braces."""

    items: "tuple[Item, ...]"
