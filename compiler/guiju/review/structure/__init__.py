"""A draft in its elements and clauses, whatever its styles are called."""

from guiju.review.structure.model import Annex, Heading, Outline, Role, Term
from guiju.review.structure.outline import outline_of

__all__ = ["Annex", "Heading", "Outline", "Role", "Term", "outline_of"]
