"""Check small standards written in a test."""

from guiju_dsl import names, standard
from guiju_dsl.diagnostics import Outcome
from guiju_dsl.source import SourceText
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import BoundStandard, Datum, Formula
from guiju_dsl.syntax import from_source

HEAD = (
    'standard steel "T/XXX 003—2026" { title "钢坯"  gwp ar6 }\ngwp ar6 { CO2 = 1  CF4 = 7380 }\n'
)
CHAIN = """
product billet { declared unit 1_000 kg }
process mining { output ore : t }
process smelting { output metal : t  input ore : t { from mining } }
process casting { output billet : t  input metal : t { from smelting } }
"""
WARNINGS = ("missing-translation", "unverified-value", "unused-data")


def outcome_of(text: str, others: dict[str, str]) -> Outcome[BoundStandard]:
    """Take ``text`` and what it builds on, by name, through the stages."""
    read = from_source(
        SourceText(name="steel.pcr", text=text),
        lambda name: SourceText(name=f"{name}.pcr", text=others[name]) if name in others else None,
    )
    assert read.diagnostics == ()
    return read.then(names.from_syntax).then(standard.from_names)


def checked(body: str, **others: str) -> BoundStandard:
    """Give the standard of ``body``, which has no error."""
    outcome = outcome_of(HEAD + body, others)
    assert [fault.message("en") for fault in outcome.errors] == []
    assert outcome.product is not None
    return outcome.product


def faults(body: str, **others: str) -> list[str]:
    """Give slug and words of each fault of ``body``; labels may be missing, data unused."""
    text = HEAD + body
    return [
        f"{fault.code.slug}: {text[fault.span.start : fault.span.end]}"
        for fault in outcome_of(text, others).diagnostics
        if fault.code.slug not in WARNINGS
    ]


def formula(bound: BoundStandard, path: str) -> Formula:
    """Give the calculated value at ``path``."""
    [found] = [f for f in (*bound.rules.formulas, *bound.rules.results) if f.path == path]
    return found


def datum(bound: BoundStandard, path: str) -> Datum:
    """Give the collected value at ``path``."""
    [found] = [d for d in bound.rules.data if d.path == path]
    return found


def not_none(value: Expression | None) -> Expression:
    """Give a formula that is there."""
    assert value is not None
    return value
