"""What stands in braces, one below the other, with comments and the empty lines between."""

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_dsl.syntax.printing.layout import (
    NEW_LINE,
    SPACE,
    Aside,
    Break,
    Group,
    Layout,
    LineEnd,
    Nest,
)
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.tree import Comment

INDENT = 2
Items = list[tuple[Span, Layout]]


class Entry(Struct, frozen=True, kw_only=True):
    """An item or a comment of its own.

    Attributes:
        end: where it ends, with the comment behind it.
        item: False for a comment.
        comment: the comment behind an item; empty if there is none.
    """

    start: int
    end: int
    layout: Layout
    item: bool
    comment: str


def in_braces(
    items: Items, original: Original, span: Span, *, comma: bool, open_lines: bool
) -> Layout:
    """Lay out ``{ items }``, which stands at ``span``.

    Args:
        comma: whether items stand apart by a comma.
        open_lines: whether it takes several lines even if one would do.
    """
    start = span.start + 1
    opening: Layout = ""
    first = original.comments_between(start, items[0][0].start if items else span.end)[:1]
    if first and original.one_line(start, first[0].span.start):
        opening = Aside(f"  {first[0].text.rstrip()}")
        start = first[0].span.end
    inside = entries_between(items, original, start, span.end, comma=comma)
    gap = NEW_LINE if open_lines else SPACE
    if inside == () and opening == "":
        return "{ }"
    return Group(("{", opening, Nest(INDENT, (gap, inside)), gap, "}"))


def entries_between(
    items: Items, original: Original, start: int, end: int, *, comma: bool
) -> Layout:
    """Lay out items and comments that stand between two offsets."""
    entries = _entries(items, original, start, end)
    last = max((at for at, entry in enumerate(entries) if entry.item), default=-1)
    rows: list[Layout] = []
    for at, entry in enumerate(entries):
        if at:
            rows.append(_between(entries[at - 1], entry, original, comma))
        rows.append(entry.layout)
        if comma and entry.item and at < last:
            rows.append(",")
        if entry.comment:
            rows.append(Aside(f"  {entry.comment}"))
    return tuple(rows)


def _between(before: Entry, entry: Entry, original: Original, comma: bool) -> Layout:
    if original.blank_line(before.end, entry.start):
        return LineEnd(blank=True)
    if before.comment or not before.item or not entry.item:
        return NEW_LINE
    return Break(" " if comma else "  ")


def _entries(items: Items, original: Original, start: int, end: int) -> list[Entry]:
    entries: list[Entry] = []
    at = start
    for index, (span, layout) in enumerate(items):
        entries += _own_lines(original.comments_between(at, span.start))
        entries += _own_lines(original.loose_comments(span.start, span.end))
        following = items[index + 1][0].start if index + 1 < len(items) else end
        behind = original.comments_between(span.end, following)[:1]
        close = behind and original.one_line(span.end, behind[0].span.start)
        at = behind[0].span.end if close else span.end
        comment = behind[0].text.rstrip() if close else ""
        entries.append(Entry(start=span.start, end=at, layout=layout, item=True, comment=comment))
    return entries + _own_lines(original.comments_between(at, end))


def _own_lines(comments: tuple[Comment, ...]) -> list[Entry]:
    return [
        Entry(
            start=one.span.start,
            end=one.span.end,
            layout=Aside(one.text.rstrip()),
            item=False,
            comment="",
        )
        for one in comments
    ]
