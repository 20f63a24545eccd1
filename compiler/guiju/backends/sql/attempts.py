"""A formula where it is asked for, with a finding where it has no value."""

from guiju.backends.sql.book import Book, Val
from guiju.backends.sql.formulas import Formula
from guiju.backends.sql.text import LARGEST, first, only, when, words
from guiju_dsl.standard.expressions import Expression, kind_of
from guiju_runtime.calculation_codes import NOT_COMPUTABLE


def attempted(book: Book, node: Expression, path: str, group: str, here: str, called: str) -> Val:
    """Give a formula where ``here`` holds, NULL where it has no value, and report why."""
    val = Formula(book, called, group, here).value(node)
    if val.constant is not None:
        return val
    raw = book.put(f"{called} =", val.sql)
    beyond = ""
    if not raw.startswith("'") and _is_number(node):
        beyond = when((f"ABS({raw}) > {LARGEST}", words(NOT_COMPUTABLE.id)))
    fault = first(val.fault, beyond)
    if not fault:
        return Val(sql=raw, sure=val.sure)
    column = book.fault(Val(sql=raw, fault=only(here, fault)), path, group)
    return Val(sql=book.put(called, when((f"{column} IS NULL", raw))), fault="", sure=False)


def _is_number(node: Expression) -> bool:
    return kind_of(node) in ("number", "year")
