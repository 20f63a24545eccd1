"""A calculation as plain data: the shape in which results are exchanged."""

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

from guiju_runtime.attaching import Attached
from guiju_runtime.calculating import Book, Calculation
from guiju_runtime.findings import Finding
from guiju_runtime.footprint import Footprint, by_gas, by_origin, by_process, hot_spots
from guiju_runtime.given import INVALID, shown
from guiju_runtime.messages import Language
from guiju_runtime.run import Run

Plain = dict[str, Any]


def to_plain(
    calculation: Calculation, declaration: Mapping[str, object], language: Language
) -> Plain:
    """Give the result of ``calculation`` with its findings in ``language``; no value is None."""
    standard = calculation.calculator.data_model.standard
    main = calculation.main
    first = next(iter(main.footprints.values()))
    return {
        "standard": {
            "id": standard.id,
            "version": standard.version,
            "status": standard.status,
            "digest": standard.digest,
        },
        "engine": calculation.calculator.engine,
        "data_digest": data_digest(declaration),
        "use": {name: _attached(one) for name, one in calculation.attached.items()},
        "product": first.product.name,
        "unit": f"kgCO2e per {first.product.unit}",
        **_headline(calculation, main, first),
        "products": {name: _product(found) for name, found in main.footprints.items()},
        "profiles": {name: _profile(book) for name, book in calculation.books.items() if name},
        "results": {
            result.path: {
                "value": _plain(calculation.results.get(result.path)),
                "unit": result.unit,
            }
            for result in calculation.calculator.results
        },
        "values": values_of(main.run),
        "conforming": not any(f.severity == "error" for f in calculation.findings),
        "findings": [finding_to_plain(f, calculation, language) for f in calculation.findings],
    }


def _attached(attached: Attached[Calculation]) -> Plain:
    """Give the result of a declaration attached: whose it is, and its footprints."""
    standard = attached.calculation.calculator.data_model.standard
    footprints = attached.calculation.main.footprints
    return {
        "version": standard.version,
        "digest": standard.digest,
        "data_digest": data_digest(attached.declaration),
        "products": {name: _product(found) for name, found in footprints.items()},
        "use": {name: _attached(one) for name, one in attached.calculation.attached.items()},
    }


def data_digest(declaration: Mapping[str, object]) -> str:
    """Give the SHA-256 of what was declared, the same whatever file it came from."""
    text = json.dumps(declaration, ensure_ascii=False, sort_keys=True, default=str)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _headline(calculation: Calculation, book: Book, found: Footprint) -> Plain:
    known = found.cfp == found.cfp
    return {
        "cfp": _plain(found.cfp),
        "biogenic_co2": _plain(found.biogenic_co2),
        "by_stage": by_stage(calculation, found) if known else {},
        "by_process": by_process(found) if known else {},
        "by_flow": _by_flow(found) if known else [],
        "by_gas": by_gas(found) if known else {},
        "by_origin": by_origin(found) if known else {},
        "hot_spots": [
            {"process": one.process, "share": one.share, "reached": one.reached}
            for one in (hot_spots(found) if known else ())
        ],
        "allocation": _plain_values(_allocation(book)),
        "quality": {name: _plain(value) for name, value in found.quality.items()},
    }


def by_stage(calculation: Calculation, found: Footprint) -> dict[str, float]:
    """Add up by life-cycle stage [kgCO2e]."""
    stages: dict[str, float] = {}
    for process, value in by_process(found).items():
        stage = calculation.calculator.processes[process][1]
        stages[stage] = stages.get(stage, 0.0) + value
    return stages


def _allocation(book: Book) -> dict[str, float]:
    """Give the share of each product; of an input allocated by itself, ``input / product``."""
    return {
        flow if part in book.network.parts else f"{part} / {flow}": share
        for (part, flow), share in book.network.shares.items()
    }


def _by_flow(found: Footprint) -> list[Plain]:
    """List what each flow adds, rows of a group apart."""
    whole = found.cfp
    return [
        {
            "process": c.process,
            "flow": shown(c.flow.rpartition(".")[0], c.row, c.flow),
            "gas": c.gas or None,
            "value": value,
            "share": value / whole if whole else None,
        }
        for c, value in found.weighted
    ]


def _product(found: Footprint) -> Plain:
    return {
        "cfp": _plain(found.cfp),
        "unit": f"kgCO2e per {found.product.unit}",
        "intensity": _plain(found.intensity),
        "intensity_unit": f"kgCO2e/{found.product.flow_unit}",
        "reference_flow": _plain(found.reference_flow),
    }


def _profile(book: Book) -> Plain:
    first = next(iter(book.footprints.values()))
    known = first.cfp == first.cfp
    return {
        "label": {"zh": book.run.rules.label.zh, "en": book.run.rules.label.en},
        "gwp": book.run.rules.gwp_set,
        "cfp": _plain(first.cfp),
        "by_gas": by_gas(first) if known else {},
        "by_process": by_process(first) if known else {},
        "products": {name: _product(found) for name, found in book.footprints.items()},
    }


def values_of(run: Run) -> Plain:
    """List every named value with its unit and, where it has tiers, the tier that was taken."""
    named = run.calculator.values
    listed: Plain = {}
    for path, value in run.values.items():
        listed[path] = _value(run, path, value, None)
    for group, rows in run.row_values.items():
        for row, values in enumerate(rows):
            for path, value in values.items():
                listed[shown(group, row, path)] = _value(run, path, value, row)
    return {path: value for path, value in listed.items() if path.split("[")[0] in named or value}


def _value(run: Run, path: str, value: object, row: int | None) -> Plain:
    named = run.calculator.values.get(path)
    found: Plain = {"value": _plain(value), "unit": named.unit if named is not None else ""}
    tier = next((t for p, t in run.tiers.items() if p.datum == path and p.row == row), None)
    if tier is not None:
        label = run.calculator.tiers[path][tier]
        found["tier"] = {"number": tier + 1, "zh": label.zh, "en": label.en}
    if any(place.datum == path and place.row == row for place in run.defaults):
        found["default"] = True
    return found


def finding_to_plain(finding: Finding, calculation: Calculation, language: Language) -> Plain:
    """Give a finding as plain data in ``language``: with its printed clause, and the stable id."""
    return {
        "severity": finding.severity,
        "code": finding.code.id,
        "clause": calculation.clause_of(finding),
        "clause_id": finding.clause,
        "path": finding.path,
        "message": finding.message(language),
        "remedy": finding.remedy(language),
    }


def _plain(value: object) -> object:
    """Give a value that JSON can carry; what has no value is None."""
    if value is None or value is INVALID:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _plain_values(values: Mapping[str, float]) -> Plain:
    return {name: _plain(value) for name, value in values.items()}
