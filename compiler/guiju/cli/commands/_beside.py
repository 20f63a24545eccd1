"""What is asked of a table beside its results: intervals, changes, intermediate values."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from guiju.changing import parted
from guiju.cli.commands._uncertainty import sampling_of
from guiju.cli.output import complain
from guiju.command_codes import CommandFault, packages
from guiju.files import is_table
from guiju.library import Standard
from guiju.question_codes import OPTION_WITHOUT_EFFECT, OPTIONS_APART
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.batch.part import Beside
    from guiju.sureness.table_sides import Question

HOW_SURE = "--uncertainty analytic|montecarlo"


def beside_table(
    standard: Standard, options: argparse.Namespace, asked: tuple[str, ...], language: Language
) -> tuple[Beside, ...]:
    """Give what is asked for beside the results of a table.

    Raises:
        CommandFault: packages are missing, a change is none, or there can be no interval.
    """
    _contributions_fit(options)
    _reference_fits(options)
    beside = _questions(standard, options, asked, language)
    if not options.audit:
        return beside
    with packages("batch"):
        from guiju.table_audit import Audit
    return (*beside, Audit(standard=standard))


def _questions(
    standard: Standard, options: argparse.Namespace, asked: tuple[str, ...], language: Language
) -> tuple[Beside, ...]:
    """Give the changes and intervals that are asked for.

    Raises:
        CommandFault: packages are missing, a change is none, or there can be no interval.
    """
    question = _question(standard, options, asked) if options.uncertainty else None
    reference = _reference(standard, options, question, language)
    if options.what_if:
        written = tuple(parted(options.what_if))
        with packages("batch"):
            from guiju.table_changes.asked import Changes
        changes = Changes(
            standard=standard,
            written=written,
            asked=asked,
            question=question,
            explained=options.contributions,
            reference=reference,
        )
        changes.exact()
        changes.references()
        return (changes,)
    if question is None:
        return ()
    from guiju.sureness.tables import Intervals

    explained = options.contributions
    return (
        Intervals(standard=standard, question=question, explained=explained, reference=reference),
    )


def _reference(
    standard: Standard,
    options: argparse.Namespace,
    question: Question | None,
    language: Language,
) -> Mapping[str, object] | None:
    """Give the declaration that those of the table are compared with, if one is named.

    What is wrong with it is said; it is compared as long as it has an interval.

    Raises:
        CommandFault: it cannot be read, or has no interval.
    """
    if len(options.data) == 1 or question is None:
        return None
    from guiju.sureness.table_reference import Reference

    result = standard.calculate(Path(options.data[1]))
    for finding in result.findings:
        if finding.severity == "error":
            complain(to_text(finding, language, result.calculation.clause_of(finding)))
    Reference(standard, question, result.declaration)
    return result.declaration


def _reference_fits(options: argparse.Namespace) -> None:
    """See that beside a table there is one declaration at most, to be compared with.

    Raises:
        CommandFault: there is more, or nothing compares them.
    """
    table, *others = options.data
    if not others:
        return
    if len(others) > 1 or is_table(others[0]):
        raise CommandFault(OPTIONS_APART, one=Path(table).name, other=Path(others[-1]).name)
    name = Path(others[0]).name
    if not options.uncertainty:
        raise CommandFault(OPTION_WITHOUT_EFFECT, one=name, other=HOW_SURE)


def _contributions_fit(options: argparse.Namespace) -> None:
    """See that contributions are asked for where there is an interval of one result.

    Raises:
        CommandFault: they are not.
    """
    if options.contributions and not options.uncertainty:
        raise CommandFault(OPTION_WITHOUT_EFFECT, one="--contributions", other=HOW_SURE)


def _question(standard: Standard, options: argparse.Namespace, asked: tuple[str, ...]) -> Question:
    sampling = sampling_of(options)
    from guiju.sureness.montecarlo import must_be_enough
    from guiju.sureness.table_columns import results_of
    from guiju.sureness.table_sides import Question

    if sampling is not None:
        must_be_enough(sampling)
    footprints, _ = results_of(standard, options.profile, asked)
    if not footprints and (options.contributions or len(options.data) > 1):
        one = "--contributions" if options.contributions else Path(options.data[1]).name
        raise CommandFault(OPTION_WITHOUT_EFFECT, one=one, other="--outputs cfp")
    return Question(sampling=sampling, profile=options.profile, asked=asked)
