"""Which element of the old edition stands for which of the new one, in order."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from guiju.backends.docx.elements import Element
from guiju.backends.docx.markup.atoms import content_key, ids_of, style_of, words_of

Pair = tuple[Element | None, Element | None]
ALIKE = 0.5
"""Elements with at least so much in common (of 1) are one that changed."""
MOST = 120
"""Longer rows of changed elements are paired by their ids alone."""


def aligned(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Pair]:
    """Give old and new elements in pairs; one that stands alone was deleted or inserted."""
    before, after = [content_key(e) for e in old], [content_key(e) for e in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _paired(old[a:b], new[c:d])


def _paired(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Pair]:
    """Pair elements that are alike, so that the pairs have most in common, in order."""
    alike = likeness if len(old) * len(new) <= MOST * MOST else by_id
    best = _best(old, new, alike)
    at, to = 0, 0
    while at < len(old) or to < len(new):
        take = best[at][to]
        if at < len(old) and to < len(new):
            score = alike(old[at], new[to])
            if score >= ALIKE and take == score + best[at + 1][to + 1]:
                yield old[at], new[to]
                at, to = at + 1, to + 1
                continue
        if at < len(old) and take == best[at + 1][to]:
            yield old[at], None
            at += 1
        else:
            yield None, new[to]
            to += 1


def _best(
    old: Sequence[Element], new: Sequence[Element], alike: Callable[[Element, Element], float]
) -> list[list[float]]:
    """Give the most that pairs from each place on can have in common."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in reversed(range(len(old))):
        for to in reversed(range(len(new))):
            score = alike(old[at], new[to])
            together = score + best[at + 1][to + 1] if score >= ALIKE else 0.0
            best[at][to] = max(together, best[at + 1][to], best[at][to + 1])
    return best


def likeness(old: Element, new: Element) -> float:
    """Tell how much two elements have in common, from 0 to 1; those of one id are alike."""
    found = by_id(old, new)
    if found or old.tag != new.tag or style_of(old) != style_of(new):
        return found
    matcher = SequenceMatcher(None, words_of(old), words_of(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def by_id(old: Element, new: Element) -> float:
    """Give 1 for two elements that print the same thing."""
    ids = ids_of(old)
    return 1.0 if ids and ids == ids_of(new) and old.tag == new.tag else 0.0
