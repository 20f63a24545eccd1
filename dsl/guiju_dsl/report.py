"""Diagnostics for people, line by line, and for machines, as JSON and SARIF."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.excerpt import excerpt
from guiju_dsl.source import SourceText, Span
from guiju_runtime.messages import Language, Text, in_words

Sources = Callable[[str], SourceText | None]

_HINT: Final = Text(zh="建议：", en="hint: ")
_ELSEWHERE: Final = Text(zh="另见：", en="note: ")
_COUNTED: Final = {"error": "处错误", "warning": "处警告", "note": "条提示"}
_NO_TEXT: Final = SourceText(name="", text="")


def to_text(
    diagnostic: Diagnostic,
    source: SourceText | None,
    language: Language,
    others: Sources | None = None,
) -> str:
    """Show ``diagnostic`` with the line where it stands and the way out.

    Args:
        source: the text that its span is of; None if there is none to show.
        others: gives the texts of other files by name, for places that explain it.
    """
    head = f"{diagnostic.severity}[{diagnostic.code.id}]: {diagnostic.message(language)}"
    rows = [head, f" --> {_place(diagnostic.span, source)}"]
    if source is not None and source.text:
        rows += excerpt(source, diagnostic.span)
    way_out = diagnostic.way_out(language)
    if way_out:
        rows.append(f"  = {_HINT.in_language(language)}{way_out}")
    for related in diagnostic.related:
        here = source if source is not None and source.name == related.span.source else None
        here = here or (others(related.span.source) if others is not None else None)
        words = in_words(related.words, language)
        rows.append(f"  = {_ELSEWHERE.in_language(language)}{_place(related.span, here)} {words}")
    return "\n".join(rows)


def summary(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Count errors, warnings and notes in one line; empty if there are none."""
    counted = Counter[str](diagnostic.severity for diagnostic in diagnostics)
    shown = [(severity, counted[severity]) for severity in _COUNTED if counted[severity]]
    if language == "zh":
        return "，".join(f"{count} {_COUNTED[severity]}" for severity, count in shown)
    return ", ".join(f"{count} {severity}{'s' * (count > 1)}" for severity, count in shown)


def to_json(diagnostics: Iterable[Diagnostic], sources: Sources) -> list[dict[str, Any]]:
    """Give each diagnostic as a mapping, messages in both languages, places from 1."""
    return [
        {
            "code": diagnostic.code.id,
            "slug": diagnostic.code.slug,
            "severity": diagnostic.severity,
            "message": _both(diagnostic.message),
            "hint": _both(diagnostic.way_out) if diagnostic.way_out("en") else None,
            "place": _region(diagnostic.span, sources),
            "related": [
                {
                    "place": _region(related.span, sources),
                    "words": {
                        "zh": in_words(related.words, "zh"),
                        "en": in_words(related.words, "en"),
                    },
                }
                for related in diagnostic.related
            ],
        }
        for diagnostic in diagnostics
    ]


def to_sarif(
    diagnostics: Iterable[Diagnostic], sources: Sources, language: Language, version: str
) -> dict[str, Any]:
    """Give diagnostics as a log of SARIF 2.1.0.

    Args:
        version: of this program.
    """
    listed = tuple(diagnostics)
    codes = sorted({one.code.id: one.code for one in listed}.items())
    rules = [id for id, _ in codes]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "guiju",
                        "version": version,
                        "language": language,
                        "rules": [
                            {"id": id, "name": code.slug, "shortDescription": {"text": code.slug}}
                            for id, code in codes
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {**_result(one, sources, language), "ruleIndex": rules.index(one.code.id)}
                    for one in listed
                ],
            }
        ],
    }


def _result(diagnostic: Diagnostic, sources: Sources, language: Language) -> dict[str, Any]:
    way_out = diagnostic.way_out(language)
    message = diagnostic.message(language) + (f"\n{way_out}" if way_out else "")
    related = [
        {
            **_location(other.span, sources),
            "message": {"text": in_words(other.words, language)},
        }
        for other in dict.fromkeys(diagnostic.related)
    ]
    return {
        "ruleId": diagnostic.code.id,
        "level": diagnostic.severity,
        "message": {"text": message},
        "locations": [_location(diagnostic.span, sources)],
        "relatedLocations": related,
    }


def _location(span: Span, sources: Sources) -> dict[str, Any]:
    region = _region(span, sources)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(region["file"])},
            "region": {
                "startLine": region["line"],
                "startColumn": region["column"],
                "endLine": region["end_line"],
                "endColumn": region["end_column"],
            },
        }
    }


def _uri(path: str) -> str:
    """Write a path of either kind of system as a reference that RFC 3986 knows."""
    from urllib.parse import quote

    slashed = path.replace("\\", "/")
    if slashed[1:3] == ":/":
        slashed = f"/{slashed}"
    if slashed.startswith("/"):
        return f"file://{quote(slashed, safe='/:')}"
    return quote(slashed, safe="/")


def _region(span: Span, sources: Sources) -> dict[str, Any]:
    source = sources(span.source) or _NO_TEXT
    line, column = _line_and_column(source, span.start)
    end_line, end_column = _line_and_column(source, span.end)
    return {
        "file": span.source,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _line_and_column(source: SourceText, offset: int) -> tuple[int, int]:
    before = source.text[:offset]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _place(span: Span, source: SourceText | None) -> str:
    if source is None:
        return span.source
    line, column = _line_and_column(source, span.start)
    return f"{span.source}:{line}:{column}"


def _both(say: Callable[[Language], str]) -> dict[str, str]:
    return {"zh": say("zh"), "en": say("en")}
