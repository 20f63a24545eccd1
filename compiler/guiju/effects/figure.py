"""The waterfall of effects: from the footprint before all changes to that after them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from guiju.documents.letter_case import capitalized
from guiju.drawing.waterfall import Bar, to_svg
from guiju.effects.model import Effects
from guiju.effects.rounding import adding_up, digits_for, rounded
from guiju.effects.words import said
from guiju_runtime.messages import Language, Text

MOST = 12
"""Changes that have a bar of their own; smaller ones are gathered in one."""
MADE_FIRST = Text(zh="{start}（含先作的改变）", en="{start} with the changes made first")
OTHERS = Text(zh="其他 {count} 项", en="{count} others")


class Ends(Struct, frozen=True, kw_only=True):
    """What stands at both ends of a waterfall.

    Attributes:
        unit: of all values, ``kgCO2e / 1 t``.
    """

    title: Text
    start: Text
    end: Text
    unit: str


def waterfall(effects: Effects, ends: Ends, language: Language) -> str:
    """Draw the effects onward as SVG; what has none is left to the table."""
    digits = digits_for(effects.start, effects.end)
    title = ends.title.in_language(language)
    return to_svg(title, ends.unit, list(_bars(effects, ends, digits, language)))


def _bars(effects: Effects, ends: Ends, digits: int, language: Language) -> Iterator[Bar]:
    value = rounded(effects.start, digits)
    yield _total(_label(begins(effects, ends, language), language), value)
    changes = adding_up(effects.start, [one.onward for one in effects.effects], digits)
    pairs = [(e, change) for e, change in zip(effects.effects, changes, strict=True) if change]
    large = _largest([change for _, change in pairs])
    gathered = [change for at, (_, change) in enumerate(pairs) if at not in large]
    shown = [
        (_label(said(effects, effect.steps, language), language), change)
        for at, (effect, change) in enumerate(pairs)
        if at in large
    ]
    if gathered:
        others = OTHERS.in_language(language).format(count=len(gathered))
        shown.append((others, sum(gathered, Decimal(0))))
    for label, change in shown:
        after = value + change
        words = f"{'+' if change > 0 else ''}{figures(change)}"
        yield Bar(label=label, start=float(value), end=float(after), words=words, total=False)
        value = after
    yield _total(_label(ends.end.in_language(language), language), value)


def begins(effects: Effects, ends: Ends, language: Language) -> str:
    """Say what stands at the start."""
    start = ends.start.in_language(language)
    return MADE_FIRST.in_language(language).format(start=start) if effects.made_first else start


def _label(words: str, language: Language) -> str:
    return capitalized(words) if language == "en" else words


def _largest(changes: Sequence[Decimal]) -> set[int]:
    """Give the places of the changes that get bars: all, or the largest but for one bar."""
    if len(changes) <= MOST:
        return set(range(len(changes)))
    ranked = sorted(range(len(changes)), key=lambda at: (-abs(changes[at]), at))
    return set(ranked[: MOST - 1])


def _total(label: str, value: Decimal) -> Bar:
    return Bar(label=label, start=0.0, end=float(value), words=figures(value), total=True)


def figures(value: Decimal) -> str:
    """Write a number as print does: digits in threes, a true minus."""
    return f"{value:,f}".replace(",", "\u2009").replace("-", "−")
