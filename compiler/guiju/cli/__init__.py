"""The command ``guiju``: words in, a result on the terminal or in a file, and an exit code out.

Exit codes: 0 is fine; 1 findings or diagnostics that are errors; 2 wrong use.
"""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from guiju.cli.arguments import parser
from guiju.cli.language import language_of
from guiju.cli.output import complain, finish, for_any_terminal, stop_printing
from guiju_runtime.messages import Language

INTERRUPTED = 130
MANY_VALUES = 50_000
"""Made between two searches for circles of values: a command makes many values and few circles."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code.
    """
    if arguments is not None:
        return _ended(list(arguments))
    gc.set_threshold(MANY_VALUES)
    code = _ended(sys.argv[1:])
    gc.freeze()  # the process ends, and takes what was made with it: no search for what to free
    return code


def _ended(words: list[str]) -> int:
    """Run one command to its end, however it ends."""
    language = language_of(words)
    for_any_terminal()
    try:
        code = _run(words, language)
    except SystemExit as leaving:  # the parser has said why
        return int(leaving.code or 0)
    except BrokenPipeError:  # whoever reads has read enough
        stop_printing()
        return 1
    except KeyboardInterrupt:
        complain("")
        return INTERRUPTED
    return code


def _run(words: list[str], language: Language) -> int:
    options = parser(language, words).parse_args(words)
    from guiju.command_codes import CommandFault

    command = import_module(f"guiju.cli.commands.{options.command}")
    try:
        _stand_in_a_folder()
        code: int = command.run(options, language)
        finish()
    except CommandFault as fault:
        complain(fault.to_text(language))
        return 2 if fault.code.slug in WRONG_USE else 1
    return code


def _stand_in_a_folder() -> None:
    """Stop where the folder worked in is gone: no path can be found from there."""
    from guiju.command_codes import UNREADABLE, CommandFault, reason_of

    try:
        Path.cwd()
    except FileNotFoundError as fault:
        raise CommandFault(UNREADABLE, file=".", reason=reason_of(fault)) from fault


WRONG_USE = frozenset(
    (
        *("output-not-named", "unknown-product", "unknown-kind-of-document"),
        "comments-of-one-draft",
        *("not-a-change", "not-a-target", "not-a-range"),
        "compared-with-itself",
        *("options-do-not-go-together", "option-without-effect", "samples-out-of-range"),
    )
)
"""Faults of the command line itself, whatever the files hold."""
