"""What ``--uncertainty`` adds to a result: intervals, what they come from, comparisons."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guiju.cli import words
from guiju.cli.columns import grouped, significant, table
from guiju.cli.output import filled
from guiju.cli.progress import Progress
from guiju.cli.result_table import bar
from guiju.command_codes import CommandFault, packages
from guiju.library import Result, Standard
from guiju.question_codes import OPTION_WITHOUT_EFFECT
from guiju_runtime.data_words import listed
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.changing import WhatIf
    from guiju.sureness.analytic import Interval
    from guiju.sureness.comparing import Compared
    from guiju.sureness.montecarlo import Sampling
    from guiju.sureness.uncertainty import Uncertainty

MOST_INPUTS = 10
DRAWS = "--uncertainty montecarlo"
SAMPLES, SEED = 10_000, 1
"""What is taken where the command does not say."""


def draws_fit(options: argparse.Namespace) -> None:
    """See that how to draw is said only where there are draws.

    Raises:
        CommandFault: it is said in vain.
    """
    drawn = {"--samples": options.samples, "--seed": options.seed, "--sampler": options.sampler}
    for name, value in drawn.items():
        if value is not None and options.uncertainty != "montecarlo":
            raise CommandFault(OPTION_WITHOUT_EFFECT, one=name, other=DRAWS)


def found_for(
    standard: Standard, results: Sequence[Result], options: argparse.Namespace
) -> list[Uncertainty | None]:
    """Give the uncertainty of each result; none if it was not asked for.

    A footprint without value has none either: the findings of the result say why.

    Raises:
        CommandFault: packages are missing, or there is nothing to calculate an interval from.
    """
    if not options.uncertainty:
        return []
    sampling = sampling_of(options)
    from guiju.sureness.uncertainty import uncertainties

    known = [_has_value(result, options.profile) for result in results]
    some = [result for result, has in zip(results, known, strict=True) if has]
    with _followed() as shown:
        found = iter(uncertainties(standard, some, sampling, options.profile, shown))
    return [next(found) if has else None for has in known]


def _has_value(result: Result, profile: str) -> bool:
    footprints = result.calculation.books[profile].footprints.values()
    return any(one.cfp == one.cfp for one in footprints)


def found_for_changes(
    standard: Standard, changed: Sequence[WhatIf], options: argparse.Namespace
) -> list[list[Uncertainty]]:
    """Give the uncertainty of each declaration as it is and with changes, if it was asked for.

    Raises:
        CommandFault: packages are missing, or there is nothing to calculate an interval from.
    """
    if not options.uncertainty:
        return [[] for _ in changed]
    sampling = sampling_of(options)
    from guiju.sureness.uncertainty import uncertainties_of_changes

    with _followed() as shown:
        return [
            uncertainties_of_changes(standard, one, sampling, options.profile, shown)
            for one in changed
        ]


@contextmanager
def _followed() -> Iterator[Callable[[int, int], None]]:
    """Show how many draws of how many are done, until all are."""
    progress = Progress()
    try:
        yield lambda done, of: progress.show(f"draws {done:,}/{of:,}")
    finally:
        progress.clear()


def sampling_of(options: argparse.Namespace) -> Sampling | None:
    """Give how draws are made, None for the first-order way.

    Raises:
        CommandFault: packages are missing.
    """
    with packages("batch"):
        from guiju.sureness.montecarlo import Sampling
    if options.uncertainty != "montecarlo":
        return None
    return Sampling(
        samples=SAMPLES if options.samples is None else options.samples,
        seed=SEED if options.seed is None else options.seed,
        sampler=options.sampler or "random",
        native=getattr(options, "engine", "") == "native",
    )


def comparisons(found: Sequence[Uncertainty | None]) -> list[tuple[int, int, Compared]]:
    """Compare each two declarations: over common draws, or to first order."""
    known = [(number, one) for number, one in enumerate(found) if one is not None]
    if len(known) < 2:
        return []
    from guiju.sureness.uncertainty import beside

    return [(a, b, beside(one, other)) for (a, one), (b, other) in combinations(known, 2)]


def plain_of(
    results: Sequence[Result], found: Sequence[Uncertainty | None], language: Language
) -> list[dict[str, Any]]:
    """Give results as plain data, each with its interval, and with comparisons with the others."""
    plain = [result.to_dict(language) for result in results]
    if not found:
        return plain
    from guiju.sureness.uncertainty import comparison_of, with_uncertainty

    plain = [
        with_uncertainty(one, own, language) if own is not None else one
        for one, own in zip(plain, found, strict=True)
    ]
    for a, b, one in comparisons(found):
        own = plain[a]["uncertainty"].setdefault("comparisons", [])
        own.append({"with": plain[b]["data_digest"], **comparison_of(one)})
    return plain


def lines(found: Uncertainty, language: Language) -> Iterator[str]:
    """Lay out the interval of each product, and what it comes from."""
    yield ""
    yield _head(found, language)
    heads = (words.MEDIAN, words.INTERVAL, words.DEVIATION)
    rows = [("", *(head.in_language(language) for head in heads))]
    products = found.analysis.result.calculation.books[found.analysis.profile].footprints
    for name, own in found.intervals.items():
        rows.append(_interval(products[name].product.label.in_language(language), own, grouped))
    for result in found.analysis.result.calculation.calculator.results:
        if result.path in found.results:
            label = f"{result.label.in_language(language)} {result.unit}".rstrip()
            rows.append(_interval(label, found.results[result.path], significant))
    yield from table(rows, (False, True, True, True))
    contributions = next(iter(found.contributions.values()))
    yield ""
    yield words.VARIANCE.in_language(language)
    yield from table(
        [
            (
                one.input.known.label.in_language(language),
                one.input.known.name,
                one.input.spread.words(one.input.known.unit).in_language(language)
                if one.input.spread
                else "",
                f"{one.share:.1%}",
                bar(one.share),
            )
            for one in contributions[:MOST_INPUTS]
        ],
        (False, False, False, True, False),
    )
    yield f"  {filled(words.EXACT_INPUTS, language, count=found.exact)}"
    if found.classless:
        count, names = len(found.classless), listed(found.classless).in_language(language)
        yield f"  {filled(words.CLASSLESS_INPUTS, language, count=count, names=names)}"


def _interval(label: str, own: Interval, as_text: Callable[[float], str]) -> tuple[str, ...]:
    between = f"{as_text(own.low)} ～ {as_text(own.high)}"
    return label, as_text(own.median), between, as_text(own.deviation)


def _head(found: Uncertainty, language: Language) -> str:
    if found.sampling is None or found.drawn is None:
        return words.ANALYTIC.in_language(language)
    product = next(iter(found.intervals))
    stopped = found.drawn.without_value(product)
    head = filled(
        words.MONTE_CARLO,
        language,
        samples=f"{len(found.drawn.footprints[product]):,}".replace(",", " "),
        seed=found.sampling.seed,
        sampler=words.SAMPLERS[found.sampling.sampler].in_language(language),
    )
    more = filled(words.WITHOUT_VALUE, language, count=stopped) if stopped else ""
    return f"{head}{more}"


def comparison_lines(
    names: Sequence[str], found: Sequence[Uncertainty | None], language: Language
) -> Iterator[str]:
    """Say which of each two declarations is less, and how surely."""
    for a, b, one in comparisons(found):
        yield ""
        own = _compared(one)
        a_, b_ = Path(names[a]).name, Path(names[b]).name
        yield filled(words.COMPARED, language, a=a_, b=b_, less=f"{one.less:.1%}", **own)


def less_by_changes(one: Compared, language: Language) -> str:
    """Say how surely a footprint is less with changes; ``one`` compares it without and with."""
    return filled(words.LESS_BY_CHANGES, language, less=f"{1 - one.less:.1%}", **_compared(one))


def _compared(one: Compared) -> dict[str, str]:
    median, low, high = map(_signed, one.difference)
    return {"median": median, "low": low, "high": high}


def _signed(value: float) -> str:
    return f"{'+' if value >= 0 else ''}{significant(value)}"
