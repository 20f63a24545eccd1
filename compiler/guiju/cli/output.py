"""Say things to the user: the only place that prints."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from guiju_dsl.diagnostics import Diagnostic
    from guiju_dsl.source import SourceText
    from guiju_runtime.messages import Language, Text


def for_any_terminal() -> None:
    """Let what a terminal cannot show appear as ``?`` in place of stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is not None:
            change(errors="replace")


def say(text: str = "") -> None:
    """Print a line of the result.

    Raises:
        CommandFault: the line cannot be written, as where the disk is full.
    """
    with _refused():
        if sys.stdout is not None:
            sys.stdout.write(f"{text}\n")


def asked(question: str, default: str, choices: tuple[str, ...] = ()) -> str:
    """Ask a question until the answer is one of ``choices``; nothing means ``default``."""
    shown = f" [{default}]" if default else ""
    while True:
        finish()
        try:
            answer = input(f"{question}{shown}: ").strip() or default
        except EOFError:
            return default
        if not choices or answer in choices:
            return answer
        say(", ".join(choice for choice in choices if choice))


def complain(text: str) -> None:
    """Print a line beside the result, after what has been said before."""
    finish()
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def finish() -> None:
    """Let the last lines out, so that whatever stops them is known here."""
    with _refused():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextmanager
def _refused() -> Iterator[None]:
    """Turn what keeps lines from being printed into a fault, but for a reader who has gone."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        from guiju.command_codes import cannot_write

        stop_printing()
        raise cannot_write("stdout", fault) from fault


def stop_printing() -> None:
    """Lead what is still to be printed nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def as_json(value: object) -> str:
    """Write ``value`` as JSON, the same text for the same value."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2)


def say_json(value: object) -> None:
    """Print ``value`` as JSON that survives any terminal."""
    text = as_json(value)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        import json

        text = json.dumps(value, ensure_ascii=True, indent=2)
    say(text)


def deliver(content: bytes, file: str) -> None:
    """Put ``content`` into ``file``, whole or not at all.

    Raises:
        CommandFault: it cannot be written.
    """
    from pathlib import Path

    from guiju import files
    from guiju.command_codes import cannot_write

    try:
        files.write(Path(file), content)
    except OSError as fault:
        raise cannot_write(file, fault) from fault


def filled(text: Text, language: Language, **values: object) -> str:
    """Fill the places of a template."""
    return text.in_language(language).format(**values)


def report(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, SourceText], language: Language
) -> None:
    """Print diagnostics with the lines that they point into."""
    if not diagnostics:
        return
    from guiju_dsl.report import to_text

    for diagnostic in diagnostics:
        source = sources.get(diagnostic.span.source)
        complain(to_text(diagnostic, source, language, sources.get))
        complain("")
