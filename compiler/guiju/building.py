"""Everything that ``build`` makes of one standard."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.backends.model import Artifact
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import Numbers, number
from guiju.files import runtime_files
from guiju.library import Standard
from guiju_runtime.messages import Language

KINDS = (
    "docx",
    "pdf",
    "page",
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
DOCUMENTS = frozenset({"docx", "pdf", "page"})
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Edition(Struct, frozen=True):
    """The document of a standard in one language, numbered."""

    document: StandardDocument
    numbers: Numbers


def edition_of(standard: Standard, language: Language) -> Edition:
    """Give the document of ``standard`` in ``language``."""
    from guiju.documents.from_plan import from_plan
    from guiju.worked_examples import worked_example

    document = from_plan(standard.plan, language, worked_example(standard))
    return Edition(document, number(document))


def made(standard: Standard, kinds: frozenset[str]) -> Iterator[Artifact]:
    """Make the products of ``standard`` that ``kinds`` name, the site apart."""
    for language in LANGUAGES if kinds & DOCUMENTS else ():
        yield from _documents(edition_of(standard, language), kinds)
    if "notes" in kinds:
        yield _note(standard)
    if not kinds - DOCUMENTS - {"notes", "site"}:
        return
    from guiju.backends.registry import BACKENDS

    for backend in BACKENDS:
        if backend.name in kinds:
            yield from backend.emit(standard.plan)
    if "calculator" in kinds:
        yield from runtime_files()


def _note(standard: Standard) -> Artifact:
    """Write the explanatory note, which is in Chinese."""
    from guiju.backends import docx
    from guiju.notes import note_of

    return Artifact(
        "notes.docx", docx.write_paper(note_of(standard, edition_of(standard, "zh").numbers))
    )


def _documents(edition: Edition, kinds: frozenset[str]) -> Iterator[Artifact]:
    """Write the document as Word and PDF; the Word contents take their pages from the PDF."""
    from guiju.backends import docx, pdf, site

    language = edition.document.language
    if "docx" in kinds:
        pages = pdf.pages(edition.document, edition.numbers)
        content = docx.write(edition.document, edition.numbers, pages)
        yield Artifact(f"standard.{language}.docx", content)
    if "pdf" in kinds:
        content = pdf.write(edition.document, edition.numbers)
        yield Artifact(f"standard.{language}.pdf", content)
    if "page" in kinds:
        text = site.to_markdown(edition.document, edition.numbers)
        yield Artifact(f"standard.{language}.md", text.encode())
        yield from site.figures(edition.document)
