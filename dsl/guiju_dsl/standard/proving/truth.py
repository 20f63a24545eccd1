"""Whether a claim holds, as far as the values that are known decide it."""

from fractions import Fraction

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.proving.claims import (
    Chosen,
    Claim,
    Denied,
    Fixed,
    Joined,
    Signed,
    Values,
)
from guiju_dsl.standard.proving.facts import Facts
from guiju_dsl.standard.proving.linear import Form, Linear, Term
from guiju_dsl.standard.proving.lookups import resolved


def truth(claim: Claim, values: Values, facts: Facts) -> bool | None:
    """Tell whether ``claim`` holds; None where that takes more than ``values``."""
    match claim:
        case Fixed():
            return claim.holds
        case Chosen():
            value = values.get(claim.value)
            return None if value is None else value in claim.options
        case Signed():
            return _sign(claim, values, facts)
        case Denied():
            holds = truth(claim.claim, values, facts)
            return None if holds is None else not holds
        case Joined():
            return _joined(claim, values, facts)


def _joined(claim: Joined, values: Values, facts: Facts) -> bool | None:
    decides = claim.operator == "or"
    open_ = False
    for part in claim.claims:
        holds = truth(part, values, facts)
        if holds is decides:
            return decides
        open_ = open_ or holds is None
    return None if open_ else not decides


def _sign(claim: Signed, values: Values, facts: Facts) -> bool | None:
    form = resolved(claim.form, values, facts)
    number = form.constant
    if form.terms:
        key, scale = normal(form)
        value = values.get(key)
        if not isinstance(value, Fraction):
            return None
        number += scale * value
    match claim.operator:
        case "<":
            return number < 0
        case "<=":
            return number <= 0
        case "=":
            return abs(number) <= claim.within


def normal(form: Linear) -> tuple[Form, Fraction]:
    """Give the terms of a sum in one order with first factor 1, and what they are times."""
    terms = form.terms if len(form.terms) == 1 else tuple(sorted(form.terms, key=_place))
    scale = terms[0][1]
    return tuple((node, factor / scale) for node, factor in terms), scale


def _place(term: Term) -> str:
    node = term[0]
    return node.path if isinstance(node, typed.Reading) else repr(node)
