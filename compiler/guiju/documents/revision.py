"""What a document says of the edition that it replaces.

Sources: GB/T 1.1—2020, 8.3; checklist rows FX-05, FX-06, FX-08.
"""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from guiju.documents.phrases import Phrases
from guiju.documents.printing import letter
from guiju_runtime.messages import Text

Verb = Literal["added", "changed", "removed"]
"""The three that GB/T 1.1 knows: 增加, 更改, 删除."""


class Place(Struct, frozen=True, kw_only=True):
    """A clause of one edition: its id and its printed number."""

    id: str
    number: str


class Revised(Struct, frozen=True, kw_only=True):
    """One item of the list of main technical changes.

    Attributes:
        kind: what it is of in words, ``单元过程``; empty where the label says it.
        labels: of the things, one or several.
        aspects: what of them; empty where they are meant as a whole.
        new: where it stands in this document; None if it was removed.
        old: where it stood in the edition replaced; None if it was added.
    """

    verb: Verb
    kind: Text
    labels: tuple[Text, ...]
    aspects: tuple[Text, ...]
    new: Place | None
    old: Place | None


class Revision(Struct, frozen=True, kw_only=True):
    """The step from the edition replaced to a document.

    Attributes:
        number: of the edition replaced; ``year`` of its issue, empty where the number has none.
        first: whether that edition replaced no other.
        draft: whether it was an earlier draft under the same number, which is not replaced.
    """

    number: str
    title: Text
    year: str
    first: bool
    draft: bool
    items: tuple[Revised, ...]


def view(revision: Revision, phrases: Phrases, refer: Callable[[Place], str]) -> dict[str, object]:
    """Describe a revision to the templates.

    Args:
        refer: writes a place of this document: as a live reference or by its number.
    """
    edition = phrases.say("edition_of", revision.number, revision.year, revision.draft)
    return {
        "number": revision.number,
        "title": phrases.text(revision.title),
        "year": revision.year,
        "first": revision.first,
        "draft": revision.draft,
        "items": [item(one, phrases, edition, refer) for one in revision.items],
    }


def item(one: Revised, phrases: Phrases, edition: str, refer: Callable[[Place], str]) -> str:
    """Say one item: what was added, changed or removed, and where that stands."""
    what = phrases.say(
        "revised_thing",
        phrases.text(one.kind),
        [phrases.text(label) for label in one.labels],
        [phrases.text(aspect) for aspect in one.aspects],
    )
    new = spoken(one.new, refer(one.new), phrases) if one.new is not None else ""
    old = spoken(one.old, one.old.number, phrases) if one.old is not None else ""
    return phrases.say(f"{one.verb}_item", what, new, phrases.say("of_edition", edition, old))


def spoken(place: Place, reference: str, phrases: Phrases) -> str:
    """Name a clause as running text does: 第5章, 附录B, 5.2."""
    if place.number.isdigit():
        return phrases.say("chapter_called", reference)
    if place.number.isalpha() and reference == place.number:
        return phrases.say("annex_called", reference)
    return reference if place.number else ""


def as_text(revision: Revision, phrases: Phrases) -> str:
    """Give the paragraph and the list as text to paste into a foreword."""
    shown = view(revision, phrases, lambda place: place.number)
    lines = phrases.fill("revision", revision=shown).strip().splitlines()
    first, *items = (line.strip() for line in lines if line.strip())
    marked = (f"{letter(place)}{line.removeprefix('a')}" for place, line in enumerate(items))
    return "\n".join((first, *marked))
