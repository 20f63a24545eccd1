"""Every input has a factor, or a process that it comes from."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.candidates import candidate, written
from guiju_dsl.standard.codes import NO_FACTOR
from guiju_dsl.standard.kinds import CLIMATE
from guiju_dsl.standard.model import BoundStandard, Flow
from guiju_runtime.units import quotient


def inputs_have_factors(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report inputs that would silently count as nothing."""
    for process in standard.rules.processes:
        for flow in process.flows:
            if flow.kind == "input" and flow.factor is None and not flow.sources:
                factor = _likely(standard, flow) or "…"
                yield at(NO_FACTOR, flow.span, name=flow.path, factor=factor)


def _likely(standard: BoundStandard, flow: Flow) -> str:
    """Give the factor that ``flow`` may be meant to have, or an empty text."""
    names = (flow.name, flow.label.zh, flow.label.en)
    unit = quotient(CLIMATE, flow.unit)
    return written(candidate(standard.names.declarations.values(), unit, names))
