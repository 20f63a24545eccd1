"""How sure the footprints of one or several declarations are, by either way."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from guiju.changing import WhatIf, plan_with
from guiju.command_codes import CommandFault
from guiju.inputs import FactorInput
from guiju.library import Result, Standard
from guiju.sureness.analysis import Analysis, analysed
from guiju.sureness.analytic import LEVEL, Contribution, Interval, analytic
from guiju.sureness.comparing import Compared, compared, compared_to_first_order
from guiju.sureness.montecarlo import (
    Drawn,
    Sampling,
    Shown,
    drawn,
    must_be_uncertain,
    say_nothing,
    uncertain,
)
from guiju_runtime.messages import Language
from guiju_runtime.result import data_digest

Method = Literal["analytic", "montecarlo"]
LEAST_SHARE = 1e-9
"""What adds less to the variance is not listed."""


class Uncertainty(Struct, frozen=True, kw_only=True):
    """How sure the footprints of a declaration are.

    Attributes:
        sampling: how it was drawn, None for the first-order way.
        intervals: by product; ``contributions`` to the variance by product, first order.
        results: intervals of further results that depend on something uncertain, by path.
    """

    analysis: Analysis
    sampling: Sampling | None
    drawn: Drawn | None
    intervals: dict[str, Interval]
    contributions: dict[str, tuple[Contribution, ...]]
    results: dict[str, Interval]

    @property
    def exact(self) -> int:
        """Count the inputs that no uncertainty is known of: they are taken as exact."""
        return sum(one.spread is None for one in self.analysis.inputs)

    @property
    def classless(self) -> tuple[str, ...]:
        """Name the inputs that nothing is known of the quality of: they count as the last level."""
        return tuple(one.known.name for one in self.analysis.inputs if one.classless)


def uncertainties(
    standard: Standard,
    results: Sequence[Result],
    sampling: Sampling | None,
    profile: str = "",
    shown: Shown = say_nothing,
) -> list[Uncertainty]:
    """Give the uncertainty of each result; what they share is drawn once.

    Args:
        sampling: how draws are made; None for the first-order way.
        shown: is told how many draws of how many are done.

    Raises:
        CommandFault: a footprint has no value, or no input has an uncertainty.
    """
    return _found([(standard, result) for result in results], sampling, profile, shown, "")


def uncertainties_of_changes(
    standard: Standard,
    found: WhatIf,
    sampling: Sampling | None,
    profile: str = "",
    shown: Shown = say_nothing,
) -> list[Uncertainty]:
    """Give the uncertainty of a declaration as it is and with changes.

    Every input is off by as much in both, one with another value in proportion: they differ by the
    changes alone.

    Raises:
        CommandFault: a footprint has no value, or no input has an uncertainty.
    """
    factors = [
        (change.known, change.after)
        for change in found.changes
        if isinstance(change.known, FactorInput) and isinstance(change.after, Fraction)
    ]
    other = replace(standard, plan=plan_with(standard.plan, factors))
    pairs = [(standard, found.before), (other, found.after)]
    return _found(pairs, sampling, profile, shown, data_digest(found.before.declaration))


def _found(
    pairs: Sequence[tuple[Standard, Result]],
    sampling: Sampling | None,
    profile: str,
    shown: Shown,
    whose: str,
) -> list[Uncertainty]:
    analyses = [analysed(by, result, profile, whose=whose) for by, result in pairs]
    must_be_uncertain(analyses)
    found: list[Drawn | None] = [None] * len(analyses)
    if sampling is not None:
        varied = [
            analysed(by, result, profile, only_uncertain=True, whose=whose) for by, result in pairs
        ]
        found = list(drawn(varied, sampling, shown))
    further = [_results(by, result, sampling, profile, whose) for by, result in pairs]
    return [
        _of(analysis, sampling, one, results)
        for analysis, one, results in zip(analyses, found, further, strict=True)
    ]


def _results(
    standard: Standard, result: Result, sampling: Sampling | None, profile: str, whose: str
) -> dict[str, Interval]:
    """Give the intervals of further results; none of those that a tape cannot express."""
    if profile:
        return {}
    try:
        analysis = analysed(
            standard, result, only_uncertain=sampling is not None, whose=whose, further=True
        )
    except CommandFault:
        return {}
    if not uncertain(analysis):
        return {}
    [draws] = drawn([analysis], sampling) if sampling is not None else [None]
    found = {
        path: draws.interval(path) if draws is not None else analytic(analysis, path).interval
        for path in analysis.products
    }
    return {path: own for path, own in found.items() if own.deviation > 0}


def _of(
    analysis: Analysis,
    sampling: Sampling | None,
    draws: Drawn | None,
    results: dict[str, Interval],
) -> Uncertainty:
    first = {product: analytic(analysis, product) for product in analysis.products}
    return Uncertainty(
        analysis=analysis,
        sampling=sampling,
        drawn=draws,
        intervals={
            product: draws.interval(product) if draws is not None else own.interval
            for product, own in first.items()
        },
        contributions={
            product: tuple(c for c in own.contributions if c.share >= LEAST_SHARE)
            for product, own in first.items()
        },
        results=results,
    )


def beside(first: Uncertainty, second: Uncertainty) -> Compared:
    """Compare two footprints; what both read is off by as much in both."""
    if first.drawn is not None and second.drawn is not None:
        return compared(first.drawn, second.drawn)
    return compared_to_first_order(first.analysis, second.analysis)


def with_uncertainty(
    plain: dict[str, Any], found: Uncertainty, language: Language
) -> dict[str, Any]:
    """Give a result as plain data with ``interval`` and ``uncertainty`` in it."""
    product = next(iter(found.intervals))
    products = {
        name: {**own, "interval": interval_of(found.intervals[name])}
        if name in found.intervals
        else own
        for name, own in plain["products"].items()
    }
    results = {
        path: {**own, "interval": interval_of(found.results[path])}
        if path in found.results
        else own
        for path, own in plain["results"].items()
    }
    return {
        **plain,
        "interval": interval_of(found.intervals[product]),
        "products": products,
        "results": results,
        "uncertainty": {
            **_how(found, product),
            **_figures(found.intervals[product]),
            "exact_inputs": found.exact,
            "without_class": list(found.classless),
            "contributions": [_contribution(one, language) for one in _open(found, product)],
        },
    }


def _open(found: Uncertainty, product: str) -> tuple[Contribution, ...]:
    """Give the contributions that a result may hold: none where data may be confidential.

    Whoever knows value or share, derivative and uncertainty of all but one knows that one.
    """
    secret = found.analysis.result.calculation.calculator.confidential
    return () if secret else found.contributions[product]


def interval_of(own: Interval) -> dict[str, float]:
    """Give an interval as plain data, in the unit of what it is of."""
    return {"low": own.low, "high": own.high, "level": LEVEL}


def _how(found: Uncertainty, product: str) -> dict[str, Any]:
    how: dict[str, Any] = {"profile": found.analysis.profile or None}
    if found.sampling is None or found.drawn is None:
        return {"method": "analytic", **how}
    return {
        "method": "montecarlo",
        **how,
        "sampler": found.sampling.sampler,
        "samples": len(found.drawn.footprints[product]),
        "seed": found.sampling.seed,
        "without_value": found.drawn.without_value(product),
        "at_limit": found.drawn.clipped,
    }


def _figures(own: Interval) -> dict[str, float]:
    return {"median": own.median, "mean": own.mean, "standard_deviation": own.deviation}


def _contribution(one: Contribution, language: Language) -> dict[str, Any]:
    known, spread = one.input.known, one.input.spread
    assert spread is not None
    return {
        "name": known.name,
        "label": known.label.in_language(language),
        "value": one.input.value,
        "unit": known.unit,
        "uncertainty": {"kind": spread.kind, "parameters": list(spread.parameters)},
        "derivative": one.derivative,
        "share": one.share,
    }


def comparison_of(found: Compared) -> dict[str, Any]:
    """Give a comparison as plain data [kgCO2e per unit of the product]."""
    median, low, high = found.difference
    return {
        "probability_less": found.less,
        "difference": {"median": median, "low": low, "high": high, "level": LEVEL},
        **({"draws": found.draws} if found.draws is not None else {}),
    }
