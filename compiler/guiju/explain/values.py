"""A value and what its formula reads: down to data, their sources, and the rows of tables."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.explain.model import Explanation, known
from guiju.plan.model import Collect, Compute, RulePlan, Series, Step
from guiju.plan.printing import formula_text
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.factor_model import GwpSet
from guiju_runtime.books import Book
from guiju_runtime.calculating import Calculation
from guiju_runtime.calculator import ROW
from guiju_runtime.data_words import DEFAULT, FACTOR, QUALITY, UNVERIFIED, WITHHELD
from guiju_runtime.given import Place, shown
from guiju_runtime.messages import Text, same_words
from guiju_runtime.run import Run
from guiju_runtime.tables import name_of_row

DEEPEST = 12


Beyond = typed.Predeclared | typed.ProductOutcome
"""What a formula reads beside values: ``year``, ``primary_share``, ``product.cfp``."""


class Explainer(Struct, frozen=True, kw_only=True):
    """Explains the values of one rule book.

    Attributes:
        book: what the rule book gave; ``plan`` how it calculates.
        potentials: what its gases count for.
        beyond: explains what a formula reads beside values; ``supplied`` a datum that another
            standard gives, by its path.
    """

    plan: RulePlan
    calculation: Calculation
    book: Book
    potentials: GwpSet | None
    beyond: Callable[[Beyond], Explanation]
    supplied: Callable[[str], tuple[Explanation, ...]]

    @property
    def run(self) -> Run:
        """Give the run of the rule book."""
        return self.book.run

    def public(self, node: Explanation) -> Explanation:
        """Give an explanation without what would give confidential data away."""
        calculator = self.calculation.calculator
        path, parts = ROW.sub("", node.path), tuple(map(self.public, node.parts))
        if path not in calculator.confidential or path in calculator.processes:
            return replace(node, parts=parts)
        return replace(node, value=None, remarks=(WITHHELD,), parts=parts)

    def step(self, path: str) -> Step | None:
        """Find the step of a value, or of a further result."""
        steps = (*self.plan.steps, *self.plan.results)
        return next((s for s in steps if s.path == path), None)

    def value(self, path: str, row: int | None, depth: int = 0) -> Explanation:
        """Explain the value at ``path``."""
        step = self.step(path)
        if isinstance(step, Series):
            return self._index(step, row, depth)
        group = step.group if step is not None else ""
        at = row if group else None
        if isinstance(step, Compute):
            return self._computed(step, at, depth)
        assert step is not None
        return Explanation(
            path=shown(group, at, path),
            label=step.datum.label,
            value=self._number(path, group, at),
            unit=step.datum.unit.text,
            remarks=tuple(self._about(step, at)),
            clause=step.process or step.path,
            parts=self.supplied(path),
        )

    def _number(self, path: str, group: str, row: int | None) -> float | str | bool | None:
        run = self.run
        return known(
            run.row_values[group][row].get(path) if row is not None else run.values.get(path)
        )

    def _about(self, step: Collect, row: int | None) -> Iterator[Text]:
        place = Place(step.path, row)
        if place in self.run.defaults:
            yield DEFAULT
            if step.datum.notes.source.zh:
                yield step.datum.notes.source
            if step.datum.notes.unverified:
                yield UNVERIFIED
            return
        given = self.run.reading.about.get(place)
        if given is not None:
            yield QUALITY[given.quality]
            if given.source:
                yield same_words(given.source)
            yield from given.measured.words(step.datum.unit.text)

    def _computed(self, step: Compute, row: int | None, depth: int) -> Explanation:
        formula: Expression = step.value
        remarks: tuple[Text, ...] = ()
        tier = self.run.tiers.get(Place(step.path, row))
        if isinstance(formula, typed.Preferred) and tier is not None:
            formula, label = formula.tiers[tier]
            remarks = (Text(zh=f"采用 {label.zh}", en=f"taken: {label.en}"),)
        return Explanation(
            path=shown(step.group, row, step.path),
            label=step.label,
            value=self._number(step.path, step.group, row),
            unit=step.unit.text,
            written=formula_text(formula),
            remarks=remarks,
            clause=self.printed_in(step),
            parts=self.read_by(formula, Place(step.path, row), depth + 1),
        )

    def printed_in(self, step: Step | None) -> str:
        """Give the id of what has the clause of a value: its process, itself, or nothing."""
        if step is None or step.process:
            return step.process if step is not None else ""
        return step.path if step.path in self.calculation.calculator.clauses else ""

    def _index(self, step: Series, row: int | None, depth: int) -> Explanation:
        """Explain the index of a series in a row by the bounds of the series."""
        bounds, at = (step.low, step.high), Place(step.path, None)
        return Explanation(
            path=shown(step.path, row, step.path),
            label=step.label,
            value=self._number(step.path, step.path, row),
            unit="",
            written=" .. ".join(formula_text(bound) for bound in bounds),
            clause=step.process,
            parts=tuple(p for bound in bounds for p in self.read_by(bound, at, depth + 1)),
        )

    def read_by(self, formula: Expression, of: Place, depth: int) -> tuple[Explanation, ...]:
        """Explain everything that the formula of a value reads: values, rows, factors.

        What has no clause of its own, a constant or the year, is told under the formula.
        """
        if depth > DEEPEST:
            return ()
        paths = dict.fromkeys(
            r.path for r in typed.readings(formula) if isinstance(r, typed.Reading)
        )
        places = [(path, at) for path in paths for at in self.rows(path, of.row)]
        values = tuple(self.value(path, at, depth) for path, at in places)
        beside = tuple(map(self.beyond, dict.fromkeys(_beyond(formula))))
        under = self.printed_in(self.step(of.datum))
        found = (*values, *beside, *self.factors(formula, of))
        return tuple(one if one.clause else replace(one, clause=under) for one in found)

    def rows(self, path: str, row: int | None) -> tuple[int | None, ...]:
        """Give the rows that are meant: the one at hand, else all of the group of ``path``."""
        step = self.step(path)
        group = step.path if isinstance(step, Series) else (step.group if step is not None else "")
        if not group or row is not None:
            return (row,)
        return tuple(range(len(self.run.row_values.get(group, ()))))

    def factors(self, formula: Expression, of: Place) -> Iterator[Explanation]:
        """Explain the rows of tables that a formula looked up for the value at ``of``."""
        wanted = set(_tables(formula))
        for (place, path, keys), (table, row) in self.run.lookups.items():
            if place != of or path not in wanted:
                continue
            remarks = [FACTOR, row.source]
            if row.year:
                remarks.append(Text(zh=f"{row.year} 年", en=str(row.year)))
            if row.unverified:
                remarks.append(UNVERIFIED)
            yield Explanation(
                path=name_of_row(path, keys),
                label=table.label,
                value=row.value,
                unit=table.unit,
                remarks=tuple(remarks),
                clause=path,
            )


def _tables(node: Expression) -> Iterator[str]:
    if isinstance(node, typed.TableLookup):
        yield node.table
    for part in typed.parts_of(node):
        yield from _tables(part)


def _beyond(node: Expression) -> Iterator[Beyond]:
    if isinstance(node, Beyond):
        yield node
    for part in typed.parts_of(node):
        yield from _beyond(part)
