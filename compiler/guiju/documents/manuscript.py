"""A manuscript, the text that a template fills, into clauses and blocks.

A clause opens with ``# id title``, one ``#`` a layer, without a title a 无标题条; an annex with
``! id normative title``. Lines with ``——`` and ``a)`` are list items, ``·`` items under them;
``% id`` puts a thing built elsewhere, ``注：`` and ``NOTE `` a note; any other is a paragraph.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from guiju.documents.inlines import words
from guiju.documents.model import Annex, Block, Clause, ItemList, ListItem, Note, Paragraph

HEAD = re.compile(r"(?P<depth>#+) (?P<id>\S+) ?(?P<title>.*)")
ANNEX = re.compile(r"! (?P<id>\S+) (?P<force>normative|informative) (?P<title>.+)")
ITEM = re.compile(r"(?P<mark>——|a\)|·) *(?P<words>.+)")
NOTE = re.compile(r"(?:注：|NOTE )(?P<words>.+)")

Things = Mapping[str, tuple[Block, ...]]


class Line(Struct, frozen=True):
    """A line that means something, and what is built under the ids that it may name."""

    text: str
    things: Things


def blocks(manuscript: str, things: Things) -> tuple[Block, ...]:
    """Read a manuscript without annexes."""
    stripped = (line.strip() for line in manuscript.splitlines())
    return nested([Line(line, things) for line in stripped if line], 1)


def clauses(manuscript: str, things: Things) -> tuple[Clause, ...]:
    """Read a manuscript of clauses."""
    return tuple(block for block in blocks(manuscript, things) if isinstance(block, Clause))


def annex(manuscript: str, things: Things) -> Annex:
    """Read the manuscript of one annex."""
    head, _, rest = manuscript.strip().partition("\n")
    match = ANNEX.fullmatch(head.strip())
    if match is None:
        raise ValueError(f"an annex begins with its head: {head}")
    return Annex(
        id=match["id"],
        title=match["title"],
        normative=match["force"] == "normative",
        content=blocks(rest, things),
    )


def nested(lines: list[Line], depth: int) -> tuple[Block, ...]:
    """Read the blocks at ``depth``, clauses with what is in them."""
    starts = [place for place, line in enumerate(lines) if depth_of(line) == depth]
    first = starts[0] if starts else len(lines)
    found = flat(lines[:first])
    for start, end in pairwise([*starts, len(lines)]):
        head = HEAD.fullmatch(lines[start].text)
        if head is not None:
            content = nested(lines[start + 1 : end], depth + 1)
            found.append(Clause(id=head["id"], title=head["title"].strip(), content=content))
    return tuple(found)


def depth_of(line: Line) -> int:
    """Give the layer of the clause that a line opens, or 0."""
    match = HEAD.fullmatch(line.text)
    return len(match["depth"]) if match is not None else 0


def flat(lines: list[Line]) -> list[Block]:
    """Read lines without clauses in them."""
    found: list[Block] = []
    for line in lines:
        item = ITEM.fullmatch(line.text)
        if item is not None:
            add_item(found, item["mark"], item["words"])
        elif line.text.startswith("% "):
            found += line.things[line.text[2:].strip()]
        elif (note := NOTE.fullmatch(line.text)) is not None:
            found.append(Note(words=words(note["words"])))
        else:
            found.append(Paragraph(words=words(line.text)))
    return list(joined(found))


def joined(content: list[Block]) -> Iterator[Block]:
    """Put a single item into the line of its lead-in: a list has two items or more (NB-03)."""
    for place, block in enumerate(content):
        following = content[place + 1] if place + 1 < len(content) else None
        before = content[place - 1] if place else None
        if isinstance(block, Paragraph) and is_single(following):
            yield replace(block, words=(*block.words, *following.items[0].words))
        elif not (isinstance(before, Paragraph) and is_single(block)):
            yield block


def is_single(block: Block | None) -> TypeGuard[ItemList]:
    """Say whether a block is a list of one item with nothing under it."""
    return isinstance(block, ItemList) and len(block.items) == 1 and not block.items[0].items


def add_item(found: list[Block], mark: str, text: str) -> None:
    """Put an item into the list that stands last, or begin one."""
    item = ListItem(words=words(text), items=())
    last = found[-1] if found else None
    if mark == "·" and isinstance(last, ItemList):
        above = last.items[-1]
        below = replace(above, items=(*above.items, item))
        found[-1] = replace(last, items=(*last.items[:-1], below))
    elif isinstance(last, ItemList):
        found[-1] = replace(last, items=(*last.items, item))
    else:
        found.append(ItemList(kind="letter" if mark == "a)" else "dash", items=(item,)))
