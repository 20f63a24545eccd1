"""The report of one declaration: what was declared and what came of it, as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guiju.command_codes import CommandFault
from guiju.documents.model import Paper
from guiju.documents.study import (
    Contributed,
    DeclaredValue,
    Moved,
    Study,
    Sureness,
    Unsure,
    UsedFactor,
    VariedInput,
)
from guiju.documents.study_report import study_report
from guiju.inputs import DatumInput
from guiju.library import Result, Standard
from guiju.plan.confidential import confidential
from guiju.sureness.analysis import Analysed, Analysis, analysed
from guiju.sureness.sensitivity import sensitivities
from guiju_runtime.calculating import Calculation
from guiju_runtime.given import INVALID
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.sureness.montecarlo import Sampling
    from guiju.sureness.uncertainty import Uncertainty


def paper_of(
    standard: Standard, result: Result, language: Language, sampling: Sampling | None = None
) -> Paper:
    """Write the study report of ``result`` in ``language``.

    Args:
        sampling: how its uncertainty is drawn; None for the first-order way.
    """
    return study_report(standard.plan, language, study_of(standard, result, language, sampling))


def study_of(
    standard: Standard, result: Result, language: Language, sampling: Sampling | None
) -> Study:
    """Give what is known of the study behind ``result``."""
    moved, sureness = moved_and_sureness(standard, result, sampling)
    calculation = result.calculation
    reading = calculation.reading
    first, last = reading.period_from, reading.period_to
    return Study(
        company=reading.company,
        site=reading.site,
        region=reading.region,
        period=(first.isoformat(), last.isoformat()) if first and last else ("", ""),
        data=declared(calculation),
        factors=factors(calculation),
        moved=moved,
        sureness=sureness,
        result=result.to_dict(language),
    )


def declared(calculation: Calculation) -> tuple[DeclaredValue, ...]:
    """Give the data in the order of the standard, with what is said about each."""
    run, reading = calculation.main.run, calculation.reading
    found = []
    for datum in calculation.calculator.data_model.data:
        rows = range(len(run.row_values.get(datum.group, ()))) if datum.group else (None,)
        for row in rows:
            values = run.values if row is None else run.row_values[datum.group][row]
            value = values.get(datum.path)
            place = (datum.path, row)
            about = next((g for at, g in reading.about.items() if at == place), None)
            default = any(at == place for at in run.defaults)
            if value is None or value is INVALID or (about is None and not default):
                continue
            found.append(
                DeclaredValue(
                    path=datum.path,
                    row=row,
                    value=value if isinstance(value, str | bool) else float(value),
                    source=about.source if about is not None else "",
                    quality=about.quality if about is not None else "",
                    year=about.year if about is not None else None,
                    default=default,
                )
            )
    return tuple(found)


def factors(calculation: Calculation) -> tuple[UsedFactor, ...]:
    """Give the rows of tables that took part, each once."""
    return tuple(
        UsedFactor(
            path=table.path,
            keys=row.keys,
            value=row.value,
            year=row.year,
            source=row.source,
            unverified=row.unverified,
        )
        for table, row in calculation.main.run.looked_up
    )


def moved_and_sureness(
    standard: Standard, result: Result, sampling: Sampling | None
) -> tuple[tuple[Moved, ...], Sureness | Unsure]:
    """Give what the footprint hangs on, and how sure it is; nothing that gives secrets away.

    An input that is changed shows by how much the footprint follows: whoever knows the factor
    knows the datum. So neither is given where the standard lets a datum be confidential.
    """
    if result.cfp is None:
        return (), "no_footprint"
    if confidential(standard.plan):
        return (), "confidential"
    try:
        analysis = analysed(standard, result)
    except CommandFault:
        return (), "not_analysable"
    return moved_inputs(analysis), sureness_of(standard, result, analysis, sampling)


def moved_inputs(analysis: Analysis) -> tuple[Moved, ...]:
    """Give every input that the first footprint depends on, changed alone."""
    return tuple(
        Moved(
            input=varied(one.input), lower=one.lower, higher=one.higher, elasticity=one.elasticity
        )
        for one in sensitivities(analysis, next(iter(analysis.products)))
        if one.elasticity
    )


def sureness_of(
    standard: Standard, result: Result, analysis: Analysis, sampling: Sampling | None
) -> Sureness | Unsure:
    """Give the interval of the first footprint, or why there is none."""
    if all(one.spread is None for one in analysis.inputs):
        return "undeclared"
    try:
        from guiju.sureness.uncertainty import uncertainties
    except ImportError:
        return "no_package"
    [found] = uncertainties(standard, [result], sampling)
    return in_figures(found)


def in_figures(found: Uncertainty) -> Sureness:
    """Give what a report says of an uncertainty."""
    product, own = next(iter(found.intervals.items()))
    drawn, sampling = found.drawn, found.sampling
    return Sureness(
        samples=len(drawn.footprints[product]) if drawn is not None else 0,
        seed=sampling.seed if sampling is not None else 0,
        sampler=sampling.sampler if sampling is not None else "",
        without_value=drawn.without_value(product) if drawn is not None else 0,
        median=own.median,
        low=own.low,
        high=own.high,
        deviation=own.deviation,
        contributions=tuple(
            Contributed(
                input=varied(one.input),
                spread=one.input.spread.words(one.input.known.unit),
                share=one.share,
            )
            for one in found.contributions[product]
            if one.input.spread is not None
        ),
        exact=found.exact,
    )


def varied(one: Analysed) -> VariedInput:
    """Give an input of an analysis as a report names it."""
    known = one.known
    if isinstance(known, DatumInput):
        path, row, keys = known.datum.path, known.row, None
    else:
        path, row, keys = known.table.path, None, known.keys
    return VariedInput(path=path, row=row, keys=keys, value=one.value, unit=known.unit)
