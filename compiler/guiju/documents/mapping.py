"""Which clause of the standard carries out which clause of the general rule."""

import re

from guiju.documents.drafting import Drafting
from guiju.documents.model import Table
from guiju.documents.numbering import Numbers
from guiju_dsl.standard.model import ProseClause

CLAUSE = re.compile(r"[—-]\d{4}[，,]\s*(?P<clause>\d+(?:\.\d+)*)")
"""A document with its year, then the clause."""
ANNEX = 1000
"""More than any standard has chapters."""


def mapping(drafting: Drafting, numbers: Numbers) -> Table:
    """Build the table; a clause of the general rule that nobody has read prints as 待核."""
    heads = (("clause", 0.14), ("subject", 0.4), ("general_rule", 0.22), ("general_clause", 0.24))
    rules = {head.id: head.number for head in drafting.standard.adopted}
    rows = [
        (
            numbers.numbers[clause.name],
            drafting.text(clause.label),
            rules[clause.home],
            clause_words(drafting, clause),
        )
        for clause in drafting.standard.clauses
        if clause.home in rules and clause.name in numbers.numbers
    ]
    return drafting.table(
        "table.note_mapping",
        drafting.say("note_mapping"),
        [(drafting.say("note_head", name), share) for name, share in heads],
        sorted(rows, key=lambda row: place_of(row[0])),
        wordy=(1,),
    )


def clause_words(drafting: Drafting, clause: ProseClause) -> str:
    """Give the clauses of the general rule that the provisions name, or that they are to check."""
    sources = [drafting.text(provision.notes.source) for provision in clause.provisions]
    named = [match["clause"] for match in map(CLAUSE.search, sources) if match is not None]
    return drafting.say("listed", list(dict.fromkeys(named))) or drafting.say("to_be_checked")


def place_of(number: str) -> tuple[int, ...]:
    """Order clause numbers as numbers, those of annexes behind them."""
    parts = number.split(".")
    return tuple(int(p) if p.isdecimal() else ANNEX + ord(p[:1] or "0") for p in parts)
