"""What is asked of a table beside its results: intervals, changes, intermediate values."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from guiju.changing import parted
from guiju.cli.commands._table import packages
from guiju.cli.commands._uncertainty import sampling_of
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.question_codes import OPTION_WITHOUT_EFFECT, OPTIONS_APART

if TYPE_CHECKING:
    from guiju.batch.part import Beside
    from guiju.sureness.table_sides import Question


def beside_table(
    standard: Standard, options: argparse.Namespace, asked: tuple[str, ...]
) -> tuple[Beside, ...]:
    """Give what is asked for beside the results of a table.

    Raises:
        CommandFault: packages are missing, a change is none, or there can be no interval.
    """
    _contributions_fit(options)
    beside = _questions(standard, options, asked)
    if not options.audit:
        return beside
    with packages("batch"):
        from guiju.table_audit import Audit
    return (*beside, Audit(standard=standard))


def _questions(
    standard: Standard, options: argparse.Namespace, asked: tuple[str, ...]
) -> tuple[Beside, ...]:
    """Give the changes and intervals that are asked for.

    Raises:
        CommandFault: packages are missing, a change is none, or there can be no interval.
    """
    question = _question(standard, options, asked) if options.uncertainty else None
    if options.what_if:
        written = tuple(parted(options.what_if))
        with packages("batch"):
            from guiju.table_changes.asked import Changes
        changes = Changes(standard=standard, written=written, asked=asked, question=question)
        changes.exact()
        return (changes,)
    if question is None:
        return ()
    from guiju.sureness.tables import Intervals

    explained: bool = options.contributions
    return (Intervals(standard=standard, question=question, explained=explained),)


def _contributions_fit(options: argparse.Namespace) -> None:
    """See that contributions are asked for where there is an interval of one result.

    Raises:
        CommandFault: they are not.
    """
    if options.contributions and not options.uncertainty:
        fit = "--uncertainty analytic|montecarlo"
        raise CommandFault(OPTION_WITHOUT_EFFECT, one="--contributions", other=fit)
    if options.contributions and options.what_if:
        raise CommandFault(OPTIONS_APART, one="--contributions", other="--what-if")


def _question(standard: Standard, options: argparse.Namespace, asked: tuple[str, ...]) -> Question:
    sampling = sampling_of(options)
    from guiju.sureness.montecarlo import must_be_enough
    from guiju.sureness.table_columns import results_of
    from guiju.sureness.table_sides import Question

    if sampling is not None:
        must_be_enough(sampling)
    footprints, _ = results_of(standard, options.profile, asked)
    if options.contributions and not footprints:
        raise CommandFault(OPTION_WITHOUT_EFFECT, one="--contributions", other="--outputs cfp")
    return Question(sampling=sampling, profile=options.profile, asked=asked)
