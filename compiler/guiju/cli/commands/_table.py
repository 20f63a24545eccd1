"""``guiju calc`` of a table of many declarations."""

import argparse
import errno
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from guiju import workspace
from guiju.batch.endings import TABLE_ENDINGS
from guiju.cli import words
from guiju.cli.output import complain, filled, say
from guiju.cli.progress import Progress
from guiju.command_codes import CommandFault, cannot_write, packages
from guiju.files import cache_folder, is_table
from guiju.library import Standard
from guiju.question_codes import OPTION_WITHOUT_EFFECT, OPTIONS_APART
from guiju.table_codes import NOT_A_TABLE, OUTPUT_IS_INPUT, OUTPUT_NOT_NAMED
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language, Text, Value, in_words

if TYPE_CHECKING:
    from guiju.batch.job import Done, Shown
    from guiju.batch.part import Beside

Run = Callable[["Shown"], "Done"]
WORKERS = 2


def calculate_table(
    standard: Standard,
    options: argparse.Namespace,
    asked: tuple[str, ...],
    beside: "tuple[Beside, ...]",
    language: Language,
) -> int:
    """Calculate every declaration of a table into another.

    Args:
        asked: results that are wanted; empty means all of them.
        beside: what is asked for beside the results.

    Raises:
        CommandFault: packages, the output or the table itself are not as they must be.
    """
    data, output = Path(options.data[0]), Path(options.output)
    if output.suffix.lower() not in TABLE_ENDINGS:
        raise CommandFault(OUTPUT_NOT_NAMED, file=data.name, endings=", ".join(TABLE_ENDINGS))
    run = _runner(standard, options, asked, beside, language)
    workspace.table_can_be_read(data)
    _can_be_written(output, data, [word for one in beside for word in one.files])
    progress = Progress()

    def shown(done: int, of: int | None) -> None:
        progress.show(f"calc {done:,}" + (f"/{of:,}" if of else ""))

    try:
        done = _done(run, data, output, shown)
    except KeyboardInterrupt:
        progress.clear()
        complain(in_words(_kept(output), language).rstrip("；; "))
        raise
    finally:
        progress.clear()
    return _tell(done, standard, language)


def _tell(done: "Done", standard: Standard, language: Language) -> int:
    """Say what a table came to; give the exit code."""
    for finding in done.findings:
        complain(to_text(finding, language, standard.module.CALCULATOR.clause_of(finding)))
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
    for file in (done.results, done.found, *done.more):
        say(filled(words.WRITTEN, language, file=file))
    return 1 if done.faulty else 0


def engine_fits(options: argparse.Namespace) -> None:
    """See that the options about tables and many processes go together.

    Raises:
        CommandFault: they do not.
    """
    named = {"--scheduler": options.scheduler, "--workers": options.workers}
    given = [name for name, value in named.items() if value]
    if given and options.engine != "dask":
        raise CommandFault(OPTION_WITHOUT_EFFECT, one=given[0], other="--engine dask")
    if len(given) > 1:
        raise CommandFault(OPTIONS_APART, one=given[0], other=given[1])
    if options.audit and Path(options.output).suffix.lower() == ".csv":  # rows of groups are lists
        raise CommandFault(OPTIONS_APART, one="--audit", other=Path(options.output).name)
    of_tables = {
        "--engine dask": options.engine == "dask",
        "--outputs": options.outputs,
        "--audit": options.audit,
        "--contributions": options.contributions,
    }
    for name, value in of_tables.items():
        if value and not any(map(is_table, options.data)):
            raise CommandFault(OPTION_WITHOUT_EFFECT, one=name, other="|".join(TABLE_ENDINGS))


def _can_be_written(output: Path, data: Path, further: Sequence[str]) -> None:
    """See that no file of the results would stand where a folder or the table stands."""
    beside = (f"{output.stem}.{word}{output.suffix}" for word in ("findings", *further))
    for place in (output, *map(output.with_name, beside)):
        try:
            taken = _is_taken(place, data)
        except OSError as fault:
            raise cannot_write(str(place), fault) from fault
        except RuntimeError as fault:  # what older Pythons say of links that go in a circle
            raise cannot_write(str(place), OSError(errno.ELOOP, "")) from fault
        if taken:
            raise CommandFault(OUTPUT_IS_INPUT, file=str(data))


def _is_taken(place: Path, data: Path) -> bool:
    """Tell whether a place is that of the table, or among its parts.

    Raises:
        OSError: nothing can be written there.
    """
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    inside = data.resolve() in place.resolve().parents
    return inside or (place.exists() and place.samefile(data))


def _done(run: Run, data: Path, output: Path, shown: "Shown") -> "Done":
    from guiju.batch.readable import Unreadable

    try:
        return run(shown)
    except Unreadable as fault:
        raise CommandFault(NOT_A_TABLE, file=data.name, reason=fault.reason) from fault
    except OSError as fault:
        raise cannot_write(str(output), fault, _kept(output)) from fault


def _kept(output: Path) -> Value:
    """Say that what is calculated stays, if anything is."""
    parts = output.with_name(f"{output.name}.parts")
    if not any(parts.glob("part-*.parquet")):
        return ""
    kept = words.PARTS_KEPT
    return Text(zh=kept.zh.format(folder=parts), en=kept.en.format(folder=parts))


def _runner(
    standard: Standard,
    options: argparse.Namespace,
    asked: tuple[str, ...],
    beside: "tuple[Beside, ...]",
    language: Language,
) -> Run:
    """Give what calculates the table, in this process or in many.

    Raises:
        CommandFault: packages are missing.
    """
    if options.engine == "dask":
        return _in_many(standard, options, asked, beside, language)
    with packages("batch"):
        from guiju.batch.job import Job, run
    job = partial(
        Job,
        plan=standard.plan,
        calculator=standard.module.CALCULATOR,
        data=Path(options.data[0]),
        output=Path(options.output),
        asked=asked,
        language=language,
        engine=options.engine,
        beside=beside,
        piece=_piece(options),
        kernels=cache_folder(),
    )
    return lambda shown: run(job(shown=shown))


def _in_many(
    standard: Standard,
    options: argparse.Namespace,
    asked: tuple[str, ...],
    beside: "tuple[Beside, ...]",
    language: Language,
) -> Run:
    """Give what calculates the table in many processes."""
    with packages("dask"):
        from guiju.cluster import running
        from guiju.cluster.order import Order
    order = Order(
        standard=standard,
        data=Path(options.data[0]),
        output=Path(options.output),
        asked=asked,
        language=language,
        beside=beside,
        piece=_piece(options),
    )
    place = running.Place(scheduler=options.scheduler, workers=options.workers or WORKERS)
    return lambda shown: running.run(order, place, shown)


def _piece(options: argparse.Namespace) -> int:
    """Give how many declarations are read, calculated and written at once."""
    from guiju.batch.sources import PIECE

    if options.audit:
        from guiju.table_audit import PIECE as OF_AUDIT

        return OF_AUDIT
    if options.contributions:
        from guiju.sureness.table_contributions import PIECE as OF_CONTRIBUTIONS

        return OF_CONTRIBUTIONS
    return PIECE
