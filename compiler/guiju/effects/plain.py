"""Effects as plain data: numbers that add up digit for digit."""

from typing import Any

from guiju.effects.model import Blocked, Effects, NoValue
from guiju.effects.rounding import adding_up, digits_for, rounded
from guiju_runtime.messages import Language

MORE = 6
"""Decimals beside those that people are shown."""


def to_plain(effects: Effects, language: Language) -> dict[str, Any]:
    """Give effects as plain data [kgCO2e / unit]; the effects add up to ``difference`` exactly."""
    digits = digits_for(effects.start, effects.end) + MORE
    start, end = rounded(effects.start, digits), rounded(effects.end, digits)
    onward = adding_up(effects.start, [one.onward for one in effects.effects], digits)
    back = adding_up(effects.start, [one.back for one in effects.effects], digits)
    mean = adding_up(effects.start, [one.mean for one in effects.effects], digits)
    return {
        "start": float(start),
        "end": float(end),
        "difference": float(end - start),
        "steps": [
            {
                "changes": [_step(effects, step, language) for step in one.steps],
                "effect": float(forth),
                "in_reverse_order": float(behind),
                "mean": float(middle),
            }
            for one, forth, behind, middle in zip(effects.effects, onward, back, mean, strict=True)
        ],
        "other_changes": effects.aside,
        "not_calculable": [_blocked(effects, one, language) for one in effects.blocked],
        "made_first": [_blocked(effects, one, language) for one in effects.made_first],
    }


def _step(effects: Effects, step: int, language: Language) -> dict[str, Any]:
    one = effects.steps[step]
    return {
        "id": one.id,
        "words": one.words.in_language(language),
        "clauses": list(one.clauses),
    }


def _blocked(effects: Effects, one: Blocked, language: Language) -> dict[str, Any]:
    found = one.why.findings if isinstance(one.why, NoValue) else one.why.diagnostics
    return {
        "changes": [_step(effects, step, language) for step in one.steps],
        "reasons": [{"code": fault.code.id, "message": fault.message(language)} for fault in found],
    }
