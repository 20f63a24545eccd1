"""The old edition with some of the changes made to it: so each can be tried alone."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from guiju.changes.backwards import Backwards
from guiju.changes.model import Change, Edition
from guiju.changes.things import things_of
from guiju_dsl.names.items import block_of
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax import tree

Find = Callable[[str], SourceText | None]
WHOLE = ("profile", "example", "choice")
"""Things that are taken from one edition or the other, never in parts."""
NO_RULES = ("stage", "example", "citation", "term")
"""What no number hangs on stays as it was; new processes of a new stage come in its braces."""


class Edit(Struct, frozen=True):
    """Letters of a source that give way to others; an empty span puts them in."""

    span: Span
    text: str


class Mixed(Struct, frozen=True, kw_only=True):
    """Sources of the old edition with some changes made in them, by the name of the source."""

    main: SourceText
    texts: dict[str, SourceText]

    def find(self, old: Find, new: Find) -> Find:
        """Give what finds a source: that of the old edition as far as there is one."""

        def found(name: str) -> SourceText | None:
            text = old(name)
            return new(name) if text is None else self.texts.get(text.name, text)

        return found


def mixed(old: Edition, new: Edition, taken: Iterable[Change]) -> Mixed:
    """Give the sources of ``old`` with ``taken`` of the changes to ``new`` made in them.

    What was renamed keeps its old id. What a change needs, such as a datum that a new formula
    reads, must be taken along, else the mixture does not check.
    """
    mixing = _Mixing(old, new)
    edits = [*mixing.uses(), *mixing.edits(tuple(taken))]
    names = {edit.span.source for edit in edits}
    texts = {
        name: SourceText(
            name=name,
            text=edited(text.text, [edit for edit in edits if edit.span.source == name]),
        )
        for name, text in old.names.sources.items()
        if name in names
    }
    main = old.names.main.source
    return Mixed(main=texts.get(main.name, main), texts=texts)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give ``text`` with the edits made; several at one place in the order in which they come."""
    done, at = "", 0
    for edit in sorted(dict.fromkeys(edits), key=lambda one: (one.span.start, one.span.end)):
        if edit.span.start >= at:
            done += text[at : edit.span.start] + edit.text
            at = edit.span.end
    return done + text[at:]


class _Mixing:
    """Edits of the old sources; private to ``mixed``."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self.old, self.new = old, new
        self.was = {thing.id: thing for thing in things_of(old.plan.graph.standard).values()}
        self.back = Backwards(old, new)

    def uses(self) -> Iterator[Edit]:
        """Give what the new edition builds on beside what the old one does."""
        known = {path.text for use in self.old.names.uses for path in _paths(use)}
        more = [p.text for use in self.new.names.uses for p in _paths(use) if p.text not in known]
        if more:
            yield Edit(_behind(self.old.names.head.span), f"\nuse {', '.join(more)}\n")

    def edits(self, taken: tuple[Change, ...]) -> Iterator[Edit]:
        """Give the edits that make the changes."""
        more: dict[str, list[str]] = {}
        for change in taken:
            if change.what in NO_RULES or change.kind == "renamed":
                continue
            if change.kind == "removed" and change.old is not None:
                yield Edit(change.old.item.span, "")
            elif change.kind == "added" and change.new is not None:
                yield from self.added(change, more)
            else:
                yield from self.changed(change, more)
        for id, texts in more.items():
            yield _into(self.was[id].item, texts)

    def added(self, change: Change, more: dict[str, list[str]]) -> Iterator[Edit]:
        """Put a thing into what it stands in, or at the end of the file."""
        assert change.new is not None, "it was added"
        text = self.back.text(change.new.item)
        around = self.back.around(change.id)
        if around in self.was:
            more.setdefault(around, []).append(text)
            return
        if change.what == "quality":
            text = f"quality {{ {text} }}"
        main = self.old.names.main.source
        end = Span(main.name, len(main.text), len(main.text))
        yield Edit(end, f"\n{text}\n")

    def changed(self, change: Change, more: dict[str, list[str]]) -> Iterator[Edit]:
        """Put the new words of a thing in place of the old ones, respect by respect."""
        old, new = change.old, change.new
        assert old is not None, "it was there"
        assert new is not None, "it is there"
        if change.what in WHOLE:
            yield Edit(old.item.span, self.back.text(new.item))
            return
        for one in change.differences:
            before = one.old_node if isinstance(one.old_node, tree.Item) else None
            after = one.new_node if isinstance(one.new_node, tree.Item) else None
            if before is None and after is None:
                yield Edit(_head(old.item), self.back.head(new.item))
            elif before is not None:
                yield Edit(before.span, self.back.text(after) if after is not None else "")
            elif after is not None:
                more.setdefault(old.id, []).append(self.back.text(after))


def _paths(use: tree.Use | tree.Extends) -> tuple[tree.Path, ...]:
    return use.paths if isinstance(use, tree.Use) else (use.path,)


def _behind(span: Span) -> Span:
    return Span(span.source, span.end, span.end)


def _head(item: tree.Item) -> Span:
    """Give the place of an item up to its braces."""
    block = block_of(item)
    inside = block is not None and block.span.source == item.span.source
    end = block.span.start if block is not None and inside else item.span.end
    return Span(item.span.source, item.span.start, end)


def _into(item: tree.Item, texts: list[str]) -> Edit:
    """Put items into the braces of another, or give it braces."""
    block, said = block_of(item), "\n".join(texts)
    if block is None or block.span.start == block.span.end:
        return Edit(_behind(item.span), f" {{ {said} }}")
    end = block.span.end - 1
    return Edit(Span(block.span.source, end, end), f"\n{said}\n")
