"""Stage 2: from a forest of syntax trees to a ``NamedStandard``, every name resolved."""

from guiju_dsl.names.from_syntax import from_syntax

__all__ = ["from_syntax"]
