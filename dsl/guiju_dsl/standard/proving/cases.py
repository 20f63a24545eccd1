"""Find a case in which conditions hold, or show that there is none.

Every value that a condition speaks of takes one sample of each stretch on which the condition
cannot change: an option of a choice, a bound, a number between two bounds. So the search is
complete where each comparison is about one value; where it is not, a case found is not certain.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec import Struct

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, kind_of
from guiju_dsl.standard.proving.claims import (
    NO,
    YES,
    Chosen,
    Claim,
    Denied,
    Joined,
    Signed,
    Subject,
    Values,
    all_of,
    claim_of,
    claims_of,
    parts_of,
    subjects_of,
)
from guiju_dsl.standard.proving.facts import Assumed, Facts
from guiju_dsl.standard.proving.linear import Form, Linear
from guiju_dsl.standard.proving.lookups import resolved
from guiju_dsl.standard.proving.samples import Bound, samples
from guiju_dsl.standard.proving.truth import normal, truth

OTHER: Final = ""
"""A text or day that no condition names."""
MOST_STEPS: Final = 20_000
MOST_CASES: Final = 50


class Case(Struct, frozen=True, kw_only=True):
    """Values with which the conditions hold; nothing depends on the others.

    Attributes:
        certain: whether data can have these values together.
    """

    values: tuple[tuple[Subject, str | Fraction], ...]
    certain: bool


Prove = Callable[[tuple[Assumed, ...], Facts], Case | None]
"""Gives a case in which every condition is as assumed, None if there is none."""


def case_where(assumed: tuple[Assumed, ...], facts: Facts) -> Case | None:
    """Give a case in which every condition is as assumed; None if there is none."""
    claims = claims_of(assumed, facts)
    subjects = {node for claim in claims for node in subjects_of(claim)}
    search = Search(all_of(*claims, *known(subjects, facts)), facts)
    found = search.first_certain()
    if found is None and search.steps > MOST_STEPS:
        return Case(values=(), certain=False)
    return found


def known(subjects: Collection[Expression], facts: Facts) -> Iterator[Claim]:
    """Say what is known of the values that a question is about."""
    for node in subjects:
        if isinstance(node, typed.IsGiven):
            yield _given(node, facts)
    for claim, spoken_of in _limits(facts):
        if spoken_of.issubset(subjects):
            yield claim


@lru_cache(maxsize=16)
def _limits(facts: Facts) -> tuple[tuple[Claim, frozenset[Expression]], ...]:
    """Give what limits say, with the values that each speaks of; every question asks for it."""
    claims = (claim_of(limit, facts) for limit in facts.limits)
    return tuple((claim, frozenset(subjects_of(claim))) for claim in claims)


def _given(node: typed.IsGiven, facts: Facts) -> Claim:
    """Say that what is given exists, and that what must be given is, where it exists."""
    given = Chosen(value=node, options=frozenset((YES,)))
    exists = all_of(*(claim_of(guard, facts) for guard, _ in facts.existence(node.path)))
    only_there = Joined(operator="or", claims=(Denied(claim=given), exists))
    if facts.may_be_left_out(node.path) or node.path not in facts.data:
        return only_there
    always = Joined(operator="or", claims=(given, Denied(claim=exists)))
    return all_of(only_there, always)


class Search:
    """The search for a case; used once."""

    def __init__(self, claim: Claim, facts: Facts) -> None:
        """Find the values of few options that the claim speaks of."""
        self.claim = claim
        self.facts = facts
        self.steps = 0
        named: dict[Expression, dict[str, None]] = {}
        for part in parts_of(claim):
            if isinstance(part, Chosen):
                named.setdefault(part.value, {}).update(dict.fromkeys(sorted(part.options)))
            else:
                for key in _keys(part.form):
                    named.setdefault(key, {})
        self.options = {node: self._options(node, tuple(known)) for node, known in named.items()}

    def _options(self, node: Expression, named: tuple[str, ...]) -> tuple[str, ...]:
        match kind_of(node):
            case "choice":
                return self.facts.options(node) or (*named, OTHER)
            case "text" | "date":
                return (*named, OTHER)
            case _:
                return (YES, NO)

    def first_certain(self) -> Case | None:
        """Give the first case that is certain; without one, the first that there is."""
        first: Case | None = None
        for number, values in enumerate(self._cases({})):
            found = self._shortened(values)
            if found.certain:
                return found
            first = first or found
            if number > MOST_CASES:
                break
        return first

    def _cases(self, values: Values) -> Iterator[Values]:
        """Give the cases with ``values`` in which the claim holds."""
        self.steps += 1
        holds = truth(self.claim, values, self.facts)
        if holds is None and self.steps <= MOST_STEPS:
            for more in self._next(values):
                yield from self._cases(more)
        elif holds:
            yield values

    def _next(self, values: Values) -> Iterator[Values]:
        """Give ``values`` with one more, for each value that it can have."""
        for node, options in self.options.items():
            if node not in values:
                yield from ({**values, node: option} for option in options)
                return
        forms = self._bounds(values)
        form, bounds = next((key, found) for key, found in forms.items() if key not in values)
        low, high = _reach(form, self.facts)
        whole = len(form) == 1 and kind_of(form[0][0]) == "year"
        yield from ({**values, form: n} for n in samples(bounds, low, high, whole=whole))

    def _bounds(self, values: Values) -> dict[Form, list[Fraction]]:
        """Give the numbers at which something said of a sum changes."""
        found: dict[Form, list[Fraction]] = {}
        for part in parts_of(self.claim):
            if isinstance(part, Signed):
                form = resolved(part.form, values, self.facts)
                if form.terms:
                    key, scale = normal(form)
                    edges = (-form.constant - part.within, -form.constant + part.within)
                    found.setdefault(key, []).extend(edge / scale for edge in edges)
        return found

    def _shortened(self, values: Values) -> Case:
        """Leave out what the claim does not depend on."""
        kept = dict(values)
        for subject in values:
            fewer = {key: value for key, value in kept.items() if key != subject}
            if truth(self.claim, fewer, self.facts):
                kept = fewer
        return Case(values=tuple(kept.items()), certain=_is_certain(kept, self.facts))


def _reach(form: Form, facts: Facts) -> tuple[Bound, Bound]:
    """Give the least and the greatest value of a sum: amounts are not below 0."""
    if not all(is_amount(node, facts) for node, _ in form):
        return None, None
    signs = {factor > 0 for _, factor in form}
    return Fraction(0) if signs == {True} else None, Fraction(0) if signs == {False} else None


def _keys(form: Linear) -> Iterator[Expression]:
    """Give the choices by which tables in a sum are looked up."""
    for node, _ in form.terms:
        if isinstance(node, typed.TableLookup):
            yield from (key for key in node.keys if isinstance(key, typed.Reading))


def _is_certain(values: Values, facts: Facts) -> bool:
    nodes = [node for key in values if isinstance(key, tuple) for node, _ in key]
    outcomes = sum(isinstance(node, typed.ProductOutcome) for node in set(nodes))
    apart = all(times == 1 for times in Counter(nodes).values()) and outcomes <= 1
    chosen = [key for key in values if not isinstance(key, tuple)]
    return apart and all(is_free(node, facts) for node in (*nodes, *chosen))


def is_free(node: Expression, facts: Facts) -> bool:
    """Tell whether a value can be any of its kind: it is collected, not calculated."""
    match node:
        case typed.Reading():
            return node.path in facts.data
        case typed.DayOf():
            return is_free(node.operand, facts)
        case typed.Predeclared() | typed.IsGiven() | typed.ProductOutcome():
            return True
        case _:
            return False


def is_amount(node: Expression, facts: Facts) -> bool:
    """Tell whether a value is a collected amount, which is not below 0."""
    datum = facts.data.get(node.path) if isinstance(node, typed.Reading) else None
    return datum is not None and datum.amount
