"""Faulty sources: every fault in one run, one cause one report, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_text
from guiju_dsl.syntax.codes import CODES
from guiju_dsl.syntax.keywords import KEYWORDS
from guiju_dsl.syntax.lexer import SIGNS
from tests.syntax.reading_sources import SOURCES, line_of, said, text_of

HEAD = "standard x { }\n"


def test_all_faults_of_a_file_are_reported_in_one_run() -> None:
    assert said(
        f"{HEAD}process p {{\n"
        "  inpt coal : t\n"
        "  output coke t\n"
        "  input gas : m3 { factor when p_1 is q than r otherwise x_1 }\n"
        "  data share : %\n"
        "  emission CO2 : kgs = gas * & 2\n"
        "}\n"
    ) == [
        ("misspelt-keyword", "inpt", 3),
        ("unexpected-word", "t", 4),
        ("misspelt-keyword", "than", 5),
        ("reserved-name", "share", 6),
        ("unknown-character", "&", 7),
    ]


def test_a_fault_does_not_hide_those_inside_the_braces_that_follow() -> None:
    assert said(f"{HEAD}process p q r {{\n  output a_1 :\n  input b_1 t\n}}\n") == [
        ("unexpected-word", "q", 2),
        ("unfinished-item", "", 3),
        ("unexpected-word", "t", 4),
    ]


def test_what_follows_a_fault_in_its_block_is_read_as_usual() -> None:
    assert said(f"{HEAD}let x_1 = = 2\nlet x_2 = 3\nlet x_3 = * 2\n") == [
        ("unexpected-word", "=", 2),
        ("unexpected-word", "*", 4),
    ]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("inpt coal : t", "inpt"),
        ("proces p { }", "proces"),
        ("输人 煤 : t", "输人"),
        ('单元过成 炼焦 英 "Coking" { }', "单元过成"),
        ("process p { inputs coal : t }", "inputs"),
        ("boundery gate { }", "boundery"),
    ],
)
def test_a_word_near_a_keyword_is_a_misspelling(line: str, word: str) -> None:
    assert said(HEAD + line) == [("misspelt-keyword", word, 2)]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("排放CO2 燃烧 : t", "排放CO2"),
        ('单元过程炼焦 英 "Coking" { }', "单元过程炼焦"),
        ("阶段生产 { }", "阶段生产"),
        ("process p { input coal : t { 来自供煤 } }", "来自供煤"),
    ],
)
def test_a_word_that_begins_with_a_keyword_lacks_a_space(line: str, word: str) -> None:
    assert said(HEAD + line) == [("missing-space", word, 2)]


@pytest.mark.parametrize(
    "text",
    [
        'term a_1 { definition "x" }',
        "indicator time { weight 20 % }",
        "gwp ar6 { horizon 100 a  CO2 = 1 }",
        "standard_case = 5",
        "example e_1 { given { 产品包装 { x = 1 }  processes { y = 2 } } }",
    ],
)
def test_fields_rows_and_data_are_no_misspelt_keywords(text: str) -> None:
    assert said(f"library a_1 {{ 起草单位 “甲”  代替 “乙”  编号 “丙” }}\n{text}") == []


def test_the_block_left_open_is_named_with_its_line() -> None:
    text = f"{HEAD}stage a_1 {{\n  process b_1 {{\n    input c_1 : t\n  process d_1 {{\n  }}\n}}\n"
    (fault,) = from_text(SourceText(name="x.pcr", text=text)).diagnostics
    assert fault.message("en") == "the braces of `process b_1`, opened in line 3, are not closed"
    assert fault.way_out("en") == "add } before line 5"
    assert [line_of(text, related.span.start) for related in fault.related] == [5]


def test_two_blocks_left_open_are_both_named() -> None:
    assert said(f"{HEAD}process a_1 {{\n  input b_1 : t\nprocess c_1 {{\n  input d_1 : t\n") == [
        ("unclosed-block", "process a_1", 2),
        ("unclosed-block", "process c_1", 4),
    ]


def test_a_brace_too_many_is_reported_once() -> None:
    assert said(f"{HEAD}process p {{ }} }}\ninput x_1 t") == [
        ("stray-brace", "}", 2),
        ("unexpected-word", "t", 3),
    ]


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ('choice a_1 {\n  b_1 zh "乙",\n  c_1', "choice a_1"),
        ("process p {\n  data d_1 : choice { b_1, c_1", "data d_1"),
        ("选项 种类 { 甲, 乙", "选项 种类"),
    ],
)
def test_options_left_open_are_named_and_what_follows_is_read(opening: str, named: str) -> None:
    text = f"{HEAD}{opening}\nfactor f_1 : kg = = 2\n"
    block = [found for found in said(text) if found[1] != "process p"]
    assert [found[:2] for found in block] == [("unclosed-block", named), ("unexpected-word", "=")]


def test_an_unclosed_text_leaves_the_braces_of_its_line_alone() -> None:
    assert said('standard x { title "abc }\nprocess p { input y_1 : t }\n') == [
        ("unclosed-text", '"abc', 1)
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "stage a_1 { }"])
def test_a_file_says_what_it_is(text: str) -> None:
    assert [slug for slug, _, _ in said(text)] == ["missing-head"]


def test_an_expression_without_end_is_refused_in_words() -> None:
    for formula in ("(" * 5000, "1" + " + 1" * 5000, "-" * 5000 + "1", "not " * 5000 + "x_1"):
        assert [slug for slug, _, _ in said(f"{HEAD}let y_1 = {formula}")] == ["too-deep"]
    assert [slug for slug, _, _ in said(HEAD + "stage s_1 { " * 5000)] == ["too-deep"]


PIECES = st.sampled_from(
    [
        *SIGNS, *(word for keyword in KEYWORDS.values() for word in keyword),
        '"', '"""', "“", "”", "\n", " ", "x", "煤", "5", "5 t", "%", "2025-02-30", "#", "＂", "\0",
        "kgCO2e/t", "1e999", "。",
    ]
)  # fmt: skip
TEXTS = [text_of(path).text for path in SOURCES if path.parent.name == "sources"]


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
def test_any_sequence_of_words_gets_a_report_or_a_tree(pieces: list[str], between: str) -> None:
    expect_sound(between.join(pieces))


@given(st.data())
def test_any_damage_to_a_source_gets_a_report_or_a_tree(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 30))
        text = text[:start] + data.draw(PIECES) + text[start + length :]
    expect_sound(text)


def expect_sound(text: str) -> None:
    outcome = from_text(SourceText(name="x.pcr", text=text))
    assert (outcome.product is None) == bool(outcome.errors)
    for fault in outcome.diagnostics:
        assert fault.code in CODES
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        for language in ("zh", "en"):
            assert fault.message(language) != ""
            assert fault.hint == (fault.way_out(language) != "")
