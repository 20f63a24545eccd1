"""The main technical changes (主要技术变化) that a foreword lists, from what changed."""

import re

from msgspec.structs import replace

from guiju.changes.aspects import ASPECTS, what_words
from guiju.changes.model import Change, Comparison, Side
from guiju.changes.provisions import revised_provisions
from guiju.documents.revision import Place, Revised, Revision, Verb
from guiju_runtime.messages import Text

YEAR = re.compile(r"[—-](\d{4})$")
NOTHING = Text(zh="", en="")
OF_THE_LABEL = ("limit", "range", "allocation", "exclusion", "provision", "level")
"""What these are of is said by the label and the aspect; they need no word of their kind."""


def revision_of(comparison: Comparison) -> Revision:
    """Give what a foreword says of the old edition, in the order of the clauses of the new one."""
    head, now = (e.plan.graph.standard.identity for e in (comparison.old, comparison.new))
    return Revision(
        number=head.number,
        title=head.title,
        year=year_of(head.number),
        first=not head.replaces,
        draft=head.number == now.number,
        items=merged(
            [
                item
                for change in comparison.changes
                if change.technical
                for item in items_of(change, comparison)
            ]
        ),
    )


def items_of(change: Change, comparison: Comparison) -> tuple[Revised, ...]:
    """Give the items of one change: of provisions one each, else one."""
    if change.what == "provision":
        return tuple(revised_provisions(change, comparison)) or (revised(change),)
    return (revised(change),)


def year_of(number: str) -> str:
    """Give the year in the number of a document, or nothing."""
    found = YEAR.search(number)
    return found[1] if found is not None else ""


def revised(change: Change) -> Revised:
    """Give the item of one change."""
    verb = verb_of(change)
    return Revised(
        verb=verb,
        kind=NOTHING if change.what in OF_THE_LABEL else what_words(change),
        labels=(change.label,) if change.what != "metadata" else (),
        aspects=aspects_of(change),
        new=place(change.new) if verb != "removed" else None,
        old=place(change.old) if verb != "added" else None,
    )


def verb_of(change: Change) -> Verb:
    """Tell what happened: what is said for the first time of a thing was added to it."""
    if change.kind in ("added", "removed"):
        return "added" if change.kind == "added" else "removed"
    told = [one for one in change.differences if one.technical]
    if change.what in OF_THE_LABEL and all(one.old is None for one in told):
        return "added"
    if change.what in OF_THE_LABEL and all(one.new is None for one in told):
        return "removed"
    return "changed"


def aspects_of(change: Change) -> tuple[Text, ...]:
    """Give what of a thing changed, each once; a thing that came or went is meant as a whole."""
    if change.kind in ("added", "removed"):
        return (what_words(change),) if change.what in OF_THE_LABEL else ()
    names = dict.fromkeys(one.aspect for one in change.differences if one.technical)
    if change.what == "provision":
        return (what_words(change),)
    return tuple(ASPECTS[name].words for name in names if name in ASPECTS)


def place(side: Side | None) -> Place | None:
    """Give where a thing stands; None where no clause prints it."""
    return (
        Place(id=side.clause_id, number=side.clause) if side is not None and side.clause else None
    )


def merged(items: list[Revised]) -> tuple[Revised, ...]:
    """Put items together that say the same of several things in one place."""
    found: dict[object, Revised] = {}
    for one in items:
        key = replace(one, labels=())
        known = found.get(key)
        labels = (*known.labels, *one.labels) if known is not None else one.labels
        found[key] = replace(one, labels=tuple(dict.fromkeys(labels)))
    return tuple(found.values())
