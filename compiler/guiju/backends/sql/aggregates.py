"""Rows of a group taken together, for their declaration or for each row of another group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guiju.backends.sql.book import MISSING, Kept, Used, Val
from guiju.backends.sql.columns import OVER, ROW
from guiju.backends.sql.text import all_of, first, only, when
from guiju_dsl.standard import expressions as typed

if TYPE_CHECKING:
    from guiju.backends.sql.formulas import Formula

AGGREGATES = {"sum": "SUM", "mean": "AVG", "min": "MIN", "max": "MAX"}


def aggregate(formula: Formula, node: typed.Aggregate) -> Val:
    """Take all rows of a group together."""
    if node.body is None:
        return _counted(formula, node.group)
    group, over = node.group, OVER
    beside = dict(formula.beside)
    if typed.rows_beside(node):
        group, over = _paired(formula, node.group, beside)
    inner = _within(formula, group, beside)
    with formula.book.added_uses() as uses:
        body = inner.value(node.body)
    value = inner.part(body.sql)
    here = formula.book.alive(group)
    fault = ""
    if body.fault:
        fault = _first_fault(formula, inner.part(body.fault), (here, over), uses)
    if node.function != "sum":
        rows = formula.part(f"COUNT({when((here, '1'))}) {over}")
        fault = first(fault, when((f"{rows} = 0", MISSING)))
    return Val(sql=_taken(formula, node.function, value, (here, over), body.sure), fault=fault)


def _within(formula: Formula, group: str, beside: dict[str, str]) -> Formula:
    """Begin the formula that is calculated for every row."""
    inner = type(formula)(formula.book, f"{formula.called}, each row", group, *formula.reached)
    inner.in_tier = formula.in_tier
    inner.beside = beside
    return inner


def _counted(formula: Formula, group: str) -> Val:
    countless = formula.book.countless.get(group, "")
    here = formula.book.alive(group)
    sql = formula.part(f"CAST(COUNT({when((here, '1'))}) {OVER} AS DOUBLE)")
    known = when((f"NOT ({countless})", sql)) if countless else sql
    return Val(sql=known, sure=not countless)


def _paired(formula: Formula, group: str, beside: dict[str, str]) -> tuple[str, str]:
    """Pair the row at hand with every row of ``group``; give the pairs, and how to sum them up."""
    book = formula.book
    left, right = book.labels[formula.group], book.labels[group]
    label, beside[group], over = book.columns.pairs(left, right)
    book.labels[label] = label
    book.group_process[label] = book.group_process.get(group, "")
    return label, over


def seen_beside(formula: Formula, kept: Kept, key: str) -> Kept:
    """Give the columns of a value of another group, in the row that a record is paired with."""
    columns = formula.book.columns
    here = columns.is_group(formula.book.labels[kept.group])
    over = f"OVER (PARTITION BY {ROW}, {key})"
    most = "BOOL_OR" if kept.kind == "yes_no" else "MAX"
    return Kept(
        sql=formula.part(f"{most}({when((here, kept.sql))}) {over}"),
        kind=kept.kind,
        group=kept.group,
        state=formula.part(f"MAX({when((here, kept.state))}) {over}") if kept.state else "",
        states=kept.states,
        sure=kept.sure,
        given=kept.given,
        tier=kept.tier,
    )


def _taken(formula: Formula, function: str, value: str, rows: tuple[str, str], sure: bool) -> str:
    here, over = rows
    whole = f"{AGGREGATES[function]}({only(here, value)}) {over}"
    if function == "sum":
        whole = f"COALESCE({whole}, 0e0)"
    found = formula.part(whole)
    if sure:
        return found
    blanks = formula.part(f"COUNT({when((all_of(here, f'{value} IS NULL'), '1'))}) {over}")
    return when((f"{blanks} = 0", found))


def _first_fault(formula: Formula, fault: str, rows: tuple[str, str], uses: list[Used]) -> str:
    """Give the fault of the first row that has one; rows behind it are not reached."""
    key = formula.book.columns.key
    here, over = rows
    test = all_of(here, f"{fault} IS NOT NULL")
    lowest = formula.part(f"MIN({when((test, f'{key} || {fault}'))}) {over}")
    for used in uses:
        used.reached = (*used.reached, f"{lowest} IS NULL OR {key} <= SUBSTR({lowest}, 1, 7)")
    return f"SUBSTR({lowest}, 8)"
