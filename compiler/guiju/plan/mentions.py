"""What texts speak of, ``{ref x}`` and ``{value x}``, in words: where no clauses are numbered.

A document prints the number of a clause; a form, a schema or a finding says what it is called.
"""

import re
from collections.abc import Iterator

from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, Number, unit_of
from guiju_dsl.standard.model import BoundStandard, RuleBook, TableRow
from guiju_runtime.messages import Text, same_words
from guiju_runtime.units import Unit

MENTION = re.compile(r"\{(ref|value) +([^{}\s]+) *\}")


def in_plain_words(standard: BoundStandard, text: Text) -> Text:
    """Give ``text`` with what it speaks of in place of the marks."""
    if "{" not in text.zh + text.en:
        return text
    return Text(
        zh=MENTION.sub(lambda found: _said(standard, *found.groups()).zh, text.zh),
        en=MENTION.sub(lambda found: _said(standard, *found.groups()).en, text.en),
    )


def _said(standard: BoundStandard, kind: str, name: str) -> Text:
    """Give a constant in its unit, or what a thing is called."""
    value = value_in_words(standard.rules, name) if kind == "value" else ""
    declared = None if value else next(declared_as(standard, name), None)
    if declared is None:
        return same_words(value or name)
    label = label_of(label_words(declared.node), declared.name)
    return Text(zh=f"“{label.zh}”", en=f"“{label.en}”")


def declared_as(standard: BoundStandard, name: str) -> Iterator[Declaration]:
    """Give what ``name`` may mean, from anywhere in the source."""
    for path, declaration in standard.names.declarations.items():
        known = path.rpartition(":")[2]
        if known == name or known.endswith(f".{name}"):
            yield declaration


def constant_named(rules: RuleBook, name: str) -> Expression | tuple[TableRow, Unit] | None:
    """Give the formula of that name, or the row of a table that has but one; else nothing."""
    for formula in (*rules.formulas, *rules.results):
        if formula.path == name or formula.path.endswith(f".{name}"):
            return formula.value
    for table in rules.tables:
        if table.path == name and len(table.rows) == 1 and not table.keys:
            return table.rows[0], table.unit
    return None


def value_in_words(rules: RuleBook, name: str) -> str:
    """Give a constant with its unit; empty for what is collected or depends on data."""
    found = constant_named(rules, name)
    match found:
        case None:
            return ""
        case (row, unit):
            return f"{row.written} {unit.text}".strip()
        case Number():
            return f"{found.written} {found.unit.text}".strip()
        case _:
            value = constant(found)
            return "" if value is None else f"{float(value):.6g} {unit_of(found).text}".strip()
