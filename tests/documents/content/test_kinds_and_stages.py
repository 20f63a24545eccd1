"""Covers of every kind of standard at every stage, in both languages (rows CV-03, CV-08, FX-16)."""

import pytest

from guiju.documents.cover_lines import banner_points, cover_lines
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


FILINGS = {
    "GB/T 30001—2026": ("", ""),
    "YS/T 801—2026": ("备案号：（待补充）", "备案号：12345—2026"),
    "DB51/T 201—2026": ("备案号：（待补充）", "备案号：12345—2026"),
    "T/EX 002—2026": ("", ""),
}


@pytest.mark.parametrize("number", KINDS)
def test_a_draft_of_a_sector_or_local_standard_leaves_room_for_its_filing_number(
    number: str,
) -> None:
    missing, given = FILINGS[number]
    assert cover_lines(document(number, "draft", "zh").cover, "zh").filing == missing
    assert document(number, "published", "zh").cover.filing == ""
    if given:
        filed = f'{number}" {{\n  filing "12345—2026"'
        assert cover_lines(with_head(filed, "published", "zh").cover, "zh").filing == given


def test_the_cover_of_a_sector_standard_names_its_branch() -> None:
    head = 'YS/T 801—2026" {\n  sector zh "有色金属" en "Nonferrous metals"'
    assert with_head(head, "draft", "zh").cover.banner == "中华人民共和国有色金属行业标准"
    english = with_head(head, "draft", "en").cover.banner
    assert english == "NONFERROUS METALS SECTOR STANDARD OF THE PEOPLE’S REPUBLIC OF CHINA"


@pytest.mark.parametrize(
    ("banner", "language", "points"),
    [
        ("团体标准", "zh", 32),
        ("中华人民共和国国家标准", "zh", 32),
        ("中华人民共和国石油天然气行业标准", "zh", 30),  # 16 characters in 481 pt
        ("GROUP STANDARD", "en", 32),
        ("NATIONAL STANDARD OF THE PEOPLE’S REPUBLIC OF CHINA", "en", 20),
    ],
)
def test_a_banner_is_as_large_as_its_place_allows(
    banner: str, language: Language, points: float
) -> None:
    assert banner_points(banner, language) == points


def with_head(head: str, status: str, language: Language) -> StandardDocument:
    text = LIME.replace('T/EX 002—2026" {', head).replace("status draft", f"status {status}")
    return from_plan(compiled_text(text), language, None)


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
