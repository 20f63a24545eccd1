"""Diagnostics shown to people and given to machines."""

import json

import pytest

from guiju_dsl import report
from guiju_dsl.columns import width
from guiju_dsl.diagnostics import Related, at
from guiju_dsl.source import SourceText, Span
from guiju_runtime.messages import Code, Text

CODE = Code(
    id="GJ999",
    slug="for-tests",
    message=Text(zh="{name} 有误", en="{name} is wrong"),
    hint=Text(zh="改为 {other}", en="write {other}"),
)


def fault(text: str, words: str, related: tuple[Related, ...] = ()) -> str:
    start = text.index(words)
    found = at(CODE, Span("a.pcr", start, start + len(words)), related=related, name="x", other="y")
    return report.to_text(found, SourceText(name="a.pcr", text=text), "zh")


def test_marks_stand_under_the_words_in_display_columns() -> None:
    assert fault("标准 甲 { }\n输入 煤炭 : t\n", "煤炭") == (
        "error[GJ999]: x 有误\n --> a.pcr:2:4\n2 | 输入 煤炭 : t\n  |      ^^^^\n  = 建议：改为 y"
    )


def test_a_tab_reaches_the_next_multiple_of_four() -> None:
    assert fault("a\tb\tx = 5", "x").splitlines()[2:4] == ["1 | a   b   x = 5", "  |         ^"]


def test_the_number_of_a_line_widens_the_margin() -> None:
    assert fault("\n" * 99 + "bad", "bad").splitlines()[2:4] == ["100 | bad", "    | ^^^"]


def test_a_long_line_is_cut_about_the_words() -> None:
    line, marks = fault("煤" * 200 + " bad " + "y" * 500, "bad").splitlines()[2:4]
    assert width(line) <= 126
    assert line.index("bad") > 0
    assert width(line[: line.index("bad")]) == marks.index("^")
    assert marks.count("^") == 3


def test_words_of_several_lines_are_marked_to_the_end_of_the_first() -> None:
    assert fault("ab cd\nef", "cd\nef").splitlines()[2:4] == ["1 | ab cd", "  |    ^^"]


def test_a_place_without_words_gets_one_mark() -> None:
    found = at(CODE, Span("a.pcr", 3, 3), name="x", other="y")
    shown = report.to_text(found, SourceText(name="a.pcr", text="abc"), "en").splitlines()
    assert shown[2:4] == ["1 | abc", "  |    ^"]


def test_a_second_place_is_named_with_its_words() -> None:
    related = Related(span=Span("a.pcr", 0, 1), words=Text(zh="先在这里", en="first here"))
    assert fault("a b", "b", (related,)).splitlines()[-1] == "  = 另见：a.pcr:1:1 先在这里"


def test_without_a_text_the_place_is_the_file() -> None:
    found = at(CODE, Span("a.pcr", 0, 0), hint=False, name="x", other="y")
    assert report.to_text(found, None, "en") == "error[GJ999]: x is wrong\n --> a.pcr"


def test_control_characters_never_reach_the_terminal() -> None:
    assert "\x1b" not in fault("a \x1b[31m bad", "bad")


SOURCE = SourceText(name="a.pcr", text="甲\n乙 bad\n")


def sources(name: str) -> SourceText | None:
    return SOURCE if name == SOURCE.name else None


def test_json_has_places_from_one_and_both_languages() -> None:
    found = at(CODE, Span("a.pcr", 4, 7), severity="warning", name="x", other="y")
    assert report.to_json([found], sources) == [
        {
            "code": "GJ999",
            "slug": "for-tests",
            "severity": "warning",
            "message": {"zh": "x 有误", "en": "x is wrong"},
            "hint": {"zh": "改为 y", "en": "write y"},
            "place": {"file": "a.pcr", "line": 2, "column": 3, "end_line": 2, "end_column": 6},
            "related": [],
        }
    ]


def test_sarif_has_rule_level_and_region() -> None:
    found = at(CODE, Span("a.pcr", 4, 7), name="x", other="y")
    log = json.loads(json.dumps(report.to_sarif([found], sources, "en", "1.0")))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["GJ999"]
    result = run["results"][0]
    assert (result["ruleId"], result["level"]) == ("GJ999", "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 3,
        "endLine": 2,
        "endColumn": 6,
    }


@pytest.mark.parametrize(
    ("severities", "zh", "en"),
    [
        ([], "", ""),
        (["error"], "1 处错误", "1 error"),
        (
            ["error", "warning", "error", "note"],
            "2 处错误，1 处警告，1 条提示",
            "2 errors, 1 warning, 1 note",
        ),
    ],
)
def test_a_summary_counts_by_severity(severities: list[str], zh: str, en: str) -> None:
    found = [
        at(CODE, Span("a", 0, 0), severity=severity, name="x", other="y")  # type: ignore[arg-type]  # from parametrize
        for severity in severities
    ]
    assert report.summary(found, "zh") == zh
    assert report.summary(found, "en") == en
