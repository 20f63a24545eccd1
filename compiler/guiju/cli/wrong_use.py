"""The parser of the command line, which explains wrong use in the user's language."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from guiju.cli.wrapping import wrapped
from guiju_runtime.messages import Language, Text

USAGE: Final = Text(zh="用法：", en="usage: ")
POSITIONALS: Final = Text(zh="参数", en="arguments")
OPTIONS: Final = Text(zh="选项", en="options")
HELP: Final = Text(zh="显示本说明", en="show this help")
SEE: Final = Text(zh="“{command} --help”说明用法", en="“{command} --help” says how it is used")
FAULTS: Final = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2，可选 \3"),
    (r"argument (.*): invalid (?:int|count|row) value: (.*)", r"\1 应为整数，却给出 \2"),
    (r"argument (.*): it is less than ([01])", r"\1 应不小于 \2"),
    (r"argument (.*): expected one argument", r"\1 后面缺少一个值"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 不带值，却给出 \2"),
)
"""Sentences of argparse, and what they are in Chinese."""


HELP_COLUMN: Final = 28
USUAL_WIDTH: Final = 78


class CommandLine(argparse.ArgumentParser):
    """A parser of one command's words; its errors end with exit code 2."""

    def __init__(self, *, language: Language, **settings: Any) -> None:
        """Give headings and help their words in ``language``."""

        def layout(prog: str) -> argparse.HelpFormatter:
            return _Layout(prog, USAGE.in_language(language))

        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=layout)
        self._language = language
        self._positionals.title = POSITIONALS.in_language(language)
        self._optionals.title = OPTIONS.in_language(language)
        self.add_argument("-h", "--help", action="help", help=HELP.in_language(language))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and where help is."""
        see = SEE.in_language(self._language).format(command=self.prog)
        self.exit(2, f"guiju: {in_words(message, self._language)}\n  {see}\n")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave; ``main`` turns this into its exit code."""
        if message and sys.stderr is not None:
            sys.stderr.write(message)
        raise SystemExit(status)


class _Layout(argparse.HelpFormatter):
    """Help with the heading of usage in the user's language."""

    def __init__(self, prog: str, usage: str) -> None:
        super().__init__(prog, max_help_position=HELP_COLUMN, width=USUAL_WIDTH)
        self._usage = usage

    def format_help(self) -> str:
        """Lay help out for the terminal, whose width is only now asked for."""
        from shutil import get_terminal_size

        self._width = get_terminal_size().columns - 2
        self._max_help_position = min(HELP_COLUMN, max(self._width - 20, 4))
        return super().format_help()

    def _get_help_string(self, action: argparse.Action) -> str | None:
        """Give the words as they are: a per cent sign is no place for a value."""
        return action.help and action.help.replace("%", "%%")

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Break the words on an argument into lines."""
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Break a description into lines."""
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        shown = self._usage if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)


def count(written: str) -> int:
    """Read a number of things, of which there is at least one."""
    return _no_less(1, int(written))


def row(written: str) -> int:
    """Read the number of a row of a table; the first is 0."""
    return _no_less(0, int(written))


def _no_less(least: int, number: int) -> int:
    if number < least:
        raise argparse.ArgumentTypeError(f"it is less than {least}")
    return number


def in_words(message: str, language: Language) -> str:
    """Give a sentence of argparse in ``language``; one that is not known stays as it is."""
    if language == "zh":
        for english, chinese in FAULTS:
            if re.fullmatch(english, message):
                return re.sub(english, chinese, message)
    return message
