"""Blocks: in one line where that is short and usual, else one item a line."""

from typing import Final, Protocol

from guiju_dsl.source import Span
from guiju_dsl.syntax.printing.entries import Items, in_braces
from guiju_dsl.syntax.printing.layout import Layout
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.tree import (
    Block,
    Clause,
    Document,
    Each,
    Factor,
    GivenData,
    Named,
    Process,
)

# These stay on several lines if they were written so; all others take one line if they fit.
_STRUCTURE: Final = (Document, Process, Each, Clause, GivenData, Named, Factor)


class WithBlock(Protocol):
    """An item that may have a block."""

    @property
    def span(self) -> Span:
        """Give its place."""

    @property
    def block(self) -> Block | None:
        """Give its block."""


def followed_by_block(head: Layout, item: WithBlock, original: Original) -> Layout:
    """Put the block of ``item``, if it has one, behind its ``head``."""
    if item.block is None:
        return head
    return (head, " ", of_block(item.block, item, original))


def of_block(block: Block, owner: WithBlock, original: Original) -> Layout:
    """Give ``{ items }``."""
    from guiju_dsl.syntax.printing.printers import of_item

    items: Items = [(item.span, of_item(item, original)) for item in block.items]
    several = not original.one_line(block.span.start, block.span.end)
    open_lines = isinstance(owner, _STRUCTURE) and several and bool(items)
    return in_braces(items, original, block.span, comma=False, open_lines=open_lines)
