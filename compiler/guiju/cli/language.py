"""The language in which the command speaks."""

import os
from collections.abc import Sequence

from guiju_runtime.messages import Language

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that set the language, the strongest first."""


def language_of(words: Sequence[str]) -> Language:
    """Give the language that a command line asks for, else the locale's, else Chinese."""
    return asked_for(words) or of_locale()


def asked_for(words: Sequence[str]) -> Language | None:
    """Give what the last ``--lang`` says; None if there is none, or none that is known."""
    asked: Language | None = None
    for word, following in zip(words, (*words[1:], ""), strict=True):
        option, _, value = word.partition("=")
        if option == "--lang":
            given = value or following
            asked = "zh" if given == "zh" else "en" if given == "en" else None
    return asked


def of_locale() -> Language:
    """Give the language of the locale: English where it is English, else Chinese."""
    locale = next((value for name in LOCALE if (value := os.environ.get(name))), "")
    return "en" if locale.partition(".")[0].partition("_")[0].lower() == "en" else "zh"
