"""What can be wrong with a question about a result: GJ94x."""

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
CODES = (
    UNKNOWN_INPUT,
    NO_SUCH_ROW,
    NOT_A_CHANGE,
    NOT_A_TARGET,
    UNKNOWN_FIGURE,
    TARGET_OF_OTHER_UNIT,
    NOT_A_RANGE,
    NOT_A_NUMBER,
)
