"""What is said of effects wherever they are shown."""

from typing import Final

from guiju.effects.model import Effect, Effects
from guiju_runtime.messages import Language, Text

NEEDS_OTHERS: Final = Text(
    zh="离开未计入的改变不能成立", en="cannot stand without changes that are not counted in"
)
BETWEEN: Final = Text(zh="；", en="; ")


def said(effects: Effects, steps: tuple[int, ...], language: Language) -> str:
    """Say what changes; several that only stand together are said in one."""
    between = BETWEEN.in_language(language)
    return between.join(effects.steps[step].words.in_language(language) for step in steps)


def cited(effects: Effects, one: Effect) -> str:
    """Give the numbers of the clauses that change."""
    return ", ".join(dict.fromkeys(n for step in one.steps for n in effects.steps[step].clauses))
