"""One web page that needs nothing beside it: head, style, and what is put in."""

from collections.abc import Iterable, Sequence
from html import escape

from guiju_runtime.messages import Language

STYLE = """
:root { color-scheme: light dark;
  --line: #d5dbe1; --soft: #5b6875; --bar: #2f7d6b; --back: #f6f8f9 }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a434c; --soft: #9aa7b3; --bar: #5fb8a2; --back: #1d2329 }
}
* { box-sizing: border-box }
body { font: 15px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.35rem; margin: 0 }
header p { color: var(--soft); margin: .2rem 0; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } }
"""
"""The look that all such pages share; each adds its own."""


def page(
    title: str, lines: Sequence[str], style: str, body: Iterable[str], language: Language
) -> str:
    """Give a page: ``title`` and ``lines`` as plain words above, ``body`` as HTML below."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{"zh-CN" if language == "zh" else "en"}">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}{style}</style></head>",
            f"<body><header><h1>{escape(title)}</h1>",
            *(f"<p>{escape(line)}</p>" for line in lines),
            "</header><main>",
            *body,
            "</main></body></html>",
            "",
        )
    )
