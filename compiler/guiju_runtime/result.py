"""A calculation as plain data: the shape in which results are exchanged."""

import hashlib
import json
import math
import re
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from guiju_runtime.attaching import Attached
from guiju_runtime.books import Book
from guiju_runtime.calculating import Calculation
from guiju_runtime.findings import Finding
from guiju_runtime.footprint import Footprint, hot_spots
from guiju_runtime.given import INVALID, shown
from guiju_runtime.messages import Language
from guiju_runtime.quantity import plain
from guiju_runtime.run import Run
from guiju_runtime.withholding import Line, Shown, shown_of

Plain = dict[str, Any]
HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no bytes stand for; JavaScript writes the same instead."""


def to_plain(
    calculation: Calculation, declaration: Mapping[str, object], language: Language
) -> Plain:
    """Give the result of ``calculation`` with its words in ``language``; no value is None."""
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
        "use": {name: _attached(one, language) for name, one in calculation.attached.items()},
        "product": first.product.name,
        "unit": f"kgCO2e per {first.product.unit.in_language(language)}",
        **_headline(calculation, main, first),
        "products": _products(main, language),
        "profiles": {
            name: _profile(book, language) for name, book in calculation.books.items() if name
        },
        "results": {
            result.path: {
                "value": _plain(shown_result(calculation, result.path)),
                "unit": result.unit,
            }
            for result in calculation.calculator.results
        },
        "values": values_of(main.run),
        "conforming": not any(f.severity == "error" for f in calculation.findings),
        "findings": [finding_to_plain(f, calculation, language) for f in calculation.findings],
    }


def _attached(attached: Attached[Calculation], language: Language) -> Plain:
    """Give the result of a declaration attached: whose it is, and its footprints."""
    standard = attached.calculation.calculator.data_model.standard
    return {
        "version": standard.version,
        "digest": standard.digest,
        "data_digest": data_digest(attached.declaration),
        "products": _products(attached.calculation.main, language),
        "use": {
            name: _attached(one, language) for name, one in attached.calculation.attached.items()
        },
    }


def data_digest(declaration: Mapping[str, object]) -> str:
    """Give the SHA-256 of what was declared, the same whatever file it came from."""
    try:
        text = _sorted(declaration)
    except TypeError:  # names that are no text cannot be sorted among those that are
        text = _sorted(_named(declaration))
    try:
        content = text.encode()
    except UnicodeEncodeError:
        content = HALVES.sub("\N{REPLACEMENT CHARACTER}", text).encode()
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _sorted(declaration: object) -> str:
    return json.dumps(declaration, ensure_ascii=False, sort_keys=True, default=_json_of)


def _json_of(given: object) -> object:
    value = plain(given)
    if isinstance(value, datetime) and value == value and value.time() == time.min:
        value = value.date()  # as the day is read, whatever the library that wrote it
    return value if isinstance(value, int | float) else str(value)


def _named(given: object) -> object:
    if isinstance(given, Mapping):
        return {str(name): _named(value) for name, value in given.items()}
    return [_named(one) for one in given] if isinstance(given, list | tuple) else given


def _headline(calculation: Calculation, book: Book, found: Footprint) -> Plain:
    known = found.cfp == found.cfp
    parts = shown_of(calculation.calculator, found)
    return {
        "cfp": _plain(found.cfp),
        "biogenic_co2": _plain(found.biogenic_co2),
        "by_stage": parts.by_stage if known else {},
        "by_process": parts.by_process if known else {},
        "by_flow": _by_flow(found, parts) if known else [],
        "by_gas": parts.by_gas if known else {},
        "by_origin": parts.by_origin if known else {},
        "hot_spots": [
            {"process": one.process, "share": one.share, "reached": one.reached}
            for one in (hot_spots(parts.by_process) if known else ())
        ],
        "allocation": _plain_values(_allocation(book)),
        "quality": {name: _plain(value) for name, value in found.quality.items()},
    }


def by_stage(calculation: Calculation, found: Footprint) -> dict[str, float]:
    """Add up by life-cycle stage [kgCO2e]."""
    return shown_of(calculation.calculator, found).by_stage


def _allocation(book: Book) -> dict[str, float]:
    """Give the share of each product; of an input allocated by itself, ``input / product``."""
    secret = book.run.calculator.confidential
    return {
        flow if part in book.network.parts else f"{part} / {flow}": share
        for (part, flow), share in book.network.shares.items()
        if part not in secret and part.partition(".")[0] not in secret
    }


def _by_flow(found: Footprint, parts: Shown) -> list[Plain]:
    """List what each flow adds, rows of a group apart, confidential ones in a sum without name."""
    whole = found.cfp
    return [
        {
            "process": line.process,
            **_flow(line),
            "value": line.value,
            "share": line.value / whole if whole else None,
        }
        for line in parts.flows
    ]


def _flow(line: Line) -> Plain:
    one = line.contribution
    if one is None:
        return {"flow": None, "gas": None, "together": line.count}
    path = shown(one.flow.rpartition(".")[0], one.row, one.flow)
    return {"flow": path, "gas": one.gas or None}


def _products(book: Book, language: Language) -> Plain:
    secret = book.run.calculator.confidential
    return {name: _product(found, secret, language) for name, found in book.footprints.items()}


def _product(found: Footprint, secret: frozenset[str], language: Language) -> Plain:
    name = f"{found.product.name}.reference_flow"
    return {
        "cfp": _plain(found.cfp),
        "unit": f"kgCO2e per {found.product.unit.in_language(language)}",
        "intensity": _plain(found.intensity),
        "intensity_unit": f"kgCO2e/{found.product.flow_unit}",
        "reference_flow": None if name in secret else _plain(found.reference_flow),
    }


def _profile(book: Book, language: Language) -> Plain:
    first = next(iter(book.footprints.values()))
    known = first.cfp == first.cfp
    parts = shown_of(book.run.calculator, first)
    return {
        "label": {"zh": book.run.rules.label.zh, "en": book.run.rules.label.en},
        "gwp": book.run.rules.gwp_set,
        "cfp": _plain(first.cfp),
        "by_gas": parts.by_gas if known else {},
        "by_process": parts.by_process if known else {},
        "products": _products(book, language),
    }


def values_of(run: Run) -> Plain:
    """List every named value that may be shown, with its unit and the tier that was taken."""
    secret = run.calculator.confidential
    listed: Plain = {}
    for path, value in run.values.items():
        if path not in secret:
            listed[path] = _value(run, path, value, None)
    for group, rows in run.row_values.items():
        for row, values in enumerate(rows):
            for path, value in values.items():
                if path not in secret:
                    listed[shown(group, row, path)] = _value(run, path, value, row)
    return listed


def shown_result(calculation: Calculation, path: str) -> object:
    """Give a further result, None if it would give confidential data away."""
    secret = path in calculation.calculator.confidential
    return None if secret else calculation.results.get(path)


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
