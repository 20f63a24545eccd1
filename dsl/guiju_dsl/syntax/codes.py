"""Diagnostics of the first stage: reading, words, structure, sources."""

from typing import Final

from guiju_runtime.messages import Code, Text

UNEXPECTED: Final = Code(
    id="GJ101",
    slug="unexpected-word",
    message=Text(
        zh="这里不能写{found}，应为{expected}",
        en="{found} cannot stand here; expected {expected}",
    ),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
MISSPELT_KEYWORD: Final = Code(
    id="GJ102",
    slug="misspelt-keyword",
    message=Text(zh="没有关键词{word}", en="there is no keyword {word}"),
    hint=Text(zh="改为{candidates}", en="did you mean {candidates}?"),
)
MISSING_SPACE: Final = Code(
    id="GJ103",
    slug="missing-space",
    message=Text(
        zh="{word}中的关键词{keyword}没有与后面的词分开",
        en="in {word} the keyword {keyword} does not stand apart from the next word",
    ),
    hint=Text(zh="写作 {parts}", en="write {parts}"),
)
RESERVED_NAME: Final = Code(
    id="GJ104",
    slug="reserved-name",
    message=Text(
        zh="{word}是{what}，不能作名称",
        en="{word} is {what} and cannot be a name",
    ),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
UNCLOSED_TEXT: Final = Code(
    id="GJ105",
    slug="unclosed-text",
    message=Text(
        zh="以 {opening} 开始的文字没有结束",
        en="the text that begins with {opening} does not end",
    ),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
UNCLOSED_BLOCK: Final = Code(
    id="GJ106",
    slug="unclosed-block",
    message=Text(
        zh="第 {line} 行{block}的花括号没有关闭",
        en="the braces of {block}, opened in line {line}, are not closed",
    ),
    hint=Text(zh="在{place}补上 }}", en="add }} {place}"),
)
STRAY_BRACE: Final = Code(
    id="GJ107",
    slug="stray-brace",
    message=Text(zh="这个 }} 没有对应的 {{", en="this }} closes nothing"),
    hint=Text(
        zh="删去它，或检查前面的块是否关闭过早",
        en="remove it, or see whether a block ends too early",
    ),
)
UNKNOWN_CHARACTER: Final = Code(
    id="GJ108",
    slug="unknown-character",
    message=Text(
        zh="语言中没有字符 {character}（{code_point}）",
        en="the language has no character {character} ({code_point})",
    ),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
UNKNOWN_UNIT: Final = Code(
    id="GJ109",
    slug="unknown-unit",
    message=Text(zh="单位表中没有{unit}", en="{unit} is not in the table of units"),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
MISSING_HEAD: Final = Code(
    id="GJ110",
    slug="missing-head",
    message=Text(
        zh="{name} 中没有 标准 或 数据集",
        en="{name} has neither standard nor library",
    ),
    hint=Text(
        zh='加上文件头：标准 {example} "T/XXX 001—2026" {{ 名称 "…" }}，或 数据集 {example} {{ }}',
        en='begin with standard {example} "T/XXX 001—2026" {{ title "…" }}, '
        "or library {example} {{ }}",
    ),
)
SECOND_HEAD: Final = Code(
    id="GJ111",
    slug="second-head",
    message=Text(
        zh="一个文件只写一个标准或数据集；这里又开始了{name}",
        en="a file holds one standard or library; here begins another, {name}",
    ),
    hint=Text(zh="把{name}移到自己的文件", en="move {name} to a file of its own"),
)
UNREADABLE_TEXT: Final = Code(
    id="GJ112",
    slug="unreadable-text",
    message=Text(
        zh="{name} 第 {offset} 个字节不是 {encoding} 文字",
        en="byte {offset} of {name} is not {encoding} text",
    ),
    hint=Text(zh="以 UTF-8 编码另存", en="save it as UTF-8"),
)
UNKNOWN_ENCODING: Final = Code(
    id="GJ113",
    slug="unknown-encoding",
    message=Text(zh="没有名为 {encoding} 的编码", en="there is no encoding {encoding}"),
    hint=Text(zh="写 utf-8 或 gb18030", en="write utf-8 or gb18030"),
)
UNKNOWN_SOURCE: Final = Code(
    id="GJ114",
    slug="unknown-source",
    message=Text(
        zh="找不到名为{name}的标准或数据集",
        en="there is no standard or library {name}",
    ),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
SOURCE_BY_PATH: Final = Code(
    id="GJ115",
    slug="source-by-path",
    message=Text(
        zh="{keyword}之后写名称，不写文件路径",
        en="{keyword} takes a name, not the path of a file",
    ),
    hint=Text(
        zh="把文件放入本项目，写它的名称，如 {example}",
        en="put the file into the project and write its name, as in {example}",
    ),
)
UNFINISHED_ITEM: Final = Code(
    id="GJ116",
    slug="unfinished-item",
    message=Text(
        zh="这一项没有写完：{last}之后应为{expected}",
        en="this item is unfinished: after {last} comes {expected}",
    ),
    hint=Text(zh="{way_out}", en="{way_out}"),
)
TOO_DEEP: Final = Code(
    id="GJ117",
    slug="too-deep",
    message=Text(
        zh="{what}过多，最多 {limit}",
        en="too many {what}, at most {limit}",
    ),
    hint=Text(zh="分为几个量：设 部分 = …", en="take it apart: let part = …"),
)
IMPOSSIBLE_DATE: Final = Code(
    id="GJ118",
    slug="impossible-date",
    message=Text(zh="没有 {date} 这一天", en="there is no day {date}"),
    hint=Text(zh="按 年-月-日 写，如 2025-12-31", en="write year-month-day, as in 2025-12-31"),
)
EXCESSIVE_NUMBER: Final = Code(
    id="GJ119",
    slug="excessive-number",
    message=Text(
        zh="数 {number} 过长：最多 {digits} 位数字，指数不超过 {exponent}",
        en="the number {number} is too long: at most {digits} digits, exponents up to {exponent}",
    ),
    hint=Text(zh="换用较大或较小的单位", en="use a larger or a smaller unit"),
)

CODES: Final = (
    UNEXPECTED,
    MISSPELT_KEYWORD,
    MISSING_SPACE,
    RESERVED_NAME,
    UNCLOSED_TEXT,
    UNCLOSED_BLOCK,
    STRAY_BRACE,
    UNKNOWN_CHARACTER,
    UNKNOWN_UNIT,
    MISSING_HEAD,
    SECOND_HEAD,
    UNREADABLE_TEXT,
    UNKNOWN_ENCODING,
    UNKNOWN_SOURCE,
    SOURCE_BY_PATH,
    UNFINISHED_ITEM,
    TOO_DEEP,
    IMPOSSIBLE_DATE,
    EXCESSIVE_NUMBER,
)
