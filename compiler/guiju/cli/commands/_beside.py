"""What is asked of a table beside its results: intervals, changes, intermediate values."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from guiju.changing import parted
from guiju.cli.commands._table import packages
from guiju.cli.commands._uncertainty import sampling_of
from guiju.library import Standard

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

    return (Intervals(standard=standard, question=question),)


def _question(standard: Standard, options: argparse.Namespace, asked: tuple[str, ...]) -> Question:
    sampling = sampling_of(options)
    from guiju.sureness.montecarlo import must_be_enough
    from guiju.sureness.table_columns import results_of
    from guiju.sureness.table_sides import Question

    if sampling is not None:
        must_be_enough(sampling)
    results_of(standard, options.profile, asked)
    return Question(sampling=sampling, profile=options.profile, asked=asked)
