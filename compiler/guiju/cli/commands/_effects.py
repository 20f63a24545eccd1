"""What ``guiju diff --data`` adds: the effect of each change on the result of one plant."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from guiju import editions
from guiju.cli import effect_words
from guiju.cli.commands._comparison import ending_of
from guiju.cli.commands._data import data_of
from guiju.cli.comparison_table import result_lines
from guiju.cli.effects_table import effect_lines
from guiju.command_codes import CommandFault
from guiju.comparing import Comparison, Side, compared
from guiju.comparing.plain import to_plain
from guiju.library import standard_of
from guiju.question_codes import OPTION_WITHOUT_EFFECT
from guiju_runtime.messages import Language


def effects_asked(options: argparse.Namespace) -> str:
    """Give the ending of the file that the effects go into, or nothing.

    Raises:
        CommandFault: it is none that is written, or there are no data to find effects with.
    """
    asked = {"--effects": options.effects, "--row": options.row is not None}
    if in_vain := [] if options.data else [name for name, given in asked.items() if given]:
        raise CommandFault(OPTION_WITHOUT_EFFECT, one=in_vain[0], other="--data")
    return ending_of(options.effects)


def effects_of(reads: Sequence[editions.Read], options: argparse.Namespace) -> Comparison:
    """Calculate the plant under both editions, and after each of the changes.

    Raises:
        CommandFault: the data cannot be read, or an edition declares no product.
    """
    old, new = (
        Side(
            written=written,
            standard=standard_of(read.edition.plan, read.place, read.diagnostics),
            profile="",
        )
        for written, read in zip((options.old, options.new), reads, strict=True)
        if read.edition is not None
    )
    return compared(old, new, data_of(options))


def sides(language: Language) -> tuple[str, str]:
    """Give the names of both editions."""
    return effect_words.OLD.in_language(language), effect_words.NEW.in_language(language)


def effect_part(found: Comparison | None, language: Language) -> Iterator[str]:
    """Lay out both results and the effect of each change."""
    if found is None:
        return
    yield ""
    yield from result_lines(found, sides(language), language)
    yield ""
    if found.effects is None:
        yield effect_words.NO_EFFECTS.in_language(language)
    else:
        yield from effect_lines(found.effects, language)


def effects_plain(found: Comparison, language: Language) -> dict[str, Any]:
    """Give both results and the effect of each change as plain data."""
    plain = to_plain(found, language)
    kept = ("unit", "difference", "by_stage", "by_process", "by_gas")
    return {
        "old": plain["a"],
        "new": plain["b"],
        **{name: plain[name] for name in kept},
        "effects": plain["effects"],
    }
