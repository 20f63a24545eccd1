"""What can be wrong with a question about a result: GJ94x to GJ96x."""

from guiju_runtime.messages import Code, Text

UNKNOWN_INPUT = Code(
    id="GJ940",
    slug="unknown-input",
    message=Text(
        zh="标准没有名为 {name} 的数据或因子",
        en="the standard has no datum or factor called {name}",
    ),
    hint=Text(zh="可写 {known}", en="there is {known}"),
)
NO_SUCH_ROW = Code(
    id="GJ941",
    slug="no-such-row",
    message=Text(zh="没有 {name} 这一行", en="there is no row {name}"),
    hint=Text(
        zh="方括号中写行号或因子的键，现有：{rows}",
        en="write the number or the keys of a row in brackets; there is {rows}",
    ),
)
NOT_A_CHANGE = Code(
    id="GJ942",
    slug="not-a-change",
    message=Text(
        zh="{written} 没有说明哪个值改为多少", en="{written} does not say which value becomes what"
    ),
    hint=Text(
        zh='写成 名称=值，如 --what-if "electrolysis.anode=415000 t"',
        en='write name=value, as in --what-if "electrolysis.anode=415000 t"',
    ),
)
NOT_A_TARGET = Code(
    id="GJ943",
    slug="not-a-target",
    message=Text(zh="{written} 不是一个目标", en="{written} is not a target"),
    hint=Text(
        zh='写成 名称 <= 数 单位，如 --target "cfp <= 8000 kgCO2e"',
        en='write NAME <= number unit, as in --target "cfp <= 8000 kgCO2e"',
    ),
)
UNKNOWN_FIGURE = Code(
    id="GJ944",
    slug="unknown-figure",
    message=Text(zh="结果中没有数值 {name}", en="the result has no figure called {name}"),
    hint=Text(zh="可写 {known}", en="there is {known}"),
)
TARGET_OF_OTHER_UNIT = Code(
    id="GJ945",
    slug="target-of-other-unit",
    message=Text(
        zh="目标以 {given} 计，不能换算为 {unit}",
        en="the target is in {given}, which does not convert into {unit}",
    ),
    hint=Text(zh="目标以 {unit} 计", en="give the target in {unit}"),
)
NOT_A_RANGE = Code(
    id="GJ946",
    slug="not-a-range",
    message=Text(zh="{written} 不是一个范围", en="{written} is not a range"),
    hint=Text(
        zh="写成 低 .. 高，以 {unit} 或可换算的单位计",
        en="write low .. high, in {unit} or a unit that converts",
    ),
)
NOT_A_NUMBER = Code(
    id="GJ947",
    slug="input-without-number",
    message=Text(
        zh="{name} 不是数，不能求解", en="{name} is no number, so nothing can be solved for it"
    ),
    hint=Text(
        zh="用 --what-if 逐一试各选项",
        en="try its options one by one with --what-if",
    ),
)
NO_FOOTPRINT = Code(
    id="GJ948",
    slug="no-footprint-to-analyse",
    message=Text(
        zh="{standard} 的产品碳足迹算不出，不能分析",
        en="the footprint by {standard} has no value: there is nothing to analyse",
    ),
    hint=Text(zh="先用 guiju calc 看缺什么", en="see with guiju calc what is missing"),
)
NOT_ANALYSABLE = Code(
    id="GJ949",
    slug="not-analysable",
    message=Text(
        zh="{standard} 中有不能分析的内容：{reason}",
        en="{standard} holds what cannot be analysed: {reason}",
    ),
    hint=Text(zh="用 --what-if 逐项计算", en="calculate with --what-if, one input after another"),
)
NO_UNCERTAINTY = Code(
    id="GJ950",
    slug="no-uncertainty-stated",
    message=Text(
        zh="没有一项数据或因子给出不确定度，{standard} 的结果没有区间",
        en="no datum and no factor has an uncertainty, so the result by {standard} has no interval",
    ),
    hint=Text(
        zh="在申报的值旁写 uncertainty: 5 %，或给数据质量等级",
        en="state uncertainty: 5 % beside a value of the declaration, or levels of data quality",
    ),
)
OPTIONS_APART = Code(
    id="GJ960",
    slug="options-do-not-go-together",
    message=Text(zh="{one} 与 {other} 不能一起用", en="{one} and {other} do not go together"),
    hint=Text(zh="去掉其中一个", en="leave one of them out"),
)
OPTION_WITHOUT_EFFECT = Code(
    id="GJ961",
    slug="option-without-effect",
    message=Text(zh="没有 {other}，{one} 不起作用", en="without {other}, {one} does nothing"),
    hint=Text(zh="加上 {other}", en="add {other}"),
)
SAMPLES_OUT_OF_RANGE = Code(
    id="GJ962",
    slug="samples-out-of-range",
    message=Text(zh="抽样次数 {samples} 过少或过多", en="{samples} draws are too few or too many"),
    hint=Text(zh="取 100 到 10000000 之间的数", en="ask for 100 to 10000000"),
)
COMPARED_WITH_ITSELF = Code(
    id="GJ963",
    slug="compared-with-itself",
    message=Text(
        zh="{name} 与自身比较，没有差别", en="{name} is compared with itself: nothing differs"
    ),
    hint=Text(
        zh="另一方写另一部标准，或本标准的一个口径，如 @{profile}",
        en="name another standard, or a profile of this one, like @{profile}",
    ),
)
NO_EFFECTS = Code(
    id="GJ964",
    slug="no-effects-to-draw",
    message=Text(
        zh="{a} 与 {b} 之间没有可以逐条说明的差别，画不出图",
        en="between {a} and {b} there is no difference that can be told rule by rule: "
        "nothing to draw",
    ),
    hint=Text(
        zh="先不加 -o，看哪一方算不出结果，或两部标准的规则能否对应",
        en="see without -o which side has no result, or whether the rules correspond at all",
    ),
)
CODES = (
    UNKNOWN_INPUT,
    NO_SUCH_ROW,
    NOT_A_CHANGE,
    NOT_A_TARGET,
    UNKNOWN_FIGURE,
    TARGET_OF_OTHER_UNIT,
    NOT_A_RANGE,
    NOT_A_NUMBER,
    NO_FOOTPRINT,
    NOT_ANALYSABLE,
    NO_UNCERTAINTY,
    OPTIONS_APART,
    OPTION_WITHOUT_EFFECT,
    SAMPLES_OUT_OF_RANGE,
    COMPARED_WITH_ITSELF,
    NO_EFFECTS,
)
