"""Numbers of chapters and clauses, counted by Word or typed by hand."""

import re

from guiju.review.model import Paragraph
from guiju.review.structure.model import Heading
from guiju.review.structure.signs import ENDING, is_heading, is_title

COUNTED = re.compile(r"(?:\d{1,3}|[A-Z](?=\.))(?:\.\d{1,3})*")
TYPED = re.compile(
    r"(?P<number>(?:\d{1,2}|[A-Z](?=\.))(?:\.\d{1,3})*)(?P<gap>[\s　]+|$|(?=[\u4e00-\u9fff]))"
    r"(?P<words>.*)",
    re.DOTALL,
)


class Numbering:
    """Keeps the clause that the text is in."""

    def __init__(self) -> None:
        """Begin before clause 1."""
        self.current = ""
        self.letter = ""

    def annex(self, letter: str) -> None:
        """Go on to an annex."""
        self.letter = letter
        self.current = letter

    def heading(self, paragraph: Paragraph, *, in_front: bool) -> Heading | None:
        """Give the clause that a paragraph heads, or nothing.

        Args:
            in_front: no chapter has begun yet, so that only chapter 1 may.
        """
        found = self._counted(paragraph) or self._typed(paragraph)
        if found is None or (in_front and not self._may_be_first(found, paragraph)):
            return None
        self.current = found.number
        return found

    def _may_be_first(self, found: Heading, paragraph: Paragraph) -> bool:
        is_first = found.number == "1" or "范围" in found.title or found.title == "Scope"
        return is_first and (found.title.strip() in ("范围", "Scope") or is_heading(paragraph))

    def _counted(self, paragraph: Paragraph) -> Heading | None:
        label = paragraph.label.strip()
        if not COUNTED.fullmatch(label):
            return None
        if "." not in label and not is_heading(paragraph):
            return None
        return self._made(label, paragraph.text, paragraph, counted=True)

    def _typed(self, paragraph: Paragraph) -> Heading | None:
        match = TYPED.fullmatch(paragraph.text.strip()) if not paragraph.label else None
        if match is None:
            return None
        number, words = match["number"], match["words"]
        fits = self._fits(number, words, paragraph)
        return self._made(number, words, paragraph, counted=False) if fits else None

    def _fits(self, number: str, words: str, paragraph: Paragraph) -> bool:
        """Say whether a typed number is that of a clause and not a quantity."""
        first = number.partition(".")[0]
        if "." in number:
            return first == (self.letter or self.current.partition(".")[0])
        if self.letter or not words.strip():
            return False
        current = self.current.partition(".")[0]
        follows = int(first) == int(current or 0) + 1
        short = len(words) <= 30 and not words.strip().endswith(tuple(ENDING))
        return is_heading(paragraph) or (follows and short and paragraph.look.align != "center")

    def _made(self, number: str, words: str, paragraph: Paragraph, *, counted: bool) -> Heading:
        return Heading(
            number=number,
            title=words.strip(),
            paragraph=paragraph,
            titled=is_title(words, paragraph),
            annex=self.letter if number[:1].isalpha() else "",
            counted=counted,
        )
