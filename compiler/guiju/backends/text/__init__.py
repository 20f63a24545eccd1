"""Numbered standard document → plain text for comparing: one sentence, item or table row a line."""

import re
from collections.abc import Iterator

from guiju.documents.model import Inlines, StandardDocument
from guiju.documents.numbering import Numbers
from guiju.documents.plain import Text

ENDS = {
    "zh": re.compile(r"(?<=[。！？])(?![”』」）])"),
    "en": re.compile(r"(?<=[.!?])\s+(?=[A-Z])"),
}
"""Where a sentence ends and another begins."""


def to_lines(document: StandardDocument, numbers: Numbers) -> str:
    """Print ``document`` so that tools that compare lines show which sentence differs."""
    return "\n".join(Sentences(document, numbers).lines()) + "\n"


class Sentences(Text):
    """Prints one document, a sentence a line."""

    def running(self, inlines: Inlines, label: str = "") -> Iterator[str]:
        """Print running words, each sentence on a line of its own."""
        sentences = [one for one in ENDS[self.language].split(self.words(inlines)) if one.strip()]
        first, *rest = sentences or [""]
        yield label + first
        yield from rest
