"""Two editions of a standard in, what changed in meaning out, by stable id."""

from guiju.changes.clauses import edition_of
from guiju.changes.comparing import changes, compared
from guiju.changes.mixing import Mixed, mixed
from guiju.changes.model import Change, Comparison, Difference, Edition, Side

__all__ = [
    "Change", "Comparison", "Difference", "Edition", "Mixed", "Side", "changes",
    "compared", "edition_of", "mixed",
]  # fmt: skip
