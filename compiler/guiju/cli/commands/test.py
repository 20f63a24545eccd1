"""``guiju test``: every worked example of every standard."""

import argparse
from math import floor, isfinite, log10

from msgspec import Struct

from guiju.cli import words
from guiju.cli.columns import grouped, table
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._reasons import errors_of
from guiju.cli.output import complain, filled, say, say_json
from guiju.cli.progress import followed
from guiju.command_codes import NOT_CALCULABLE, CommandFault
from guiju.library import Result, Standard
from guiju.workspace import sources
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Converted, Expression, ProductOutcome, Reading
from guiju_dsl.standard.model import Example
from guiju_runtime.messages import Language


class Outcome(Struct, frozen=True, kw_only=True):
    """What one expectation of one example came to."""

    standard: str
    example: str
    name: str
    expected: float
    actual: float | None
    tolerance: float
    unit: str

    @property
    def ok(self) -> bool:
        """Tell whether the actual value is within the tolerance."""
        return self.actual is not None and abs(self.actual - self.expected) <= self.tolerance


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
    data = standard.place.beside(example.file) if example.file else example.given
    result = standard.calculate(data)
    return [
        Outcome(
            standard=standard.id,
            example=example.name,
            name=expected.name,
            expected=float(expected.expected),
            actual=actual(result, expected.actual),
            tolerance=float(expected.within),
            unit=expected.unit.text,
        )
        for expected in example.expected
    ]


def actual(result: Result, node: Expression) -> float | None:
    """Give the value that an expectation is about."""
    run_ = result.calculation.main.run
    value: object
    match node:
        case ProductOutcome():
            parts = (node.profile, node.product, node.name)
            value = run_.measures.get(".".join(part for part in parts if part))
        case Reading():
            value = run_.values.get(node.path, result.calculation.results.get(node.path))
        case Converted():
            inner = actual(result, node.operand)
            return None if inner is None else inner * float(node.ratio)
        case _:
            number = constant(node)
            value = float(number) if number is not None else None
    return float(value) if isinstance(value, float | int) and isfinite(value) else None


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
            _digits(o.actual, o) if o.actual is not None else words.NO_VALUE.in_language(language),
            _digits(o.expected, o),
            f"± {_digits(o.tolerance, o)} {o.unit}",
        )
        for o in outcomes
    ]
    for line in table(rows, (False, False, False, True, True, False), indent=0):
        say(line)
    ok = sum(o.ok for o in outcomes)
    complain(filled(words.EXAMPLES, language, ok=ok, wrong=len(outcomes) - ok))
