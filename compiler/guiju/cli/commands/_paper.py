"""A paper as the file that was asked for, by the ending of its name."""

from guiju.documents.model import Paper

ENDINGS = (".docx", ".pdf", ".html")


def paper_content(paper: Paper, ending: str, template: bytes | None) -> bytes:
    """Write ``paper`` for one of ``ENDINGS``; ``template`` is for Word."""
    from guiju.backends import docx, pdf, site

    match ending:
        case ".docx":
            return docx.write_paper(paper, template)
        case ".pdf":
            return pdf.write_paper(paper)
        case _:
            return site.write_paper(paper)
