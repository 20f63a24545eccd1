"""Term entries: number, term in both languages, definition."""

import re
from collections.abc import Iterator, Sequence

from guiju.review.model import Draft
from guiju.review.structure.model import Heading, Role, Term

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
BEGINS_ENGLISH = re.compile(r"\s(?=[A-Za-z])")


def terms_of(
    draft: Draft, headings: Sequence[Heading], clauses: Sequence[str], roles: Sequence[Role]
) -> Iterator[Term]:
    """Give the entries of the chapter on terms: its clauses that have none in them."""
    chapter = next(
        (
            h
            for h in headings
            if h.depth == 1 and not h.annex and h.title.startswith(("术语", "定义", "Terms"))
        ),
        None,
    )
    if chapter is None:
        return
    inside = [h for h in headings if h.number.startswith(f"{chapter.number}.")]
    parted = {other.above for other in inside}
    for heading in inside:
        if heading.number not in parted:
            yield _term(draft, heading, clauses, roles)


def _term(draft: Draft, heading: Heading, clauses: Sequence[str], roles: Sequence[Role]) -> Term:
    name = heading.place
    text = heading.title
    following = [
        paragraph
        for paragraph in draft.paragraphs[heading.place : heading.place + 40]
        if clauses[paragraph.place - 1] == heading.number and paragraph.at == "text"
        and roles[paragraph.place - 1] != "blank"
    ]  # fmt: skip
    if not text and following:
        name, text = following[0].place, following[0].text
        following = following[1:]
    zh, en = names_in(text)
    if not en and following and not CHINESE.search(following[0].text):
        en = following[0].text.strip()
        following = following[1:]
    definition = tuple(p.place for p in following if roles[p.place - 1] in ("body", "dash item"))
    return Term(number=heading.number, zh=zh, en=en, name=name, definition=definition)


def names_in(text: str) -> tuple[str, str]:
    """Part a line into the Chinese and the English term; what is not there is empty."""
    bare = " ".join(text.split())
    match = BEGINS_ENGLISH.search(bare)
    if match is not None and CHINESE.search(bare[: match.start()]):
        return bare[: match.start()], bare[match.end() :]
    if CHINESE.search(bare):
        return bare, ""
    return "", bare if LATIN.search(bare) else ""
