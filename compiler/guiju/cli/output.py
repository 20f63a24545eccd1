"""Say things to the user: the only place that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guiju_dsl.diagnostics import Diagnostic
    from guiju_dsl.source import SourceText
    from guiju_runtime.messages import Language, Text


def language_of(given: str | None) -> Language:
    """Give the language asked for, else that of the locale, else Chinese."""
    if given is not None:
        return "en" if given == "en" else "zh"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(name, "")
        if locale and not locale.startswith(("C", "POSIX")):
            return "en" if locale.startswith("en") else "zh"
    return "zh"


def say(text: str = "") -> None:
    """Print a line of the result."""
    print(text)


def complain(text: str) -> None:
    """Print a line beside the result."""
    print(text, file=sys.stderr)


def say_json(value: object) -> None:
    """Print ``value`` as JSON, the same bytes for the same value."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=2))


def filled(text: Text, language: Language, **values: object) -> str:
    """Fill the places of a template."""
    return text.in_language(language).format(**values)


def report(
    diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, SourceText], language: Language
) -> None:
    """Print diagnostics with the lines that they point into."""
    from guiju_dsl.report import to_text

    for diagnostic in diagnostics:
        complain(to_text(diagnostic, sources.get(diagnostic.span.source), language))
        complain("")
