"""``guiju sensitivity``: what a footprint hangs on."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from guiju.cli import words
from guiju.cli.columns import grouped, significant, table
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._data import data_of
from guiju.cli.commands._profile import profile_is_known
from guiju.cli.output import filled, say, say_json
from guiju.sureness.analysis import analysed
from guiju.sureness.sensitivity import STEP, Sensitivity, sensitivities
from guiju_runtime.messages import Language

MOST = 20


def run(options: argparse.Namespace, language: Language) -> int:
    """Give derivatives and the footprint with each input lower and higher."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    profile_is_known(standard, options.profile)
    analysis = analysed(standard, standard.calculate(data_of(options)), options.profile)
    found = {product: sensitivities(analysis, product) for product in analysis.products}
    if options.format == "json":
        say_json(to_plain(standard.id, options.profile, found, language))
        return 0
    product, first = next(iter(found.items()))
    calculation = analysis.result.calculation
    of = calculation.books[options.profile].footprints[product].product
    say(f"{words.CFP.in_language(language)}  {of.label.in_language(language)}")
    unit = of.footprint_unit.in_language(language)
    say(f"  {grouped(analysis.footprint(product))} {unit}")
    say()
    for line in lines(first, language):
        say(line)
    return 0


def lines(found: Sequence[Sensitivity], language: Language) -> Iterator[str]:
    """Lay out the strongest inputs, one a line."""
    step = f"{STEP:.0%}"
    heads = (
        words.INPUT.in_language(language),
        words.NAME.in_language(language),
        words.ITS_VALUE.in_language(language),
        words.DERIVATIVE.in_language(language),
        words.ELASTICITY.in_language(language),
        f"-{step}",
        f"+{step}",
    )
    rows = [heads, *(_row(one, language) for one in found[:MOST] if one.derivative)]
    yield from table(rows, (False, False, True, True, True, True, True))
    yield ""
    yield filled(words.SENSITIVITY_NOTE, language, step=step)
    left = sum(bool(one.derivative) for one in found) - MOST
    if left > 0:
        yield filled(words.MORE_INPUTS, language, count=left)


def _row(one: Sensitivity, language: Language) -> tuple[str, ...]:
    known = one.input.known
    none = words.NO_VALUE.in_language(language)
    ends = (none if end is None else grouped(end) for end in (one.lower, one.higher))
    return (
        known.label.in_language(language),
        known.name,
        f"{significant(one.input.value)} {known.unit}".rstrip(),
        significant(one.derivative),
        "" if one.elasticity is None else f"{one.elasticity:+.3f}",
        *ends,
    )


def to_plain(
    standard: str, profile: str, found: dict[str, tuple[Sensitivity, ...]], language: Language
) -> dict[str, Any]:
    """Give sensitivities as plain data."""
    return {
        "standard": standard,
        "profile": profile or None,
        "step": STEP,
        "products": {
            product: [
                {
                    "name": one.input.known.name,
                    "label": one.input.known.label.in_language(language),
                    "value": one.input.value,
                    "unit": one.input.known.unit,
                    "default": one.input.default,
                    "derivative": one.derivative,
                    "elasticity": one.elasticity,
                    "lower": one.lower,
                    "higher": one.higher,
                }
                for one in sensitivities_
            ]
            for product, sensitivities_ in found.items()
        },
    }
