"""Cover, foreword and chapters 1 to 3."""

import re
from collections.abc import Iterator

from guiju.documents.drafting import Drafting, segments, title_segments
from guiju.documents.inlines import words
from guiju.documents.manuscript import blocks, clauses
from guiju.documents.model import Block, Clause, Cover, Inlines, Note, Term
from guiju.documents.revision import Revision, view
from guiju_dsl.standard.document_model import level_of
from guiju_dsl.standard.model import Term as SourceTerm

CODE = re.compile(r"(?P<code>[A-Z]+(?:/[A-Z]+)?) ?(?P<number>[\d.]+)")
CLASSES = ("GB", "GB/T", "GB/Z")
FINAL = ("published", "final", "in_force")
FILED = ("sector", "local")
"""Standards whose cover has a filing number."""


def cover(drafting: Drafting) -> Cover:
    """Give the data of the cover; unknown dates show as marks until the standard is published."""
    head = drafting.standard.identity
    stage = drafting.say("stage", head.status)
    unknown = "" if head.status in FINAL else drafting.say("unknown_date")
    title = title_segments(drafting)
    level = level_of(head.number)
    filing = head.filing or (unknown and drafting.say("unknown"))
    return Cover(
        ics=head.ics,
        ccs=head.ccs,
        filing=filing if level in FILED else "",
        banner=drafting.say("banner", level, drafting.text(head.sector)),
        number=head.number,
        replaces=head.replaces,
        title=title,
        title_en=tuple(segments(head.title.en)) if drafting.language == "zh" else (),
        stage=stage,
        completed=drafting.say("unknown_date") if stage else "",
        patents=drafting.say("patents", head.status),
        issued=head.issued or unknown,
        effective=head.effective or unknown,
        issuer=drafting.text(head.issuer),
    )


def foreword(drafting: Drafting, revision: Revision | None) -> tuple[Block, ...]:
    """Write 前言.

    Args:
        revision: what changed from the edition replaced, if that is known.
    """
    head = drafting.standard.identity
    shown = view(revision, drafting.phrases, lambda place: f"@{{{place.id}}}") if revision else None
    manuscript = drafting.phrases.fill(
        "foreword",
        replaces=head.replaces,
        number=head.number,
        issuer=drafting.text(head.issuer),
        drafters=[drafting.text(name) for name in head.drafters],
        authors=[drafting.text(name) for name in head.authors],
        unknown=drafting.say("unknown"),
        revision=shown,
    )
    return blocks(manuscript, {})


def opening(drafting: Drafting, printed: str) -> tuple[Clause, ...]:
    """Write 范围, 规范性引用文件 and 术语和定义.

    Args:
        printed: letters of all that follows in the Chinese edition, in which the documents and
            terms that are listed must occur; so every edition has the same clauses.
    """
    terms = [term for term in drafting.standard.terms if is_used(term, drafting, printed)]
    imported = [head.number for head in drafting.standard.adopted]
    manuscript = drafting.phrases.fill(
        "opening",
        scope=drafting.provisions.entries("scope"),
        products=[drafting.text(p.label) for p in drafting.rules.products],
        references=references(drafting, printed),
        imported=imported,
        has_terms=bool(terms),
    )
    return clauses(
        manuscript,
        {"terms": tuple(block for term in terms for block in term_entry(term, drafting))},
    )


def references(drafting: Drafting, printed: str) -> list[str]:
    """Give the documents that the text follows, in the order of GB/T 1.1."""
    followed = (*drafting.standard.adopted, *(other.identity for other in drafting.standard.used))
    adopted = [(h.number, drafting.text(h.title)) for h in followed]
    named = [
        (number, drafting.text(title))
        for number, title in drafting.standard.cites
        if number in printed
    ]
    entries = sorted(dict([*adopted, *named]).items(), key=lambda entry: place_of(entry[0]))
    return [drafting.say("document_entry", number, title) for number, title in entries]


def bibliography(drafting: Drafting, printed: str) -> tuple[Inlines, ...]:
    """Give the documents that the source cites but the text does not follow."""
    entries = [
        (number, drafting.text(title))
        for number, title in drafting.standard.cites
        if number not in printed
    ]
    return tuple(
        words(drafting.say("document_entry", number, title))
        for number, title in sorted(entries, key=lambda entry: place_of(entry[0]))
    )


def place_of(number: str) -> tuple[int, str, float]:
    """Give the place of a document: national ones first, then others, each by number."""
    match = CODE.match(number)
    if match is None:
        return (9, number, 0.0)
    code = match["code"]
    rank = 0 if code in CLASSES else 5 if code.startswith(("ISO", "IEC")) else 2
    first = match["number"].split(".")[0]
    return (rank, "" if rank == 0 else code, float(first or 0))


def is_used(term: SourceTerm, drafting: Drafting, printed: str) -> bool:
    """Say whether a term occurs in the text (NB-04); those of the standard itself always stay."""
    adopted = {h.number for h in drafting.standard.adopted}
    own = not any(term.source.zh.startswith(number) for number in adopted)
    return own or term.label.zh in printed


def term_entry(term: SourceTerm, drafting: Drafting) -> Iterator[Block]:
    """Give the entry of a term with its note; a source that nobody checked says so."""
    yield Term(
        id=f"term.{term.name}",
        zh=term.label.zh,
        en=term.label.en,
        definition=words(drafting.text(term.definition)),
        source=drafting.say("checked_source", drafting.text(term.source), term.unverified),
    )
    if term.note.zh:
        yield Note(words=words(drafting.text(term.note)))
