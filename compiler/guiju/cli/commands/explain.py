"""``guiju explain``: the tree behind a number."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from guiju.building import numbered_document
from guiju.cli import words
from guiju.cli.columns import significant
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._data import data_of
from guiju.cli.explain_page import page
from guiju.cli.output import as_json, complain, deliver, filled, say, say_json
from guiju.command_codes import UNKNOWN_VALUE, CommandFault
from guiju.explain import Explanation, clauses_of, explained, names_known
from guiju.library import Result, Standard
from guiju.plan.model import CalculationPlan
from guiju_dsl.names.near import near
from guiju_runtime.data_words import WITHHELD
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language, in_words
from guiju_runtime.result import data_digest


def run(options: argparse.Namespace, language: Language) -> int:
    """Explain one value of one declaration."""
    standard = compiled(options.standard, language)
    if standard is None:
        return 1
    result = standard.calculate(data_of(options))
    found = _explained(standard, result, options.name)
    clauses = clauses_of(result.calculation)
    formulas = numbered_document(standard, "zh").numbers.numbers
    if options.format != "text":
        plain = [to_plain(one, language, clauses, formulas) for one in found]
        whole = page(plain, _head(result, language), language)
        _deliver(plain if options.format == "json" else whole, options.output)
    else:
        tree = _Tree(language, clauses, formulas)
        for one in found:
            for line in tree.lines(one, "", "", ""):
                say(line)
    errors = [f for f in result.findings if f.severity == "error"]
    for finding in errors:
        complain(to_text(finding, language, result.calculation.clause_of(finding)))
    return 1 if errors else 0


def _deliver(found: object, file: str) -> None:
    """Print a page or plain data, or write it."""
    text = found if isinstance(found, str) else as_json(found)
    if file:
        deliver(f"{text.rstrip()}\n".encode(), file)
    elif isinstance(found, str):
        say(text.rstrip())
    else:
        say_json(found)


def _head(result: Result, language: Language) -> tuple[str, ...]:
    """Say which standard, declaration and engine the numbers are of."""
    standard = result.calculation.model.standard
    reading = result.calculation.reading
    period = f"{reading.period_from} ～ {reading.period_to}"
    status = standard.status_words.in_language(language) or "-"
    of = filled(
        words.RESULT_OF, language, standard=standard.id, version=standard.version, status=status
    )
    return (
        standard.title.in_language(language),
        of,
        " · ".join(part for part in (reading.company, reading.site, period) if part),
        filled(words.OF_STANDARD, language, digest=standard.digest),
        filled(words.OF_DATA, language, digest=data_digest(result.declaration)),
        result.calculation.calculator.engine,
    )


def _explained(standard: Standard, result: Result, name: str) -> tuple[Explanation, ...]:
    def others(name: str) -> CalculationPlan:
        return standard.other(name).plan

    found = explained(standard.plan, result.calculation, name, others)
    if found:
        return found
    known = names_known(standard.plan, result.calculation, others)
    likely = near(name, known)
    raise CommandFault(UNKNOWN_VALUE, name=name, known=likely or ", ".join(known[:6]))


class _Tree(Struct, frozen=True):
    """Draws explanations; ``clauses`` and ``formulas`` are the numbers that the document prints."""

    language: Language
    clauses: Mapping[str, str]
    formulas: Mapping[str, str]

    def lines(self, node: Explanation, clause: str, first: str, rest: str) -> Iterator[str]:
        """Draw ``node`` below what is explained in ``clause``."""
        yield first + self.headline(node)
        inner = rest + ("│  " if node.parts else "   ")
        formula = _formula_number(node, self.formulas)
        of = filled(words.FORMULA, self.language, number=formula) if formula else ""
        if node.written:
            yield f"{inner}= {node.written}{of}"
        remarks = [remark.in_language(self.language) for remark in node.remarks]
        if of and not node.written:
            remarks.append(of.strip())
        number = self.clauses.get(node.clause)
        if number and node.clause != clause:
            remarks.append(filled(words.CLAUSE, self.language, number=number))
        if remarks:
            yield inner + words.BETWEEN.in_language(self.language).join(remarks)
        for at, part in enumerate(node.parts):
            last = at == len(node.parts) - 1
            branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
            yield from self.lines(part, node.clause, rest + branch, rest + below)

    def headline(self, node: Explanation) -> str:
        """Name a value and give it with its unit."""
        label = node.label.in_language(self.language)
        if WITHHELD in node.remarks:
            return f"{label}  {node.path}"
        value = _known(node.value)
        if value is None:
            lacking = words.NO_VALUE if node.written or node.parts else words.NOT_GIVEN
            return f"{label}  {node.path}: {lacking.in_language(self.language)}"
        unit = in_words(node.unit, self.language)
        return f"{label}  {node.path} = {self.shown(value)} {unit}".rstrip()

    def shown(self, value: float | str | bool) -> str:
        """Write a value as people read it."""
        if isinstance(value, bool):
            return (words.YES if value else words.NO).in_language(self.language)
        return value if isinstance(value, str) else significant(float(value))


def _known(value: float | str | bool | None) -> float | str | bool | None:
    """Give a value, None where a number is none."""
    return value if value == value else None


def _formula_number(node: Explanation, formulas: Mapping[str, str]) -> str | None:
    """Give the number of the formula that the document prints for a value, if there is one."""
    path = _bare(node.path)
    ids: tuple[str, ...] = (f"formula.{path}", f"result.{path}")
    if path.endswith(".cfp"):
        ids = (f"footprint.{path.removesuffix('.cfp')}",)
    elif not node.written:
        return None
    return next((formulas[id] for id in ids if id in formulas), None)


def _bare(path: str) -> str:
    """Give a path without the number of the row."""
    head, _, tail = path.partition("[")
    return head + tail.partition("]")[2]


def to_plain(
    node: Explanation,
    language: Language,
    clauses: Mapping[str, str],
    formulas: Mapping[str, str],
) -> dict[str, Any]:
    """Give an explanation as plain data."""
    return {
        "path": node.path,
        "label": node.label.in_language(language),
        "value": _known(node.value),
        "unit": in_words(node.unit, language),
        "formula": node.written,
        "formula_number": _formula_number(node, formulas),
        "remarks": [remark.in_language(language) for remark in node.remarks],
        "clause": clauses.get(node.clause),
        "clause_id": node.clause,
        "parts": [to_plain(part, language, clauses, formulas) for part in node.parts],
    }
