"""Steps are taken one after another; what they add is added up by hand."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from guiju.effects import Effects, NoValue, State, Step, Unchecked, Valued, effects_of
from guiju.effects.model import Place
from guiju.effects.rounding import adding_up, digits_for, rounded
from guiju_runtime.messages import same_words

Taken = frozenset[int]


def valued(value: Fraction | int, **contributions: int) -> Valued:
    """Give a footprint with the contributions of some flows."""
    parts: dict[Place, Fraction] = {(f, None): Fraction(p) for f, p in contributions.items()}
    return Valued(value=Fraction(value), contributions=parts)


def told(count: int, state: Callable[[Taken], State], *secret: str) -> Effects:
    """Tell the effects of ``count`` steps whose states are known."""
    steps = [Step(id=f"step{n}", words=same_words(f"step {n}")) for n in range(count)]
    start = state(frozenset())
    assert isinstance(start, Valued)
    return effects_of(steps, start, lambda taken: state(frozenset(taken)), secret)


def onward(found: Effects) -> list[tuple[tuple[int, ...], Fraction]]:
    return [(one.steps, one.onward) for one in found.effects]


def two_that_multiply(taken: Taken) -> State:
    """Give amount times factor: 100 t × 3; step 0 makes the amount 110 t, step 1 the factor 2."""
    return valued((110 if 0 in taken else 100) * (2 if 1 in taken else 3))


def test_effects_add_up_in_both_orders_and_depend_on_them() -> None:
    found = told(2, two_that_multiply)
    # onward: 110·3 - 100·3 = 30, 110·2 - 110·3 = -110; back: 100·2 - 100·3 = -100, then 10·2 = 20
    assert onward(found) == [((0,), Fraction(30)), ((1,), Fraction(-110))]
    assert [one.back for one in found.effects] == [Fraction(20), Fraction(-100)]
    assert [one.mean for one in found.effects] == [Fraction(25), Fraction(-105)]
    for sums in ("onward", "back", "mean"):
        assert sum(getattr(one, sums) for one in found.effects) == found.end - found.start == -80


def test_a_step_that_needs_another_waits_for_it() -> None:
    def state(taken: Taken) -> State:
        if 0 in taken and 2 not in taken:  # a formula that reads what step 2 declares
            return Unchecked(diagnostics=())
        return valued(10 + (5 if 0 in taken else 0) + (1 if 1 in taken else 0))

    found = told(3, state)
    assert onward(found) == [((1,), Fraction(1)), ((2,), Fraction(0)), ((0,), Fraction(5))]


def test_steps_that_only_stand_together_are_told_as_one() -> None:
    def state(taken: Taken) -> State:
        if taken == {1}:
            return Unchecked(diagnostics=())
        if taken in ({2}, {1, 2}):
            return NoValue(findings=())
        return valued(10 + 3 * len(taken))

    # onward 0, 1, 2 one by one; back 2 and 1 wait for 0
    assert onward(told(3, state)) == [((n,), Fraction(3)) for n in range(3)]

    def two_at_once(taken: Taken) -> State:
        return Unchecked(diagnostics=()) if len(taken) == 1 else valued(10 + 3 * len(taken))

    assert onward(told(2, two_at_once)) == [((0, 1), Fraction(6))]


def test_several_steps_that_need_each_other_are_told_as_one() -> None:
    def state(taken: Taken) -> State:
        if 0 < len(taken & {0, 1, 2}) < 3:
            return Unchecked(diagnostics=())
        return valued(10 + len(taken))

    assert onward(told(4, state)) == [((3,), Fraction(1)), ((0, 1, 2), Fraction(3))]


def test_a_step_without_effect_says_0() -> None:
    assert onward(told(1, lambda _taken: valued(7))) == [((0,), Fraction(0))]


def test_what_makes_data_missing_is_left_out_and_the_rest_adds_up() -> None:
    def state(taken: Taken) -> State:
        return NoValue(findings=()) if 1 in taken else valued(10 + 2 * len(taken))

    found = told(3, state)
    assert onward(found) == [((0,), Fraction(2)), ((2,), Fraction(2))]
    assert [one.steps for one in found.blocked] == [(1,)]
    assert isinstance(found.blocked[0].why, NoValue)
    assert found.end == 14


def test_a_step_that_needs_one_that_is_left_out_is_left_out_too() -> None:
    def state(taken: Taken) -> State:
        if 1 in taken and 0 not in taken:
            return Unchecked(diagnostics=())
        return NoValue(findings=()) if 0 in taken else valued(10 + len(taken))

    found = told(3, state)
    assert onward(found) == [((2,), Fraction(1))]
    assert [one.steps for one in found.blocked] == [(0,), (1,)]


def test_a_gap_that_a_later_step_closes_is_no_gap() -> None:
    def state(taken: Taken) -> State:
        missing = 0 in taken and 2 not in taken  # a datum is asked that step 2 gives a default
        return NoValue(findings=()) if missing else valued(10 + len(taken))

    assert onward(told(3, state)) == [((n,), Fraction(1)) for n in (1, 2, 0)]


def test_what_one_confidential_flow_adds_is_told_with_the_next_step() -> None:
    def state(taken: Taken) -> State:
        parts = {"secret": 5, "open": 7, "other": 9}
        left = {n: v for at, (n, v) in enumerate(parts.items()) if at not in taken}
        return valued(sum(left.values()), **left)

    assert onward(told(3, state, "secret")) == [((0, 1), Fraction(-12)), ((2,), Fraction(-9))]
    assert len(told(3, state).effects) == 3


def test_printed_effects_add_up_to_the_printed_difference() -> None:
    effects = [Fraction("0.00049"), Fraction("0.00049"), Fraction("-0.00007")]
    printed = adding_up(Fraction("1.0002"), effects, 3)
    assert sum(printed) == rounded(Fraction("1.00111"), 3) - rounded(Fraction("1.0002"), 3)
    assert printed == [Decimal("0.001"), Decimal("0.000"), Decimal("0.000")]


def test_small_footprints_are_printed_with_more_decimals() -> None:
    assert digits_for(Fraction(12_724), Fraction(1)) == 3
    assert digits_for(Fraction("0.5777")) == 6
    assert digits_for() == 3
