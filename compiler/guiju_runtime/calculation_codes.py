"""Findings while calculating: GJ85x and up."""

from guiju_runtime.messages import Code, Text

DIVISION_BY_ZERO = Code(
    id="GJ850",
    slug="division-by-zero",
    message=Text(zh="计算“{what}”时除数为 0", en="calculating {what} divides by 0"),
    hint=Text(
        zh="核对公式所用的数据：{reads}", en="check the data that the formula reads: {reads}"
    ),
)
ZERO_OUTPUT = Code(
    id="GJ851",
    slug="zero-output",
    message=Text(
        zh="{what}的产量为 0，其单元过程的负荷无处可归",
        en="the output {what} is 0: the burden of its process falls on nothing",
    ),
    hint=Text(
        zh="填写统计期内的产量；确未生产的，不声明该产品，也不从它取用",
        en="give the output of the period; if there was none, neither declare nor draw on it",
    ),
)
NO_FACTOR_ROW = Code(
    id="GJ852",
    slug="no-factor-row",
    message=Text(
        zh="计算“{what}”时，因子“{table}”没有 {keys} 的数值",
        en="calculating {what}: the factor “{table}” has no value for {keys}",
    ),
    hint=Text(
        zh="核对统计期和选项，或在标准中补充该因子",
        en="check the period and the choices, or add the value to the standard",
    ),
)
NOT_COMPUTABLE = Code(
    id="GJ853",
    slug="not-computable",
    message=Text(zh="“{what}”算不出数值", en="{what} cannot be computed as a number"),
    hint=Text(
        zh="核对公式所用的数据：{reads}", en="check the data that the formula reads: {reads}"
    ),
)
OUTSIDE_LIMIT = Code(
    id="GJ854",
    slug="outside-limit",
    message=Text(
        zh="{what}不满足限值 {limit}{value}", en="{what} is outside the limit {limit}{value}"
    ),
    hint=Text(zh="核对该数据及其单位", en="check the datum and its unit"),
)
REQUIREMENT_NOT_MET = Code(
    id="GJ855",
    slug="requirement-not-met",
    message=Text(zh="不满足要求：{words}{value}", en="a requirement is not met: {words}{value}"),
    hint=Text(
        zh="使 {written} 成立，或说明不符合", en="make {written} true, or declare the nonconformity"
    ),
)
RECOMMENDATION_NOT_MET = Code(
    id="GJ856",
    slug="recommendation-not-met",
    message=Text(
        zh="未按推荐：{words}{value}", en="a recommendation is not followed: {words}{value}"
    ),
    hint=Text(
        zh="使 {written} 成立，或在报告中说明理由",
        en="make {written} true, or give the reason in the report",
    ),
)
UNUSUAL_VALUE = Code(
    id="GJ857",
    slug="unusual-value",
    message=Text(zh="不在常见范围：{words}{value}", en="outside the usual range: {words}{value}"),
    hint=Text(
        zh="核对有关数据；确属实际情况的，在报告中说明",
        en="check the data; if they are right, explain them in the report",
    ),
)
UNVERIFIED_USED = Code(
    id="GJ858",
    slug="unverified-value-used",
    message=Text(
        zh="结果用到未核实的数值：{what} = {value}",
        en="the result uses an unverified value: {what} = {value}",
    ),
    hint=Text(
        zh="取得可核实的来源，或改用自己的数据",
        en="find a source that can be checked, or use data of your own",
    ),
)
UNUSED_DATUM = Code(
    id="GJ859",
    slug="unused-datum",
    message=Text(
        zh="填写的{what}未被使用：它只在一定条件下需要",
        en="{what} was given but not used: it is needed only under a condition",
    ),
    hint=Text(
        zh="核对条件所依据的数据，或删去该值",
        en="check the data that the condition depends on, or remove the value",
    ),
)
SINGULAR_LOOP = Code(
    id="GJ860",
    slug="loop-consumes-what-it-makes",
    message=Text(
        zh="回路“{loop}”消耗的不少于产出的，无解",
        en="the loop “{loop}” consumes at least what it makes: there is no solution",
    ),
    hint=Text(
        zh="核对回路中各产品的产量和自用量",
        en="check what each process in the loop makes and takes",
    ),
)
UNKNOWN_POTENTIAL = Code(
    id="GJ861",
    slug="gas-without-potential",
    message=Text(
        zh="潜势表 {gwp_set} 中没有 {gas} 的全球变暖潜势",
        en="the set {gwp_set} has no global warming potential for {gas}",
    ),
    hint=Text(zh="换用包含该气体的潜势表", en="use a set that has this gas"),
)
SOURCE_NOT_RUNNING = Code(
    id="GJ862",
    slug="source-does-not-run",
    message=Text(
        zh="{what}取自 {source}，但单元过程“{supplier}”不运行",
        en="{what} is drawn from {source}, but the process “{supplier}” does not run",
    ),
    hint=Text(
        zh="核对决定该单元过程是否运行的数据；确不运行的，{what}填 0",
        en="check the data that decide whether the process runs; if it does not, give 0 for {what}",
    ),
)
NO_ALLOCATION_BASIS = Code(
    id="GJ863",
    slug="allocation-basis-is-zero",
    message=Text(
        zh="“{what}”在各产品间的分配基数之和为 0，无从分配",
        en="the bases by which products share “{what}” add up to 0: nothing to allocate by",
    ),
    hint=Text(
        zh="核对分配所依据的数据：{products}", en="check what the allocation is made by: {products}"
    ),
)
NOT_COUNTABLE = Code(
    id="GJ864",
    slug="series-not-countable",
    message=Text(
        zh="“{what}”从 {low} 到 {high}，不是至多 {most} 个整数",
        en="{what} runs from {low} to {high}: that is not at most {most} whole numbers",
    ),
    hint=Text(
        zh="核对决定其起止的数据：{reads}", en="check the data that its bounds read: {reads}"
    ),
)
SHARES_DO_NOT_DIVIDE = Code(
    id="GJ865",
    slug="shares-do-not-divide-the-whole",
    message=Text(
        zh="“{what}”的分配比例为 {shares}：各比例不应为负，合计应为 1",
        en="“{what}” is shared {shares}: no share may be negative, and they must sum to 1",
    ),
    hint=Text(
        zh="核对固定的分配比例，以及分配所依据的数据",
        en="check the fixed shares, and the data that the allocation is made by",
    ),
)
CODES = (
    DIVISION_BY_ZERO,
    ZERO_OUTPUT,
    NO_FACTOR_ROW,
    NOT_COMPUTABLE,
    OUTSIDE_LIMIT,
    REQUIREMENT_NOT_MET,
    RECOMMENDATION_NOT_MET,
    UNUSUAL_VALUE,
    UNVERIFIED_USED,
    UNUSED_DATUM,
    SINGULAR_LOOP,
    UNKNOWN_POTENTIAL,
    SOURCE_NOT_RUNNING,
    NO_ALLOCATION_BASIS,
    NOT_COUNTABLE,
    SHARES_DO_NOT_DIVIDE,
)
