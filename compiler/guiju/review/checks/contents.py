"""The contents: every title, nothing else, in the words of the title (PG-27)."""

import re
from collections.abc import Iterator

from guiju.review.finding import Finding, found, short
from guiju.review.layout_codes import CONTENTS_ENTRY, CONTENTS_LACK
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.structure.signs import LONGEST_LINE
from guiju_runtime.messages import Text

PAGE = re.compile(r"[\s\t.…·　]*(?:[IVXLC]+|\d+|错误.*)?\s*$")
NOT_ALLOWED = re.compile(r"目次|目录|附件.*|附表.*|附图.*|Contents")
THINGS = ("表", "图", "Table", "Figure")
"""What may stand in lists of their own, behind the titles."""
NO_TITLE = Text(zh="不是文中的标题", en="is no title in the text")
FORBIDDEN = Text(zh="不列入目次", en="does not belong there")
BEHIND = Text(zh="没有页码", en="has no page")
OUT_OF_ORDER = Text(zh="次序与文中不同", en="stands in another order than in the text")


def entry(paragraph: Paragraph) -> str:
    """Give the words of a line without page and spaces."""
    text = paragraph.words.partition("\t")[0] if _is_numbered(paragraph) else paragraph.words
    return "".join(PAGE.sub("", text[:LONGEST_LINE]).split())


def _is_numbered(paragraph: Paragraph) -> bool:
    return paragraph.words.count("\t") == 1


def titles(outline: Outline) -> list[tuple[str, Paragraph]]:
    """Give what the contents may list, in order, with spaces closed up."""
    listed: list[tuple[str, Paragraph]] = []
    heads = {annex.place: annex for annex in outline.annexes}
    headings = {heading.place: heading for heading in outline.headings}
    for paragraph in outline.draft.paragraphs:
        role, place = outline.role(paragraph), paragraph.place
        if place in heads:
            annex = heads[place]
            force = annex.force.replace("(", "（").replace(")", "）").replace("附录", "")
            word = "附录" if outline.language == "zh" else "Annex"
            listed.append((f"{word}{annex.letter}{force}{''.join(annex.title.split())}", paragraph))
        elif role == "part title":
            listed.append((paragraph.key.lstrip("0123456789."), paragraph))
        elif role in ("table title", "figure title") or (
            place in headings and headings[place].titled and role != "term"
        ):
            listed.append((paragraph.key, paragraph))
    return listed


def contents_name_what_is_there(outline: Outline) -> Iterator[Finding]:
    """Report lines of the contents that are no title, do not belong there, or stand astray."""
    allowed = titles(outline)
    places = {words: place for place, (words, _) in reversed(list(enumerate(allowed)))}
    last = -1
    for paragraph in outline.playing("contents line"):
        words = entry(paragraph).replace("(", "（").replace(")", "）")
        if not words:
            continue
        if NOT_ALLOWED.fullmatch(words):
            yield _wrong(paragraph, words, FORBIDDEN)
        elif words not in places:
            yield _wrong(paragraph, words, NO_TITLE)
        elif places[words] < last and not words.startswith(THINGS):
            yield _wrong(paragraph, words, OUT_OF_ORDER)
        else:
            last = max(last, places[words]) if not words.startswith(THINGS) else last


def _wrong(paragraph: Paragraph, words: str, reason: Text) -> Finding:
    return found(CONTENTS_ENTRY, "PG-27", paragraph, given=short(words), reason=reason)


def contents_name_all_titles(outline: Outline) -> Iterator[Finding]:
    """Report chapters, annexes and unnumbered elements that the contents lack."""
    title = outline.titles.get("contents")
    if title is None:
        return
    listed = {
        entry(p).replace("(", "（").replace(")", "）") for p in outline.playing("contents line")
    }
    chapters = {h.place for h in outline.headings if h.depth == 1 and not h.annex}
    annexes = {annex.place for annex in outline.annexes}
    parts = {p.place for part, p in outline.titles.items() if part not in ("contents", "annex")}
    for words, paragraph in titles(outline):
        if paragraph.place in chapters | annexes | parts and words not in listed:
            yield found(CONTENTS_LACK, "PG-27", title, given=short(words))
