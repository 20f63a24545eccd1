"""The rows of a series can be made without data for each: it has an end, and formulas only."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import name_span
from guiju_dsl.standard.codes import DATUM_IN_SERIES, UNBOUNDED_SERIES
from guiju_dsl.standard.expressions import Expression, Reading, readings
from guiju_dsl.standard.kinds import NUMERIC
from guiju_dsl.standard.model import BoundStandard, RuleBook


def series_have_an_end(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report bounds of a series that no limit holds, and data asked for in its rows."""
    rules = standard.rules
    for group in (group for process in rules.processes for group in process.groups):
        if group.low is None or group.high is None:
            continue
        for path in sorted({*_endless(rules, group.low), *_endless(rules, group.high)}):
            yield at(UNBOUNDED_SERIES, group.span, series=group.path, name=path)
        for datum in rules.data:
            if datum.group == group.path:
                span = name_span(standard.names.declarations[datum.path].node)
                yield at(DATUM_IN_SERIES, span, series=group.path, name=datum.path)


def _endless(rules: RuleBook, bound: Expression) -> Iterator[str]:
    """Give the collected numbers without limit that ``bound`` depends on."""
    limited = {p.tested for p in rules.provisions if p.force == "limit" and p.tested}
    formulas = {formula.path: formula.value for formula in rules.formulas}
    waiting, seen = [bound], set[str]()
    while waiting:
        for reading in readings(waiting.pop()):
            path = reading.path
            if path in seen or path in limited or not isinstance(reading, Reading):
                continue
            seen.add(path)
            if path in formulas:
                waiting.append(formulas[path])
            elif reading.kind in NUMERIC:
                yield path
