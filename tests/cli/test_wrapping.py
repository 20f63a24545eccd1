"""Help breaks into lines as people set Chinese: no word torn, no line that begins with a comma."""

from guiju.cli.columns import width
from guiju.cli.wrapping import wrapped


def test_chinese_breaks_between_characters_and_words_stay_whole() -> None:
    assert wrapped("一份申报：YAML、JSON 或 Excel 表单", 16) == [
        "一份申报：YAML、",
        "JSON 或 Excel 表",
        "单",
    ]


def test_a_name_with_dots_and_what_a_mark_holds_on_to_stay_together() -> None:
    assert wrapped("名称：口径.产品.cfp、“某”（缺省）", 12) == [
        "名称：",
        "口径.产品.cfp、",
        "“某”（缺省）",
    ]


def test_a_list_without_spaces_breaks_behind_its_commas() -> None:
    assert wrapped("docx,pdf,page,text", 10) == ["docx,pdf,", "page,text"]


def test_nothing_is_lost() -> None:
    text = "结果的 95 % 区间：analytic 一阶方差传播，montecarlo 抽样；《标准》（2024）——“每一项”"
    for columns in range(2, 80):
        lines = wrapped(text, columns)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert columns < 16 or max(map(width, lines)) <= columns
    assert wrapped("", 10) == []
