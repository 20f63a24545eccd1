"""Stage 3: from names to a ``BoundStandard``: kinds, units and rules checked."""

from guiju_dsl.standard.from_names import from_names

__all__ = ["from_names"]
