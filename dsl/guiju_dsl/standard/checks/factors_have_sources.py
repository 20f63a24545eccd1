"""Every factor has a source."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import MISSING_SOURCE
from guiju_dsl.standard.model import BoundStandard


def factors_have_sources(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report factors with a value whose source is not named."""
    for table in standard.rules.tables:
        if any(not row.source.zh for row in table.rows):
            yield at(MISSING_SOURCE, table.span, name=table.path)
