"""The new edition of a standard with all that was inserted and deleted as tracked changes."""

from collections.abc import Mapping

from msgspec.structs import replace

from guiju.backends.docx.contents import contents
from guiju.backends.docx.fields import bookmark_names
from guiju.backends.docx.house import opened
from guiju.backends.docx.markup import merged
from guiju.backends.docx.markup.atoms import BOOKMARK
from guiju.backends.docx.markup.marks import Marks
from guiju.backends.docx.write import begin, forewords, main_matter, whole
from guiju.backends.docx.writing import Writing, things
from guiju.documents.model import Annex, Clause, StandardDocument, Term
from guiju.documents.numbering import Numbers

Printed = tuple[StandardDocument, Numbers]


def write_marked(
    old: Printed,
    new: Printed,
    pages: Mapping[str, int] | None = None,
    template: bytes | None = None,
) -> bytes:
    """Write the document of ``new`` with tracked changes against that of ``old``.

    Cover and contents are those of the new edition. To accept all changes leaves it, to reject them
    the text of the old one.

    Args:
        pages: page of each id of the new document, as far as known.
        template: a Word file whose styles, pages, headers, footers and cover are used.
    """
    house = opened(template, new[0].language) if template else None
    writing = begin(*new, pages or {}, house)
    document, numbers = old
    was = replace(
        writing,
        document=document,
        numbers=numbers,
        bookmarks=bookmark_names(numbers),
        kinds=things(document),
    )
    marks, counted = Marks(), numbers_by_mark(was)
    front = merged(list(forewords(was)), list(forewords(writing)), marks, counted)
    body = merged(list(main_matter(was)), list(main_matter(writing)), marks, counted)
    return whole(writing, [*contents(writing), *front], list(body))


def numbers_by_mark(writing: Writing) -> dict[str, str]:
    """Give what stands before each clause, term and annex, by the end of its bookmark."""
    return {
        BOOKMARK.sub("", writing.bookmarks[id]): writing.numbers.references[id]
        for id, thing in writing.kinds.items()
        if isinstance(thing, Clause | Term | Annex)
    }
