"""What ``--what-if`` shows: both results, their difference, what else changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guiju.changing import Change, WhatIf, changed, parted
from guiju.cli import words
from guiju.cli.columns import grouped, significant, table
from guiju.cli.commands._uncertainty import comparisons, found_for_changes, less_by_changes
from guiju.cli.commands._uncertainty import lines as interval_lines
from guiju.cli.output import as_json, complain, deliver, say, say_json
from guiju.library import Result, Standard
from guiju_runtime.finding_report import to_text
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language, Text
from guiju_runtime.result import by_stage, finding_to_plain

if TYPE_CHECKING:
    from guiju.sureness.uncertainty import Uncertainty

Row = tuple[Text, float | None, float | None]
"""A figure with its name, as declared and with the changes."""


def show_changes(standard: Standard, options: argparse.Namespace, language: Language) -> int:
    """Calculate each declaration with and without the changes asked for.

    Raises:
        CommandFault: a file or a change is not what it must be.
    """
    changes = parted(options.what_if)
    results = standard.calculate_all(
        [Path(data) for data in options.data], accept_other_digest=options.accept_other_digest
    )
    found = [(name, changed(standard, result, changes)) for name, result in results]
    sure = found_for_changes(standard, [one for _, one in found], options)
    if options.format == "json" or options.output:
        plain = [_plain_of(one, own, language) for (_, one), own in zip(found, sure, strict=True)]
        value: object = plain[0] if len(plain) == 1 else plain
        if options.output:
            deliver(f"{as_json(value)}\n".encode(), options.output)
        else:
            say_json(value)
    if options.format == "table":
        for (name, one), own in zip(found, sure, strict=True):
            if len(found) > 1:
                say(f"== {name}")
            _show(one, own, options.profile, language)
    wrong = (f.severity == "error" for _, one in found for f in one.after.findings)
    return 1 if any(wrong) else 0


def _plain_of(found: WhatIf, sure: list[Uncertainty], language: Language) -> dict[str, Any]:
    """Give the result with ``what_if`` beside it, and intervals in both."""
    plain = to_plain(found, language)
    if not sure:
        return plain
    from guiju.sureness.uncertainty import comparison_of, with_uncertainty

    before, after = sure
    what_if = plain["what_if"]
    what_if["result"] = with_uncertainty(what_if["result"], after, language)
    for _, _, one in comparisons(sure):
        what_if["comparison"] = {**comparison_of(one), "probability_less": 1 - one.less}
    return {**with_uncertainty(plain, before, language), "what_if": what_if}


def _show(found: WhatIf, sure: list[Uncertainty], profile: str, language: Language) -> None:
    for line in lines(found, profile, language):
        say(line)
    for part, own in zip((words.DECLARED, words.CHANGED), sure, strict=False):  # or none at all
        say(f"\n== {part.in_language(language)}")
        for line in interval_lines(own, language):
            say(line)
    for _, _, compared in comparisons(sure):
        say(f"\n{less_by_changes(compared, language)}")
    for head, findings in ((words.NEW, found.new_findings()), (words.GONE, found.gone_findings())):
        if findings:
            complain(head.in_language(language))
        for one in findings:
            clause = found.after.calculation.clause_of(one)
            complain(to_text(one, language, clause))


def lines(found: WhatIf, profile: str, language: Language) -> Iterator[str]:
    """Lay out both results beside each other; ``profile`` in place of the standard itself."""
    yield words.WHAT_IF.in_language(language)
    changes = [_change(change, language) for change in found.changes]
    yield from table(changes, (False, False, True, False, True))
    yield ""
    heads = tuple(
        head.in_language(language) for head in (words.DECLARED, words.CHANGED, words.DIFFERENCE)
    )
    rows = [("", *heads, "")]
    rows += [_row(row, language) for row in (*footprints(found, profile), *stages(found, profile))]
    yield from table(rows, (False, True, True, True, True))


def _change(change: Change, language: Language) -> tuple[str, ...]:
    unit = f" {change.known.unit}" if change.known.unit else ""
    before, after = (
        words.NOT_GIVEN.in_language(language) if value is None else _value(value, language) + unit
        for value in (change.before, change.after)
    )
    return change.known.label.in_language(language), change.known.name, before, "→", after


def _value(value: object, language: Language) -> str:
    if isinstance(value, bool):
        return (words.YES if value else words.NO).in_language(language)
    try:
        return significant(float(value))  # type: ignore[arg-type]  # what is no number raises
    except (TypeError, ValueError):
        return str(value)


def footprints(found: WhatIf, profile: str) -> Iterator[Row]:
    """Give the footprint of each product, before and after."""
    before, after = (one.calculation.books[profile] for one in (found.before, found.after))
    for name, one in before.footprints.items():
        unit, label = one.product.footprint_unit, one.product.label
        words_ = Text(zh=f"{label.zh}（{unit.zh}）", en=f"{label.en} ({unit.en})")
        yield words_, _known(one.cfp), _known(after.footprints[name].cfp)


def stages(found: WhatIf, profile: str) -> Iterator[Row]:
    """Give what each stage adds to the first product, before and after."""
    calculator = found.before.calculation.calculator
    sums = [_stages_of(one, profile) for one in (found.before, found.after)]
    for stage in dict.fromkeys((*sums[0], *sums[1])):
        label = calculator.stages.get(stage, Text(zh=stage, en=stage))
        yield label, _known(sums[0].get(stage, 0.0)), _known(sums[1].get(stage, 0.0))


def _stages_of(result: Result, profile: str) -> dict[str, float]:
    first = next(iter(result.calculation.books[profile].footprints.values()))
    return by_stage(result.calculation, first)


def _known(value: float) -> float | None:
    return value if value == value else None


def _row(row: Row, language: Language) -> tuple[str, ...]:
    label, before, after = row
    none = words.NO_VALUE.in_language(language)
    difference = ratio = ""
    if before is not None and after is not None:
        difference = signed(after - before)
        ratio = f"{(after - before) / before:+.2%}" if before else ""
    return (
        label.in_language(language),
        none if before is None else grouped(before),
        none if after is None else grouped(after),
        difference,
        ratio,
    )


def signed(value: float) -> str:
    """Write a difference with its sign."""
    return f"{'+' if value >= 0 else ''}{grouped(value)}"


def to_plain(found: WhatIf, language: Language) -> dict[str, Any]:
    """Give the result of the declaration with ``what_if`` beside it."""
    before, after = found.before.to_dict(language), found.after.to_dict(language)
    known = before["cfp"] is not None and after["cfp"] is not None
    difference = after["cfp"] - before["cfp"] if known else None
    return {
        **before,
        "what_if": {
            "changes": [
                {
                    "name": change.known.name,
                    "value": _plain(change.after),
                    "declared": _plain(change.before),
                    "unit": change.known.unit,
                }
                for change in found.changes
            ],
            "difference": difference,
            "ratio": difference / before["cfp"] if known and before["cfp"] else None,
            "by_stage": {
                stage: after["by_stage"].get(stage, 0.0) - before["by_stage"].get(stage, 0.0)
                for stage in {**before["by_stage"], **after["by_stage"]}
            }
            if known
            else {},
            "new_findings": _findings(found, found.new_findings(), language),
            "gone_findings": _findings(found, found.gone_findings(), language),
            "result": after,
        },
    }


def _findings(
    found: WhatIf, findings: tuple[Finding, ...], language: Language
) -> list[dict[str, Any]]:
    return [finding_to_plain(one, found.after.calculation, language) for one in findings]


def _plain(value: object) -> object:
    """Give a value that JSON can carry: exact numbers as floats."""
    return float(value) if isinstance(value, Fraction) else value
