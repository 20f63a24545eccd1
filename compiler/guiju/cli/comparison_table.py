"""Two rule books on one plant as a table for people."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from guiju.cli import effect_words, words
from guiju.cli.columns import table
from guiju.cli.effects_table import effect_lines, number, signed
from guiju.cli.output import filled
from guiju.comparing import Comparison
from guiju.comparing.model import Compared, Demand, Line
from guiju.comparing.words import KINDS
from guiju.effects.rounding import digits_for, rounded
from guiju_runtime.messages import Language, Text


def comparison_lines(found: Comparison, language: Language) -> Iterator[str]:
    """Lay out both results, their parts, the effects, and what only one side asks."""
    yield from result_lines(found, ("A", "B"), language)
    for title, lines in (
        (effect_words.BY_STAGE, found.by_stage),
        (effect_words.BY_PROCESS, found.by_process),
        (effect_words.BY_GAS, found.by_gas),
    ):
        yield from _parts(found, title, lines, language)
    yield ""
    if found.effects is not None:
        yield from effect_lines(found.effects, language)
    elif found.a.side.standard is not found.b.side.standard:
        yield effect_words.NOT_EXPLAINED.in_language(language)
    yield from _apart(found, language)
    yield from _demands(found, language)


def result_lines(found: Comparison, names: tuple[str, str], language: Language) -> Iterator[str]:
    """Lay out both results under their names, and their difference."""
    a, b = found.a, found.b
    units = [found.unit or one.product.unit_label.en for one in (a, b)]
    digits = digits_for(*(one.cfp for one in (a, b) if one.cfp is not None))
    yield words.CFP.in_language(language) + "  " + a.product.label.in_language(language)
    rows = [
        (name, *_head(one, digits, unit, language))
        for name, one, unit in zip(names, (a, b), units, strict=True)
    ]
    difference = found.difference
    if difference is not None and a.cfp is not None and b.cfp is not None:
        shown = signed(rounded(b.cfp, digits) - rounded(a.cfp, digits))
        share = f"{float(difference / a.cfp):+.2%}" if a.cfp else ""
        name = filled(effect_words.DIFFERENCE_OF, language, a=names[0], b=names[1])
        rows.append(("", name, "", shown, f"kgCO2e / {found.unit}  {share}".rstrip()))
    yield from table(rows, (False, False, False, True, False))
    yield from (f"  {one.in_language(language)}" for one in found.remarks())


def _head(one: Compared, digits: int, unit: str, language: Language) -> tuple[str, str, str, str]:
    none = words.NO_VALUE.in_language(language)
    value = none if one.cfp is None else number(rounded(one.cfp, digits))
    return one.side.title.in_language(language), one.side.written, value, f"kgCO2e / {unit}"


def _parts(
    found: Comparison, title: Text, lines: Sequence[Line], language: Language
) -> Iterator[str]:
    if not lines:
        return
    values = [value for line in lines for value in (line.a, line.b) if value is not None]
    digits = digits_for(*(Fraction(value) for value in values))
    head = effect_words.DIFFERENCE.in_language(language)
    rows = [("", "A", "B", head if found.unit else "")]
    rows += [
        (line.label.in_language(language), *_cells(line, digits, found, language)) for line in lines
    ]
    yield ""
    yield title.in_language(language)
    yield from table(rows, (False, True, True, True))


def _cells(line: Line, digits: int, found: Comparison, language: Language) -> tuple[str, str, str]:
    none = words.NO_VALUE.in_language(language)
    a, b = (None if v is None else rounded(Fraction(v), digits) for v in (line.a, line.b))
    known = a is not None and b is not None and found.unit is not None
    return (
        none if a is None else number(a),
        none if b is None else number(b),
        signed(b - a) if known and a is not None and b is not None else "",
    )


def _apart(found: Comparison, language: Language) -> Iterator[str]:
    for side, group in groupby(found.apart, key=lambda one: one[0]):
        yield ""
        yield filled(effect_words.APART, language, side=side.upper())
        yield from (f"  {label.in_language(language)}" for _, label in group)


def _demands(found: Comparison, language: Language) -> Iterator[str]:
    """List what only A asks, then what only B asks, by kind."""
    yield ""
    if not found.demands:
        yield effect_words.NO_DIFFERENCE_IN_DEMANDS.in_language(language)
    for side in ("a", "b"):
        own = [one for one in found.demands if one.side == side]
        for kind, group in groupby(own, key=lambda one: one.kind):
            only = filled(effect_words.ONLY, language, side=side.upper())
            yield f"{only} · {KINDS[kind].in_language(language)}"
            rows = [
                (one.words.in_language(language), _id(one), one.detail.in_language(language))
                for one in group
            ]
            yield from table(rows, (False, False, False))
    if found.a.side.standard is found.b.side.standard:
        yield f"  {effect_words.ONE_STANDARD.in_language(language)}"


def _id(one: Demand) -> str:
    """Give the path of what is asked; prose has none."""
    return one.id if one.id != one.words.zh else ""
