"""The calculator in the page of a standard: where it stands, its scripts, an example to fill in."""

import json
from collections.abc import Mapping
from html import escape

from msgspec import Struct

from guiju_runtime.messages import Language, Text

TITLE = Text(zh="在线计算", en="Calculate here")
SCRIPT = "calculator.js"
FORMS = ("../assets/calculator-words.js", "../assets/calculator-form.js")


class LiveCalculator(Struct, frozen=True, kw_only=True):
    """What a page needs to calculate.

    Attributes:
        standard: its id.
        others: ids of the standards whose results it uses; their pages lie beside this one.
        example: a declaration to fill in, or nothing.
    """

    standard: str
    others: tuple[str, ...]
    example: Mapping[str, object] | None


def calculator(live: LiveCalculator, language: Language) -> str:
    """Write the place of the calculator, closed until somebody opens it."""
    files = (*(f"../{other}/{SCRIPT}" for other in live.others), SCRIPT, *FORMS)
    scripts = "".join(f'<script src="{escape(file)}" charset="utf-8"></script>' for file in files)
    return (
        f'<details class="gj-live" id="calculator"><summary>{TITLE.in_language(language)}</summary>'
        f'<div class="gj-calculator" data-standard="{escape(live.standard)}" '
        f'data-language="{language}"></div></details>{_example(live.example)}{scripts}'
    )


def _example(declaration: Mapping[str, object] | None) -> str:
    if declaration is None:
        return ""
    text = json.dumps(declaration, ensure_ascii=False, default=str).replace("<", "\\u003c")
    return f'<script type="application/json" class="gj-example">{text}</script>'
