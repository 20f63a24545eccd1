"""One standard as a Markdown page: headings in Markdown, everything under them in HTML."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from guiju.backends.model import Artifact
from guiju.backends.site import blocks as html
from guiju.backends.site.front import bibliography, downloads_of, identity, plate
from guiju.backends.site.inlines import content
from guiju.backends.site.live import LiveCalculator, calculator
from guiju.backends.site.model import Download, RuleSource
from guiju.documents.model import Annex, Block, Clause, Figure, Paragraph, StandardDocument
from guiju.documents.numbering import Numbers
from guiju.documents.printing import (
    ANNEX,
    BIBLIOGRAPHY,
    FOREWORD,
    INTRODUCTION,
    force_of,
    note_labels,
    title_of,
)
from guiju_runtime.messages import Language, Text

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^=:<>&])")
RULE = Text(zh="规则源码", en="Rule source")
DEEPEST_HEADING = 6


def to_markdown(
    document: StandardDocument,
    numbers: Numbers,
    downloads: tuple[Download, ...] = (),
    sources: tuple[RuleSource, ...] = (),
    live: LiveCalculator | None = None,
) -> str:
    """Write ``document`` as a page; anchors are the ids of the model, so they outlive renumbering.

    Args:
        downloads: files to offer at the head of the page.
        sources: rules to show beside the clauses that print them.
        live: what a calculator in the page needs.
    """
    writer = _Page(numbers, document.language, {source.target: source for source in sources})
    return "\n\n".join((*front(document, downloads, live), *writer.body(document))) + "\n"


def front(
    document: StandardDocument, downloads: tuple[Download, ...], live: LiveCalculator | None
) -> Iterator[str]:
    """Write the title, the plate of the standard, what can be taken home, and the calculator."""
    yield f"# {plain(title_of(document))}"
    yield plate(document)
    if downloads:
        yield downloads_of(downloads, document.language)
    if live is not None:
        yield calculator(live, document.language)


def plain(text: str) -> str:
    """Write ``text`` in a heading so that Markdown and HTML print it as it is."""
    return MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign.group())};", text)


def heading(level: int, id: str, words: str) -> str:
    """Write a heading with a stable anchor."""
    return f"{'#' * min(level, DEEPEST_HEADING)} {plain(words)} {{: #{id} }}"


def figures(document: StandardDocument) -> tuple[Artifact, ...]:
    """Give the drawings that the page refers to."""
    parts = (
        document.introduction,
        document.clauses,
        *(annex.content for annex in document.annexes),
    )
    return tuple(
        Artifact(html.figure_file(figure, document.language), figure.svg.encode())
        for part in parts
        for figure in figures_in(part)
    )


def figures_in(content: Sequence[Block]) -> Iterator[Figure]:
    """Give the figures in ``content`` and its clauses."""
    for block in content:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Clause):
            yield from figures_in(block.content)


class _Page(Struct, frozen=True):
    """Writes the parts of one page in order."""

    numbers: Numbers
    language: Language
    sources: dict[str, RuleSource]

    def body(self, document: StandardDocument) -> Iterator[str]:
        """Write everything below the plate."""
        for id, words, blocks in (
            ("foreword", FOREWORD, document.foreword),
            ("introduction", INTRODUCTION, document.introduction),
        ):
            if blocks:
                yield heading(2, id, words.in_language(self.language).replace("　", ""))
                yield from self.content(id, blocks, 3)
        yield from self.content("", document.clauses, 2)
        for annex in document.annexes:
            yield from self.annex(annex)
        if document.bibliography:
            yield heading(2, "bibliography", BIBLIOGRAPHY.in_language(self.language))
            yield bibliography(document.bibliography, self.numbers)
        yield identity(document)

    def annex(self, annex: Annex) -> Iterator[str]:
        """Write an annex."""
        label = ANNEX.in_language(self.language).format(self.numbers.numbers[annex.id])
        force = force_of(annex, self.language)
        space = "" if self.language == "zh" else " "
        yield heading(2, annex.id, f"{label}{space}{force}　{annex.title}")
        yield from self.content(annex.id, annex.content, 3)

    def content(self, owner: str, blocks: Sequence[Block], level: int) -> Iterator[str]:
        """Write what stands in ``owner``: its own blocks beside its rule, then its clauses."""
        labels = note_labels(blocks, self.language)
        own = [
            html.block(block, labels.get(place, ""), self.numbers, self.language)
            for place, block in enumerate(blocks)
            if not isinstance(block, Clause)
        ]
        if own or owner in self.sources:
            yield self.beside("\n".join(own), owner)
        for block in blocks:
            if isinstance(block, Clause):
                yield from self.clause(block, level)

    def clause(self, clause: Clause, level: int) -> Iterator[str]:
        """Write a clause; one without a title begins its paragraph with its number."""
        number = self.numbers.numbers[clause.id]
        if clause.title:
            yield heading(level, clause.id, f"{number}　{clause.title}")
            yield from self.content(clause.id, clause.content, level + 1)
            return
        first, *rest = clause.content or (Paragraph(words=()),)
        words, others = (
            (first.words, rest) if isinstance(first, Paragraph) else ((), [first, *rest])
        )
        yield (
            f'<p class="gj-untitled" id="{escape(clause.id)}"><strong>{escape(number)}</strong>　'
            f"{content(words, self.numbers)}</p>"
        )
        yield from self.content(clause.id, others, level + 1)

    def beside(self, written: str, owner: str) -> str:
        """Set the rule of ``owner`` beside its text, if there is one."""
        source = self.sources.get(owner)
        if source is None:
            return f'<div class="gj-text">\n{written}\n</div>'
        summary = f"{RULE.in_language(self.language)} <code>{escape(source.place)}</code>"
        return (
            f'<div class="gj-pair"><div class="gj-text">\n{written}\n</div>'
            f'<details class="gj-rule" open><summary>{summary}</summary>'
            f"<pre><code>{escape(source.text)}</code></pre></details></div>"
        )
