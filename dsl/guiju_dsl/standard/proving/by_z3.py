"""Ask z3 where comparisons join several values: the optional extra ``guiju[proof]``."""

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import Any, Final

import z3

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, kind_of
from guiju_dsl.standard.proving import cases
from guiju_dsl.standard.proving.cases import OTHER, Case, Search, known
from guiju_dsl.standard.proving.claims import (
    NO,
    YES,
    Chosen,
    Claim,
    Denied,
    Fixed,
    Joined,
    Signed,
    Subject,
    all_of,
    claim_of,
    claims_of,
    name_of,
)
from guiju_dsl.standard.proving.facts import Assumed, Facts
from guiju_dsl.standard.proving.linear import Linear
from guiju_dsl.standard.proving.lookups import rows_for

MOST_WORK: Final = 20_000_000
"""Steps after which z3 gives up: a number of steps, not a time, so that the verdict stays."""

Formula = Any
"""A term of z3, which publishes no types."""


def case_where(assumed: tuple[Assumed, ...], facts: Facts) -> Case | None:
    """Give a case in which every condition is as assumed; None if there is none.

    Ours decides what it can; z3 the rest, with real numbers and products of them.
    """
    found = cases.case_where(assumed, facts)
    return found if found is None or found.certain else asked(assumed, facts)


def asked(assumed: tuple[Assumed, ...], facts: Facts) -> Case | None:
    """Give the case that z3 finds; None if it shows that there is none."""
    claims = claims_of(assumed, facts)
    question = Question(facts, Search(all_of(*claims), facts).options)
    solver = z3.Solver()
    solver.set("rlimit", MOST_WORK)
    solver.add(*(question.claim(claim) for claim in claims))
    subjects = {*question.names, *question.numbers}
    solver.add(*(question.claim(claim) for claim in known(subjects, facts)))
    solver.add(*question.side)
    verdict = solver.check()
    if verdict == z3.unsat:
        return None
    if verdict != z3.sat:
        return Case(values=(), certain=False)
    return question.case(solver.model())


class Question:
    """Claims put into the words of z3; used once.

    Attributes:
        side: what holds besides, of the values that were met.
        opaque: whether something stands for itself that z3 cannot look into.
    """

    def __init__(self, facts: Facts, options: dict[Expression, tuple[str, ...]]) -> None:
        """Begin with nothing said.

        Args:
            options: what each value of few options can be.
        """
        self.facts = facts
        self.options = options
        self.names: dict[Expression, Formula] = {}
        self.numbers: dict[Expression, Formula] = {}
        self.side: list[Formula] = []
        self.opaque = False

    def claim(self, claim: Claim) -> Formula:
        """Say ``claim``."""
        match claim:
            case Fixed():
                return z3.BoolVal(claim.holds)
            case Chosen():
                return self._chosen(claim.value, claim.options)
            case Signed():
                return self._signed(claim)
            case Denied():
                return z3.Not(self.claim(claim.claim))
            case Joined():
                join = z3.And if claim.operator == "and" else z3.Or
                return join([self.claim(part) for part in claim.claims])

    def _chosen(self, node: Expression, options: frozenset[str]) -> Formula:
        """Say that a value is one of ``options``: each has a number."""
        all_options = self._options(node)
        if node not in self.names:
            name = z3.Int(f"name{len(self.names)}")
            self.names[node] = name
            self.side += [name >= 0, name < len(all_options)]
            self.opaque = self.opaque or not cases.is_free(node, self.facts)
        places = [place for place, option in enumerate(all_options) if option in options]
        return z3.Or([self.names[node] == place for place in places])

    def _options(self, node: Expression) -> tuple[str, ...]:
        if node not in self.options:
            own = self.facts.options(node)
            self.options[node] = own or ((YES, NO) if kind_of(node) == "yes_no" else (OTHER,))
        return self.options[node]

    def _signed(self, claim: Signed) -> Formula:
        number, within = self._sum(claim.form), exact(claim.within)
        match claim.operator:
            case "<":
                return number < 0
            case "<=":
                return number <= 0
            case "=":
                return z3.And(number <= within, number >= -within)

    def _sum(self, form: Linear) -> Formula:
        terms = [exact(factor) * self.number(node) for node, factor in form.terms]
        return z3.Sum([*terms, exact(form.constant)])

    def number(self, node: Expression) -> Formula:
        """Give a number."""
        make = NUMBERS.get(type(node), Question.named)
        return make(self, node)

    def reading(self, node: typed.Reading) -> Formula:
        """Give the number of a named value, by its formula where it has one."""
        inside = self.facts.formulas.get(node.path)
        return self.number(inside) if inside is not None else self.named(node)

    def applied(self, node: typed.Applied) -> Formula:
        """Give the least or greatest of numbers."""
        if node.function not in FUNCTIONS:
            return self.named(node)
        return reduce(FUNCTIONS[node.function], map(self.number, node.arguments))

    def looked_up(self, node: typed.TableLookup) -> Formula:
        """Give the value of the row that fits best; without one, the calculation stops."""
        rows = list(rows_for(self.facts.tables[node.table], [None] * len(node.keys)))
        fits = [
            z3.And([self._is(*pair) for pair in zip(node.keys, r.keys, strict=True)]) for r in rows
        ]
        self.side.append(z3.Or(fits))
        value = exact(Fraction(0))
        for row, fit in reversed(list(zip(rows, fits, strict=True))):
            value = z3.If(fit, exact(row.value), value)
        return value

    def _is(self, key: Expression, option: str) -> Formula:
        written = name_of(key)
        if not option or written is not None:
            return z3.BoolVal(not option or written == option)
        return self._chosen(key, frozenset((option,)))

    def arithmetic(self, node: typed.Arithmetic) -> Formula:
        """Join two numbers."""
        left, right = self.number(node.left), self.number(node.right)
        match node.operator:
            case "^":
                return self.named(node)
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _:
                self.side.append(right != 0)
                return left / right

    def branched(self, node: typed.Cases) -> Formula:
        """Give the number of the branch taken."""
        last = node.otherwise if node.otherwise is not None else node.branches[-1][1]
        value = self.number(last)
        for test, branch in reversed(node.branches):
            value = z3.If(self.claim(claim_of(test, self.facts)), self.number(branch), value)
        return value

    def named(self, node: Expression) -> Formula:
        """Give the number of a value that is collected, or that z3 cannot look into."""
        if node not in self.numbers:
            make = z3.Int if kind_of(node) == "year" else z3.Real
            number = make(f"number{len(self.numbers)}")
            self.numbers[node] = number
            self.opaque = self.opaque or not cases.is_free(node, self.facts)
            if cases.is_amount(node, self.facts):
                self.side.append(number >= 0)
        found = self.numbers[node]
        return z3.ToReal(found) if kind_of(node) == "year" else found

    def case(self, model: Formula) -> Case:
        """Give the values of a model of z3."""
        values: list[tuple[Subject, str | Fraction]] = []
        for node, name in self.names.items():
            place = model.eval(name, model_completion=True).as_long()
            values.append((node, self._options(node)[place]))
        for node, number in self.numbers.items():
            found = model.eval(number, model_completion=True)
            values.append((((node, Fraction(1)),), fraction(found)))
        return Case(values=tuple(values), certain=not self.opaque)


def _least(one: Formula, other: Formula) -> Formula:
    return z3.If(one <= other, one, other)


def _greatest(one: Formula, other: Formula) -> Formula:
    return z3.If(one >= other, one, other)


FUNCTIONS: Final[dict[str, Callable[[Formula, Formula], Formula]]] = {
    "min": _least,
    "max": _greatest,
}


NUMBERS: Final[dict[type, Callable[[Question, Any], Formula]]] = {
    typed.Number: lambda _, node: exact(node.value),
    typed.Converted: lambda question, node: question.number(node.operand) * exact(node.ratio),
    typed.Opposite: lambda question, node: -question.number(node.operand),
    typed.Arithmetic: Question.arithmetic,
    typed.Applied: Question.applied,
    typed.Cases: Question.branched,
    typed.Reading: Question.reading,
    typed.TableLookup: Question.looked_up,
}
"""What z3 can look into, by kind of formula."""


def exact(value: Fraction) -> Formula:
    """Give a number of ours as one of z3."""
    return z3.Q(value.numerator, value.denominator)


def fraction(value: Formula) -> Fraction:
    """Give a number of z3 as one of ours; a root to thirty digits."""
    rational = value if z3.is_rational_value(value) or z3.is_int_value(value) else value.approx(30)
    return Fraction(str(rational))
