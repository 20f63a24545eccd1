"""Conditions, cases and tiers as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guiju.backends.sql.book import MISSING, STOPPED, Val
from guiju.backends.sql.text import any_of, first, is_plain, when, words
from guiju.plan.reference.formulas import needed
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculation_codes import NO_FACTOR_ROW, NOT_COMPUTABLE

if TYPE_CHECKING:
    from guiju.backends.sql.formulas import Formula

SAME = "1e-12"
"""Quantities that agree to twelve digits count as equal in a test."""


def at_most(left: str, right: str) -> str:
    """Tell whether ``left`` is not above ``right``."""
    return f"{left} <= {right} + {SAME} * GREATEST(ABS({left}), ABS({right}))"


def compared(formula: Formula, node: typed.Compared) -> Val:
    """Compare two quantities."""
    (left, right, *within), fault = formula.known(*typed.parts_of(node))
    if node.operator in ("=", "!="):
        slack = f"{SAME} * GREATEST(ABS({left.sql}), ABS({right.sql}))"
        width = f"{within[0].sql} + {slack}" if within else slack
        test = f"ABS({left.sql} - {right.sql}) <= {width}"
        holds = node.operator == "="
    elif node.operator in ("<=", ">"):
        test, holds = at_most(left.sql, right.sql), node.operator == "<="
    else:
        test, holds = at_most(right.sql, left.sql), node.operator == ">="
    return Val(sql=f"({test})" if holds else f"(NOT ({test}))", fault=fault, sure=True)


def day_of(formula: Formula, node: typed.DayOf) -> Val:
    """Give the number of a day, counted from 0001-01-01 as 1; a year begins in March for that."""
    [day], fault = formula.known(node.operand)
    year, month, of_month = (
        f"CAST(SUBSTR({day.sql}, {start}, {size}) AS BIGINT)"
        for start, size in ((1, 4), (6, 2), (9, 2))
    )
    begun = f"({year} - CASE WHEN {month} <= 2 THEN 1 ELSE 0 END)"
    leap = f"FLOOR({begun} / 4) - FLOOR({begun} / 100) + FLOOR({begun} / 400)"
    months = f"FLOOR((153 * (({month} + 9) % 12) + 2) / 5)"
    sql = f"(365 * {begun} + {leap} + {months} + {of_month} - 306)"
    return Val(sql=sql, fault=fault, sure=True)


def in_range(formula: Formula, node: typed.InRange) -> Val:
    """Tell whether a quantity lies between two others."""
    (value, low, high), fault = formula.known(node.value, node.low, node.high)
    test = f"({at_most(low.sql, value.sql)} AND {at_most(value.sql, high.sql)})"
    return Val(sql=test, fault=fault, sure=True)


def one_of(formula: Formula, node: typed.IsOneOf) -> Val:
    """Tell whether a value is among those named."""
    (value, *options), fault = formula.known(node.value, *node.options)
    listed = ", ".join(option.sql for option in options)
    test = f"{value.sql} {'NOT ' if node.negated else ''}IN ({listed})"
    return Val(sql=f"({test})", fault=fault, sure=True)


def both(formula: Formula, node: typed.Both) -> Val:
    """Join two conditions; the right one counts only where the left does not decide."""
    left = formula.value(node.left)
    goes_on = left.sql if node.operator == "and" else f"NOT {left.sql}"
    clear = f"{left.fault} IS NULL" if left.fault else ""
    with formula.only(clear, goes_on):
        right = formula.value(node.right)
    late = when((goes_on, right.fault)) if right.fault else ""
    sql = f"({left.sql} {node.operator.upper()} {right.sql})"
    return Val(sql=sql, fault=first(left.fault, late), sure=True)


def inverse(formula: Formula, node: typed.Inverse) -> Val:
    """Give the opposite of a condition."""
    inner = formula.value(node.operand)
    return Val(sql=f"(NOT {inner.sql})", fault=inner.fault, sure=True)


def given(formula: Formula, node: typed.IsGiven) -> Val:
    """Tell whether a datum was collected; a default is not."""
    kept = formula.kept(node.path)
    without = any_of(*(kept.has(state) for state in ("absent", "left out", "default")))
    nothing = f"{kept.sql} IS NULL"
    if not without:
        fault = "" if kept.sure else when((nothing, STOPPED))
        return Val(sql="TRUE", fault=fault, sure=True)
    fault = "" if kept.sure else when((f"NOT ({without}) AND {nothing}", STOPPED))
    return Val(sql=f"(NOT ({without}))", fault=fault, sure=True)


def cases(formula: Formula, node: typed.Cases) -> Val:
    """Give the branch whose condition holds."""
    values: list[tuple[str, str]] = []
    faults: list[tuple[str, str]] = []
    sure, depth = True, len(formula.reached)
    for condition, branch in node.branches:
        test = formula.value(condition)
        if test.fault:
            faults.append((f"{test.fault} IS NOT NULL", test.fault))
            formula.reached.append(f"{test.fault} IS NULL")
        with formula.only(test.sql):
            found = formula.value(branch)
        values.append((test.sql, found.sql))
        faults.append((test.sql, found.fault or "CAST(NULL AS STRING)"))
        formula.reached.append(f"NOT {test.sql}")
        sure = sure and found.sure
    if node.otherwise is None:
        last = Val(sql="NULL", fault=words(NOT_COMPUTABLE.id), sure=True)
    else:
        last = formula.value(node.otherwise)
    del formula.reached[depth:]
    return _cased(values, faults, last, sure=sure and last.sure)


def _cased(
    values: list[tuple[str, str]], faults: list[tuple[str, str]], last: Val, *, sure: bool
) -> Val:
    sql = when(*values, otherwise=last.sql)
    if not last.fault and all(fault.startswith("CAST(NULL") for _, fault in faults):
        return Val(sql=sql, sure=sure)
    return Val(sql=sql, fault=when(*faults, otherwise=last.fault or "NULL"), sure=sure)


def first_tier(formula: Formula, node: typed.Preferred) -> tuple[str, Val]:
    """Give the column with the number of the first open tier, from 1, and its value."""
    book, before = formula.book, formula.in_tier
    opens: list[tuple[str, str]] = []
    tiers: list[Val] = []
    stops: list[str] = []
    uses = []
    for at, (tier, _) in enumerate(node.tiers, 1):
        closed, stopped = _needs(formula, tier)
        formula.in_tier = True
        with book.added_uses() as mine:
            found = formula.value(tier)
        formula.in_tier = before
        uses.append(mine)
        tiers.append(found)
        stops.append(stopped)
        opens.append((_open(formula, closed, stopped, found), str(at)))
    number = _number(formula, opens)
    for at, mine in enumerate(uses, 1):
        for used in mine:
            stopped = f"NOT ({stops[at - 1]})" if stops[at - 1] else ""
            used.reached = (*used.reached, f"{number} = {at}", stopped)
    return number, _taken(number, tiers, stops)


def _number(formula: Formula, opens: list[tuple[str, str]]) -> str:
    tests = [(test, at) for test, at in opens if test]
    always = next((at for test, at in opens if not test), "NULL")
    if not opens[0][0]:
        return opens[0][1]
    cut = [pair for pair in tests if always == "NULL" or int(pair[1]) < int(always)]
    return formula.part(when(*cut, otherwise=always))


def _needs(formula: Formula, tier: Expression) -> tuple[str, str]:
    """Tell where a tier is closed since something is absent, and where something has no value."""
    found = [formula.kept(path) for path in dict.fromkeys(needed(tier))]
    closed = any_of(*(k.has(state) for k in found for state in ("absent", "left out")))
    stopped = any_of(*(f"{kept.sql} IS NULL" for kept in found if not kept.sure))
    return closed, stopped


def _open(formula: Formula, closed: str, stopped: str, found: Val) -> str:
    """Tell where a tier is taken: empty if it always is."""
    shut = f"({found.fault}) IN ({MISSING}, {words(NO_FACTOR_ROW.id)})" if found.fault else ""
    if shut and not is_plain(found.fault):
        fault = formula.part(found.fault)
        shut = f"{fault} IN ({MISSING}, {words(NO_FACTOR_ROW.id)})"
    passed = when((any_of(stopped), "FALSE"), otherwise=shut) if shut and stopped else shut
    either = any_of(closed, f"COALESCE({passed}, FALSE)" if passed else "")
    return f"NOT ({either})" if either else ""


def _taken(number: str, tiers: list[Val], stops: list[str]) -> Val:
    faults = [
        first(when((stop, STOPPED)) if stop else "", tier.fault)
        for tier, stop in zip(tiers, stops, strict=True)
    ]
    sure = all(tier.sure for tier in tiers)
    if number.isdigit():
        at = int(number) - 1
        return Val(sql=tiers[at].sql, fault=faults[at], sure=sure)
    values = ((f"{number} = {at}", tier.sql) for at, tier in enumerate(tiers, 1))
    whys = ((f"{number} = {at}", why) for at, why in enumerate(faults, 1) if why)
    fault = when((f"{number} IS NULL", MISSING), *whys)
    return Val(sql=when(*values), fault=fault, sure=sure)
