"""The names that a result has, each found where it is made: as the result itself calls it."""

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec.structs import replace

from guiju.explain import allocation, attached, ranking
from guiju.explain.attached import USE, Others, no_others
from guiju.explain.footprints import BY_FLOW, KINDS, Parts, parts_of
from guiju.explain.model import Explanation, known
from guiju.explain.shares import QUALITIES, shares_of
from guiju.explain.values import Beyond, Explainer
from guiju.plan.model import CalculationPlan, Outcome, RulePlan
from guiju.plan.printing import formula_text
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.kinds import PREDECLARED, PREDECLARED_LABELS
from guiju_runtime.books import Book
from guiju_runtime.calculating import Calculation
from guiju_runtime.given import Place, shown
from guiju_runtime.messages import same_words

OUTCOMES = ("cfp", "intensity", "reference_flow")
BESIDE = "biogenic_co2"
BESIDE_IT: dict[str, Callable[[Parts, str], Explanation]] = {
    BESIDE: lambda first, name: first.beside(name),
    **dict.fromkeys(QUALITIES, lambda first, name: shares_of(first).explained(name, name)),
    **dict.fromkeys(ranking.EXCLUDED, ranking.left_out),
}
"""What the result tells beside a footprint, by its name."""
WITHIN = ("products.", "results.", "values.", "quality.")
"""Parts of the result as JSON whose values may be named with them or without."""
PROFILES = "profiles."
Found = tuple[Explanation, ...]


def explained(
    plan: CalculationPlan, calculation: Calculation, name: str, others: Others = no_others
) -> Found:
    """Explain the number called ``name``; nothing if the result has none of that name.

    It may be ``cfp``, ``biogenic_co2``, a part of the footprint as ``by_gas.CF4``, ``product.cfp``,
    ``.intensity`` or ``.reference_flow``, ``primary_share``, ``score``, ``hot_spots``,
    ``excluded_total``, ``allocation.product``, a further result, a value, ``process.GAS``; and each
    of them by a profile, after its name, or of an attached declaration, after ``use.STANDARD.``.

    Args:
        others: gives the plans of the standards whose results are used.
    """
    of_all = _OfAll(plan, calculation, others)
    if name.startswith(USE):
        return of_all.of_attached(*attached.parted(name))
    profile, rest = of_all.profile_of(name)
    names = of_all.of(profile)
    likely = (rest, *(rest.removeprefix(one) for one in WITHIN if rest.startswith(one)))
    found = next((one for one in map(names.explained, likely) if one), ())
    before = f"{profile}." if profile else ""
    return tuple(replace(names.explainer.public(one), path=f"{before}{one.path}") for one in found)


def names_known(
    plan: CalculationPlan, calculation: Calculation, others: Others = no_others
) -> tuple[str, ...]:
    """Give the names that ``explained`` knows."""
    of_all = _OfAll(plan, calculation, others)
    own = tuple(of_all.of("").known())
    more = (f"{p.name}.{name}" for p in plan.profiles for name in of_all.of(p.name).measures())
    used = (
        f"{USE}{standard}.{name}"
        for standard, one in calculation.attached.items()
        if (other := others(standard)) is not None
        for name in names_known(other, one.calculation, others)
    )
    return (*own, *more, *used)


class _OfAll:
    """The names of a standard and of its profiles."""

    def __init__(self, plan: CalculationPlan, calculation: Calculation, others: Others) -> None:
        self.rules = {book.name: book for book in (plan.rules, *plan.profiles)}
        standard = plan.graph.standard
        books = (standard.rules, *standard.profiles)
        self.potentials = {one.name: one for book in books for one in book.gwp_sets}
        self.calculation = calculation
        self.others = others

    def of_attached(self, standard: str, name: str) -> Found:
        """Explain a number of the result of an attached declaration."""
        one = self.calculation.attached.get(standard)
        plan = self.others(standard) if one is not None else None
        if one is None or plan is None:
            return ()
        found = explained(plan, one.calculation, name, self.others)
        return tuple(attached.within(standard, node) for node in found)

    def supplied(self, path: str) -> Found:
        """Explain what an attached declaration gives for the datum at ``path``."""
        used = (one for one in self.calculation.model.used if one.path == path)
        return next((self.of_attached(one.standard, one.source) for one in used), ())

    def of(self, profile: str) -> "_Names":
        return _Names(self, self.rules[profile], self.calculation.books[profile])

    def profile_of(self, name: str) -> tuple[str, str]:
        """Tell which profile a name begins with, and what follows; a process has precedence."""
        head, _, rest = name.removeprefix(PROFILES).partition(".")
        if (
            head
            and rest
            and head in self.rules
            and head not in self.calculation.calculator.processes
        ):
            return head, rest
        return "", name


class _Names:
    """The names that one rule book gives values."""

    def __init__(self, of_all: _OfAll, plan: RulePlan, book: Book) -> None:
        self.of_all, self.plan, self.book = of_all, plan, book
        self.explainer = Explainer(
            plan=plan,
            calculation=of_all.calculation,
            book=book,
            potentials=of_all.potentials.get(plan.gwp_set),
            beyond=self.beyond,
            supplied=of_all.supplied,
        )

    @cached_property
    def first(self) -> Parts:
        return self._parts(self.plan.outcomes[0].name)

    def _parts(self, product: str) -> Parts:
        return parts_of(self.explainer, self.book.footprints[product])

    def explained(self, name: str) -> Found:
        return self._of_footprint(name) or self._of_product(name) or tuple(self._value(name))

    def _of_footprint(self, name: str) -> Found:
        """Explain what the result tells of the first product."""
        if name == "cfp":
            return (self.first.whole(f"{self.plan.outcomes[0].name}.cfp"),)
        kind, _, line = name.partition(".")
        part: Explanation | None = None
        if name in BESIDE_IT:
            part = BESIDE_IT[name](self.first, name)
        elif kind in KINDS:
            part = self.first.part(kind, line)
        elif kind == ranking.HOT_SPOTS:
            part = ranking.ranked(self.first, name)
        elif name.startswith(allocation.ALLOCATION):
            part = allocation.share(self.explainer, name)
        return (part,) if part is not None else ()

    def _of_product(self, name: str) -> Found:
        """Explain what the result tells of a product by its name."""
        product, _, what = name.rpartition(".")
        outcome = next((o for o in self.plan.outcomes if o.name == product), None)
        if outcome is None or what not in OUTCOMES:
            return ()
        if what == "reference_flow":
            return (self._reference_flow(outcome, name),)
        parts = self._parts(product)
        return (parts.whole(name) if what == "cfp" else parts.intensity(name),)

    def _reference_flow(self, outcome: Outcome, name: str) -> Explanation:
        formula = outcome.reference_flow
        return Explanation(
            path=name,
            label=outcome.label,
            value=known(self.book.footprints[outcome.name].reference_flow),
            unit=outcome.flow_unit.text,
            written=formula_text(formula),
            clause=outcome.name,
            parts=self.explainer.read_by(formula, Place(outcome.flow, None), 1),
        )

    def _value(self, name: str) -> Iterator[Explanation]:
        """Explain a value, in the row that is named or in all rows; or ``process.GAS``."""
        head, opened, tail = name.partition("[")
        row, _, rest = tail.partition("]")
        path, explainer = f"{head}{rest}", self.explainer
        if explainer.step(path) is None:
            yield from (explainer.value(flow, None) for flow in self._emissions(name))
            if name in PREDECLARED:
                yield self._measure(name, PREDECLARED[name][1].text)
            return
        for at in explainer.rows(path, None):
            if not opened or shown(head, at, path) == f"{head}[{row}]{rest}":
                yield explainer.value(path, at)

    def _emissions(self, name: str) -> Iterator[str]:
        """Give the emissions that ``process.GAS`` means."""
        process, _, gas = name.rpartition(".")
        for plan in self.plan.processes:
            for contribution in plan.contributions:
                if plan.path == process and contribution.gas == gas:
                    yield contribution.flow

    def beyond(self, node: Beyond) -> Explanation:
        """Explain what a formula reads beside values."""
        name = node.name
        if isinstance(node, typed.ProductOutcome):
            names = self.of_all.of(node.profile)
            path = f"{node.product}.{name}"
            (found,) = names.explained(path)
            return replace(found, path=f"{node.profile}.{path}") if node.profile else found
        if measured := self._of_footprint(name):
            return measured[0]
        return self._measure(name, node.unit.text)

    def _measure(self, name: str, unit: str) -> Explanation:
        """Explain what is known of the declaration as a whole: its year, the age of its data."""
        value = known(self.of_all.calculation.main.run.measures.get(name))
        oldest = self.of_all.calculation.main.run.oldest.get(name)
        return Explanation(
            path=name,
            label=PREDECLARED_LABELS.get(name, same_words(name)),
            value=value,
            unit=unit,
            remarks=(oldest,) if oldest is not None else (),
        )

    def measures(self) -> Iterator[str]:
        """Give the names of the footprint and its parts."""
        yield from ("cfp", BESIDE, *(f"{o.name}.{w}" for o in self.plan.outcomes for w in OUTCOMES))
        yield from (*QUALITIES, *ranking.EXCLUDED, *ranking.names_of(self.first))
        for kind in KINDS:
            lines = dict.fromkeys(() if kind == BY_FLOW else getattr(self.first.open, kind))
            yield from (f"{kind}.{name}" for name in (lines | self.first.labels(kind)))

    def known(self) -> Iterator[str]:
        """Give all names; those of a group without rows are none."""
        yield from dict.fromkeys((*self.measures(), *PREDECLARED))
        steps = (*self.plan.results, *self.plan.steps)
        yield from (step.path for step in steps if self.explainer.rows(step.path, None))
        yield from (name for name, *_ in allocation.names_of(self.plan))
        emitted = {
            f"{p.path}.{c.gas}"
            for p in self.plan.processes
            for c in p.contributions
            if isinstance(c.gas, str) and c.gas
        }
        yield from sorted(emitted)
