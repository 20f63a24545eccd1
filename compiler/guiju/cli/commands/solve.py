"""``guiju solve``: the value of a datum for which a target is just met."""

import argparse
from collections.abc import Iterator
from typing import Any

from guiju.cli import words
from guiju.cli.columns import significant
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._data import data_of
from guiju.cli.output import complain, filled, say, say_json
from guiju.solving import Crossing, Solution, Tried, solve
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language, Text
from guiju_runtime.result import finding_to_plain


def run(options: argparse.Namespace, language: Language) -> int:
    """Solve for one input of one declaration; 1 if the target is met nowhere."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    found = solve(standard, data_of(options), options.name, options.target, options.between)
    if options.format == "json":
        say_json(to_plain(found, language))
    else:
        for line in _Words(found, language).lines():
            say(line)
        for finding in found.new_findings():
            clause = found.result.calculation.clause_of(finding)
            complain(to_text(finding, language, clause))
    return 0 if status_of(found) in ("solved", "always") else 1


def status_of(found: Solution) -> str:
    """Tell ``solved``, ``always`` met, ``out_of_reach``, or ``no_value`` anywhere."""
    if found.crossings:
        return "solved"
    known = [tried.met for tried in found.tried if tried.met is not None]
    if not known:
        return "no_value"
    return "always" if all(known) and found.target.operator != "=" else "out_of_reach"


class _Words:
    """Says what became of the question."""

    def __init__(self, found: Solution, language: Language) -> None:
        self.found = found
        self.language = language

    def lines(self) -> Iterator[str]:
        """Say what was asked, what was declared, and the answer."""
        found, language = self.found, self.language
        known, target = found.known, found.target
        label = known.label.in_language(language)
        yield filled(
            words.SOLVE_FOR, language, label=label, name=known.name, target=target.written.strip()
        )
        yield f"  {self._declared()}"
        yield f"  {self._outcome()}"
        if found.crossings:
            yield from (f"  {line}" for line in self._answer(found.crossings[0]))
        if found.flat:
            yield f"  {words.NO_EFFECT.in_language(language)}"
        if not found.monotone:
            yield f"  {words.NOT_MONOTONE.in_language(language)}"

    def _declared(self) -> str:
        declared = self.found.declared
        if declared.value != declared.value:
            return words.NOT_DECLARED.in_language(self.language)
        met = words.MEETS.in_language(self.language) if declared.met else ""
        return self._filled(words.AS_DECLARED, declared, met=met)

    def _outcome(self) -> str:
        """Say the value that just meets the target, or that there is none."""
        found, status = self.found, status_of(self.found)
        if status == "solved":
            return self._filled(words.JUST_MET, found.crossings[0].last)
        if status == "no_value" or found.best is None:
            text = words.NEVER_KNOWN if status == "no_value" else words.OUT_OF_REACH
            return self._filled(text, found.declared)
        text = words.ALWAYS_MET if status == "always" else words.OUT_OF_REACH
        return self._filled(text, found.best)

    def _answer(self, crossing: Crossing) -> Iterator[str]:
        """Say on which side the target is met, and where else it begins or ceases to be."""
        side = words.MET_BELOW if crossing.upwards else words.MET_ABOVE
        if self.found.target.operator != "=":
            yield side.in_language(self.language)
        if crossing.jump:
            yield self._filled(words.JUMPS, crossing.first)
        for other in self.found.crossings[1:]:
            yield self._filled(words.ALSO_AT, other.last)

    def _filled(self, text: Text, tried: Tried, **more: str) -> str:
        return filled(
            text,
            self.language,
            value=self._value(tried.value),
            figure=self.found.target.name,
            is_=self._figure(tried.figure),
            range=self._range(),
            **more,
        )

    def _value(self, value: float) -> str:
        return f"{significant(value)} {self.found.known.unit}".rstrip()

    def _figure(self, figure: object) -> str:
        if figure is None:
            return words.NO_VALUE.in_language(self.language)
        if isinstance(figure, bool | str) or not isinstance(figure, float | int):
            return str(figure)
        return f"{significant(float(figure))} {self.found.target.unit}".rstrip()

    def _range(self) -> str:
        """Say which values were tried, and which end of them is declared."""
        limits, tried = self.found.range, self.found.tried
        text = {
            (True, True): words.RANGE_DECLARED,
            (True, False): words.RANGE_FROM,
            (False, True): words.RANGE_TO,
            (False, False): words.RANGE_TRIED,
        }[limits.low_declared, limits.high_declared]
        return filled(
            text,
            self.language,
            low=self._value(tried[0].value),
            high=self._value(tried[-1].value),
            end=self._value(limits.low if limits.low_declared else limits.high),
        )


def to_plain(found: Solution, language: Language) -> dict[str, Any]:
    """Give a solution as plain data."""
    tried = found.tried
    return {
        "name": found.known.name,
        "unit": found.known.unit,
        "target": {
            "figure": found.target.name,
            "operator": found.target.operator,
            "bound": found.target.bound,
            "unit": found.target.unit,
        },
        "status": status_of(found),
        "value": found.answer.value if found.answer else None,
        "figure": found.answer.figure if found.answer else None,
        "declared": _tried(found.declared),
        "best": _tried(found.best) if found.best else None,
        "crossings": [
            {
                "value": crossing.last.value,
                "figure": crossing.last.figure,
                "met": "below" if crossing.upwards else "above",
                "jump": crossing.jump,
            }
            for crossing in found.crossings
        ],
        "range": {
            "low": tried[0].value,
            "high": tried[-1].value,
            "declared": found.range.declared,
        },
        "monotone": found.monotone,
        "flat": found.flat,
        "findings": [
            finding_to_plain(one, found.result.calculation, language)
            for one in found.new_findings()
        ],
    }


def _tried(tried: Tried) -> dict[str, object]:
    value = tried.value if tried.value == tried.value else None
    return {"value": value, "figure": tried.figure, "met": tried.met}
