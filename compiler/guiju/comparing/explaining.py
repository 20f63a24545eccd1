"""What makes the difference between two rule books, rule by rule."""

from collections.abc import Mapping

from guiju import pipeline
from guiju.comparing.model import Compared
from guiju.comparing.profile_rules import NAME, between, under
from guiju.effects import Effects, State, Valued, effects_of
from guiju.effects.evaluating import Question, state_of
from guiju.files import cache
from guiju_dsl.syntax.tree import Forest

Declaration = Mapping[str, object]


def effects_between(a: Compared, b: Compared, given: Declaration) -> Effects | None:
    """Give the effects of the rules of one standard under two profiles, in their order.

    None where the first side has no footprint, or the sides are of different standards.
    """
    standard = a.side.standard
    forest = forest_of(a)
    if standard is not b.side.standard or a.cfp is None or forest is None:
        return None
    way = between(standard.plan.graph.standard, a.side.profile, b.side.profile)
    question = Question(standard=standard, declaration=given, profile=NAME, product=a.product.name)

    def evaluate(taken: tuple[int, ...]) -> State:
        return state_of(under(forest, way.rules_after(taken)), question)

    start = evaluate(())
    if not isinstance(start, Valued):
        return None
    secret = a.result.calculation.calculator.confidential
    return effects_of(way.steps(), start, evaluate, secret)


def forest_of(one: Compared) -> Forest | None:
    """Give the trees that a standard was compiled from."""
    place = one.side.standard.place
    source = place.source()
    if source is None:
        return None
    return pipeline.read(source, place.find, cache(), place.known).product
