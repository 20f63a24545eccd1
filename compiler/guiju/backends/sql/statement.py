"""One SELECT that calculates a table of declarations."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from guiju.backends.sql.book import STOPPED, Book, Found, Val
from guiju.backends.sql.columns import Columns
from guiju.backends.sql.findings import factor_age, list_unverified, test_provisions
from guiju.backends.sql.footprints import Footprint, Footprints
from guiju.backends.sql.printing import to_text
from guiju.backends.sql.reading import read_datum, read_period, report_datum
from guiju.backends.sql.steps import Steps
from guiju.backends.sql.system import System
from guiju.backends.sql.terms import Terms
from guiju.backends.sql.text import name, when
from guiju.plan.confidential import public
from guiju.plan.model import CalculationPlan, Compute, RulePlan
from guiju.plan.ordering import ordered
from guiju_dsl.standard.expressions import Preferred, kind_of


class Made(Struct, frozen=True, kw_only=True):
    """One rule book as columns."""

    book: Book
    steps: Steps
    footprints: Mapping[str, Footprint]


def statement(plan: CalculationPlan) -> str:
    """Print ``plan`` as one SELECT."""
    columns, found = Columns(), list[Found]()
    columns.section("数据 The data as read")
    main_book = Book(plan.rules, columns, found)
    year, months = read_period(main_book)
    for datum in plan.data_model.data:
        report_datum(main_book, datum, read_datum(main_book, datum)[1])
    main, *others = _made(plan, columns, _begun(plan, main_book, (year, months)))
    outputs = dict(_outputs(main, others, scored=bool(plan.graph.standard.indicators)))
    _measure(main, others, year)
    columns.section("结果 Further results")
    outputs |= dict(_results(main, plan.rules))
    test_provisions(main.book)
    list_unverified(main.book)
    return to_text(plan, columns, found, {name: outputs[name] for name in public(plan, outputs)})


def _measures(year: str, months: str) -> dict[str, Val]:
    return {
        "year": Val(sql=year, fault=_stopped(year), sure=True),
        "period": Val(sql=months, fault=_stopped(months), sure=True),
        "region": Val(sql=f"COALESCE({name('region given')}, '')", sure=True),
        "site": Val(sql=f"COALESCE({name('site given')}, '')", sure=True),
    }


def _stopped(sql: str) -> str:
    return when((f"{sql} IS NULL", STOPPED))


def _begun(plan: CalculationPlan, main: Book, period: tuple[str, str]) -> list[Steps]:
    """Calculate the values of the standard itself and of its profiles."""
    rules = plan.graph.standard
    books = [(main, rules.rules)]
    for profile, own in zip(plan.profiles, rules.profiles, strict=True):
        books.append((Book(profile, main.columns, main.found), own))
    data = {datum.path: datum for datum in plan.data_model.data}
    begun = []
    for book, own in books:
        book.measures = _measures(*period)
        guards = {f.path: f.only_when for f in own.formulas}
        guards |= {d.path: d.only_when for d in own.data}
        begun.append(Steps(book, guards, data))
        begun[-1].put()
    return begun


def _made(plan: CalculationPlan, columns: Columns, begun: list[Steps]) -> list[Made]:
    """Calculate burdens, then product systems, then footprints, each of all rule books at once."""
    columns.section("各单元过程的排放、取用与产出 What each process adds, draws, makes")
    terms = [Terms(steps.book) for steps in begun]
    columns.section("产品系统 The product system")
    systems = [System(steps.book, t) for steps, t in zip(begun, terms, strict=True)]
    columns.section("产品碳足迹 The footprints")
    found = []
    for steps, system in zip(begun, systems, strict=True):
        footprints = Footprints(system, plan.graph.standard.indicators)
        outcomes = steps.book.rules.outcomes
        of = {outcome.name: footprints.of(outcome) for outcome in outcomes}
        found.append(Made(book=steps.book, steps=steps, footprints=of))
    return found


def _outputs(main: Made, others: list[Made], *, scored: bool) -> Iterator[tuple[str, str]]:
    """Name the columns of the result as those of a table of declarations."""
    first = next(iter(main.footprints.values()))
    yield "cfp", first.cfp
    yield "biogenic_co2", first.biogenic_co2
    yield from first.parts.items()
    for made in (main, *others):
        prefix = f"{made.book.rules.name}." if made.book.rules.name else ""
        for product, found in made.footprints.items():
            yield f"{prefix}{product}.cfp", found.cfp
            yield f"{prefix}{product}.intensity", found.intensity
            yield f"{prefix}{product}.reference_flow", found.reference_flow
    yield "primary_share", first.primary_share
    if scored:
        yield "score", first.score


def _measure(main: Made, others: list[Made], year: str) -> None:
    """Give the main rule book what results and provisions may ask."""
    measures = main.book.measures

    def put(called: str, sql: str) -> None:
        measures[called] = Val(sql=sql, fault=_stopped(sql), sure=True)

    first = next(iter(main.footprints.values()))
    put("primary_share", first.primary_share)
    put("score", first.score)
    put("excluded_largest", first.excluded_largest)
    put("excluded_total", first.excluded_total)
    measures["data_age"] = Val(sql="0e0", sure=True)
    measures["factor_age"] = factor_age(main.book, year)
    for made in (main, *others):
        prefix = f"{made.book.rules.name}." if made.book.rules.name else ""
        for product, found in made.footprints.items():
            put(f"{prefix}{product}.cfp", found.cfp)
            put(f"{prefix}{product}.intensity", found.intensity)
            put(f"{prefix}{product}.reference_flow", found.reference_flow)


def _results(main: Made, rules: RulePlan) -> Iterator[tuple[str, str]]:
    """Calculate the further results; what is no number and no word is given by none."""
    for line in ordered(rules.results):
        if isinstance(line, Compute):
            kept = main.steps.kept(line, line.only_when)
            main.book.kept[line.path] = kept
            kind = line.kind if isinstance(line.value, Preferred) else kind_of(line.value)
            if kind in ("number", "year", "choice", "text"):
                yield f"results.{line.path}", kept.sql
