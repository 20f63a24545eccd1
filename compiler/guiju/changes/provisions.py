"""What a foreword calls provisions that came, changed or went: each by its opening words.

Source: GB/T 1.1—2020, 9.1; checklist rows MV-01, MV-03, MV-04 (kinds of provisions).
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from guiju.changes.aspects import ASPECTS
from guiju.changes.meaning import Meaning
from guiju.changes.model import Change, Comparison, Edition
from guiju.documents.revision import Place, Revised, Verb
from guiju_dsl.names.model import text_of
from guiju_dsl.standard.checks.provisions_say_their_force import RECOMMENDED, REQUIRED, WORDS
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

NOTHING: Final = Text(zh="", en="")
OPENING: Final = re.compile(r".{4,24}?(?=[，。；：、（]|$)|.{24}")
"""The first part of a Chinese sentence, neither a word or two nor much of a line."""
MAY: Final = re.compile(r"(?<![许认])可以?(?![能靠信比再])")
VERB: Final = re.compile(r"\b(?:shall|should|may|must|need not|is recommended)\b")
MOST_WORDS: Final = 8
Pair = tuple[tree.Provision | None, tree.Provision | None]
Placed = tuple[Place | None, Place | None]


def revised_provisions(change: Change, comparison: Comparison) -> Iterator[Revised]:
    """Give an item for each provision that ``change`` tells of and that has words of its own."""
    changed = Changed(
        before=Meaning(comparison.old.names, comparison.renamed),
        after=Meaning(comparison.new.names, {}),
    )
    for pair in pairs_of(change):
        places = (_place(pair[0], comparison.old), _place(pair[1], comparison.new))
        yield changed.item(pair, places)


def pairs_of(change: Change) -> tuple[Pair, ...]:
    """Give each provision before and after; none where one of them has no words."""
    own = tuple(side.item if side is not None else None for side in (change.old, change.new))
    nodes = (
        [own]
        if any(isinstance(item, tree.Provision) for item in own)
        else [(one.old_node, one.new_node) for one in change.differences if one.technical]
    )
    found = []
    for old, new in nodes:
        pair = (
            old if isinstance(old, tree.Provision) else None,
            new if isinstance(new, tree.Provision) else None,
        )
        found.append(pair)
    return tuple(found) if all(_has_words(pair) for pair in found) else ()


def _has_words(pair: Pair) -> bool:
    known = [one for one in pair if one is not None]
    return bool(known) and all(one.words is not None for one in known)


class Changed(Struct, frozen=True, kw_only=True):
    """Says what of a provision is another one."""

    before: Meaning
    after: Meaning

    def item(self, pair: Pair, places: Placed) -> Revised:
        """Give what a foreword says of one provision."""
        old, new = pair
        shown = new or old
        assert shown is not None, "a pair has one of both"
        assert shown.words is not None, "it was chosen for its words"
        verb: Verb = "added" if old is None else "removed" if new is None else "changed"
        return Revised(
            verb=verb,
            kind=WORDS[shown.force] if verb != "changed" else NOTHING,
            labels=(opening(text_of(shown.words), shown.force),),
            aspects=tuple(self.aspects(old, new)) if old is not None and new is not None else (),
            new=places[1] if verb != "removed" else None,
            old=places[0] if verb != "added" else None,
        )

    def aspects(self, old: tree.Provision, new: tree.Provision) -> Iterator[Text]:
        """Say what differs: with another force or test the words differ anyway."""
        other_force = old.force != new.force
        other_test = self.before.of(old.condition) != self.after.of(new.condition)
        if other_force:
            yield ASPECTS["force"].words
        if other_test:
            yield ASPECTS["condition"].words
        if not other_force and not other_test:
            yield ASPECTS["text"].words


def opening(words: Text, force: str) -> Text:
    """Give the words with which a provision begins, without its verb: a foreword provides nothing.

    In English, where no sentence does without its verb, the words before it.
    """
    bare = RECOMMENDED.sub("", REQUIRED.sub("", words.zh))
    bare = (MAY.sub("", bare, count=1) if force == "may" else bare).rstrip("。")
    found = OPENING.match(bare)
    zh = found[0] if found is not None else bare
    subject = VERB.split(words.en, maxsplit=1)[0].split()
    return Text(
        zh=zh if zh == bare else f"{zh}……", en=f"{' '.join(subject[:MOST_WORDS]).rstrip(',;')} …"
    )


def _place(provision: tree.Provision | None, edition: Edition) -> Place | None:
    """Give the clause that prints a provision; None where none does."""
    if provision is None:
        return None
    provisions = edition.plan.graph.standard.rules.provisions
    path = next((one.path for one in provisions if one.span == provision.span), "")
    clause = edition.cited.get(path, "")
    number = edition.clauses.get(clause, "")
    return Place(id=clause, number=number) if number else None
