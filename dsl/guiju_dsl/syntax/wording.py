"""Tokens and what may follow, said in words."""

from collections.abc import Iterable
from typing import Final

from guiju_dsl.syntax.keywords import ITEM_STARTS, KEYWORDS, TYPE_WORDS
from guiju_dsl.syntax.lexer import SIGNS, Tokens
from guiju_dsl.syntax.table import END
from guiju_runtime.messages import Text

NAME: Final = Text(zh="名称", en="a name")
_SIGN_OF = {terminal: sign for sign, terminal in reversed(SIGNS.items()) if sign.isascii()}
_VALUE = frozenset(
    {"NAME", "NUMBER", "DATE", "LPAR", "MINUS", "LSQB", "NOT", "GIVEN", "YES", "NO", "WHEN",
     "PREFER"}
)  # fmt: skip
_INFIX = frozenset(
    {"PLUS", "MINUS", "TIMES", "OVER", "POWER", "LT", "LE", "GT", "GE", "NE", "IS", "IS_NOT",
     "IN", "AND", "OR", "DOTS", "WITHIN", "EQ"}
)  # fmt: skip
_AFTER_A_NAME = frozenset({"DOT", "LPAR", "LSQB"})
_TEXT = frozenset({"STRING", "ZH", "EN"})
_TYPE = frozenset({*TYPE_WORDS, "CHOICE"})
_ITEM = ITEM_STARTS | {"NAME", "NUMBER", "DATE"}

# What is met together is said in one word; the first that is met takes its terminals.
_GROUPS: Final = (
    (frozenset({"UNIT", "CHOICE"}), _TYPE | {"UNIT"}, Text(zh="单位或类型", en="a unit or a type")),
    (frozenset({"PRODUCT", "INPUT"}), _ITEM, Text(zh="新的一项", en="the next item")),
    (frozenset({"NUMBER", "LPAR", "MINUS"}), _VALUE, Text(zh="一个值", en="a value")),
    (frozenset({"PLUS", "TIMES"}), _INFIX, Text(zh="运算符", en="an operator")),
    (frozenset({"STRING"}), _TEXT, Text(zh="文字 \"…\"", en='text "…"')),
    (frozenset({"NAME"}), frozenset({"NAME"}), NAME),
    (frozenset({"NUMBER"}), frozenset({"NUMBER", "DATE"}), Text(zh="数", en="a number")),
    (frozenset({"UNIT"}), frozenset({"UNIT"}), Text(zh="单位", en="a unit")),
    (frozenset({END}), frozenset({END}), Text(zh="文件结尾", en="the end of the file")),
)  # fmt: skip
_LATER = ("新的一项", "运算符", "文件结尾")
_LONGEST = 24


def expected_in_words(terminals: Iterable[str]) -> Text:
    """Say what may stand at a place, the most telling first."""
    left = set(terminals) - {"UNIT_WORD"}
    if len(left) > 1:
        left -= _AFTER_A_NAME if {"PLUS", "TIMES"} <= left else {"DOT"}
    said: list[Text] = []
    for needs, takes, words in _GROUPS:
        if needs <= left:
            left -= takes
            said.append(words)
    exact = [quoted(_spelt(terminal)) for terminal in sorted(left)]
    if len(exact) > 4:
        exact = []
    said = [*exact, *sorted(said, key=lambda words: words.zh in _LATER)][:5]
    return _any_of(said)


def token_in_words(tokens: Tokens, at: int) -> Text:
    """Say what stands at ``at``."""
    kind, words = tokens.kinds[at], tokens.written(at)
    if kind == END:
        return Text(zh="文件结尾", en="the end of the file")
    if kind == "STRING":
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        return Text(zh=f"文字 {short}", en=f"the text {short}")
    return quoted(words)


def quoted(word: str) -> Text:
    """Set a word of the source apart from the message."""
    return Text(zh=f"“{word}”", en=f"`{word}`")


def choice_of(words: Iterable[str]) -> Text:
    """Say that any one of ``words`` may be meant."""
    return _any_of([quoted(word) for word in words])


def _any_of(words: list[Text]) -> Text:
    return Text(
        zh=_joined([word.zh for word in words], "、", "或"),
        en=_joined([word.en for word in words], ", ", " or "),
    )


def _spelt(terminal: str) -> str:
    keyword = KEYWORDS.get(terminal) or TYPE_WORDS.get(terminal)
    return keyword.en if keyword else _SIGN_OF.get(terminal, terminal)


def _joined(words: list[str], comma: str, last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{comma.join(words[:-1])}{last}{words[-1]}"
