"""``guiju calc`` of a table of many declarations."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from guiju.cli import words
from guiju.cli.output import complain, filled, say
from guiju.cli.progress import Progress
from guiju.command_codes import (
    NOT_A_TABLE,
    OUTPUT_NOT_NAMED,
    PACKAGES_MISSING,
    UNREADABLE,
    CommandFault,
    cannot_write,
    reason_of,
)
from guiju.files import cache_folder
from guiju.library import Standard
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.batch.calculating import Engine
    from guiju.batch.job import Done
    from guiju.batch.part import Beside

ENDINGS = (".parquet", ".arrow", ".feather", ".csv")


def is_table(name: str) -> bool:
    """Tell from its name whether a file holds many declarations."""
    return Path(name).suffix.lower() in ENDINGS


def calculate_table(
    standard: Standard, options: argparse.Namespace, beside: "Beside | None", language: Language
) -> int:
    """Calculate every declaration of a table into another.

    Args:
        beside: gives further columns, or None.

    Raises:
        CommandFault: packages, the output or the table itself are not as they must be.
    """
    data, output = Path(options.data[0]), Path(options.output)
    if not is_table(options.output):
        raise CommandFault(OUTPUT_NOT_NAMED, file=data.name, endings=", ".join(ENDINGS))
    done = _done(standard, data, output, options.engine, beside, language)
    for finding in done.findings:
        complain(to_text(finding, language))
    if any(finding.severity == "error" for finding in done.findings):
        return 1
    say(
        filled(
            words.TABLE_DONE,
            language,
            declarations=done.declarations,
            faulty=done.faulty,
            aside=done.aside,
        )
    )
    for file in (done.results, done.found):
        say(filled(words.WRITTEN, language, file=file))
    return 1 if done.faulty else 0


def _done(
    standard: Standard,
    data: Path,
    output: Path,
    engine: "Engine",
    beside: "Beside | None",
    language: Language,
) -> "Done":
    try:
        import pyarrow as pa

        from guiju.batch.job import Job, run
    except ImportError as fault:
        raise CommandFault(PACKAGES_MISSING, package=fault.name or "", extra="batch") from fault
    progress = Progress()
    job = Job(
        plan=standard.plan,
        calculator=standard.module.CALCULATOR,
        data=data,
        output=output,
        asked=(),
        language=language,
        engine=engine,
        beside=beside,
        kernels=cache_folder(),
        shown=lambda done, of: progress.show(f"calc {done:,}" + (f"/{of:,}" if of else "")),
    )
    try:
        data.stat()
    except OSError as fault:
        raise CommandFault(UNREADABLE, file=str(data), reason=reason_of(fault)) from fault
    try:
        return run(job)
    except pa.ArrowInvalid as fault:
        raise CommandFault(NOT_A_TABLE, file=data.name) from fault
    except OSError as fault:
        raise cannot_write(str(output), fault) from fault
    finally:
        progress.clear()
