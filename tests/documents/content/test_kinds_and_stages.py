"""Covers of every kind of standard at every stage, in both languages (rows CV-03, CV-08, FX-16)."""

import pytest

from guiju.documents.cover_lines import cover_lines
from guiju.documents.from_plan import from_plan
from guiju.documents.model import StandardDocument
from guiju_runtime.messages import Language
from tests.cli.lime import LIME
from tests.documents.content.compiling import compiled_text

KINDS = {
    "GB/T 30001—2026": ("中华人民共和国国家标准", "National standard"),
    "YS/T 801—2026": ("中华人民共和国行业标准", "Sector standard"),
    "DB51/T 201—2026": ("地方标准", "Local standard"),
    "T/EX 002—2026": ("团体标准", "Group standard"),
}
STAGES = {
    "draft": ("征求意见稿", True),
    "review": ("送审稿", True),
    "approval": ("报批稿", False),
    "published": ("", False),
}
PATENTS = "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。"


def document(number: str, status: str, language: Language) -> StandardDocument:
    text = LIME.replace("T/EX 002—2026", number).replace("status draft", f"status {status}")
    return from_plan(compiled_text(text), language, None)


@pytest.mark.parametrize("status", STAGES)
@pytest.mark.parametrize("number", KINDS)
def test_a_cover_says_its_kind_and_stage(number: str, status: str) -> None:
    stage, asks_for_patents = STAGES[status]
    cover = document(number, status, "zh").cover
    lines = cover_lines(cover, "zh")
    assert cover.banner == KINDS[number][0]
    assert cover.number == number
    assert lines.stage == (f"（{stage}）" if stage else "")
    assert lines.completed == ("（本稿完成日期：××××-××-××）" if stage else "")
    assert cover.patents == (PATENTS if asks_for_patents else "")
    assert bool(lines.issued) == bool(stage)
    if stage:
        assert (lines.issued, lines.effective) == ("××××-××-××　发布", "××××-××-××　实施")


@pytest.mark.parametrize("number", KINDS)
def test_the_english_cover_says_the_same(number: str) -> None:
    cover = document(number, "review", "en").cover
    lines = cover_lines(cover, "en")
    assert cover.banner.lower().startswith(KINDS[number][1].lower())
    assert lines.stage.startswith("(")
    assert lines.completed == "(draft completed on ××××-××-××)"
    assert lines.issued == "Issued on ××××-××-××"
    assert cover.patents
    assert not document(number, "approval", "en").cover.patents
