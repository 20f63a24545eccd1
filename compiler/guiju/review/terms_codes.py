"""Diagnostics of terms, references, symbols and numbers: GJ752 to GJ768."""

from guiju_runtime.messages import Code, Text

TERM_INCOMPLETE = Code(
    id="GJ752",
    slug="term-incomplete",
    message=Text(zh="术语“{term}”缺少{missing}", en="the term “{term}” lacks {missing}"),
    hint=Text(
        zh="术语行写中文和小写的英文对应词",
        en="give the term in Chinese and, in small letters, in English",
    ),
)
DEFINITION_UNFIT = Code(
    id="GJ753",
    slug="definition-unfit",
    message=Text(zh="“{term}”的定义{reason}", en="the definition of “{term}” {reason}"),
    hint=Text(
        zh="定义写成能替换术语的短语", en="make it a phrase that can stand in place of the term"
    ),
)
TERM_UNUSED = Code(
    id="GJ754",
    slug="term-not-used",
    message=Text(zh="术语“{term}”在文中没有用到", en="the term “{term}” is not used in the text"),
    hint=Text(zh="删去这一条目，或在条款中用它", en="take the entry out, or use it"),
)
ABBREVIATION_ORDER = Code(
    id="GJ755",
    slug="abbreviations-out-of-order",
    message=Text(
        zh="缩略语“{given}”应在“{other}”之前", en="the abbreviation {given} belongs before {other}"
    ),
    hint=Text(zh="按字母顺序排列", en="put them in alphabetical order"),
)
ABBREVIATION_UNUSED = Code(
    id="GJ756",
    slug="abbreviation-not-used",
    message=Text(
        zh="缩略语“{given}”在文中没有用到", en="the abbreviation {given} is not used in the text"
    ),
    hint=Text(zh="删去这一条", en="take the entry out"),
)
ABBREVIATION_FORM = Code(
    id="GJ757",
    slug="abbreviation-malformed",
    message=Text(
        zh="缩略语“{given}”的写法不合规定",
        en="the entry “{given}” is not written as abbreviations are",
    ),
    hint=Text(
        zh="写作“CFP：产品碳足迹（carbon footprint of a product）”，不编号",
        en="write CFP：产品碳足迹（carbon footprint of a product）, without a number",
    ),
)
ENTRY_MALFORMED = Code(
    id="GJ758",
    slug="reference-entry-malformed",
    message=Text(
        zh="引用文件“{given}”的写法不合规定：{reason}",
        en="the entry “{given}” is not written as references are: {reason}",
    ),
    hint=Text(
        zh="写作“GB/T 24067—2024\u3000温室气体\u3000产品碳足迹\u3000量化要求和指南”",
        en="write GB/T 24067—2024\u3000温室气体\u3000产品碳足迹\u3000量化要求和指南",
    ),
)
ENTRY_ORDER = Code(
    id="GJ759",
    slug="references-out-of-order",
    message=Text(zh="引用文件 {given} 应在 {other} 之前", en="{given} belongs before {other}"),
    hint=Text(
        zh="国家标准、行业标准、地方标准、团体标准、国际标准依次排列，同类按编号",
        en="national, sector, local, group, international documents in turn, each by number",
    ),
)
DATED_APART = Code(
    id="GJ760",
    slug="reference-dated-apart",
    message=Text(
        zh="{given} 在文中{in_text}，第 2 章{in_list}",
        en="{given} is {in_text} in the text and {in_list} in clause 2",
    ),
    hint=Text(
        zh="两处一致：都注日期，或都不注日期", en="give the year in both places or in neither"
    ),
)
NOT_CITED = Code(
    id="GJ761",
    slug="reference-not-cited",
    message=Text(
        zh="第 2 章的 {given} 在文中没有规范性引用",
        en="{given} of clause 2 is not cited normatively in the text",
    ),
    hint=Text(
        zh="移到参考文献，或在条款中写“应符合{given}”",
        en="move it to the bibliography, or write 应符合{given} in a clause",
    ),
)
NOT_LISTED = Code(
    id="GJ762",
    slug="citation-not-listed",
    message=Text(
        zh="条款引用了 {given}，第 2 章没有列出",
        en="a clause cites {given}, which clause 2 does not list",
    ),
    hint=Text(
        zh="列入规范性引用文件；只作参考的列入参考文献",
        en="list it in clause 2, or in the bibliography if it is only informative",
    ),
)
BIBLIOGRAPHY_NUMBER = Code(
    id="GJ763",
    slug="bibliography-out-of-series",
    message=Text(
        zh="参考文献的编号是“{given}”，应为“{expected}”",
        en="the bibliography is numbered {given} where {expected} is next",
    ),
    hint=Text(zh="改为“{expected}”", en="write {expected}"),
)
SYMBOL_EXPLAINED = Code(
    id="GJ764",
    slug="symbol-wrongly-explained",
    message=Text(
        zh="式中的符号 {given} {reason}", en="the symbol {given} under the formula {reason}"
    ),
    hint=Text(zh="公式的每个符号解释一次", en="explain each symbol of the formula once"),
)
WHERE_MARK = Code(
    id="GJ765",
    slug="where-list-mark",
    message=Text(
        zh="式中一行应以“{expected}”结尾", en="a line under the formula must end with {expected}"
    ),
    hint=Text(zh="改为“{expected}”", en="end it with {expected}"),
)
WRONG_DASH = Code(
    id="GJ766",
    slug="wrong-dash",
    message=Text(zh="“{given}”的连接号不对", en="“{given}” has the wrong dash"),
    hint=Text(zh="写作“{expected}”", en="write {expected}"),
)
UNIT_SPACING = Code(
    id="GJ767",
    slug="unit-wrongly-spaced",
    message=Text(
        zh="“{given}”的数值和单位写法不合规定",
        en="the value and unit “{given}” are not written as they must be",
    ),
    hint=Text(zh="写作“{expected}”", en="write {expected}"),
)
DIGITS = Code(
    id="GJ768",
    slug="digits-not-grouped",
    message=Text(
        zh="“{given}”的数字没有按三位分节", en="the digits of “{given}” are not grouped in threes"
    ),
    hint=Text(
        zh="写作“{expected}”，以四分之一汉字的空隙分节",
        en="write {expected}, with a thin space between the groups",
    ),
)
