"""A foreword names provisions by their words and not all alike, and says what of them changed."""

import pytest

from guiju.changes import compared
from guiju.changes.foreword import revision_of
from guiju.changes.provisions import opening
from guiju.documents.phrases import Phrases
from guiju.documents.revision import as_text
from guiju_runtime.messages import Text
from tests.changes.editions import edited, edition, old

EDITS = (
    ("excluded_total <= 5 %", "excluded_total <= 3 %"),
    ("每年校准", "每月校准"),
    (
        'name the kiln."\n',
        'name the kiln."\nmay pooled: zh "同一企业的几座窑可合并收集数据，不分列。" en "It may."\n',
    ),
    ("shall mostly_primary", "should mostly_primary"),
    ("初级数据占比不应", "初级数据占比不宜"),
    ("At least 50 % shall", "At least 50 % should"),
)  # fmt: skip


def test_each_provision_is_named_by_its_own_words() -> None:
    revision = revision_of(compared(old(), edition(edited(*EDITS))))
    assert as_text(revision, Phrases("zh")).splitlines()[1:] == [
        "a) 更改了“舍弃的总量不大于5%”的要求（见5.4.3，上一稿的5.4.3）；",
        "b) 更改了“电能表每月校准”的条文（见5.5.2.1，上一稿的5.5.2.1）；",
        "c) 增加了允许“同一企业的几座窑合并收集数据……”（见5.5.2.3）；",
        "d) 更改了“初级数据占比不低于50%”的约束力（见5.5.3.5，上一稿的5.5.3.5）。",
    ]


@pytest.mark.parametrize(
    ("zh", "force", "expected"),
    [
        ("氧化铝外购的，宜采用供应商提供的数据。", "should", "氧化铝外购的……"),
        ("供应商应提供反应热。", "shall", "供应商提供反应热"),
        ("数据缺失的年份可以插值，可靠性另行说明。", "may", "数据缺失的年份插值……"),
    ],
)
def test_the_opening_words_have_no_verb_of_provisions(zh: str, force: str, expected: str) -> None:
    assert opening(Text(zh=zh, en=""), force).zh == expected
