"""Two lists of respects, and what differs between them in words."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from guiju.changes.aspects import aspect_of
from guiju.changes.model import Difference, What
from guiju.changes.respects import Respect, Slot
from guiju.changes.saying import Saying
from guiju_dsl.names.model import NamedStandard
from guiju_runtime.messages import Text, same_words

Found = tuple[tuple[Difference, What | None], ...]
Pair = tuple[Respect | None, Respect | None]


class Differing:
    """Finds differences between things of two editions."""

    def __init__(self, was: NamedStandard, now: NamedStandard) -> None:
        """Keep both editions for their words."""
        self.was = Saying(was)
        self.now = Saying(now)

    def differences(self, old: Sequence[Respect], new: Sequence[Respect]) -> Found:
        """Give what differs, in the order of the new edition, each with what it is of."""
        return tuple(self._found(one, other) for one, other in pairs(old, new))

    def _found(self, one: Respect | None, other: Respect | None) -> tuple[Difference, What | None]:
        told = other or one
        assert told is not None, "a pair has one of both"
        before = self.was.of(one) if one is not None else None
        after = self.now.of(other) if other is not None else None
        if before == after and one is not None and other is not None:
            before, after = self.was.written(one), self.now.written(other)
        saying = self.now if other is not None else self.was
        aspect = told.aspect
        translated = _translated(before, after)
        if translated:
            aspect = aspect_of("translation")
        return Difference(
            aspect=aspect.name,
            of=aspect.words if translated else saying.subject(told),
            old=same_words(before.en) if before and translated else before,
            new=same_words(after.en) if after and translated else after,
            old_node=one.node if one is not None else None,
            new_node=other.node if other is not None else None,
            technical=aspect.technical,
        ), told.aspect.what


def _translated(before: Text | None, after: Text | None) -> bool:
    """Tell whether the words differ in English alone."""
    if before is None or after is None:
        return False
    return before.zh == after.zh and before.en != after.en


def pairs(old: Sequence[Respect], new: Sequence[Respect]) -> Iterator[Pair]:
    """Give the respects that differ, each with its counterpart; what is alike is left out."""
    slots = dict.fromkeys((*(one.slot for one in new), *(one.slot for one in old)))
    for slot in slots:
        before, after = _of(old, slot), _of(new, slot)
        for one in tuple(before):
            same = next((other for other in after if other.form == one.form), None)
            if same is not None:
                before.remove(one)
                after.remove(same)
        yield from _paired(before, after)


def _of(respects: Sequence[Respect], slot: Slot) -> list[Respect]:
    return [one for one in respects if one.slot == slot]


def _paired(before: list[Respect], after: list[Respect]) -> Iterator[Pair]:
    """Pair what is left: first what is of one aspect, then the rest, each in order."""
    for one in tuple(before):
        other = next((o for o in after if o.aspect == one.aspect), None)
        if other is not None:
            before.remove(one)
            after.remove(other)
            yield one, other
    yield from zip_longest(before, after)
