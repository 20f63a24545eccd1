"""Everything that ``build`` makes of one standard."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from guiju.backends.model import Artifact
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import Numbers, number
from guiju.files import runtime_files
from guiju.library import Standard
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.documents.example_annex import WorkedExample

KINDS = (
    "docx",
    "pdf",
    "page",
    "text",
    "sts",
    "calculator",
    "javascript",
    "sql",
    "forms",
    "schema",
    "graph",
    "notes",
    "site",
)
"""What ``build --only`` takes, in the order in which it is made."""
DOCUMENTS = frozenset({"docx", "pdf", "page", "text", "sts"})
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class NumberedDocument(Struct, frozen=True):
    """The document of a standard in one language, numbered."""

    document: StandardDocument
    numbers: Numbers


def numbered_document(standard: Standard, language: Language) -> NumberedDocument:
    """Give the document of ``standard`` in ``language``."""
    return _edition(standard, worked(standard), language)


def worked(standard: Standard) -> "WorkedExample | None":
    """Calculate the worked example that both editions print."""
    from guiju.worked_examples import worked_example

    return worked_example(standard)


def _edition(
    standard: Standard, example: "WorkedExample | None", language: Language
) -> NumberedDocument:
    from guiju.documents.from_plan import from_plan
    from guiju.editions import revision

    revised = revision(standard.plan, standard.place.main)
    document = from_plan(standard.plan, language, example, revision=revised)
    return NumberedDocument(document, number(document))


def parts(
    standard: Standard, kinds: frozenset[str], template: bytes | None = None
) -> tuple[Callable[[], tuple[Artifact, ...]], ...]:
    """Give the products of ``standard`` that ``kinds`` name, the site apart, as pieces of work.

    None needs another: each gives its files, in order. ``template`` is the Word file whose styles,
    pages and cover the documents take.
    """
    pieces: list[Callable[[], Iterator[Artifact]]] = []
    if kinds & DOCUMENTS:
        example = worked(standard)
        pieces += [
            partial(_documents, standard, example, lang, kinds, template) for lang in LANGUAGES
        ]
    if "notes" in kinds:
        pieces.append(partial(_note, standard, template))
    if kinds - DOCUMENTS - {"notes", "site"}:
        pieces.append(partial(_for_programs, standard, kinds))
    return tuple(partial(_all_of, piece) for piece in pieces)


def _all_of(piece: Callable[[], Iterator[Artifact]]) -> tuple[Artifact, ...]:
    return tuple(piece())


def made(standard: Standard, kinds: frozenset[str]) -> Iterator[Artifact]:
    """Make the products of ``standard`` that ``kinds`` name, the site apart."""
    for part in parts(standard, kinds):
        yield from part()


def _for_programs(standard: Standard, kinds: frozenset[str]) -> Iterator[Artifact]:
    """Write calculators, forms, schema and graph."""
    from guiju.backends.registry import BACKENDS

    for backend in BACKENDS:
        if backend.name in kinds:
            yield from backend.emit(standard.plan)
    if "calculator" in kinds:
        yield from runtime_files()


def _note(standard: Standard, template: bytes | None) -> Iterator[Artifact]:
    """Write the explanatory note, which is in Chinese."""
    from guiju.backends import docx
    from guiju.notes import note_of

    numbers = numbered_document(standard, "zh").numbers
    yield Artifact("notes.docx", docx.write_paper(note_of(standard, numbers), template))


def _documents(
    standard: Standard,
    example: "WorkedExample | None",
    language: Language,
    kinds: frozenset[str],
    template: bytes | None,
) -> Iterator[Artifact]:
    """Write the document in one language."""
    edition = _edition(standard, example, language)
    if kinds & {"docx", "pdf"}:
        yield from _on_pages(edition, kinds, template)
    if kinds & {"page", "text", "sts"}:
        yield from _as_text(edition, kinds)


def _on_pages(
    edition: NumberedDocument, kinds: frozenset[str], template: bytes | None
) -> Iterator[Artifact]:
    """Write Word and PDF; the Word contents take their pages from the PDF."""
    from guiju.backends import docx, pdf

    language = edition.document.language
    typeset = pdf.typeset(edition.document, edition.numbers)
    if "docx" in kinds:
        content = docx.write(edition.document, edition.numbers, typeset.pages, template)
        yield Artifact(f"standard.{language}.docx", content)
    if "pdf" in kinds:
        yield Artifact(f"standard.{language}.pdf", typeset.to_pdf())


def _as_text(edition: NumberedDocument, kinds: frozenset[str]) -> Iterator[Artifact]:
    """Write the web page, plain text and XML."""
    from guiju.backends import site, sts, text

    document, numbers = edition.document, edition.numbers
    name = f"standard.{document.language}"
    if "page" in kinds:
        yield Artifact(f"{name}.md", site.to_markdown(document, numbers).encode())
        yield from site.figures(document)
    if "text" in kinds:
        yield Artifact(f"{name}.txt", text.to_lines(document, numbers).encode())
    if "sts" in kinds:
        yield Artifact(f"{name}.xml", sts.write(document, numbers))
        yield from sts.figures(document) if "page" not in kinds else ()
