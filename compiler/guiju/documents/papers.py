"""A paper as the writers take it: a document without cover, foreword, annexes and bibliography."""

from guiju.documents.column_widths import with_widths
from guiju.documents.model import Cover, Paper, StandardDocument


def as_document(paper: Paper) -> StandardDocument:
    """Give ``paper`` the shape of a standard document; its head stands where the number does."""
    cover = Cover(
        ics="",
        ccs="",
        filing="",
        banner="",
        number=paper.head,
        replaces="",
        title=(paper.title,),
        title_en=(),
        stage="",
        completed="",
        patents="",
        issued="",
        effective="",
        issuer="",
    )
    document = StandardDocument(
        language=paper.language,
        cover=cover,
        identity=paper.identity,
        foreword=(),
        introduction=(),
        clauses=paper.clauses,
        annexes=(),
        bibliography=(),
    )
    return with_widths(document)
