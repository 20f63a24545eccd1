"""The steps of a rule book as columns: data as given, formulas in order, series, limits."""

from guiju.backends.sql.book import MISSING, Book, Kept, Val
from guiju.backends.sql.conditions import first_tier
from guiju.backends.sql.formulas import Formula
from guiju.backends.sql.reading import given_column, read_datum
from guiju.backends.sql.text import LARGEST, all_of, first, only, when, words
from guiju.plan.absence import absence_of
from guiju.plan.limits import Limits, limits_of
from guiju.plan.model import Collect, Compute, Series, Step
from guiju_dsl.standard.expressions import Expression, Preferred
from guiju_dsl.standard.model import Provision
from guiju_runtime.calculation_codes import (
    NOT_COMPUTABLE,
    NOT_COUNTABLE,
    OUTSIDE_LIMIT,
    UNUSED_DATUM,
)
from guiju_runtime.codes import MISSING_DATUM
from guiju_runtime.data_model import Datum
from guiju_runtime.series import MOST_ROWS, NEARLY_WHOLE

Guards = dict[str, Expression | None]


class Steps:
    """The steps of one rule book.

    Attributes:
        guards: own condition of each value, by path; those of whole processes apart.
        may_lack: paths of values, further results among them, that may be absent in silence.
    """

    def __init__(self, book: Book, guards: Guards, data: dict[str, Datum]) -> None:
        """Begin with no step done."""
        self.book = book
        self.guards = guards
        self.data = data
        self.limits: Limits = limits_of(book.rules)
        results = frozenset(line.path for line in book.rules.results)
        self.may_lack = absence_of(book.rules).inside | results
        self.processes = {process.path: process for process in book.rules.processes}

    def put(self) -> None:
        """Make the columns of every step, then what whole processes must satisfy."""
        at = None
        for step in self.book.rules.steps:
            if step.process != at:
                at = step.process
                self._begin(at)
            self._step(step)
            for _, limit in (pair for pair in self.limits.limits if pair[0] == step.path):
                self._limit(limit)
        for process in self.book.rules.processes:
            if process.path not in self.book.runs:
                self._begin(process.path)
            self._require(process.path)

    def _begin(self, path: str) -> None:
        """Begin a process: tell whether it runs."""
        book, process = self.book, self.processes.get(path)
        title = f"{process.label.zh} {process.label.en}; clause {path}" if process else ""
        book.columns.section(f"{book.prefix}{title or '产品 The product'}")
        if process is None or path in book.runs:
            return
        book.runs[path] = ""
        if process.only_when is not None:
            book.runs[path] = self._holds(process.only_when, path, "", f"{path} runs")

    def _holds(self, node: Expression, path: str, group: str, called: str, *reached: str) -> str:
        """Give a column that tells whether a condition holds, NULL where nobody can know."""
        val = Formula(self.book, called, group, *reached).value(node)
        val = Val(sql=val.sql, fault=only(all_of(*reached), val.fault), sure=val.sure)
        fault = self.book.fault(val, path, group, optional=True)
        if not fault:
            return self.book.put(called, val.sql)
        tests = ((f"{fault} = {MISSING}", "FALSE"), (f"{fault} IS NULL", val.sql))
        return self.book.put(called, when(*tests))

    def _step(self, step: Step) -> None:
        if isinstance(step, Series):
            self._series(step)
            return
        kept = self.kept(step, self.guards.get(step.path))
        self.book.kept[step.path] = kept

    def kept(self, step: Collect | Compute, guard: Expression | None) -> Kept:
        """Make the columns of one step."""
        runs = self.book.runs.get(step.process, "")
        applies = runs
        if guard is not None:
            called = f"{step.path} applies"
            held = self._holds(guard, step.path, step.group, called, runs)
            both = when((runs, held), (f"NOT {runs}", "FALSE")) if runs else held
            applies = self.book.put(called, both)
        if isinstance(step, Collect):
            return self._collected(step, applies)
        return self._computed(step, applies)

    def _collected(self, step: Collect, applies: str) -> Kept:
        book, path, datum = self.book, step.path, self.data[step.path]
        given = given_column(path)
        read, wrong = read_datum(book, datum)
        left = "left out" if step.zero_if_absent else "absent"
        right = f"{given} IS NOT NULL" + (f" AND {wrong} IS NULL" if wrong else "")
        branches = [(f"{applies} IS NULL", "'invalid'"), (f"NOT {applies}", words(left))]
        branches = (branches if applies else []) + [(right, "'there'")]
        if wrong:
            branches.append((f"{wrong} IS NOT NULL", "'invalid'"))
        default = Val(sql="", sure=True)
        absent = f"{given} IS NULL"
        if step.default is not None:
            last = "default"
            default = self._default(step, all_of(applies, absent))
        elif datum.needed == "never":
            last = left
        else:
            last = "invalid"
        states = {"there", "invalid", last} | ({left} if applies else set())
        state = ""
        if states - {"there", "invalid"}:
            state = book.put(f"{path} ?", when(*branches, otherwise=words(last)))
        self._report(step, datum, applies, wrong)
        values = [("'there'", read), ("'default'", default.sql), ("'left out'", "0e0")]
        chosen = [(f"{state} = {of}", sql) for of, sql in values if of.strip("'") in states]
        value = book.put(path, when(*chosen), _note(step)) if state else read
        return Kept(
            sql=value,
            kind=datum.kind,
            group=step.group,
            state=state,
            states=frozenset(states),
            sure=False,
            given=f"{given} IS NOT NULL",
            tier="",
        )

    def _default(self, step: Collect, condition: str) -> Val:
        assert step.default is not None
        val = Formula(self.book, f"{step.path} default", step.group, condition).value(step.default)
        faulty = Val(sql=val.sql, fault=only(condition, val.fault), sure=val.sure)
        fault = self.book.fault(faulty, step.path, step.group)
        sql = when((f"{fault} IS NULL", val.sql)) if fault else val.sql
        return Val(sql=sql, fault=fault, sure=val.sure)

    def _report(self, step: Collect, datum: Datum, applies: str, wrong: str) -> None:
        """Report a datum that nobody asks for, and one that is asked for here and missing."""
        book, given = self.book, given_column(step.path)
        if applies:
            unused = all_of(f"NOT {applies}", f"{given} IS NOT NULL", wrong and f"{wrong} IS NULL")
            code = when((unused, words(UNUSED_DATUM.id)))
            book.find(code, step.path, step.group, is_error=False)
        if step.default is None and datum.needed == "when":
            missing = all_of(applies, f"{given} IS NULL")
            book.find(when((missing, words(MISSING_DATUM.id))), step.path, step.group)

    def _computed(self, step: Compute, applies: str) -> Kept:
        book, path = self.book, step.path
        formula = Formula(book, path, step.group, applies)
        countless = book.countless.get(step.group, "")
        tier = ""
        if isinstance(step.value, Preferred):
            number, val = first_tier(formula, step.value)
            tier = book.put(f"{path} tier", only(applies, number))
        else:
            val = formula.value(step.value)
        val = self._finite(val, step, all_of(applies, countless and f"NOT ({countless})"))
        optional = not step.zero_if_absent and path in self.may_lack
        fault = book.fault(val, path, step.group, optional=optional)
        left = "left out" if step.zero_if_absent else "absent"
        branches = [(f"{applies} IS NULL", "'invalid'"), (f"NOT {applies}", words(left))]
        branches = branches if applies else []
        states = {"there", "invalid"} | ({left} if applies else set())
        if MISSING in val.fault and optional:
            branches.append((f"{fault} = {MISSING}", "'absent'"))
            states.add("absent")
        state = book.put(f"{path} ?", when(*branches, otherwise="'there'")) if branches else ""
        value = val.sql if not fault else when((f"{fault} IS NULL", val.sql))
        if state:
            nought = [(f"{state} = 'left out'", "0e0")] if "left out" in states else []
            value = when(*nought, (f"{state} = 'there'", value))
        sql = book.put(path, only(countless and f"NOT ({countless})", value), _note(step))
        return Kept(
            sql=sql,
            kind=step.kind,
            group=step.group,
            state=state,
            states=frozenset(states) if state else frozenset({"there", "invalid"}),
            sure=False,
            given="",
            tier=tier,
        )

    def _finite(self, val: Val, step: Compute, here: str) -> Val:
        """Find a number that no float can hold; NaN sorts above all numbers."""
        if step.kind not in ("number", "year") or val.constant is not None:
            return Val(sql=val.sql, fault=only(here, val.fault), sure=val.sure)
        raw = self.book.put(f"{step.path} =", val.sql, _formula(step))
        whole = when((f"ABS({raw}) > {LARGEST}", words(NOT_COMPUTABLE.id)))
        return Val(sql=raw, fault=only(here, first(val.fault, whole)), sure=val.sure)

    def _series(self, step: Series) -> None:
        """Add a record for each whole number between the bounds."""
        book, path = self.book, step.path
        runs = book.runs.get(step.process, "")
        low, first_ = self._bound(step, step.low, "first", runs)
        high, last = self._bound(step, step.high, "last", runs)
        known = f"{first_} IS NOT NULL AND {last} IS NOT NULL"
        countable = f"{known} AND {last} - {first_} < {MOST_ROWS}e0"
        uncounted = book.put(f"{path} uncounted", f"NOT COALESCE({countable}, FALSE)")
        both = all_of(runs, uncounted, f"{low} IS NOT NULL", f"{high} IS NOT NULL")
        book.find(when((both, words(NOT_COUNTABLE.id))), path)
        length = when((uncounted, "1e0"), otherwise=f"GREATEST({last} - {first_} + 1e0, 0e0)")
        rows = when((runs, length), otherwise="0e0") if runs else length
        count = book.put(f"{path} rows", rows, f"rows of {path}")
        label = book.columns.series(path, f"{book.prefix}{path}", count)
        book.labels[path] = label
        book.countless[path] = uncounted
        here = book.columns.is_group(label)
        index = f"{first_} + CAST({book.columns.key} AS DOUBLE) - 1e0"
        sql = book.put(path, when((all_of(here, f"NOT {uncounted}"), index)), _note(step))
        book.kept[path] = Kept(
            sql=sql,
            kind="number",
            group=path,
            state="",
            states=frozenset({"there", "invalid"}),
            sure=False,
            given="",
            tier="",
        )

    def _bound(self, step: Series, node: Expression, which: str, runs: str) -> tuple[str, str]:
        """Give a bound, and the whole number that it nearly is; NULL for none."""
        book, called = self.book, f"{step.path} {which}"
        val = Formula(book, called, "", runs).value(node)
        val = Val(sql=book.put(called, val.sql), fault=only(runs, val.fault), sure=val.sure)
        fault = book.fault(val, step.path, "")
        sql = book.put(called, only(f"{fault} IS NULL" if fault else "", val.sql))
        near = f"ABS({sql} - ROUND({sql})) <= {NEARLY_WHOLE!r}"
        return sql, book.put(f"{called} whole", when((near, f"ROUND({sql})")))

    def _limit(self, limit: Provision) -> None:
        """Leave a value without value that is outside its limit."""
        assert limit.condition is not None
        book, path = self.book, limit.tested
        kept = book.kept[path]
        out = kept.has("left out")
        there = all_of(f"{kept.sql} IS NOT NULL", f"NOT ({out})" if out else "")
        here = all_of(book.alive(kept.group) if kept.group else "", there)
        fails = self._fails(limit, path, kept.group, here)
        book.find(when((fails, words(OUTSIDE_LIMIT.id))), path, kept.group)
        sql = book.put(
            f"{path} within limits", when((f"NOT {fails}", kept.sql)), f"{path} 限值 limit"
        )
        book.kept[path] = Kept(
            sql=sql,
            kind=kept.kind,
            group=kept.group,
            state=kept.state,
            states=kept.states,
            sure=False,
            given=kept.given,
            tier=kept.tier,
        )

    def _fails(self, limit: Provision, path: str, group: str, here: str) -> str:
        """Give a column that tells where a limit is tested and does not hold."""
        assert limit.condition is not None
        called = f"{path} outside its limit"
        val = Formula(self.book, called, group, here).value(limit.condition)
        fault = self.book.fault(
            Val(sql=val.sql, fault=only(here, val.fault), sure=True), path, group, optional=True
        )
        clear = f"{fault} IS NULL" if fault else ""
        test = all_of(here, clear, f"NOT {val.sql}")
        return self.book.put(called, f"COALESCE({test}, FALSE)", limit.written)

    def _require(self, process: str) -> None:
        """Know nothing of a process that breaks a limit on the whole of it."""
        book, runs = self.book, self.book.runs[process]
        unknown = [f"{runs} IS NULL"] if runs else []
        for limit in self.limits.of_process(process):
            fails = self._fails(limit, process, "", runs)
            book.find(when((fails, words(OUTSIDE_LIMIT.id))), process)
            unknown.append(fails)
        book.unknown[process] = " OR ".join(unknown)


def _note(step: Step) -> str:
    label = step.datum.label if isinstance(step, Collect) else step.label
    unit = (step.datum.unit if isinstance(step, Collect) else step.unit).text
    return f"{label.zh.strip()} {label.en.strip()} [{unit or '-'}]"


def _formula(step: Compute) -> str:
    return f"{_note(step)} = {step.written.strip()}"
