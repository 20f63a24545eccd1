"""From rules that change step by step to what each step adds to the footprint of one plant.

The steps are taken one after another, and after each the rules are checked and the plant is
calculated again, exactly: the effects add up to the whole difference. What a step adds depends on
those before it; so the steps are taken in both directions, and both effects are told.
"""

from guiju.effects.model import (
    Blocked,
    Effect,
    Effects,
    NoValue,
    State,
    Step,
    Unchecked,
    Valued,
)
from guiju.effects.of_steps import effects_of

__all__ = [
    "Blocked",
    "Effect",
    "Effects",
    "NoValue",
    "State",
    "Step",
    "Unchecked",
    "Valued",
    "effects_of",
]
