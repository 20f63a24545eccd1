"""The tree behind a number: formula, values, units, tier, factor and its source, clause.

A value is explained by what its formula reads; a footprint, or a part of one, by the contributions
that add up to it; a share or a score by the contributions over which it is a mean.
"""

from guiju.explain.attached import clauses_of
from guiju.explain.model import Explanation
from guiju.explain.names import explained, names_known

__all__ = ["Explanation", "clauses_of", "explained", "names_known"]
