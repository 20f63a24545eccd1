"""Two editions of a standard, thing by thing."""

from collections.abc import Iterator
from itertools import groupby

from guiju.changes.clauses import clause_of
from guiju.changes.differing import Differing, Found
from guiju.changes.matching import renames
from guiju.changes.meaning import Meaning
from guiju.changes.model import Change, Comparison, Difference, Edition, Side, What
from guiju.changes.order import in_order
from guiju.changes.respects import Respect, respects_of
from guiju.changes.things import Thing, things_of

WHOLE = ("profile", "example")
"""What is said in their braces is of them, whatever it is."""
EDITORIAL = ("metadata", "citation", "example")
"""What a foreword does not tell of; some fields of the head it does."""


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Give what changed in meaning, in the order of the clauses of the new edition."""
    return compared(old, new).changes


def compared(old: Edition, new: Edition) -> Comparison:
    """Give both editions with what changed and what was renamed."""
    comparing = _Comparing(old, new)
    found = in_order(tuple(comparing.changes()))
    return Comparison(old=old, new=new, changes=found, renamed=comparing.renamed)


class _Comparing:
    """Two editions with what is found in them; private to ``changes``."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self.old, self.new = old, new
        self.was = things_of(old.plan.graph.standard)
        self.now = things_of(new.plan.graph.standard)
        self.renamed = renames(self.was, self.now, old.names, new.names)
        self.before = Meaning(old.names, self.renamed)
        self.after = Meaning(new.names, {})
        self.differing = Differing(old.names, new.names)
        self.partners = {self.before.key(key): key for key in self.was}

    def changes(self) -> Iterator[Change]:
        """Give every change."""
        for key, thing in self.now.items():
            before = self.was.get(self.partners.get(key, ""))
            if before is not None:
                yield from self.between(before, thing)
            elif thing.above in self.partners or not thing.above:
                yield self.alone(thing, "added")
        for thing in self.was.values():
            gone = self.before.key(thing.key) not in self.now
            if gone and (not thing.above or self.before.key(thing.above) in self.now):
                yield self.alone(thing, "removed")

    def between(self, before: Thing, thing: Thing) -> Iterator[Change]:
        """Give what changed of a thing in both editions: one change for each kind of matter."""
        found = self.differing.differences(
            respects_of(before, self.before), respects_of(thing, self.after)
        )
        if before.key in self.renamed:
            yield self.change(before, thing, thing.what, ())
        for what, some in _by_what(found, thing.what):
            yield self.change(before, thing, what, some)

    def change(
        self, before: Thing, thing: Thing, what: What, found: tuple[Difference, ...]
    ) -> Change:
        """Give one change of a thing, or its being renamed."""
        return Change(
            kind="changed" if found else "renamed",
            what=what,
            id=thing.id,
            label=thing.label,
            old=self.side(before, what, self.old),
            new=self.side(thing, what, self.new),
            differences=found,
            technical=any(one.technical for one in found) and _told(thing, what),
        )

    def alone(self, thing: Thing, kind: str) -> Change:
        """Give a thing that is in one edition only, with what it says."""
        is_new = kind == "added"
        meaning, edition = (self.after, self.new) if is_new else (self.before, self.old)
        said = [one for one in respects_of(thing, meaning) if _says_more(one)]
        some: tuple[list[Respect], list[Respect]] = ([], said) if is_new else (said, [])
        side = self.side(thing, thing.what, edition)
        return Change(
            kind="added" if is_new else "removed",
            what=thing.what,
            id=thing.id,
            label=thing.label,
            old=None if is_new else side,
            new=side if is_new else None,
            differences=tuple(one for one, _ in self.differing.differences(*some)),
            technical=_told(thing, thing.what),
        )

    def side(self, thing: Thing, what: What, edition: Edition) -> Side:
        """Say where a thing stands in one edition."""
        span = thing.item.span
        source = edition.names.sources.get(span.source)
        clause = clause_of(thing, what, edition)
        return Side(
            id=thing.id,
            label=thing.label,
            clause=edition.clauses.get(clause, ""),
            clause_id=clause,
            source=span.source,
            line=source.line_and_column(span.start)[0] if source is not None else 1,
            item=thing.item,
        )


def _says_more(respect: Respect) -> bool:
    """Tell whether a respect of a thing that came or went says more than what it is."""
    return respect.aspect.technical and respect.aspect.name != "flow_kind"


def _told(thing: Thing, what: What) -> bool:
    """Tell whether a foreword speaks of such a thing."""
    in_force = thing.name.startswith(("gwp", "biogenic_carbon", "extends."))
    return what not in EDITORIAL or in_force


def _by_what(found: Found, what: What) -> Iterator[tuple[What, tuple[Difference, ...]]]:
    """Give differences by what they are of, in the order in which they were found."""
    named = [(what if what in WHOLE else other or what, one) for one, other in found]
    order = list(dict.fromkeys(what for what, _ in named))
    named.sort(key=lambda pair: order.index(pair[0]))
    for kind, some in groupby(named, key=lambda pair: pair[0]):
        yield kind, tuple(one for _, one in some)
