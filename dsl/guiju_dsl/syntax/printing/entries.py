"""Items of a block one below the other, with their comments and the empty lines between them."""

from dataclasses import dataclass

from guiju_dsl.source import Span
from guiju_dsl.syntax.printing.layout import NEW_LINE, Break, Layout, LineEnd
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.tree import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item or a comment of its own, with what stands behind it in its line.

    Attributes:
        start: where it begins, with the comments that were inside it.
        end: where it ends, with the comment behind it.
        item: False for a comment.
        comment: the comment behind an item; empty if there is none.
    """

    start: int
    end: int
    layout: Layout
    item: bool
    comment: str


def entries_between(
    items: list[tuple[Span, Layout]],
    original: Original,
    start: int,
    end: int,
    after: str = "",
) -> Layout:
    """Lay out what stands between two offsets; ``after`` stands behind each item but the last."""
    entries = _entries(items, original, start, end)
    last = max((at for at, entry in enumerate(entries) if entry.item), default=-1)
    rows: list[Layout] = []
    for at, entry in enumerate(entries):
        if at:
            rows.append(_between(entries[at - 1], entry, original, after))
        rows.append(entry.layout)
        if entry.item and at < last:
            rows.append(after)
        if entry.comment:
            rows.append(f"  {entry.comment}")
    if entries and (entries[-1].comment or not entries[-1].item):
        rows.append(_ENDS_LINE)
    return tuple(rows)


_ENDS_LINE = LineEnd(blank=False)


def _between(before: Entry, entry: Entry, original: Original, after: str) -> Layout:
    if original.blank_line(before.end, entry.start):
        return LineEnd(blank=True)
    if before.comment or not before.item or not entry.item:
        return NEW_LINE
    return Break(" " if after else "  ")


def _entries(
    items: list[tuple[Span, Layout]], original: Original, start: int, end: int
) -> list[Entry]:
    entries: list[Entry] = []
    at = start
    for index, (span, layout) in enumerate(items):
        entries += _own_lines(original.comments_between(at, span.start))
        entries += _own_lines(_loose_comments(original, span))
        following = items[index + 1][0].start if index + 1 < len(items) else end
        behind = original.comments_between(span.end, following)[:1]
        comment = behind[0] if behind and original.one_line(span.end, behind[0].span.start) else None
        at = comment.span.end if comment else span.end
        entries.append(
            Entry(
                start=span.start,
                end=at,
                layout=layout,
                item=True,
                comment=comment.text.rstrip() if comment else "",
            )
        )
    return entries + _own_lines(original.comments_between(at, end))


def _own_lines(comments: tuple[Comment, ...]) -> list[Entry]:
    return [
        Entry(
            start=comment.span.start,
            end=comment.span.end,
            layout=comment.text.rstrip(),
            item=False,
            comment="",
        )
        for comment in comments
    ]
