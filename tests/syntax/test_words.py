"""Words, signs and units of a text."""

import pytest

from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from guiju_dsl.syntax.lexer import tokens_of


def kinds(text: str) -> list[str]:
    return tokens_of(text).kinds[:-1]


def words(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [tokens.words(at) for at in range(len(tokens.kinds) - 1)]


@pytest.mark.parametrize("terminal", KEYWORDS)
def test_every_keyword_is_one_token_in_both_languages(terminal: str) -> None:
    keyword = KEYWORDS[terminal]
    assert kinds(f"{keyword.en} {keyword.zh}") == [terminal, terminal]


@pytest.mark.parametrize("terminal", TYPE_WORDS)
def test_a_type_word_is_one_only_after_a_colon(terminal: str) -> None:
    keyword = TYPE_WORDS[terminal]
    assert kinds(f"{keyword.en} {keyword.zh}") == ["NAME", "NAME"]
    assert kinds(f": {keyword.en} : {keyword.zh}") == ["COLON", terminal, "COLON", terminal]


def test_no_spelling_means_two_things() -> None:
    spellings = [word for keyword in (*KEYWORDS.values(), *TYPE_WORDS.values()) for word in keyword]
    assert len(spellings) == len(set(spellings))


def test_a_keyword_of_two_words_may_be_broken_over_a_line() -> None:
    assert kinds("only\n  when x") == ["ONLY_WHEN", "NAME"]
    assert kinds("only whenever") == ["NAME", "NAME"]


@pytest.mark.parametrize(
    "unit", ["kgCO2e/kWh", "t·km", "1/d", "元/t", "m3(20 °C)", "kgCF4·d/t·min", "%", "万元", "m²"]
)
def test_a_unit_follows_a_number_or_a_colon(unit: str) -> None:
    assert kinds(f"5 {unit} x") == ["NUMBER", "UNIT", "NAME"]
    assert kinds(f"x : {unit}") == ["NAME", "COLON", "UNIT"]
    assert words(f"5 {unit}") == ["5", unit]


def test_a_spaced_division_is_no_unit() -> None:
    assert kinds("5 t / h") == ["NUMBER", "UNIT", "OVER", "UNIT_WORD"]


def test_full_width_signs_count_as_their_twins() -> None:
    ascii_text = "a(b),c:d;e=f<g>h 5 %{}[]*/- 1 .. 2"
    full_width = "a（b），c：d；e＝f＜g＞h 5 ％｛｝【】×÷－ 1 ～ 2"
    assert kinds(full_width) == kinds(ascii_text)
    assert kinds("a、b") == kinds("a, b")


def test_a_full_width_sign_keeps_every_position() -> None:
    tokens = tokens_of("设　甲 ＝ 乙（丙）")
    assert list(zip(tokens.starts, tokens.ends, strict=True))[:4] == [
        (0, 1),
        (2, 3),
        (4, 5),
        (6, 7),
    ]


def test_text_in_quotes_is_one_token_whatever_it_holds() -> None:
    assert kinds('"全角，：｛｝# ＂"') == ["STRING"]
    assert kinds('“a "b" c”') == ["STRING"]
    assert kinds('"""a\n"b"\n"""') == ["STRING"]


def test_a_comment_ends_with_its_line() -> None:
    tokens = tokens_of('p # q "r\nx')
    assert tokens.kinds[:-1] == ["NAME", "NAME"]
    assert tokens.comments == [(2, 8)]


def test_numbers_and_dates_are_told_apart() -> None:
    assert kinds("2025-12-31 13_500.25 1e-3 1..2") == [
        "DATE",
        "NUMBER",
        "NUMBER",
        "NUMBER",
        "DOTS",
        "NUMBER",
    ]
