"""Where each provision of the source is printed, and in which words."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from guiju.documents.phrases import Phrases
from guiju_dsl.names.clause_places import CHAPTERS
from guiju_dsl.standard.expressions import Expression, Predeclared, parts_of
from guiju_dsl.standard.model import BoundStandard, ProseClause, Provision

QUALITY = {"score", "primary_share", "period", "data_age", "factor_age"}
CUT_OFF = {"excluded_largest", "excluded_total"}
Position = Literal["before", "after"]
SIDES: tuple[Position, Position] = ("before", "after")


class Entry(Struct, frozen=True, kw_only=True):
    """A piece of prose with the id that a 无标题条 of it would have."""

    id: str
    words: str


class Provisions:
    """The prose of a standard by its place in the document."""

    def __init__(self, standard: BoundStandard, phrases: Phrases) -> None:
        """Sort the clauses and provisions of ``standard``."""
        self.phrases = phrases
        self.cited = tuple(number for number, _ in standard.cites)
        self.clauses = {clause.name: clause for clause in standard.clauses}
        inside = {p.path for clause in standard.clauses for p in clause.provisions}
        self.free = [
            p
            for p in standard.rules.provisions
            if p.path not in inside and p.force in ("shall", "should", "may") and p.words.zh
        ]

    def of_kind(self, kind: str) -> list[Entry]:
        """Give the provisions with a test: on ``quality``, ``cut_off``, ``data`` or ``product``."""
        return [self.entry(p) for p in self.free if kind_of(p) == kind]

    def entry(self, provision: Provision) -> Entry:
        """Give a provision in its own words, with the cited document that it follows."""
        words = self.phrases.text(provision.words)
        source = self.phrases.text(provision.notes.source)
        if source.startswith(self.cited):
            words = self.phrases.say("with_source", words, source)
        return Entry(id=provision.path, words=words)

    def entries(self, name: str) -> list[Entry]:
        """Give what one clause of the source says, in order; nothing if there is no such clause."""
        clause = self.clauses.get(name)
        if clause is None:
            return []
        texts = [
            Entry(id=f"{name}.text_{place}", words=self.phrases.text(text))
            for place, text in enumerate(clause.notes, 1)
        ]
        return texts + [self.entry(p) for p in clause.provisions]

    def around(self, name: str) -> Iterator[ProseClause]:
        """Give the clauses placed before ``name``, it and those placed after it, in order."""
        yield from self.placed("before", name)
        if name in self.clauses:
            yield self.clauses[name]
        yield from self.placed("after", name)

    def placed(self, position: Position, name: str) -> Iterator[ProseClause]:
        """Give the clauses placed on one side of ``name``, each with those around it."""
        for clause in self.clauses.values():
            if clause.place == name and clause.position == position:
                yield from self.around(clause.name)

    def rest(self) -> list[ProseClause]:
        """Give the clauses that no chapter of the skeleton takes."""
        placed = {clause.name for slot in CHAPTERS for clause in self.around(slot)} | {"scope"}
        return [clause for clause in self.clauses.values() if clause.name not in placed]

    def beside(self, name: str, position: Position, depth: int) -> str:
        """Write the clauses placed on one side of ``name`` as titled clauses of layer ``depth``."""
        return "\n".join(self.titled(clause, depth) for clause in self.placed(position, name))

    def siblings(self, slot: str, depth: int, before: list[Entry], after: list[Entry]) -> str:
        """Write a slot and what is placed around it as titled clauses of one layer.

        Args:
            before: put before the provisions of the slot itself; ``after`` behind them.
        """
        written = []
        if slot not in self.clauses:
            head = f"{'#' * depth} {slot} {self.phrases.say('slot_title', slot)}\n"
            written.append(head + self.numbered([*before, *after], depth + 1))
        for clause in self.around(slot):
            own = clause.name == slot
            entries = self.entries(clause.name)
            entries = [*before, *entries, *after] if own else entries
            written.append(self.titled(clause, depth, entries))
        return "\n".join(written)

    def nested(self, slot: str, depth: int, *more: Entry) -> str:
        """Write a slot inside its clause: alone as it is, else each clause under a title."""
        around = list(self.around(slot))
        if all(clause.name == slot for clause in around):
            return self.numbered([*self.entries(slot), *more], depth)
        written = []
        if slot not in self.clauses and more:
            head = f"{'#' * depth} {slot}.general {self.phrases.say('general')}\n"
            written.append(head + numbered(list(more), depth + 1))
        for clause in around:
            own = clause.name == slot
            title = self.phrases.say("general") if own else self.phrases.text(clause.label)
            mark = "#" * depth
            name = f"{slot}.general" if own else clause.name
            entries = self.entries(clause.name) + (list(more) if own else [])
            written.append(f"{mark} {name} {title}\n" + numbered(entries, depth + 1))
        return "\n".join(written)

    def titled(self, clause: ProseClause, depth: int, entries: list[Entry] | None = None) -> str:
        """Write one clause with its title; ``entries`` in place of its own."""
        head = f"{'#' * depth} {clause.name} {self.phrases.text(clause.label)}\n"
        return head + self.numbered(
            self.entries(clause.name) if entries is None else entries, depth + 1
        )

    def numbered(self, entries: list[Entry], depth: int) -> str:
        """Write entries; a mark for the drafter where there are none."""
        return numbered(entries, depth) if entries else self.phrases.say("unknown")


def numbered(entries: list[Entry], depth: int) -> str:
    """Write one entry as it is, several as 无标题条 of layer ``depth``."""
    if len(entries) == 1:
        return entries[0].words
    return "\n".join(f"{'#' * depth} {entry.id}\n{entry.words}" for entry in entries)


def kind_of(provision: Provision) -> str:
    """Say what a provision with a test is about."""
    names = set(predeclared(provision.condition)) if provision.condition is not None else set()
    if names & CUT_OFF:
        return "cut_off"
    if names & QUALITY:
        return "quality"
    return "data" if provision.place else "product"


def predeclared(node: Expression) -> Iterator[str]:
    """Give the predeclared names in a formula."""
    if isinstance(node, Predeclared):
        yield node.name
    for part in parts_of(node):
        yield from predeclared(part)
