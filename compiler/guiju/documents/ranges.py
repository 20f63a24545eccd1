"""Usual ranges and limits, in a table and in words."""

from collections.abc import Iterator
from fractions import Fraction

from guiju.documents.conditions import in_words
from guiju.documents.drafting import Drafting
from guiju.documents.printing import grouped
from guiju.documents.symbols import bare
from guiju_dsl.standard.expressions import Compared, Expression, InRange, Number, ProductOutcome
from guiju_dsl.standard.model import Provision

SIGNS = {">=": "at_least_sign", "<=": "at_most_sign", ">": "more_sign", "<": "less_sign"}


def range_words(condition: Expression | None, drafting: Drafting) -> str:
    """Print a range: ``2.1～2.8 t/t``, ``≥0``; nothing for a condition of another form."""
    match condition:
        case InRange(low=low, high=high):
            return bounds(bare(low), bare(high), drafting)
        case Compared(operator=operator, right=right) if operator in SIGNS:
            bound = bare(right)
            if isinstance(bound, Number):
                return drafting.say(SIGNS[operator], with_unit(bound, drafting))
    return ""


def bounds(low: Expression, high: Expression, drafting: Drafting) -> str:
    """Print two bounds; the unit stands behind the second if both have it or the first is bare."""
    if not isinstance(low, Number) or not isinstance(high, Number):
        return ""
    unit = drafting.phrases.symbol(high.unit.text)
    if low.unit.text not in ("", high.unit.text):
        return drafting.say("dash_range", with_unit(low, drafting), with_unit(high, drafting), "")
    return drafting.say("dash_range", digits(low), digits(high), unit)


def digits(number: Number) -> str:
    """Print the digits of a constant in groups."""
    return grouped(number.written.replace("_", ""))


def with_unit(number: Number, drafting: Drafting) -> str:
    """Print a constant with its unit; nought without."""
    unit = drafting.phrases.symbol(number.unit.text) if number.value != Fraction(0) else ""
    if unit == "%":
        return drafting.say("percent", digits(number))
    if not unit:
        return digits(number)
    return f"{digits(number)} {unit}"


def expected(drafting: Drafting, *, results: bool) -> list[tuple[str, str, str, str]]:
    """Give process, indicator, range and remark of what is usual: of data, or of results."""
    return [
        row
        for provision in drafting.rules.provisions
        if provision.force == "expect" and speaks_of_result(provision) == results
        for row in expected_row(provision, drafting)
    ]


def expected_row(provision: Provision, drafting: Drafting) -> Iterator[tuple[str, str, str, str]]:
    """Give the row of one usual range, if it is one."""
    condition = provision.condition
    words = range_words(condition, drafting)
    if not words or not isinstance(condition, InRange | Compared):
        return
    measured = condition.value if isinstance(condition, InRange) else condition.left
    value = bare(measured)
    if isinstance(value, ProductOutcome):
        label = drafting.meanings.outcomes[value.product].label
        said = drafting.say("footprint_of", drafting.text(label))
    else:
        said = in_words(value, drafting.symbols)
    process = drafting.meanings.labels.get(provision.place.split(".")[0])
    yield drafting.text(process) if process else "", said, words, remark(provision, drafting)


def remark(provision: Provision, drafting: Drafting) -> str:
    """Say where a range is from and whether that was checked."""
    parts = [drafting.text(provision.notes.source)]
    parts += [drafting.say("unverified")] if provision.notes.unverified else []
    return drafting.say("joined", [part for part in parts if part])


def speaks_of_result(provision: Provision) -> bool:
    """Say whether a range is of a footprint."""
    condition = provision.condition
    return isinstance(condition, InRange) and isinstance(bare(condition.value), ProductOutcome)
