"""Diagnostics of the checked standard: GJ3xx."""

from guiju_runtime.messages import Code, Text

UNIT_MISMATCH = Code(
    id="GJ301",
    slug="unit-mismatch",
    message=Text(
        zh="{what} 的单位是 {unit}，这里需要 {wanted}",
        en="{what} is in {unit}, {wanted} is needed here",
    ),
    hint=Text(zh="{way}", en="{way}"),
)
DIFFERENT_QUANTITIES = Code(
    id="GJ302",
    slug="different-quantities",
    message=Text(
        zh="{left}（{left_unit}）与 {right}（{right_unit}）不是同一种量，不能相加减或比较",
        en="{left} ({left_unit}) and {right} ({right_unit}) measure different things: "
        "they cannot be added or compared",
    ),
    hint=Text(zh="{way}", en="{way}"),
)
WRONG_KIND = Code(
    id="GJ303",
    slug="wrong-kind",
    message=Text(
        zh="{what} 是{kind}，这里需要{wanted}", en="{what} is {kind}, but {wanted} is needed here"
    ),
    hint=Text(zh="改写为{wanted}", en="put {wanted} here"),
)
MISPLACED_ITEM = Code(
    id="GJ304",
    slug="misplaced-item",
    message=Text(zh="{item} 不能写在{place}", en="{item} has no meaning {place}"),
    hint=Text(zh="{way}", en="{way}"),
)
MISSING_SOURCE = Code(
    id="GJ305",
    slug="missing-factor-source",
    message=Text(zh="因子 {name} 没有来源", en="the factor {name} has no source"),
    hint=Text(
        zh='写上 source "文件名称，年份"；尚未核实的再加 unverified',
        en='add source "document, year", and unverified if it was not checked',
    ),
)
NO_ROW = Code(
    id="GJ306",
    slug="no-factor-for-year",
    message=Text(
        zh="因子 {table} 没有 {key} 的数值", en="the factor {table} has no value for {key}"
    ),
    hint=Text(zh="{table} 有：{known}", en="{table} has {known}"),
)
WRONG_ARGUMENTS = Code(
    id="GJ307",
    slug="wrong-arguments",
    message=Text(zh="{function} 不能这样用", en="{function} cannot be used like this"),
    hint=Text(zh="写成 {usage}", en="write {usage}"),
)
OUTSIDE_ROW = Code(
    id="GJ308",
    slug="row-outside-group",
    message=Text(
        zh="{name} 每行一个值，在 {group} 之外只能用在 合计、平均、最小、最大、计数 里",
        en="{name} has a value for each row: outside {group} it can stand only in "
        "sum, mean, min, max or count",
    ),
    hint=Text(zh="合计（{name}）", en="sum({name})"),
)
NO_PRODUCT = Code(
    id="GJ309",
    slug="product-without-process",
    message=Text(zh="没有单元过程产出 {name}", en="no process has an output called {name}"),
    hint=Text(
        zh="在产出它的单元过程里写 output {name} : {unit}",
        en="write output {name} : {unit} in the process that makes it",
    ),
)
NO_FACTOR = Code(
    id="GJ310",
    slug="input-without-factor",
    message=Text(
        zh="输入 {name} 既没有因子，也没有来自哪个单元过程",
        en="the input {name} has neither a factor nor a process that it comes from",
    ),
    hint=Text(
        zh="在花括号里写 factor {factor} 或 from …",
        en="write factor {factor} or from … in its braces",
    ),
)
OPTIONAL_AND_DEFAULT = Code(
    id="GJ311",
    slug="optional-with-default",
    message=Text(zh="{name} 同时写了可选和缺省", en="{name} is both optional and has a default"),
    hint=Text(zh="只留一个", en="keep one of the two"),
)
MAY_BE_ABSENT = Code(
    id="GJ312",
    slug="absent-value-read",
    message=Text(
        zh="{name} {why}，这里却直接用了它",
        en="{name} {why}, but is used here as if it were always there",
    ),
    hint=Text(zh="{way}", en="{way}"),
)
MISSING_LABEL = Code(
    id="GJ313",
    slug="missing-translation",
    message=Text(zh="{name} 没有{language}", en="{name} has no words in {language}"),
    hint=Text(zh='补上 {keyword} "…"', en='add {keyword} "…"'),
)
WEIGHTS = Code(
    id="GJ314",
    slug="weights-not-one",
    message=Text(
        zh="各指标权重之和为 {sum}，不是 1",
        en="the weights of the indicators sum to {sum}, not to 1",
    ),
    hint=Text(zh="调整权重，使其和为 100 %", en="change the weights so that they sum to 100 %"),
)
UNVERIFIED_VALUE = Code(
    id="GJ315",
    slug="unverified-value",
    message=Text(zh="{name} 未核实", en="{name} is not verified"),
    hint=Text(zh="核对来源后删去 unverified", en="check the source, then remove unverified"),
)
UNALLOCATED_PRODUCTS = Code(
    id="GJ316",
    slug="unallocated-products",
    message=Text(
        zh="{case}单元过程 {process} 产出 {products}，没有说明怎样在它们之间分配",
        en="{case}the process {process} makes {products}, "
        "and nothing says how they share its burden",
    ),
    hint=Text(
        zh="写上 allocate by mass 或另一个性质，或给共生产品写 share … 或 substitute …",
        en="write allocate by mass or another property, or share … or substitute … in a coproduct",
    ),
)
UNREACHABLE_PROCESS = Code(
    id="GJ317",
    slug="unreachable-process",
    message=Text(
        zh="没有产品用到单元过程 {process}，它的排放不会计入任何结果",
        en="no product draws on the process {process}, so its emissions count in no result",
    ),
    hint=Text(
        zh="在用到它的输入里写 from {process}，或删去它",
        en="write from {process} in the input that it supplies, or remove it",
    ),
)
EXPONENT_TOO_LARGE = Code(
    id="GJ318",
    slug="exponent-too-large",
    message=Text(zh="指数超过 ±{limit}", en="the exponent is beyond ±{limit}"),
    hint=Text(zh="改用 exp(…)，或换一个公式", en="use exp(…), or another formula"),
)
NO_UNIT = Code(
    id="GJ319",
    slug="product-without-unit",
    message=Text(
        zh="产品 {name} 没有声明单位或功能单位",
        en="the product {name} has no declared or functional unit",
    ),
    hint=Text(zh="写上 declared unit 1 t", en="write declared unit 1 t in its braces"),
)
UNBOUNDED_SERIES = Code(
    id="GJ320",
    slug="series-without-limit",
    message=Text(
        zh="{series} 的行数由 {name} 决定，而 {name} 没有限值",
        en="{name} decides how many rows {series} has, and nothing limits {name}",
    ),
    hint=Text(
        zh="给 {name} 写上 limit，如 limit 0 .. 50", en="give {name} a limit, such as limit 0 .. 50"
    ),
)
DATUM_IN_SERIES = Code(
    id="GJ321",
    slug="datum-in-series",
    message=Text(
        zh="{series} 的行由规则生成，{name} 不能逐行填写",
        en="the rows of {series} are made by the rule: {name} cannot be collected for each",
    ),
    hint=Text(
        zh="给它公式 = …，或把它写在 {series} 之外",
        en="give it a formula = …, or put it outside {series}",
    ),
)
FACTOR_BESIDE_STANDARD = Code(
    id="GJ330",
    slug="factor-beside-standard",
    message=Text(
        zh="{name} 的因子来自标准 {standard}，不能另写因子",
        en="{name} has the footprint that the standard {standard} gives, and a factor beside it",
    ),
    hint=Text(
        zh="删去 from，写 factor prefer {tiers}",
        en="remove from, and write factor prefer {tiers}",
    ),
)
GIVEN_TWICE = Code(
    id="GJ360",
    slug="item-given-twice",
    message=Text(zh="{item} 在{place}写了两次", en="{item} stands twice {place}"),
    hint=Text(zh="只留一个", en="keep one of the two"),
)
LIMIT_OF_NOTHING = Code(
    id="GJ361",
    slug="limit-of-no-value",
    message=Text(
        zh="{written} 不知限制哪个值：限值须写在该值的花括号里，或以该值开头",
        en="{written} limits no value: it must stand in the braces of one, or begin with it",
    ),
    hint=Text(
        zh="写成 limit 该值 <= …，或移入单元过程，使整个单元过程受其限制",
        en="write limit value <= …, or put it into a process, which it then stops as a whole",
    ),
)
UNSOUND_UNCERTAINTY = Code(
    id="GJ362",
    slug="unsound-uncertainty",
    message=Text(
        zh="{written} 不是一个不确定度：{reason}", en="{written} is no uncertainty: {reason}"
    ),
    hint=Text(
        zh="写成 5 %、lognormal(1.2)、uniform(低, 高)、triangular(低, 最可能, 高) 或 basic(1.05)",
        en="write 5 %, lognormal(1.2), uniform(low, high), triangular(low, likely, high) "
        "or basic(1.05)",
    ),
)
NOT_A_SYMBOL = Code(
    id="GJ322",
    slug="not-a-symbol",
    message=Text(
        zh="{symbol} 不能作 {name} 的符号：符号是字母，可带一个下标",
        en="{symbol} cannot be the symbol of {name}: a symbol is letters, with an index at most",
    ),
    hint=Text(
        zh='写作 symbol "Q_{{h}}" 的样子；幂、和、比写在公式里',
        en='write it like symbol "Q_{{h}}"; powers, sums and ratios belong in the formula',
    ),
)
OTHER_FORCE = Code(
    id="GJ365",
    slug="verb-of-another-force",
    message=Text(
        zh="这是一条{force}，文字里却写了“{verb}”",
        en="this is a {force}, but its words say “{verb}”",
    ),
    hint=Text(
        zh="文字用{verbs}，或改用另一个关键词", en="write {verbs}, or change the keyword before it"
    ),
)
WITHOUT_CLASS = Code(
    id="GJ366",
    slug="datum-without-class",
    message=Text(
        zh="{name} 没有写数据类别，计算时按数据质量的最后一级",
        en="{name} has no class of data: it counts as the last level of data quality",
    ),
    hint=Text(
        zh="在它的花括号里写 primary、site 或 secondary",
        en="write primary, site or secondary in its braces",
    ),
)
CODES = (
    WITHOUT_CLASS,
    OTHER_FORCE,
    NOT_A_SYMBOL,
    UNIT_MISMATCH,
    DIFFERENT_QUANTITIES,
    WRONG_KIND,
    MISPLACED_ITEM,
    MISSING_SOURCE,
    NO_ROW,
    WRONG_ARGUMENTS,
    OUTSIDE_ROW,
    NO_PRODUCT,
    NO_FACTOR,
    OPTIONAL_AND_DEFAULT,
    MAY_BE_ABSENT,
    MISSING_LABEL,
    WEIGHTS,
    UNVERIFIED_VALUE,
    UNALLOCATED_PRODUCTS,
    UNREACHABLE_PROCESS,
    EXPONENT_TOO_LARGE,
    NO_UNIT,
    UNBOUNDED_SERIES,
    DATUM_IN_SERIES,
    FACTOR_BESIDE_STANDARD,
    GIVEN_TWICE,
    LIMIT_OF_NOTHING,
    UNSOUND_UNCERTAINTY,
)
