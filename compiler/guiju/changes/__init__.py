"""Two editions of a standard in, what changed in meaning out, by stable id."""

from guiju.changes.clauses import edition_of
from guiju.changes.comparing import changes
from guiju.changes.mixing import Mixed, mixed
from guiju.changes.model import Change, Difference, Edition, Effect, Side

__all__ = [
    "Change", "Difference", "Edition", "Effect", "Mixed", "Side", "changes", "edition_of", "mixed",
]  # fmt: skip
