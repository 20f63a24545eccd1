"""Conditions taken apart: what is said of one value, joined by and, or, not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, Literal

from msgspec import Struct

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.days import day_of
from guiju_dsl.standard.expressions import Expression, kind_of
from guiju_dsl.standard.kinds import NUMERIC
from guiju_dsl.standard.proving.facts import Assumed, Facts
from guiju_dsl.standard.proving.linear import Form, Linear, linear

YES: Final = "yes"
NO: Final = "no"


class Fixed(Struct, frozen=True, kw_only=True):
    """What holds, or does not hold, whatever the data."""

    holds: bool


class Chosen(Struct, frozen=True, kw_only=True):
    """``value`` is one of ``options``."""

    value: Expression
    options: frozenset[str]


class Signed(Struct, frozen=True, kw_only=True):
    """``form`` is below, at most or equal to 0, give or take ``within``."""

    form: Linear
    operator: Literal["<", "<=", "="]
    within: Fraction


class Denied(Struct, frozen=True, kw_only=True):
    """``claim`` does not hold."""

    claim: "Claim"


class Joined(Struct, frozen=True, kw_only=True):
    """All of ``claims`` hold, or one of them does."""

    operator: Literal["and", "or"]
    claims: "tuple[Claim, ...]"


Claim = Fixed | Chosen | Signed | Denied | Joined
Subject = Expression | Form
"""What can have a value: a name, or a sum of numbers."""
Values = Mapping[Subject, str | Fraction]
Said = Callable[[Expression], Claim]


def all_of(*claims: Claim) -> Claim:
    """Say that all of ``claims`` hold."""
    return Joined(operator="and", claims=claims)


def claim_of(node: Expression, facts: Facts) -> Claim:
    """Take the condition ``node`` apart; what cannot be taken apart is a value by itself."""
    match node:
        case typed.Both():
            both = (claim_of(node.left, facts), claim_of(node.right, facts))
            return Joined(operator=node.operator, claims=both)
        case typed.Inverse():
            return Denied(claim=claim_of(node.operand, facts))
        case typed.YesNoValue():
            return Fixed(holds=node.value)
        case typed.Compared():
            return _compared(node, facts)
        case typed.InRange():
            return all_of(
                _signed(node.low, "<=", node.value, facts),
                _signed(node.value, "<=", node.high, facts),
            )
        case typed.IsOneOf():
            return _one_of(node, facts)
        case _:
            return _yes(node, facts)


def claims_of(assumed: Iterable[Assumed], facts: Facts) -> list[Claim]:
    """Take assumptions apart."""
    return [
        claim_of(condition, facts) if holds else Denied(claim=claim_of(condition, facts))
        for condition, holds in assumed
    ]


def _yes(node: Expression, facts: Facts) -> Claim:
    if isinstance(node, typed.Reading) and node.path in facts.formulas:
        return claim_of(facts.formulas[node.path], facts)
    if isinstance(node, typed.Cases):
        return _branched(node, facts, lambda value: claim_of(value, facts))
    return Chosen(value=node, options=frozenset((YES,)))


def _compared(node: typed.Compared, facts: Facts) -> Claim:
    """Take a comparison apart; a tolerance that is no constant makes it a value by itself."""
    within = constant(node.within) if node.within is not None else Fraction(0)
    if within is None:
        return Chosen(value=node, options=frozenset((YES,)))
    match node.operator:
        case "<" | "<=" as operator:
            return _signed(node.left, operator, node.right, facts)
        case ">":
            return _signed(node.right, "<", node.left, facts)
        case ">=":
            return _signed(node.right, "<=", node.left, facts)
        case "=":
            return _signed(node.left, "=", node.right, facts, within)
        case "!=":
            return Denied(claim=_signed(node.left, "=", node.right, facts, within))


def _signed(
    left: Expression,
    operator: Literal["<", "<=", "="],
    right: Expression,
    facts: Facts,
    within: Fraction = Fraction(0),
) -> Claim:
    less = linear(right, facts.formulas).times(Fraction(-1))
    form = linear(left, facts.formulas).plus(less)
    return Signed(form=form, operator=operator, within=within)


def _one_of(node: typed.IsOneOf, facts: Facts) -> Claim:
    value, options = node.value, node.options
    if kind_of(value) == "date" and _is_collected(value, facts):
        value, options = day_of(value), tuple(map(day_of, options))
    if kind_of(value) in NUMERIC:
        equal = tuple(_signed(value, "=", option, facts) for option in options)
        found: Claim = Joined(operator="or", claims=equal)
    else:
        names = [name_of(option) for option in node.options]
        if any(name is None for name in names):
            return Chosen(value=node, options=frozenset((YES,)))
        found = _is(node.value, frozenset(name for name in names if name is not None), facts)
    return Denied(claim=found) if node.negated else found


def _is_collected(value: Expression, facts: Facts) -> bool:
    return isinstance(value, typed.Reading) and value.path not in facts.formulas


def _is(value: Expression, options: frozenset[str], facts: Facts) -> Claim:
    """Say that ``value`` is one of ``options``, by its formula where it has one."""
    written = name_of(value)
    if written is not None:
        return Fixed(holds=written in options)
    if isinstance(value, typed.Reading) and value.path in facts.formulas:
        return _is(facts.formulas[value.path], options, facts)
    if isinstance(value, typed.Cases):
        return _branched(value, facts, lambda part: _is(part, options, facts))
    return Chosen(value=value, options=options)


def _branched(node: typed.Cases, facts: Facts, said: Said) -> Claim:
    """Say something of the branch that is taken."""
    claims: list[Claim] = []
    before: tuple[Claim, ...] = ()
    for test, value in node.branches:
        holds = claim_of(test, facts)
        claims.append(all_of(*before, holds, said(value)))
        before = (*before, Denied(claim=holds))
    if node.otherwise is not None:
        claims.append(all_of(*before, said(node.otherwise)))
    return Joined(operator="or", claims=tuple(claims))


def name_of(node: Expression) -> str | None:
    """Give an option, day, yes or no that is written out."""
    match node:
        case typed.OptionValue():
            return node.name
        case typed.DateValue():
            return node.text
        case typed.YesNoValue():
            return YES if node.value else NO
        case _:
            return None


def parts_of(claim: Claim) -> Iterator[Chosen | Signed]:
    """Give what is said of single values within ``claim``, in order."""
    match claim:
        case Chosen() | Signed():
            yield claim
        case Denied():
            yield from parts_of(claim.claim)
        case Joined():
            for part in claim.claims:
                yield from parts_of(part)
        case Fixed():
            return


def subjects_of(claim: Claim) -> Iterator[Expression]:
    """Give the values that ``claim`` speaks of."""
    for part in parts_of(claim):
        if isinstance(part, Chosen):
            yield part.value
        else:
            yield from (node for node, _ in part.form.terms)
