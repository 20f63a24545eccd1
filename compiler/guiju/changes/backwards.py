"""Parts of the new edition, said by the ids of the old one."""

from collections.abc import Iterator

from msgspec.structs import fields

from guiju.changes.matching import renames
from guiju.changes.meaning import Meaning
from guiju.changes.model import Edition
from guiju.changes.things import things_of
from guiju_dsl.names.items import NAMED, block_of
from guiju_dsl.names.model import ToDeclaration
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree


class Backwards:
    """Gives texts of the new edition in which what was renamed has its old name."""

    def __init__(self, old: Edition, new: Edition) -> None:
        """Find what was renamed."""
        self.new = new
        was, self.now = (things_of(one.plan.graph.standard) for one in (old, new))
        renamed = renames(was, self.now, old.names, new.names)
        self.back = Meaning(new.names, {after: before for before, after in renamed.items()})
        self.names = {
            thing.item.name.span: self.back.key(thing.key).rpartition(":")[2].rpartition(".")[2]
            for thing in self.now.values()
            if isinstance(thing.item, NAMED) and thing.item.name is not None
        }
        self.around_of = {thing.id: thing for thing in self.now.values()}

    def around(self, id: str) -> str:
        """Give the old id of what a thing of the new edition stands in, or nothing."""
        thing = self.around_of[id]
        above = thing.above or (f"stage:{thing.stage}" if thing.stage else "")
        return self.back.key(above).rpartition(":")[2]

    def text(self, node: tree.Node) -> str:
        """Give the words of a node."""
        return self._text(node, node.span)

    def head(self, item: tree.Item) -> str:
        """Give the words of an item up to its braces."""
        block = block_of(item)
        end = block.span.start if block is not None else item.span.end
        return self._text(item, Span(item.span.source, item.span.start, max(end, item.span.start)))

    def _text(self, node: tree.Node, span: Span) -> str:
        source = self.new.names.sources.get(span.source)
        if source is None:
            return ""
        text, at = "", span.start
        for place, said in sorted(self._renamed(node)):
            if place.source == span.source and at <= place.start and place.end <= span.end:
                text += source.text[at : place.start] + said
                at = place.end
        return text + source.text[at : span.end]

    def _renamed(self, node: object) -> Iterator[tuple[Span, str]]:
        """Give the names below ``node`` that were others, with those."""
        match node:
            case tree.Path():
                said = self._path(node)
                if said != node.text:
                    yield node.span, said
            case tree.Name() if self.names.get(node.span, node.text) != node.text:
                yield node.span, self.names[node.span]
            case tuple():
                for part in node:
                    yield from self._renamed(part)
            case tree.Node():
                for one in fields(node):
                    yield from self._renamed(getattr(node, one.name))
            case _:
                pass

    def _path(self, node: tree.Path) -> str:
        """Give a path by the old ids: as many names as are written."""
        reference = self.new.names.references.get(node.span)
        known = reference.path if isinstance(reference, ToDeclaration) else node.text
        parts = self.back.key(known).split(".")
        return ".".join(parts[-len(node.parts) :])
