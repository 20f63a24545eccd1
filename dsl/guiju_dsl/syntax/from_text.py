"""Pass 1: read a source into its syntax tree."""

from guiju_dsl.diagnostics import Outcome
from guiju_dsl.source import SourceText
from guiju_dsl.syntax.cache import NO_CACHE, Cache, keep_file, kept_file
from guiju_dsl.syntax.tree import File


def from_text(source: SourceText, cache: Cache = NO_CACHE) -> Outcome[File]:
    """Read ``source``; every fault of the file is reported in one run."""
    kept = kept_file(source, cache)
    if kept is not None:
        return Outcome(kept)
    from guiju_dsl.syntax.parsing import parsed  # late: a process that finds all kept needs none

    read = parsed(source, cache)
    if read.product is not None and not read.diagnostics:
        keep_file(read.product, cache)
    return read
