"""What each change from one edition of a standard to the next does to the footprint of a plant."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from guiju import pipeline
from guiju.changes import Change, edition_of, mixed
from guiju.effects.evaluating import Question, state_of, state_under
from guiju.effects.model import Effect, Effects, NoValue, State, Step, Unchecked, Valued
from guiju.effects.of_steps import effects_before, effects_of
from guiju.effects.renaming import renamed, renamed_ids, under_other_ids
from guiju.effects.words import REST, in_short
from guiju.files import cache
from guiju.library import Standard
from guiju.plan.confidential import confidential
from guiju_dsl.standard.model import Product
from guiju_dsl.syntax.cache import Cache

Declaration = Mapping[str, object]
WORDS: Final = frozenset(
    ("citation", "term", "stage", "clause", "quality", "level", "example", "boundary")
)
"""Things that no footprint hangs on."""
AFTERWARDS: Final = frozenset(("provision", "range", "result", "profile"))
"""Things that read values and change none: those that change are left out of every mixture."""
HEAD: Final = ("standard.gwp", "standard.biogenic_carbon", "standard.extends.")
"""What in the head of a standard a footprint may hang on."""


def effects_between_editions(
    old: Standard,
    new: Standard,
    found: Sequence[Change],
    declaration: Declaration,
    product: Product,
) -> Effects | NoValue | Unchecked:
    """Tell what each of the changes ``found`` adds to the footprint of ``product``.

    They are taken in the order in which they are told. What they leave of the difference, if
    anything, is told as one more step. Where the plant has no footprint under the old edition, they
    are told from the changes on that give it one; where it has none under both, the reasons are
    given in place of effects.
    """
    return _Editions(old, new, tuple(found), declaration, product).effects()


def moves(change: Change) -> bool:
    """Tell whether a footprint may hang on what a change changes."""
    if change.kind == "renamed" or change.what in WORDS | AFTERWARDS:
        return False
    if change.kind == "changed" and not any(one.technical for one in change.differences):
        return False
    return change.what != "metadata" or change.id.startswith(HEAD)


class _Editions:
    """Two editions and one plant; private to ``effects_between_editions``."""

    def __init__(
        self,
        old: Standard,
        new: Standard,
        found: tuple[Change, ...],
        declaration: Declaration,
        product: Product,
    ) -> None:
        self.old, self.new, self.found = old, new, found
        self.was, self.now = edition_of(old.plan), edition_of(new.plan)
        self.taken = tuple(
            change for change in found if moves(change) and not self.is_there(change)
        )
        self.dropped = tuple(
            replace(change, kind="removed", new=None)
            for change in found
            if change.what in AFTERWARDS and change.old is not None
        )
        self.question = Question(standard=old, declaration=declaration, profile="", product=product)
        self.kept = _in_memory(cache())

    def effects(self) -> Effects | NoValue | Unchecked:
        start = state_under(self.old.plan, self.question)
        whole = state_under(self.new.plan, self.of_the_new())
        steps = [_step(change) for change in self.taken]
        secret = confidential(self.old.plan) | confidential(self.new.plan)
        if isinstance(start, Valued):
            if not isinstance(self.after(()), Valued):
                self.dropped = ()
            told = effects_of(steps, start, self.after, secret)
        else:
            before = effects_before(steps, self.after, secret)
            if before is None:
                return start
            told = before
        told = replace(told, aside=len(self.found) - len(self.taken))
        return completed(told, whole) if isinstance(whole, Valued) else told

    def of_the_new(self) -> Question:
        """Ask the same of the new edition, under its ids."""
        ids, product = renamed_ids(self.found), self.question.product
        return Question(
            standard=self.new,
            declaration=under_other_ids(self.question.declaration, ids),
            profile="",
            product=replace(product, name=renamed(product.name, ids)),
        )

    def is_there(self, change: Change) -> bool:
        """Tell whether a thing of a library has only come to be read, or is not read any more."""
        if change.kind not in ("added", "removed"):
            return False
        here, there = self.now.names, self.was.names
        if change.kind == "removed":
            here, there = there, here
        side = change.new or change.old
        declared = here.declarations.get(side.id) if side is not None else None
        libraries = {head.name.text for head in here.heads if head.kind == "library"}
        if declared is None or declared.home not in libraries:
            return False
        heads = {head.name.text for head in there.heads}
        return declared.path in there.declarations or declared.home not in heads

    def after(self, steps: tuple[int, ...]) -> State:
        """Give the state of the old edition after some of the changes."""
        chosen = (*self.dropped, *(self.taken[step] for step in steps))
        texts = mixed(self.was, self.now, chosen)
        find = texts.find(self.old.place.find, self.new.place.find)
        read = pipeline.read(texts.main, find, self.kept)
        if read.product is None:
            return Unchecked(diagnostics=read.errors)
        return state_of(read.product, self.question)


def completed(told: Effects, whole: Valued) -> Effects:
    """Tell the rest of the difference too, up to the footprint under the new edition.

    Steps that were left out although the new edition has a footprint can only be taken all at once.
    """
    left = tuple(sorted(step for one in told.blocked for step in one.steps))
    rest = whole.value - told.end
    if not left and not rest:
        return told
    steps = told.steps if left else (*told.steps, Step(id="", words=REST))
    last = Effect(steps=left or (len(told.steps),), onward=rest, back=rest)
    return replace(told, steps=steps, end=whole.value, effects=(*told.effects, last), blocked=())


def _step(change: Change) -> Step:
    sides = (change.new, change.old)
    clauses = dict.fromkeys(side.clause for side in sides if side is not None and side.clause)
    return Step(id=change.id, words=in_short(change), clauses=tuple(clauses)[:1])


def _in_memory(kept: Cache) -> Cache:
    """Give a cache that keeps what is made here only as long as it is needed."""
    made: dict[str, bytes] = {}

    def load(key: str) -> bytes | None:
        return made.get(key) or kept.load(key)

    return Cache(load=load, save=made.__setitem__)
