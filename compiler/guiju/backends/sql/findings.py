"""What is found when all is known: provisions, unverified values, ages."""

from collections.abc import Iterator

from guiju.backends.sql.book import Book, Used, Val
from guiju.backends.sql.columns import OVER
from guiju.backends.sql.formulas import Formula
from guiju.backends.sql.text import all_of, any_of, number, only, when, words
from guiju.plan.model import Collect
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Provision
from guiju_runtime.calculation_codes import UNVERIFIED_USED
from guiju_runtime.messages import Code
from guiju_runtime.testing import BY_FORCE

FORCES: dict[str, tuple[Code, str]] = dict(BY_FORCE.items())


def test_provisions(book: Book) -> None:
    """Report every provision that does not hold, for every row that it is about."""
    book.columns.section("条款 Provisions")
    for provision in book.rules.provisions:
        if provision.condition is not None and provision.force in FORCES:
            _test(book, provision, provision.condition)


def _test(book: Book, provision: Provision, condition: Expression) -> None:
    group = provision.group
    path = provision.place or provision.path
    numbered = f"{path}.".startswith(f"{group}.")
    alive = book.alive(group) if group else ""
    val = Formula(book, provision.path, group, alive).value(condition)
    fault = ""
    if val.fault:
        fault = book.put(f"{provision.path} !", val.fault)
        broken = only(alive, when((f"{fault} LIKE 'GJ%'", fault)))
        book.find(broken, path, group, numbered=numbered)
    clear = f"{fault} IS NULL" if fault else ""
    fails = book.put(f"{provision.path} fails", only(all_of(alive, clear), f"NOT {val.sql}"))
    code, severity = FORCES[provision.force]
    is_error = severity == "error" and not provision.notes.unverified
    found = when((fails, words(code.id)))
    book.find(found, path, group, is_error=is_error, numbered=numbered)


def factor_age(book: Book, year: str) -> Val:
    """Give the age of the oldest row used at the end of the period [a]."""
    oldest = [year]
    for used in _reached(book):
        years = [(at, row.year) for at, row in enumerate(used.table.rows) if row.year.isdigit()]
        if not years:
            continue
        cases = " ".join(f"WHEN {at} THEN {number(float(of))}" for at, of in years)
        sql = only(all_of(*used.reached), f"CASE {used.place} {cases} END")
        sql = book.put(f"year of {used.table.path}", sql)
        if used.group:
            inside = only(book.alive(used.group), sql)
            sql = book.put(f"oldest year of {used.table.path}", f"MIN({inside}) {OVER}")
        oldest.append(f"COALESCE({sql}, {year})")
    distinct = dict.fromkeys(oldest)
    least = f"LEAST({', '.join(distinct)})" if len(distinct) > 1 else year
    return Val(sql=book.put("factor age", f"COALESCE({year} - {least}, 0e0)"), sure=True)


def list_unverified(book: Book) -> None:
    """Report the unverified rows of tables and the unverified defaults that took part."""
    code = words(UNVERIFIED_USED.id)
    for used in _reached(book):
        places = [
            str(at)
            for at, row in enumerate(used.table.rows)
            if row.unverified or used.table.notes.unverified
        ]
        if not places:
            continue
        taken = all_of(
            book.alive(used.group) if used.group else "",
            *used.reached,
            f"{used.place} IN ({', '.join(places)})",
        )
        found = when((taken, code))
        book.find(found, used.table.path, used.group, is_error=False, numbered=False)
    for step in book.rules.steps:
        if isinstance(step, Collect) and step.datum.notes.unverified:
            kept = book.kept[step.path]
            taken = all_of(book.alive(step.group) if step.group else "", kept.has("default"))
            if kept.has("default"):
                found = when((taken, code))
                book.find(found, step.path, step.group, is_error=False, numbered=False)


def _reached(book: Book) -> Iterator[Used]:
    """Give the look-ups, each once."""
    seen: set[tuple[object, ...]] = set()
    for used in book.used:
        key = used.table.path, used.place, used.reached, used.group
        if key not in seen:
            seen.add(key)
            yield used


__all__ = ["any_of", "factor_age", "list_unverified", "test_provisions"]
