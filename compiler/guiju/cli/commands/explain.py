"""``guiju explain``: the tree behind a number."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guiju.cli import words
from guiju.cli.columns import significant
from guiju.cli.commands._compiling import compiled
from guiju.cli.output import complain, say, say_json
from guiju.command_codes import UNKNOWN_VALUE, CommandFault
from guiju.explain import Explanation, explained, names_known
from guiju_dsl.names.near import near
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Explain one value of one declaration."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    result = standard.calculate(Path(options.data))
    found = explained(standard.plan, result.calculation, options.name)
    if not found:
        known = names_known(standard.plan)
        likely = near(options.name, known)
        raise CommandFault(UNKNOWN_VALUE, name=options.name, known=likely or ", ".join(known[:6]))
    if options.format == "json":
        say_json([to_plain(one, language) for one in found])
    else:
        for one in found:
            for line in to_lines(one, language, "", ""):
                say(line)
    errors = [f for f in result.findings if f.severity == "error"]
    for finding in errors:
        complain(f"{finding.code.id} {finding.path}: {finding.message(language)}")
    return 1 if errors else 0


def to_lines(node: Explanation, language: Language, first: str, rest: str) -> Iterator[str]:
    """Draw an explanation as a tree."""
    yield first + _headline(node, language)
    inner = rest + ("│  " if node.parts else "   ")
    if node.written:
        yield f"{inner}= {node.written}"
    remarks = (
        "；".join(r.zh for r in node.remarks)
        if language == "zh"
        else "; ".join(r.en for r in node.remarks)
    )
    if remarks:
        yield f"{inner}{remarks}"
    for at, part in enumerate(node.parts):
        last = at == len(node.parts) - 1
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield from to_lines(part, language, rest + branch, rest + below)


def _headline(node: Explanation, language: Language) -> str:
    value = node.value
    if isinstance(value, bool):
        shown = {True: "是", False: "否"}[value] if language == "zh" else str(value).lower()
    elif isinstance(value, float | int):
        shown = significant(float(value))
    else:
        shown = value if value is not None else words.NO_VALUE.in_language(language)
    label = node.label.in_language(language)
    return f"{label}  {node.path} = {shown} {node.unit}".rstrip()


def to_plain(node: Explanation, language: Language) -> dict[str, Any]:
    """Give an explanation as plain data."""
    return {
        "path": node.path,
        "label": node.label.in_language(language),
        "value": node.value,
        "unit": node.unit,
        "formula": node.written,
        "remarks": [remark.in_language(language) for remark in node.remarks],
        "clause": node.clause,
        "parts": [to_plain(part, language) for part in node.parts],
    }
