"""Every input has a factor, or a process that it comes from."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import NO_FACTOR
from guiju_dsl.standard.model import BoundStandard


def inputs_have_factors(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report inputs that would silently count as nothing."""
    for process in standard.rules.processes:
        for flow in process.flows:
            if flow.kind == "input" and flow.factor is None and not flow.sources:
                yield at(NO_FACTOR, flow.span, name=flow.path)
