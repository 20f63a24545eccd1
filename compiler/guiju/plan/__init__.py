"""Stage 5: from a ``ProcessGraph`` to a ``CalculationPlan``: every value in order."""

from guiju.plan.from_graph import from_graph

__all__ = ["from_graph"]
