"""The grammar by which editors colour sources: TextMate's JSON, from the table of keywords."""

import json
import re
from collections.abc import Iterable

from guiju_dsl.names.formulas import FUNCTIONS
from guiju_dsl.syntax.keywords import ITEM_STARTS, KEYWORDS, TYPE_WORDS
from guiju_runtime.units import UNIT_PATTERN

Rule = dict[str, object]
_NUMBER = r"(?<![\w.])\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?"
_SIGNS = r"\.\.|[-+*/^=<>≤≥≠＝＜＞×÷＋－～]"


def grammar() -> str:
    """Give the grammar as text."""
    content = {
        "name": "Guiju 规矩",
        "scopeName": "source.guiju",
        "fileTypes": ["pcr"],
        "patterns": [*_texts(), *_values(), *_words()],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _texts() -> list[Rule]:
    """Give the rules of comments and of quoted text, with the references in it."""
    inside: Rule = {"name": "variable.other.guiju", "match": r"\{(?:ref|value) [^}]*\}"}
    quotes = (('"""', '"""', "triple"), ('"', '"', "double"), ("“", "”", "other"))
    comment: Rule = {"name": "comment.line.number-sign.guiju", "match": "#.*$"}
    rules: list[Rule] = [
        {"name": f"string.quoted.{kind}.guiju", "begin": begin, "end": end, "patterns": [inside]}
        for begin, end, kind in quotes
    ]
    return [comment, *rules]


def _values() -> list[Rule]:
    """Give the rules of dates, numbers with their units, and types."""
    types = _alternatives(word for keyword in TYPE_WORDS.values() for word in keyword)
    return [
        {"name": "constant.other.date.guiju", "match": r"\b\d{4}-\d{2}-\d{2}\b"},
        {
            "match": rf"({_NUMBER})(?:[ \t]*({UNIT_PATTERN}))?",
            "captures": {
                "1": {"name": "constant.numeric.guiju"},
                "2": {"name": "storage.type.unit.guiju"},
            },
        },
        {
            "match": rf"(?<=[:：])\s*({types}|{UNIT_PATTERN})",
            "captures": {"1": {"name": "storage.type.guiju"}},
        },
    ]


def _words() -> list[Rule]:
    """Give the rules of keywords, functions and signs."""
    starts = [w for t, keyword in KEYWORDS.items() if t in ITEM_STARTS for w in keyword]
    others = [w for t, keyword in KEYWORDS.items() if t not in ITEM_STARTS for w in keyword]
    return [
        {"name": "keyword.control.guiju", "match": _whole(starts)},
        {"name": "keyword.operator.word.guiju", "match": _whole(others)},
        {
            "match": rf"({_whole(FUNCTIONS)})(?=\s*[(（])",
            "captures": {"1": {"name": "support.function.guiju"}},
        },
        {"name": "keyword.operator.guiju", "match": _SIGNS},
    ]


def _whole(words: Iterable[str]) -> str:
    return rf"(?<![\w.])(?:{_alternatives(words)})(?![\w.])"


def _alternatives(words: Iterable[str]) -> str:
    """List words, the longest first; two words stand apart by any space."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[ \t]+") for word in longest)
