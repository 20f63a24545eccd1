"""What prose speaks of, ``{ref x}`` and ``{value x}``: the number of a clause, a constant."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from guiju.documents.conditions import in_words
from guiju.documents.drafting import Drafting
from guiju.documents.inlines import REF, VALUE
from guiju.documents.model import Reference, Run, StandardDocument
from guiju.documents.numbering import number
from guiju.plan.mentions import constant_named, declared_as
from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import label_of
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, Number, unit_of

FIRST = ("", "process.", "stage.", "term.", "formula.", "factors_of.", "share.")
"""What the ids of things begin with, in the order in which a name is looked for."""


def spoken_of(document: StandardDocument, drafting: Drafting) -> StandardDocument:
    """Give ``document`` with what its prose speaks of in place of the marks."""
    sources = drafting.standard.names.sources.values()
    if not any("{ref " in source.text or "{value " in source.text for source in sources):
        return document
    ids = number(document).numbers
    written: StandardDocument = _written(document, drafting, ids)
    return written


def _written(node: Any, drafting: Drafting, ids: Mapping[str, str]) -> Any:
    """Give a part of a document, or a row of parts, with its marks replaced."""
    if isinstance(node, Reference) and node.target.startswith((REF, VALUE)):
        return _inline(node.target, drafting, ids)
    if isinstance(node, tuple):
        parts = tuple(_written(part, drafting, ids) for part in node)
        return node if all(a is b for a, b in zip(node, parts, strict=True)) else parts
    if not isinstance(node, Struct):
        return node
    fields = {name: _written(part, drafting, ids) for name, part in asdict(node).items()}
    changed = {name: part for name, part in fields.items() if part is not getattr(node, name)}
    return replace(node, **changed) if changed else node


def _inline(target: str, drafting: Drafting, ids: Mapping[str, str]) -> Reference | Run:
    if target.startswith(VALUE):
        name = target.removeprefix(VALUE)
        return _run(_value(name, drafting) or _label(name, drafting))
    name = target.removeprefix(REF)
    found = next((f"{first}{name}" for first in FIRST if f"{first}{name}" in ids), "")
    found = found or next((id for id in ids if id.endswith(f".{name}")), "")
    return Reference(target=found) if found else _run(_label(name, drafting))


def _run(text: str) -> Run:
    return Run(text=text, script="", heavy=False)


def _label(name: str, drafting: Drafting) -> str:
    """Give the label of what has no number of its own, such as a datum."""
    found = next(declared_as(drafting.standard, name), None)
    if found is None:
        return name
    return drafting.text(label_of(label_words(found.node), found.name))


def _value(name: str, drafting: Drafting) -> str:
    """Give a constant with its unit; empty for what is collected or depends on data."""
    found = constant_named(drafting.rules, name)
    if isinstance(found, tuple):
        row, unit = found
        return f"{row.written} {drafting.phrases.symbol(unit.text)}".strip()
    return _constant(found, drafting) if found is not None else ""


def _constant(node: Expression, drafting: Drafting) -> str:
    value = constant(node)
    if value is None:
        return ""
    if isinstance(node, Number):
        return in_words(node, drafting.symbols)
    return f"{float(value):.6g} {drafting.phrases.symbol(unit_of(node).text)}".strip()
