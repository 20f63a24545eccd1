"""Whatever is damaged in a Word file: remarks or a refusal, never a traceback."""

import contextlib
import io

import docx
from hypothesis import given
from hypothesis import strategies as st

from guiju.commenting import NotRead, Unfit, from_word
from guiju.review.comments import with_comments
from guiju.review.report import to_json, to_text
from guiju.review.review import review
from tests.cases import of_a_hundred
from tests.documents.faults.reporting import clean, clean_english, repacked
from tests.office_damage import damaged


def commented() -> bytes:
    """Give the sample with a comment on some words."""
    document = docx.Document(io.BytesIO(clean()))
    runs = next(p.runs for p in document.paragraphs if "范围" in p.text and p.runs)
    document.add_comment(runs, text="改为其他词", author="甲", initials="甲")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@of_a_hundred(8)
@given(st.data())
def test_any_draft_is_reviewed_or_refused(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from((clean(), clean_english())))
    content = repacked(content, dict([data.draw(damaged(content))]))
    reviewed = review("draft.docx", content)
    for remark in reviewed.remarks:
        assert to_text(remark, None, "zh")
        assert to_text(remark, None, "en")
    to_json(reviewed.remarks, reviewed.draft)
    if reviewed.draft is not None:
        with_comments(content, reviewed.remarks, "zh")


@of_a_hundred(8)
@given(st.data())
def test_any_comments_are_read_or_refused(data: st.DataObject) -> None:
    content = commented()
    content = repacked(content, dict([data.draw(damaged(content))]))
    with contextlib.suppress(NotRead, Unfit):
        from_word(content, {})
