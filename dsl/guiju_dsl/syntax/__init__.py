"""Stage 1: text of sources in, syntax trees of a standard and what it uses out."""

from guiju_dsl.syntax.cache import NO_CACHE, Cache
from guiju_dsl.syntax.forest import from_source
from guiju_dsl.syntax.from_text import from_text

__all__ = ["NO_CACHE", "Cache", "from_source", "from_text"]
