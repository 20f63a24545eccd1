"""Stage 4: from a ``BoundStandard`` to a ``ProcessGraph``; networkx stays inside."""

from guiju.graph.from_standard import from_standard

__all__ = ["from_standard"]
