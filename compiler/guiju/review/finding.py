"""What a check finds: a code at a paragraph, and the row of the checklist that asks for it."""

from msgspec import Struct

from guiju.review.model import Paragraph
from guiju_runtime.messages import Code, Value, Values


class Finding(Struct, frozen=True, kw_only=True):
    """A fault at a paragraph.

    Attributes:
        row: id of the row of the checklist, such as ``NB-02``.
        place: of the paragraph, from 1.
        start, end: the letters at fault in it; all of them where ``end`` is None.
        warns: the rule, or this part of it, rests on memory: it never fails a draft.
    """

    code: Code
    row: str
    place: int
    start: int
    end: int | None
    warns: bool
    values: Values


def found(
    code: Code,
    row: str,
    paragraph: Paragraph,
    letters: tuple[int, int] | None = None,
    /,
    *,
    warns: bool = False,
    **values: Value,
) -> Finding:
    """Report ``code`` at a paragraph.

    Args:
        letters: where the words at fault begin and end in ``paragraph.text``.
    """
    before = len(paragraph.label)
    start, end = (before + letters[0], before + letters[1]) if letters else (0, None)
    return Finding(
        code=code,
        row=row,
        place=paragraph.place,
        start=start,
        end=end,
        warns=warns,
        values=tuple(values.items()),
    )


def short(words: str, most: int = 24) -> str:
    """Give the beginning of words on one line, to quote them."""
    bare = " ".join(words.replace("\u3000", " ").split())
    return bare if len(bare) <= most else bare[: most - 1] + "…"
