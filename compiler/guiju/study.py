"""The report of one declaration: what was declared and what came of it, as a paper."""

from guiju.documents.model import Paper
from guiju.documents.study import DeclaredValue, Study, UsedFactor
from guiju.documents.study_report import study_report
from guiju.library import Result, Standard
from guiju_runtime.calculating import Calculation
from guiju_runtime.given import INVALID
from guiju_runtime.messages import Language


def paper_of(standard: Standard, result: Result, language: Language) -> Paper:
    """Write the study report of ``result`` in ``language``."""
    return study_report(standard.plan, language, study_of(result, language))


def study_of(result: Result, language: Language) -> Study:
    """Give what is known of the study behind ``result``."""
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
        for table, row in calculation.main.run.looked_up.values()
    )
