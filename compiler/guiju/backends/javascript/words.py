"""What the runtime in JavaScript has from the one in Python: codes, units, words."""

import json
from collections.abc import Mapping
from types import ModuleType

from guiju_runtime import (
    attaching_codes,
    calculation_codes,
    codes,
    data_value,
    measured,
    measuring_codes,
    spread,
    spread_text,
)
from guiju_runtime.messages import Code, Text
from guiju_runtime.units import from_text, table

Plain = dict[str, object]


def constants() -> str:
    """Print them as constants."""
    modules = (codes, measuring_codes, calculation_codes, attaching_codes)
    found = {name: code for module in modules for name, code in _codes(module).items()}
    values: dict[str, Mapping[str, object]] = {
        "CODES": found,
        "UNITS": units(),
        "SPREADS": spreads(),
        "MEASURED": measured_words(),
        "TRUTHS": {"yes": data_value.YES, "no": data_value.NO},
    }
    return "\n\n".join(f"const {name} = {_printed(value)};" for name, value in values.items())


def _codes(module: ModuleType) -> dict[str, Plain]:
    """Give the codes of a module by the names of its constants."""
    return {
        name: {"id": code.id, "message": _text(code.message), "hint": _text(code.hint)}
        for name, code in vars(module).items()
        if isinstance(code, Code)
    }


def _text(text: Text) -> Plain:
    return {"zh": text.zh, "en": text.en}


def units() -> Plain:
    """Give the table of units as plain data."""
    return {
        "rows": [[row.words, row.factor, row.dimension] for row in table.ROWS],
        "masses": table.MASSES_THAT_TAKE_A_SUBSTANCE,
        "equivalent": table.CARBON_DIOXIDE_EQUIVALENT,
        "climate": table.CLIMATE,
        "gas": table.GAS,
        "zero_celsius_kelvin": table.ZERO_CELSIUS_KELVIN,
        "usual": table.USUAL,
        "other_names": from_text.OTHER_NAMES,
    }


def spreads() -> Plain:
    """Give the distributions as plain data."""
    return {
        "names": dict(spread.SPREADS),
        "parameters": dict(spread.PARAMETERS),
        "bounded": list(spread.BOUNDED),
        "words": _text(spread_text.A_SPREAD),
        "half_of_95": spread.HALF_OF_95,
    }


def measured_words() -> Plain:
    """Give the words about how values are measured as plain data."""
    return {
        "labels": {name: _text(label) for name, label in measured.LABELS.items()},
        "examples": measured.EXAMPLES,
        "wanted": {name: _text(wanted) for name, wanted in measured.WANTED.items()},
        "relative": _text(measured.RELATIVE),
    }


def _printed(value: Mapping[str, object]) -> str:
    """Print data as JSON, an entry to a line."""
    lines = (f"    {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}," for k, v in value.items())
    return "\n".join(("{", *lines, "}"))
