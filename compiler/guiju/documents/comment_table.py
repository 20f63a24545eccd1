"""The table of comments on a draft and what became of them (征求意见汇总处理表)."""

from collections.abc import Sequence

from msgspec import Struct

from guiju.documents.drafting import Drafting, title_segments
from guiju.documents.from_plan import identity
from guiju.documents.manuscript import clauses
from guiju.documents.mapping import place_of
from guiju.documents.model import Paper
from guiju.plan.model import CalculationPlan

HEADS = (
    ("place", 0.07), ("clause", 0.12), ("comment", 0.37), ("by", 0.16), ("answer", 0.12),
    ("reason", 0.16),
)  # fmt: skip


class Comment(Struct, frozen=True, kw_only=True):
    """One comment.

    Attributes:
        clause: number as printed, or empty.
        by: who made it; ``original`` the words that it is about.
        answer: 采纳 and the like, or empty; ``reason`` of the answer.
    """

    clause: str
    words: str
    by: str
    original: str
    answer: str
    reason: str


def comment_table(plan: CalculationPlan, comments: Sequence[Comment]) -> Paper:
    """Write the table in the order of the clauses; what no comment says is left to the drafters."""
    drafting = Drafting(plan, "zh")
    head = drafting.standard.identity
    title = "　".join(title_segments(drafting))
    ordered = sorted(comments, key=lambda one: (not one.clause, place_of(one.clause)))
    rows = [row(drafting, place, one) for place, one in enumerate(ordered, 1)]
    table = drafting.table(
        "table.comments",
        drafting.say("comments_title"),
        [(drafting.say("comments_head", name), share) for name, share in HEADS],
        rows,
        wordy=(2, 5),
    )
    manuscript = drafting.phrases.fill(
        "comments",
        number=head.number,
        title=title,
        blank=drafting.say("by_drafters"),
        count=len(comments),
        organizations=len({one.by for one in comments if one.by}),
        answered=sum(1 for one in comments if one.answer),
    )
    return Paper(
        language="zh",
        title=drafting.say("comments_title"),
        lines=(f"{head.number}《{title}》",),
        head=head.number,
        identity=identity(plan),
        clauses=clauses(manuscript, {table.id: (table,)}),
    )


def row(drafting: Drafting, place: int, one: Comment) -> tuple[str, ...]:
    """Give the row of one comment."""
    words = drafting.say("on_words", one.words, one.original) if one.original else one.words
    return (str(place), one.clause, words, one.by, one.answer, one.reason)
