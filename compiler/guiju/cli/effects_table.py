"""Effects of changes as a table for people."""

from collections.abc import Iterator
from decimal import Decimal

from guiju.cli import effect_words
from guiju.cli.columns import table
from guiju.cli.output import filled
from guiju.effects import Blocked, Effect, Effects, NoValue
from guiju.effects.rounding import adding_up, digits_for, rounded
from guiju.effects.words import NEEDS_OTHERS, cited, said
from guiju_runtime.messages import Language


def effect_lines(effects: Effects, language: Language) -> Iterator[str]:
    """Lay out effects with the running result; both orders where they differ."""
    digits = digits_for(effects.start, effects.end)
    same = all(one.onward == one.back for one in effects.effects)
    yield effect_words.EFFECTS.in_language(language)
    rows: list[tuple[str, ...]] = list(_rows(effects, digits, language))
    if same:
        rows = [(row[0], row[1], row[3]) for row in rows]
    yield from table(rows, (False, *(True for _ in rows[0][1:])))
    words = effect_words.SAME_IN_ANY_ORDER if same else effect_words.DEPENDS_ON_ORDER
    yield f"  {words.in_language(language)}"
    if effects.aside:
        yield f"  {filled(effect_words.ASIDE, language, count=effects.aside)}"
    for head, blocked in (
        (effect_words.MADE_FIRST, effects.made_first),
        (effect_words.NOT_CALCULABLE, effects.blocked),
    ):
        if blocked:
            yield ""
            yield head.in_language(language)
            yield from blocked_lines(effects, blocked, language)


def _rows(effects: Effects, digits: int, language: Language) -> Iterator[tuple[str, str, str, str]]:
    """Give the head, a row for each effect, and the sums."""
    heads = (effect_words.CHANGE, effect_words.EFFECT, effect_words.REVERSED, effect_words.RUNNING)
    change, effect, back, running = (head.in_language(language) for head in heads)
    yield change, effect, back, running
    value = effects.start
    yield "", "", "", number(rounded(value, digits))
    onward = adding_up(effects.start, [one.onward for one in effects.effects], digits)
    reverse = adding_up(effects.start, [one.back for one in effects.effects], digits)
    for one, forth, behind in zip(effects.effects, onward, reverse, strict=True):
        value += one.onward
        label = in_words(effects, one, language)
        yield label, signed(forth), signed(behind), number(rounded(value, digits))
    whole = signed(rounded(effects.end, digits) - rounded(effects.start, digits))
    yield effect_words.TOTAL.in_language(language), whole, whole, ""


def in_words(effects: Effects, one: Effect, language: Language) -> str:
    """Say what changes; several that only stand together are said in one."""
    clauses = cited(effects, one)
    together = len(one.steps) > 1
    count = filled(effect_words.TOGETHER, language, count=len(one.steps)) if together else ""
    return f"{clauses}  {said(effects, one.steps, language)}{count}".strip()


def blocked_lines(
    effects: Effects, blocked: tuple[Blocked, ...], language: Language
) -> Iterator[str]:
    """Say which changes leave no footprint, and what is missing."""
    for one in blocked:
        yield f"  {said(effects, one.steps, language)}"
        found = one.why.findings if isinstance(one.why, NoValue) else one.why.diagnostics
        if not isinstance(one.why, NoValue):
            yield f"    {NEEDS_OTHERS.in_language(language)}"
        for fault in found:
            yield f"    {fault.severity}[{fault.code.id}] {fault.message(language)}"


def number(value: Decimal) -> str:
    """Write a rounded number with its digits in groups of three."""
    return f"{value:,f}".replace(",", " ")


def signed(value: Decimal) -> str:
    """Write a rounded difference with its sign; nothing changed is a plain 0."""
    return f"{'+' if value > 0 else ''}{number(value)}" if value else "0"
