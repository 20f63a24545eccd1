"""What a page of the site is made of, besides the document."""

from msgspec import Struct

from guiju.backends.model import Artifact
from guiju.backends.site.live import LiveCalculator
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import Numbers


class Download(Struct, frozen=True, kw_only=True):
    """A file that the page offers: Word, PDF, form, calculator, schema.

    Attributes:
        label: what the reader gets, in the language of the page.
        file: its path below the folder of the page.
    """

    label: str
    file: str


class RuleSource(Struct, frozen=True, kw_only=True):
    """The rule that a clause prints, shown beside it.

    Attributes:
        target: id of the clause or annex.
        place: file and line, such as ``standard.pcr:41``.
        text: the lines of the source.
    """

    target: str
    place: str
    text: str


class StandardPage(Struct, frozen=True, kw_only=True):
    """One standard on the site.

    Attributes:
        files: what the downloads name, with paths below the folder of the page.
        live: what the calculator of the page needs, or nothing where it has none.
    """

    document: StandardDocument
    numbers: Numbers
    downloads: tuple[Download, ...]
    sources: tuple[RuleSource, ...]
    files: tuple[Artifact, ...]
    live: LiveCalculator | None = None
