"""A waterfall keeps the largest changes, gathers the others, leaves out what has no effect."""

import re
from fractions import Fraction

from guiju.effects import Effect, Effects, Step
from guiju.effects.figure import MOST, Ends, waterfall
from guiju_runtime.messages import same_words

ENDS = Ends(
    title=same_words("影响"), start=same_words("2023"), end=same_words("2026"), unit="kgCO2e / 1 t"
)


def of(*changes: Fraction | int) -> Effects:
    """Give effects of these sizes, from 1000."""
    effects = [
        Effect(steps=(n,), onward=Fraction(c), back=Fraction(c)) for n, c in enumerate(changes)
    ]
    return Effects(
        steps=tuple(Step(id=f"{n}", words=same_words(f"change {n}")) for n in range(len(changes))),
        start=Fraction(1000),
        end=1000 + sum((one.onward for one in effects), Fraction(0)),
        effects=tuple(effects),
        blocked=(),
        made_first=(),
        aside=0,
    )


def words(svg: str) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", svg)


def test_many_small_changes_are_gathered_and_still_add_up() -> None:
    changes = [100 * (n + 1) for n in range(MOST - 1)] + [Fraction(-1, 4)] * 20
    found = words(waterfall(of(*changes), ENDS, "zh"))
    assert "其他 20 项" in found
    assert "−5.000" in found
    assert "7\u2009595.000" in found
    assert sum(word.startswith("change") for word in found) == MOST - 1
    assert "20 others" in words(waterfall(of(*changes), ENDS, "en"))


def test_as_many_changes_as_there_is_room_for_have_bars_of_their_own() -> None:
    found = words(waterfall(of(*[5] * MOST), ENDS, "zh"))
    assert sum(word.startswith("change") for word in found) == MOST


def test_a_change_without_effect_is_left_to_the_table() -> None:
    found = words(waterfall(of(30, 0, -10), ENDS, "zh"))
    assert [word for word in found if word.startswith("change")] == ["change 0", "change 2"]
    assert found[-2:] == ["2026", "1\u2009020.000"]
