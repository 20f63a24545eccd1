"""The one table of keywords: terminal of the grammar, English, Chinese."""

from functools import cache
from typing import Final, Literal, NamedTuple

KeywordLanguage = Literal["zh", "en"]


class Keyword(NamedTuple):
    """One keyword in both spellings."""

    en: str
    zh: str


KEYWORDS: Final[dict[str, Keyword]] = {
    "STANDARD": Keyword("standard", "标准"),
    "LIBRARY": Keyword("library", "数据集"),
    "USE": Keyword("use", "引用"),
    "EXTENDS": Keyword("extends", "遵循"),
    "OVERRIDE": Keyword("override", "改写"),
    "CITES": Keyword("cites", "引用文件"),
    "TERM": Keyword("term", "术语"),
    "CLAUSE": Keyword("clause", "条款"),
    "BEFORE": Keyword("before", "置于前"),
    "AFTER": Keyword("after", "置于后"),
    "NOTE": Keyword("note", "注"),
    "PRODUCT": Keyword("product", "产品"),
    "DECLARED_UNIT": Keyword("declared unit", "声明单位"),
    "FUNCTIONAL_UNIT": Keyword("functional unit", "功能单位"),
    "REFERENCE_FLOW": Keyword("reference flow", "基准流"),
    "BOUNDARY": Keyword("boundary", "系统边界"),
    "STAGE": Keyword("stage", "阶段"),
    "PROCESS": Keyword("process", "单元过程"),
    "FOR": Keyword("for", "对应"),
    "EACH": Keyword("each", "逐项"),
    "INPUT": Keyword("input", "输入"),
    "OUTPUT": Keyword("output", "输出"),
    "COPRODUCT": Keyword("coproduct", "共生产品"),
    "WASTE": Keyword("waste", "废物"),
    "EMISSION": Keyword("emission", "排放"),
    "ORIGIN": Keyword("origin", "成因"),
    "DATA": Keyword("data", "数据"),
    "LET": Keyword("let", "设"),
    "RESULT": Keyword("result", "结果"),
    "CHOICE": Keyword("choice", "选项"),
    "FACTOR": Keyword("factor", "因子"),
    "BY": Keyword("by", "按"),
    "GWP": Keyword("gwp", "全球变暖潜势"),
    "FROM": Keyword("from", "来自"),
    "ALLOCATE_BY": Keyword("allocate by", "分配按"),
    "SHARE": Keyword("share", "分配比例"),
    "SUBSTITUTE": Keyword("substitute", "替代"),
    "EXCLUDE": Keyword("exclude", "排除"),
    "BECAUSE": Keyword("because", "理由"),
    "QUALITY": Keyword("quality", "数据质量"),
    "INDICATOR": Keyword("indicator", "指标"),
    "SITE": Keyword("site", "现场"),
    "PRIMARY": Keyword("primary", "初级"),
    "SECONDARY": Keyword("secondary", "次级"),
    "MEASURED": Keyword("measured", "计量"),
    "EVERY": Keyword("every", "每"),
    "DEFAULT": Keyword("default", "缺省"),
    "OPTIONAL": Keyword("optional", "可选"),
    "ONLY_WHEN": Keyword("only when", "仅当"),
    "SOURCE": Keyword("source", "来源"),
    "UNVERIFIED": Keyword("unverified", "未核实"),
    "UNCERTAINTY": Keyword("uncertainty", "不确定度"),
    "VALID": Keyword("valid", "有效期"),
    "UNIQUE": Keyword("unique", "唯一"),
    "CONFIDENTIAL": Keyword("confidential", "保密"),
    "SYMBOL": Keyword("symbol", "符号"),
    "SHALL": Keyword("shall", "应"),
    "SHOULD": Keyword("should", "宜"),
    "MAY": Keyword("may", "可"),
    "EXPECT": Keyword("expect", "预期"),
    "LIMIT": Keyword("limit", "限值"),
    "WHEN": Keyword("when", "当"),
    "THEN": Keyword("then", "则"),
    "OTHERWISE": Keyword("otherwise", "否则"),
    "PREFER": Keyword("prefer", "优先"),
    "ELSE": Keyword("else", "其次"),
    "GIVEN": Keyword("given", "给定"),
    "AND": Keyword("and", "且"),
    "OR": Keyword("or", "或"),
    "NOT": Keyword("not", "非"),
    "IS": Keyword("is", "为"),
    "IS_NOT": Keyword("is not", "不为"),
    "IN": Keyword("in", "属于"),
    "WITHIN": Keyword("within", "允差"),
    "YES": Keyword("yes", "是"),
    "NO": Keyword("no", "否"),
    "PROFILE": Keyword("profile", "口径"),
    "EXAMPLE": Keyword("example", "示例"),
    "ZH": Keyword("zh", "中"),
    "EN": Keyword("en", "英"),
}
"""Words that are never names."""

TYPE_WORDS: Final[dict[str, Keyword]] = {
    "NUMBER_TYPE": Keyword("number", "数值"),
    "TEXT_TYPE": Keyword("text", "文字"),
    "DATE_TYPE": Keyword("date", "日期"),
    "YEAR_TYPE": Keyword("year", "年份"),
    "YES_NO_TYPE": Keyword("yes_no", "是否"),
}
"""Words that are types after ``:`` and may be names elsewhere."""

ITEM_STARTS: Final[frozenset[str]] = frozenset(KEYWORDS) - {
    "BEFORE", "AFTER", "FOR", "BY", "BECAUSE", "EVERY", "WHEN", "THEN", "OTHERWISE", "PREFER",
    "ELSE", "AND", "OR", "NOT", "IS", "IS_NOT", "IN", "WITHIN", "YES", "NO", "ZH", "EN",
}  # fmt: skip
"""Terminals of the keywords that begin an item."""


def spelt(terminal: str, language: KeywordLanguage) -> str:
    """Give the keyword of ``terminal`` in ``language``."""
    keyword = KEYWORDS.get(terminal) or TYPE_WORDS[terminal]
    return keyword.zh if language == "zh" else keyword.en


@cache
def terminals_of_words() -> dict[str, str]:
    """Give the terminal of every spelling; two words stand apart by one space."""
    return {
        word: terminal
        for terminal, keyword in KEYWORDS.items()
        for word in (keyword.en, keyword.zh)
    }


@cache
def terminals_of_type_words() -> dict[str, str]:
    """Give the terminal of every spelling of a type."""
    return {
        word: terminal
        for terminal, keyword in TYPE_WORDS.items()
        for word in (keyword.en, keyword.zh)
    }
