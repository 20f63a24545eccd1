"""What can be wrong with the data of a declaration: GJ801 to GJ849."""

from guiju_runtime.messages import Code, Text

MISSING_DATUM = Code(
    id="GJ801",
    slug="missing-datum",
    message=Text(zh="缺少{label}", en="{label} is missing"),
    hint=Text(zh="在 {at} 处给出{expected}{or_else}", en="at {at}, give {expected}{or_else}"),
)

WRONG_TYPE = Code(
    id="GJ802",
    slug="wrong-type-of-value",
    message=Text(
        zh="{label}应为{expected}，所给的是{given}", en="{label} takes {expected}, not {given}"
    ),
    hint=Text(zh="写作 {example}", en="write {example}"),
)

UNKNOWN_UNIT = Code(
    id="GJ803",
    slug="unknown-unit-in-data",
    message=Text(
        zh="{label}的单位“{given}”不在单位表中",
        en="{label} is given in “{given}”, which is no known unit",
    ),
    hint=Text(zh="改用 {units}", en="use {units}"),
)

OTHER_DIMENSION = Code(
    id="GJ804",
    slug="other-dimension-in-data",
    message=Text(
        zh="{label}以 {given} 给出，标准按 {unit} 采集，两者不能换算",
        en="{label} is given in {given}, but collected in {unit}: neither converts into the other",
    ),
    hint=Text(zh="改用 {units}", en="use {units}"),
)

OTHER_SUBSTANCE = Code(
    id="GJ805",
    slug="other-substance-in-data",
    message=Text(
        zh="{label}以 {given} 给出，标准按 {unit} 采集，两者不是同一种物质",
        en="{label} is given in {given}, but collected in {unit}: these are different substances",
    ),
    hint=Text(zh="换算成 {unit} 后填写", en="calculate it in {unit}"),
)

NEGATIVE_AMOUNT = Code(
    id="GJ806",
    slug="negative-amount",
    message=Text(
        zh="{label}为 {given}，流的量不能为负",
        en="{label} is {given}, but an amount is not below 0",
    ),
    hint=Text(
        zh="填写不小于 0 的量；方向相反的流另行填写",
        en="give 0 or more; a flow the other way is another datum",
    ),
)

UNKNOWN_CHOICE = Code(
    id="GJ807",
    slug="unknown-choice",
    message=Text(zh="{label}没有“{given}”这一选项", en="{label} has no option “{given}”"),
    hint=Text(zh="{near}可选：{options}", en="{near}options: {options}"),
)

UNKNOWN_NAME = Code(
    id="GJ808",
    slug="unknown-name-in-data",
    message=Text(zh="{place}中没有“{name}”这个名称", en="{place} knows no name “{name}”"),
    hint=Text(zh="{near}此处的名称：{names}", en="{near}names here: {names}"),
)

OUT_OF_RANGE = Code(
    id="GJ809",
    slug="number-out-of-range",
    message=Text(
        zh="{label}为 {given}，不是可以计算的有限数",
        en="{label} is {given}, no finite number to calculate with",
    ),
    hint=Text(
        zh="给出 0，或绝对值在 1e-300 与 1e300 之间的数",
        en="give 0 or a number of a size between 1e-300 and 1e300",
    ),
)

AMBIGUOUS_DIGITS = Code(
    id="GJ810",
    slug="ambiguous-digits",
    message=Text(
        zh="{label}写作“{given}”，其中的分隔符可作千分位，也可作小数点",
        en="{label} is written “{given}”: its separator may mean thousands or a decimal point",
    ),
    hint=Text(zh="写作 {readings}", en="write {readings}"),
)

VALUE_TOO_OLD = Code(
    id="GJ811",
    slug="value-too-old",
    message=Text(
        zh="{label}是 {year} 年的，有效期 {valid} 年，到 {end} 已过期，按未给出处理",
        en="{label} is of {year} and valid for {valid} years: on {end} it counts as absent",
    ),
    hint=Text(
        zh="在 {at} 处给出有效期内的值及其 year",
        en="at {at}, give a value that is still valid, with its year",
    ),
)

NOT_UNIQUE = Code(
    id="GJ812",
    slug="value-used-twice",
    message=Text(
        zh="{label}“{given}”已用于 {first}，不得重复使用",
        en="{label} “{given}” is used at {first} already, and may be used once",
    ),
    hint=Text(zh="核对两处的{label}，各填各的", en="check {label} at both places"),
)

OTHER_STANDARD = Code(
    id="GJ813",
    slug="declaration-for-another-standard",
    message=Text(
        zh="这份申报针对标准 {given}，不是 {standard}",
        en="the declaration is made for {given}, not for {standard}",
    ),
    hint=Text(
        zh="用标准 {given} 计算；若确实针对本标准，改为 standard: {standard}",
        en="calculate it with {given}, or write standard: {standard} if that is meant",
    ),
)

OTHER_DIGEST = Code(
    id="GJ814",
    slug="declaration-for-another-text",
    message=Text(
        zh="这份申报针对 {standard} 的另一文本（{given}），现行文本为 {digest}",
        en="the declaration is made for another text of {standard} ({given}); this one is {digest}",
    ),
    hint=Text(
        zh="用现行文本的表单重新填报，或核对变化后接受另一文本",
        en="fill in the form of this text, or check what changed and accept the other text",
    ),
)

STANDARD_NOT_NAMED = Code(
    id="GJ815",
    slug="standard-not-named",
    message=Text(
        zh="申报没有写明所针对的标准", en="the declaration does not say which standard it is for"
    ),
    hint=Text(zh="加上 standard: {standard}", en="add standard: {standard}"),
)

PERIOD_MISSING = Code(
    id="GJ816",
    slug="period-missing",
    message=Text(zh="申报期缺少{missing}", en="the reporting period lacks {missing}"),
    hint=Text(
        zh="写作 period: {{from: 2025-01-01, to: 2025-12-31}}",
        en="write period: {{from: 2025-01-01, to: 2025-12-31}}",
    ),
)

PERIOD_REVERSED = Code(
    id="GJ817",
    slug="period-reversed",
    message=Text(
        zh="申报期终止于 {to}，早于开始的 {begin}",
        en="the reporting period ends on {to}, before it begins on {begin}",
    ),
    hint=Text(zh="对调 from 与 to，或改正其一", en="exchange from and to, or correct one of them"),
)

ROWS_NOT_A_LIST = Code(
    id="GJ818",
    slug="rows-not-a-list",
    message=Text(zh="{label}可有多行，所给的是{given}", en="{label} takes rows, not {given}"),
    hint=Text(
        zh="每行以“- ”开头，各行列出：{names}",
        en="begin each row with “- ” and give in it: {names}",
    ),
)

LEVEL_OUT_OF_RANGE = Code(
    id="GJ819",
    slug="level-out-of-range",
    message=Text(
        zh="数据质量指标“{label}”没有第 {given} 级",
        en="the quality indicator “{label}” has no level {given}",
    ),
    hint=Text(
        zh="给出 1 至 {last} 的整数，1 为最好", en="give a whole number from 1 (best) to {last}"
    ),
)

UNKNOWN_QUALITY = Code(
    id="GJ820",
    slug="unknown-quality-class",
    message=Text(
        zh="{label}的数据类别“{given}”不存在",
        en="{label} is said to be “{given}”, which is no data class",
    ),
    hint=Text(
        zh="写作 primary（初级）、site（现场）或 secondary（次级）",
        en="write primary, site or secondary",
    ),
)

NOT_A_MAPPING = Code(
    id="GJ821",
    slug="not-a-mapping",
    message=Text(
        zh="{place}应逐项写作“名称: 值”，所给的是{given}",
        en="{place} takes lines of “name: value”, not {given}",
    ),
    hint=Text(zh="此处的名称：{names}", en="names here: {names}"),
)

UNKNOWN_INDICATOR = Code(
    id="GJ822",
    slug="unknown-indicator",
    message=Text(
        zh="标准没有名为“{name}”的数据质量指标",
        en="the standard has no quality indicator called “{name}”",
    ),
    hint=Text(zh="{near}此处的指标：{names}", en="{near}indicators: {names}"),
)

NAMED_TWICE = Code(
    id="GJ823",
    slug="datum-given-twice",
    message=Text(zh="{label}给了两次", en="{label} is given twice"),
    hint=Text(zh="{at} 只留一处", en="keep {at} at one place"),
)

CODES = (
    MISSING_DATUM,
    WRONG_TYPE,
    UNKNOWN_UNIT,
    OTHER_DIMENSION,
    OTHER_SUBSTANCE,
    NEGATIVE_AMOUNT,
    UNKNOWN_CHOICE,
    UNKNOWN_NAME,
    OUT_OF_RANGE,
    AMBIGUOUS_DIGITS,
    VALUE_TOO_OLD,
    NOT_UNIQUE,
    OTHER_STANDARD,
    OTHER_DIGEST,
    STANDARD_NOT_NAMED,
    PERIOD_MISSING,
    PERIOD_REVERSED,
    ROWS_NOT_A_LIST,
    LEVEL_OUT_OF_RANGE,
    UNKNOWN_QUALITY,
    NOT_A_MAPPING,
    UNKNOWN_INDICATOR,
    NAMED_TWICE,
)
"""All codes of given data, in the order of their ids."""
