"""Run the example of a diagnostic page through the stage that its code names."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from guiju_dsl import names, report, standard
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.reading import decode
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_source
from guiju_runtime.messages import Language

_TITLE = re.compile(r"# (?P<id>GJ\d{3}) (?P<slug>[a-z0-9-]+)\n")
_BLOCK = re.compile(r"(?ms)^```(?P<kind>\S+)(?P<rest>[^\n]*)\n(?P<text>.*?)^```$")
_LIBRARY = SourceText(name="factors/china.pcr", text="library factors.china { }\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A block of a page: its kind, what stands behind the kind, its text."""

    kind: str
    rest: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The manual page of one code, which is its test.

    Attributes:
        prose: what stands outside of blocks, without the title.
        reports: the output that the page promises, by language.
    """

    path: Path
    id: str
    slug: str
    prose: str
    examples: tuple[Example, ...]
    reports: dict[str, str]


def read_page(path: Path) -> Page:
    """Take a page apart."""
    text = path.read_text("utf-8")
    title = _TITLE.match(text)
    assert title is not None, f"{path.name} does not begin with # GJnnn slug"
    blocks = [Example(**match.groupdict()) for match in _BLOCK.finditer(text)]
    return Page(
        path=path,
        id=title["id"],
        slug=title["slug"],
        prose=_BLOCK.sub("", text[title.end() :]),
        examples=tuple(block for block in blocks if block.kind != "report"),
        reports={block.rest.strip(): block.text for block in blocks if block.kind == "report"},
    )


Found = tuple[tuple[Diagnostic, ...], dict[str, SourceText]]


def reading_and_syntax(page: Page) -> Found:
    """Stage 1: ``guiju`` blocks are text, ``hex`` blocks the bytes of a file."""
    found: list[Diagnostic] = []
    sources: dict[str, SourceText] = {}
    for example in page.examples:
        if example.kind == "hex":
            name = "standard.pcr"
            encoding = example.rest.strip() or None
            read = decode(name, bytes.fromhex(example.text), encoding)
            found += read.diagnostics
        else:
            source = SourceText(name=example.rest.strip() or "standard.pcr", text=example.text)
            sources[source.name] = source
            found += from_source(source, _find, known=lambda: ("factors.china",)).diagnostics
    return tuple(found), sources


def _find(name: str) -> SourceText | None:
    return _LIBRARY if name == "factors.china" else None


def in_words(
    found: Iterable[Diagnostic], sources: dict[str, SourceText], language: Language
) -> str:
    """Show diagnostics as a terminal would, an empty line between them."""
    shown = [
        report.to_text(one, sources.get(one.span.source), language, sources.get) for one in found
    ]
    return "\n\n".join(shown) + "\n"


def names_and_standard(page: Page) -> Found:
    """Stages 2 and 3: the first block is the standard, a further one what it builds on, by name."""
    texts = {block.rest.strip() or "standard": block.text for block in page.examples}
    sources = {name: SourceText(name=f"{name}.pcr", text=text) for name, text in texts.items()}
    read = from_source(next(iter(sources.values())), sources.get)
    found = read.then(names.from_syntax).then(standard.from_names).diagnostics
    return found, {source.name: source for source in sources.values()}


STAGES: dict[str, Callable[[Page], Found]] = {
    "1": reading_and_syntax,
    "2": names_and_standard,
    "3": names_and_standard,
}
"""By the first digit of a code, what runs the pages of its stage; a new stage is added here."""


def diagnostics_of(page: Page) -> Found:
    """Give what is reported of the example of ``page``, and the texts by the names of files."""
    return STAGES[page.id[2]](page)
