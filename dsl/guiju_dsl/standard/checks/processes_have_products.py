"""A process whose products depend on conditions has one in every case."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.model import BoundStandard, Process
from guiju_dsl.standard.proving import case_where, facts_of
from guiju_dsl.standard.proving.codes import NO_PRODUCT_IN_CASE
from guiju_dsl.standard.proving.facts import Assumed
from guiju_dsl.standard.proving.words import when_in_words

PRODUCTS = ("output", "coproduct")


def processes_have_products(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report a case in which a process runs and makes nothing that could carry its burden."""
    facts = facts_of(standard, standard.rules)
    for process in standard.rules.processes:
        if not _is_conditional(process):
            continue
        case = case_where(tuple(_without_products(process)), facts)
        if case is not None and case.certain:
            words = when_in_words(case)
            yield at(NO_PRODUCT_IN_CASE, process.span, process=process.path, case=words)


def _is_conditional(process: Process) -> bool:
    guards = [flow.only_when for flow in process.flows if flow.kind in PRODUCTS]
    return bool(guards) and None not in guards


def _without_products(process: Process) -> Iterator[Assumed]:
    if process.only_when is not None:
        yield process.only_when, True
    for flow in process.flows:
        if flow.kind in PRODUCTS and flow.only_when is not None:
            yield flow.only_when, False
