"""Which thing of the old edition is which of the new one: by id, or renamed."""

from collections.abc import Mapping

from guiju.changes.meaning import Form, Meaning
from guiju.changes.respects import respects_of
from guiju.changes.things import Thing
from guiju_dsl.names.model import NamedStandard

Things = Mapping[str, Thing]
NEVER = ("metadata", "provisions")


def renames(old: Things, new: Things, was: NamedStandard, now: NamedStandard) -> dict[str, str]:
    """Give the new key of each thing of the old edition that has another id in the new one.

    A thing was renamed if beside it, in what it stands in, one appeared that bears its label or
    says the same, and no other could be meant.
    """
    found: dict[str, str] = {}
    while True:
        more = _round(old, new, was, now, found)
        if not more:
            return found
        found.update(more)


def _round(
    old: Things, new: Things, was: NamedStandard, now: NamedStandard, known: dict[str, str]
) -> dict[str, str]:
    meaning = Meaning(was, known)
    taken = {meaning.key(key) for key in old}
    lost = [t for t in old.values() if meaning.key(t.key) not in new and t.what not in NEVER]
    come = [t for t in new.values() if t.key not in taken and t.what not in NEVER]
    pairs = [
        (before, after)
        for before in lost
        for after in come
        if _beside(before, after, meaning) and _alike(before, after, old, new, meaning, now)
    ]
    firsts, seconds = [p[0].key for p in pairs], [p[1].key for p in pairs]
    return {
        before.key: after.key
        for before, after in pairs
        if firsts.count(before.key) == 1 and seconds.count(after.key) == 1
    }


def _beside(before: Thing, after: Thing, meaning: Meaning) -> bool:
    """Tell whether both are of one kind and stand in the same thing."""
    return before.what == after.what and meaning.key(before.above) == after.above


def _alike(
    before: Thing, after: Thing, old: Things, new: Things, meaning: Meaning, now: NamedStandard
) -> bool:
    """Tell whether both bear one label, or say the same."""
    if before.label.zh == after.label.zh or before.label.en == after.label.en:
        return True
    renamed = Meaning(meaning.names, {**meaning.renamed, before.key: after.key})
    said = whole_form(before, old, renamed)
    return bool(said) and said == whole_form(after, new, Meaning(now, {}))


def whole_form(thing: Thing, things: Things, meaning: Meaning) -> Form:
    """Give the form of a thing with all that is in it, its label and id aside; or nothing.

    What says too little to be recognised by has none.
    """
    own = [
        (one.slot, one.form)
        for one in respects_of(thing, meaning)
        if one.aspect.name not in ("label", "unit", "type", "flow_kind")
    ]
    parts = [
        (part.name, whole_form(part, things, meaning))
        for part in things.values()
        if part.above == thing.key
    ]
    everything = sorted(((one.slot, one.form) for one in respects_of(thing, meaning)
                         if one.aspect.name != "label"), key=repr)  # fmt: skip
    return (tuple(everything), tuple(sorted(parts, key=repr))) if own or parts else ()
