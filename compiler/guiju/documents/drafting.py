"""What every chapter is written from."""

import re
from collections.abc import Sequence

from guiju.documents.equations import Equations
from guiju.documents.inlines import words
from guiju.documents.meanings import Meanings
from guiju.documents.model import Column, Table
from guiju.documents.phrases import Phrases
from guiju.documents.provisions import Entry, Provisions
from guiju.documents.symbols import Symbols
from guiju.plan.model import CalculationPlan
from guiju_dsl.names.model import label_of
from guiju_runtime.messages import Language, Text

Cells = Sequence[str]


class Drafting:
    """One document while it is written: its plan, wording, symbols and formulas.

    Attributes:
        drawn: whether its figures are drawn; numbers are given without.
    """

    def __init__(self, plan: CalculationPlan, language: Language, *, drawn: bool = True) -> None:
        """Assign the symbols by printing every formula once, in the order of the document."""
        self.plan = plan
        self.standard = plan.graph.standard
        self.rules = self.standard.rules
        self.language = language
        self.drawn = drawn
        self.phrases = Phrases(language)
        self.symbols = Symbols(plan, self.phrases)
        self.meanings = Meanings(plan, self.symbols)
        self.equations = Equations(plan.rules, self.meanings)
        self.provisions = Provisions(self.standard, self.phrases)

    def text(self, text: Text) -> str:
        """Give words of the source."""
        return self.phrases.text(text)

    def say(self, phrase: str, *values: object) -> str:
        """Fill a phrase."""
        return self.phrases.say(phrase, *values)

    def said(self, id: str, phrase: str, *values: object) -> Entry:
        """Give a sentence of the boilerplate as an entry."""
        return Entry(id=id, words=self.say(phrase, *values))

    def table(
        self,
        id: str,
        title: str,
        heads: Sequence[tuple[str, float]],
        rows: Sequence[Cells],
        notes: Sequence[str] = (),
        wordy: Sequence[int] = (),
    ) -> Table:
        """Build a table from marked text.

        Args:
            wordy: places of columns that are flush left beside the first.
        """
        return Table(
            id=id,
            title=self.phrases.cell(title),
            unit=(),
            columns=tuple(
                Column(
                    head=words(self.phrases.cell(head)),
                    share=share,
                    align="left" if place in (0, *wordy) else "center",
                )
                for place, (head, share) in enumerate(heads)
            ),
            rows=tuple(
                tuple(
                    words(self.phrases.cell(cell) if place in (0, *wordy) else cell)
                    for place, cell in enumerate(row)
                )
                for row in rows
            ),
            notes=tuple(words(note) for note in notes),
        )

    def label(self, node: object, name: str) -> Text:
        """Give the label of a declared thing."""
        return label_of(getattr(node, "label", None), name)

    def key_label(self, key: str) -> Text:
        """Give the label of the choice that a factor is keyed by."""
        declaration = self.standard.names.declarations.get(key)
        return self.label(declaration.node if declaration is not None else None, key)

    def head(self, name: str) -> str:
        """Give the head of a column."""
        return self.say("head", name)


def title_segments(drafting: Drafting) -> tuple[str, ...]:
    """Give the segments of the title in the language of the document."""
    title = drafting.standard.identity.title
    return tuple(segments(title.in_language(drafting.language)))


def segments(title: str) -> list[str]:
    """Part a title at full-width spaces and em dashes."""
    return [part.strip() for part in re.split("[　—]+", title) if part.strip()]
