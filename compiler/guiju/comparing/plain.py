"""A comparison as plain data."""

from typing import Any

from guiju.comparing.model import Compared, Comparison, Line
from guiju.effects import plain as effects_plain
from guiju_runtime.messages import Language
from guiju_runtime.result import finding_to_plain


def to_plain(found: Comparison, language: Language) -> dict[str, Any]:
    """Give a comparison as plain data [kgCO2e / unit]."""
    a, b = found.a, found.b
    return {
        "unit": f"kgCO2e per {found.unit}" if found.unit else None,
        "a": _side(a, language),
        "b": _side(b, language),
        "difference": float(found.difference) if found.difference is not None else None,
        "by_stage": _lines(found.by_stage),
        "by_process": _lines(found.by_process),
        "by_gas": _lines(found.by_gas),
        "effects": (
            effects_plain.to_plain(found.effects, language) if found.effects is not None else None
        ),
        "processes_of_one_side": [
            {"side": side, "label": label.in_language(language)} for side, label in found.apart
        ],
        "demands": [
            {
                "side": one.side,
                "kind": one.kind,
                "id": one.id,
                "words": one.words.in_language(language),
                "detail": one.detail.in_language(language),
            }
            for one in found.demands
        ],
    }


def _side(one: Compared, language: Language) -> dict[str, Any]:
    calculation = one.result.calculation
    identity = calculation.calculator.data_model.standard
    return {
        "standard": {
            "id": identity.id,
            "version": identity.version,
            "digest": identity.digest,
        },
        "profile": one.side.profile or None,
        "title": one.side.title.in_language(language),
        "product": one.product.name,
        "declared_unit": one.product.unit_label.en,
        "cfp": float(one.cfp) if one.cfp is not None else None,
        "findings": [finding_to_plain(f, calculation, language) for f in one.findings],
    }


def _lines(lines: tuple[Line, ...]) -> dict[str, dict[str, float | None]]:
    return {line.id: {"a": line.a, "b": line.b} for line in lines}
