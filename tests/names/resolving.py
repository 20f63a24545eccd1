"""Resolve the names of small standards written in a test."""

from guiju_dsl import names
from guiju_dsl.diagnostics import Diagnostic, Outcome
from guiju_dsl.names.model import NamedStandard, Reference
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_source

HEAD = 'standard steel "T/XXX 003—2026" { title "钢坯"  gwp ar6 }\ngwp ar6 { CO2 = 1 }\n'


def outcome_of(text: str, others: dict[str, str]) -> tuple[Outcome[NamedStandard], str]:
    """Take ``text`` and what it builds on, by name, through the stages; give the text too."""
    read = from_source(
        SourceText(name="steel.pcr", text=text),
        lambda name: SourceText(name=f"{name}.pcr", text=others[name]) if name in others else None,
    )
    assert read.diagnostics == ()
    return read.then(names.from_syntax), text


def named(body: str, **others: str) -> NamedStandard:
    """Give the standard of ``body``, which has no fault in its names."""
    outcome, _ = outcome_of(HEAD + body, others)
    assert [words_of(fault, HEAD + body) for fault in outcome.diagnostics] == []
    assert outcome.product is not None
    return outcome.product


def faults(body: str, **others: str) -> list[str]:
    """Give code and words of each fault in the names of ``body``."""
    outcome, text = outcome_of(HEAD + body, others)
    return [words_of(fault, text) for fault in outcome.diagnostics]


def words_of(fault: Diagnostic, text: str) -> str:
    """Give the slug of a fault and the words at its place, with the file if it is another."""
    if fault.span.source != "steel.pcr":
        return f"{fault.code.slug} in {fault.span.source}"
    return f"{fault.code.slug}: {text[fault.span.start : fault.span.end]}"


def meanings(standard: NamedStandard, words: str) -> list[Reference]:
    """Give what ``words`` mean wherever they stand in a formula, in the order of the text."""
    found = []
    for span, reference in sorted(standard.references.items()):
        if standard.sources[span.source].text[span.start : span.end] == words:
            found.append(reference)
    return found
