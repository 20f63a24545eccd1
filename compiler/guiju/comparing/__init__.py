"""From two rule books and one plant to both results, what makes the difference, what each asks."""

from guiju.comparing.compare import compared
from guiju.comparing.model import Comparison, Demand, Side

__all__ = ["Comparison", "Demand", "Side", "compared"]
