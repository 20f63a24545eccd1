"""The pages of the language reference, taken apart; a fragment stands in the frame of the book."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from guiju_runtime.messages import Language
from tests.house import ROOT

BOOK = ROOT / "dsl" / "reference"
_BLOCK = re.compile(r"(?ms)^```(?P<kind>\S+)(?P<rest>[^\n]*)\n(?P<text>.*?)^```$")
_EXPLAINS = re.compile(r"(?m)^<!-- explains: (?P<words>.*) -->$")
_HEADS = ("standard", "library", "标准", "数据集")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: what it is, what stands behind that word, its text."""

    kind: str
    rest: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Data for a standard of the book, and what they shall give.

    Attributes:
        libraries: further sources of the page that the standard uses, by name.
        expected: lines such as ``lime.cfp = 792 kgCO2e`` or ``finding GJ801 kiln.coal``.
    """

    page: str
    source: str
    libraries: "Libraries"
    data: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One chapter.

    Attributes:
        prose: what stands outside of blocks.
        explains: the keywords that the chapter is the place for, in English.
    """

    path: Path
    prose: str
    blocks: tuple[Block, ...]
    explains: tuple[str, ...]

    @property
    def name(self) -> str:
        """Give the name of the page."""
        return self.path.stem


def read_page(path: Path) -> Page:
    """Take a chapter apart."""
    text = path.read_text("utf-8")
    listed = _EXPLAINS.search(text)
    words = listed["words"].split(", ") if listed is not None else []
    return Page(
        path=path,
        prose=_BLOCK.sub("", text),
        blocks=tuple(Block(**match.groupdict()) for match in _BLOCK.finditer(text)),
        explains=tuple(words),
    )


PAGES = tuple(read_page(path) for path in sorted(BOOK.glob("[0-9]*.md")))


@functools.cache
def frame() -> str:
    """Give the head in which the fragments of the book stand."""
    [found] = [b.text for page in PAGES for b in page.blocks if b.rest.strip() == "frame"]
    return found


def whole(text: str) -> str:
    """Give a block as a whole file."""
    first = next(line for line in text.splitlines() if line.strip() and line[0] != "#")
    return text if first.startswith(_HEADS) else f"{frame()}{text}"


def sources(page: Page) -> list[str]:
    """Give every correct source of a page as a whole file."""
    return [
        whole(block.text)
        for block in page.blocks
        if block.kind == "pcr" and not block.rest.strip().startswith("wrong")
    ]


Libraries = tuple[tuple[str, str], ...]


def below_sources(page: Page) -> Iterator[tuple[Block, str, Libraries]]:
    """Give each block of a page that is no source, with the source above it and its libraries."""
    source = ""
    libraries: dict[str, str] = {}
    for block in page.blocks:
        rest = block.rest.strip()
        if block.kind != "pcr":
            yield block, source, tuple(libraries.items())
        elif rest.startswith("file "):
            libraries[rest.removeprefix("file ")] = block.text
        elif rest in ("", "frame"):
            source = whole(block.text)


def cases(page: Page) -> list[Case]:
    """Pair each ``result`` with the data and the standard above it."""
    found = []
    data = ""
    for block, source, libraries in below_sources(page):
        if block.kind == "yaml" and not block.rest.strip():
            data = block.text
        elif block.kind == "result":
            found.append(
                Case(
                    page=page.name,
                    source=source,
                    libraries=libraries,
                    data=data,
                    expected=lines_of(block),
                )
            )
    return found


def documents(page: Page) -> list[tuple[str, Libraries, tuple[str, ...]]]:
    """Give each source whose document a page quotes, with the sentences."""
    return [
        (source, libraries, tuple(" ".join(line.split()) for line in lines_of(block)))
        for block, source, libraries in below_sources(page)
        if block.kind == "document"
    ]


def lines_of(block: Block) -> tuple[str, ...]:
    """Give the lines of a block."""
    return tuple(line.strip() for line in block.text.splitlines() if line.strip())


def mistakes(page: Page) -> list[tuple[str, str]]:
    """Give each block that shows a mistake, with the code that reports it."""
    return [
        (block.rest.split()[1], whole(block.text))
        for block in page.blocks
        if block.rest.split()[:1] == ["wrong"]
    ]


def reports(page: Page) -> list[tuple[str, Language, str]]:
    """Give each report of a page with its language and the mistake above it."""
    found: list[tuple[str, Language, str]] = []
    text = ""
    for block in page.blocks:
        if block.rest.strip().startswith("wrong"):
            text = whole(block.text)
        elif block.kind == "report":
            found.append((text, "zh" if block.rest.strip() == "zh" else "en", block.text))
    return found


def declaration(data: str) -> dict[str, Any]:
    """Give the data of a page as a whole declaration of 2024."""
    loaded: dict[str, Any] = yaml.load(data, Loader=yaml.BaseLoader)
    period = {"from": "2024-01-01", "to": "2024-12-31"}
    head = {"standard": "small", "declaration": {"period": period}}
    return head | loaded


def words_of_keywords() -> set[str]:
    """Give the English spelling of every keyword and type."""
    return {keyword.en for keyword in (*KEYWORDS.values(), *TYPE_WORDS.values())}
