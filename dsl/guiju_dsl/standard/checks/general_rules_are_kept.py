"""A specific standard keeps or tightens what its general rule requires."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import Diagnostic, Related, at
from guiju_dsl.names.items import name_span
from guiju_dsl.names.kept import rules_of
from guiju_dsl.names.model import Declaration
from guiju_dsl.source import Span
from guiju_dsl.standard.attributes import of_kind
from guiju_dsl.standard.model import NO_TEXT, BoundStandard, Datum, Measuring, Provision
from guiju_dsl.standard.proving import Facts, case_where, facts_of
from guiju_dsl.standard.proving.codes import LOOSENED
from guiju_dsl.standard.proving.words import decimal, when_in_words
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text, same_words

FORCES = ("may", "expect", "should", "shall", "limit")
"""From the weakest to the one that stops."""
CLASSES = ("", "secondary", "primary", "site")
"""Classes of data: those of a site are primary data of the own processes."""
GENERAL = Text(zh="总则的原文", en="the text of the general rule")
REQUIRED = Text(zh="必须填写", en="it is required")
ALWAYS = Text(zh="始终存在", en="it is always there")
NOT_ASKED = Text(zh="不要求", en="it is not asked for")
MEASURING = {
    "valid_years": "valid",
    "meter_class": "class",
    "samples": "samples",
    "spread": "spread",
    "uncertainty": "uncertainty",
}
"""What is asked of a measured value, by the word of the author: greatest values, but samples."""
LONGEST = 90


def general_rules_are_kept(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report what an override or an exclusion loosens; profiles stand beside and loosen nothing."""
    facts = facts_of(standard, standard.rules)
    for before, after in standard.changed_provisions:
        why = _weaker(before, after, facts)
        if why is not None:
            was, now = (_quoted(standard, one.span) for one in (before, after))
            yield _fault(before.path, (was, before.span), (now, after.span), why)
    for old, new in standard.changed_data:
        for kind, said, less in _less(old, new, facts):
            place = _place(standard, new, kind)
            yield _fault(new.path, (said, old.span), (less, place), NO_TEXT)
    yield from _exclusions(standard)


def _weaker(before: Provision, after: Provision, facts: Facts) -> Text | None:
    """Say how a provision is weaker than before; nothing if it is not."""
    if FORCES.index(after.force) < FORCES.index(before.force):
        return NO_TEXT
    if before.condition is None or after.condition is None:
        return None
    allowed = case_where(((after.condition, True), (before.condition, False)), facts)
    if allowed is None or not allowed.certain:
        return None
    words = when_in_words(allowed)
    return Text(zh=f"（{words.zh}时，只有后者满足）", en=f" ({words.en}, only the latter is met)")


def _less(before: Datum, after: Datum, facts: Facts) -> Iterator[tuple[str, Text, Text]]:
    """Give by which attribute less is asked of a value, what was asked and what is now."""
    needed = not before.optional and before.default is None
    if needed and (after.optional or after.default is not None):
        kind = "optional" if after.optional else "default"
        yield kind, REQUIRED, same_words(kind)
    if CLASSES.index(after.notes.quality) < CLASSES.index(before.notes.quality):
        kind = after.notes.quality
        yield kind, same_words(before.notes.quality), same_words(kind)
    if (after.valid_years or 0) > (before.valid_years or after.valid_years or 0):
        yield "valid", _years(before), _years(after)
    yield from _less_of_measuring(before.measuring, after.measuring)
    if after.only_when is not None and after.only_when != before.only_when:
        existed = ((before.only_when, True),) if before.only_when is not None else ()
        missing = case_where((*existed, (after.only_when, False)), facts)
        if missing is not None and missing.certain:
            words = when_in_words(missing)
            yield (
                "only_when",
                ALWAYS,
                Text(zh=f"{words.zh}时不填", en=f"it is not there {words.en}"),
            )


def _less_of_measuring(
    before: Measuring | None, after: Measuring | None
) -> Iterator[tuple[str, Text, Text]]:
    """Give what less is asked of how a value is measured."""
    for name, word in MEASURING.items():
        was = getattr(before, name, None)
        now = getattr(after, name, None)
        if was is None or (now is not None and (now >= was if name == "samples" else now <= was)):
            continue
        unit = " a" if word == "valid" else ""
        told = same_words(f"{word} {decimal(now)}{unit}") if now is not None else NOT_ASKED
        yield "measured", same_words(f"{word} {decimal(was)}{unit}"), told


def _place(standard: BoundStandard, datum: Datum, kind: str) -> Span:
    """Give the place of the attribute of a datum that loosens it."""
    items = standard.names.declarations[datum.path].items
    words = ((getattr(item, "kind", type(item).__name__.lower()), item.span) for item in items)
    return next((span for word, span in words if word == kind), datum.span)


def _years(datum: Datum) -> Text:
    return same_words(f"valid {decimal(datum.valid_years or Fraction(0))} a")


def _exclusions(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report what the boundary leaves out by name though a general rule declares it."""
    names = standard.names
    rules = rules_of(names.heads)
    for boundary in names.declarations.values():
        if boundary.kind != "boundary" or boundary.home in rules:
            continue
        for path in _left_out(boundary):
            stage = names.declarations.get(f"stage:{path.text}")
            found = names.declarations.get(path.text) or stage
            if found is not None and found.home in rules:
                was = (_quoted(standard, found.node.span), name_span(found.node))
                now = (same_words(f"exclude {path.text}"), path.span)
                yield _fault(path.text, was, now, NO_TEXT)


def _left_out(boundary: Declaration) -> Iterator[tree.Path]:
    for item in of_kind(boundary.items, tree.Exclude):
        yield from item.paths


def _quoted(standard: BoundStandard, span: Span) -> Text:
    words = standard.names.written(span)
    return same_words(words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…")


def _fault(name: str, was: tuple[Text, Span], now: tuple[Text, Span], why: Text) -> Diagnostic:
    related = (Related(span=was[1], words=GENERAL),)
    return at(LOOSENED, now[1], related=related, name=name, before=was[0], after=now[0], why=why)
