"""What a tree that was read must still be: one head, and no keyword misspelt into a field."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.codes import MISSING_HEAD, MISSING_SPACE, MISSPELT_KEYWORD, SECOND_HEAD
from guiju_dsl.syntax.keywords import ITEM_STARTS, KEYWORDS
from guiju_dsl.syntax.spelling import leading_keyword, near_keywords
from guiju_dsl.syntax.tree import (
    Block,
    Document,
    Factor,
    Field,
    GivenData,
    Group,
    Item,
    Measured,
    Name,
    Named,
    Row,
)
from guiju_dsl.syntax.wording import choice_of, quoted

_ALL = frozenset(KEYWORDS)
_WITH_FIELDS = (Document, Factor, Row, Measured)
_NAMED_WITH_FIELDS = ("term", "indicator", "gwp")


def one_head(
    source: SourceText, items: tuple[Item, ...], *, complete: bool
) -> Iterator[Diagnostic]:
    """Report a file without ``standard`` or ``library``, or with two of them.

    Args:
        complete: False if items could not be read; the head may be among them.
    """
    heads = [item for item in items if isinstance(item, Document)]
    if not heads and complete:
        end = len(source.text.split("\n", 1)[0])
        example = "".join(
            letter if letter.isalnum() else "_"
            for letter in source.name.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0]
        )
        yield at(MISSING_HEAD, Span(source.name, 0, end), name=source.name, example=example or "a")
    for head in heads[1:]:
        yield at(SECOND_HEAD, head.name.span, name=quoted(head.name.text))


def no_misspelt_items(items: tuple[Item, ...]) -> Iterator[Diagnostic]:
    """Report fields and groups, where none can stand, whose word is near a keyword."""
    for item in items:
        if isinstance(item, Field):
            yield from _misspelt(item.name, _ALL)
        elif isinstance(item, Group):
            if len(item.path.parts) == 1:
                yield from _misspelt(item.path.parts[0], ITEM_STARTS)
            yield from no_misspelt_items(item.block.items)
        else:
            yield from _inside(item)


def _inside(item: Item) -> Iterator[Diagnostic]:
    block: Block | None = getattr(item, "block", None)
    if block is None or isinstance(item, GivenData):
        return
    inner = block.items
    if isinstance(item, _WITH_FIELDS) or (
        isinstance(item, Named) and item.kind in _NAMED_WITH_FIELDS
    ):
        inner = tuple(one for one in inner if not isinstance(one, Field))
    if isinstance(item, Named) and item.kind == "profile":
        inner = tuple(one for one in inner if not isinstance(one, Group))
    yield from no_misspelt_items(inner)


def _misspelt(name: Name, terminals: frozenset[str]) -> Iterator[Diagnostic]:
    near = near_keywords(name.text, terminals)
    leading = leading_keyword(name.text, terminals)
    if near:
        candidates = choice_of(spelling for spelling, _ in near)
        yield at(MISSPELT_KEYWORD, name.span, word=quoted(name.text), candidates=candidates)
    elif leading is not None:
        yield at(
            MISSING_SPACE,
            name.span,
            word=quoted(name.text),
            keyword=quoted(leading[0]),
            parts=f"{leading[0]} {name.text[len(leading[0]) :]}",
        )
