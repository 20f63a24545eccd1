"""``guiju test``: every worked example of every standard."""

import argparse
from math import floor, log10

from msgspec import Struct

from guiju.cli import words
from guiju.cli.columns import grouped, table
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._reasons import errors_of
from guiju.cli.output import complain, filled, say, say_json
from guiju.cli.progress import followed
from guiju.command_codes import NOT_CALCULABLE, CommandFault
from guiju.library import Standard
from guiju.workspace import sources
from guiju_dsl.standard.model import Example, Expected
from guiju_runtime.messages import Language


class Outcome(Struct, frozen=True, kw_only=True):
    """What one expectation of one example came to.

    Attributes:
        expected: a number [unit], else what the standard writes, or true of a test as a whole.
        actual: the value that it is about; None if it has none.
    """

    standard: str
    example: str
    name: str
    expected: float | str | bool
    actual: float | str | bool | None
    tolerance: float
    unit: str
    ok: bool


def run(options: argparse.Namespace, language: Language) -> int:
    """Calculate the examples and compare them with what is expected."""
    outcomes: list[Outcome] = []
    reasons: list[str] = []
    broken = False
    paths = [path for given in options.paths for path in sources(given)]
    for path in followed(paths, "test"):
        try:
            standard = compiled(str(path), language)
        except CommandFault as fault:
            if fault.code is not NOT_CALCULABLE:
                raise
            continue
        broken |= standard is None
        found = tested(standard) if standard is not None else []
        wrong = {outcome.example for outcome in found if not outcome.ok}
        if standard is not None and wrong:
            reasons += errors_of(standard, wrong, language)
        outcomes += found
    if options.format == "json":
        say_json([_plain(outcome) for outcome in outcomes])
    else:
        _tell(outcomes, language)
        for reason in reasons:
            complain(reason)
    return 1 if broken or any(not outcome.ok for outcome in outcomes) else 0


def tested(standard: Standard) -> list[Outcome]:
    """Give the outcome of every expectation of a standard's examples."""
    return [
        outcome
        for example in standard.plan.graph.standard.examples
        for outcome in _of_example(standard, example)
    ]


def _of_example(standard: Standard, example: Example) -> list[Outcome]:
    from guiju.backends.python.asking import answers

    data = standard.place.beside(example.file) if example.file else example.given
    run_ = standard.calculate(data).calculation.main.run
    held = answers(standard.plan, run_, (expected.holds for expected in example.expected))
    values = answers(standard.plan, run_, (expected.value for expected in example.expected))
    return [
        _outcome(standard, example, expected, bool(ok), value)
        for expected, ok, value in zip(example.expected, held, values, strict=True)
    ]


def _outcome(
    standard: Standard, example: Example, expected: Expected, ok: bool, value: object
) -> Outcome:
    number = expected.number
    return Outcome(
        standard=standard.id,
        example=example.name,
        name=expected.name,
        expected=float(number) if number is not None else expected.written or True,
        actual=value if isinstance(value, float | str | bool) else _as_float(value),
        tolerance=float(expected.within),
        unit=expected.unit.text,
        ok=ok,
    )


def _as_float(value: object) -> float | None:
    return float(value) if isinstance(value, int) else None


def _plain(outcome: Outcome) -> dict[str, object]:
    return {
        "standard": outcome.standard,
        "example": outcome.example,
        "name": outcome.name,
        "expected": outcome.expected,
        "actual": outcome.actual,
        "tolerance": outcome.tolerance,
        "ok": outcome.ok,
    }


def _digits(value: float, outcome: Outcome) -> str:
    """Write a value with as many digits as the tolerance has."""
    size = floor(log10(outcome.tolerance)) if outcome.tolerance > 0 else -6
    return grouped(value, max(0, -size))


def _tell(outcomes: list[Outcome], language: Language) -> None:
    rows = [
        (
            (words.EXAMPLE_OK if o.ok else words.EXAMPLE_WRONG).in_language(language),
            f"{o.standard}.{o.example}",
            o.name,
            _found(o, language),
            _wanted(o, language),
            _tolerance(o),
        )
        for o in outcomes
    ]
    for line in table(rows, (False, False, False, True, True, False), indent=0):
        say(line)
    ok = sum(o.ok for o in outcomes)
    complain(filled(words.EXAMPLES, language, ok=ok, wrong=len(outcomes) - ok))


def _found(outcome: Outcome, language: Language) -> str:
    """Write the value found, with its unit unless that stands beside the number expected."""
    said = _said(outcome.actual, outcome, language)
    is_number = isinstance(outcome.actual, float) and isinstance(outcome.expected, str)
    return f"{said} {outcome.unit}".strip() if is_number else said


def _wanted(outcome: Outcome, language: Language) -> str:
    return _said(outcome.expected, outcome, language)


def _tolerance(outcome: Outcome) -> str:
    """Write by how much a number may be off."""
    if isinstance(outcome.expected, bool | str):
        return ""
    return f"± {_digits(outcome.tolerance, outcome)} {outcome.unit}"


def _said(value: float | str | bool | None, outcome: Outcome, language: Language) -> str:
    """Write a value."""
    if value is None:
        return words.NO_VALUE.in_language(language)
    if isinstance(value, bool):
        return (words.YES if value else words.NO).in_language(language)
    return value if isinstance(value, str) else _digits(value, outcome)
