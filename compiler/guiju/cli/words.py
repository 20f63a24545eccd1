"""The words of the command itself."""

from guiju_runtime.messages import Text

CFP = Text(zh="产品碳足迹", en="Carbon footprint")
BY_STAGE = Text(zh="按阶段", en="By stage")
BY_PROCESS = Text(zh="按单元过程", en="By process")
HOT_SPOTS = Text(zh="热点：合计占 80 % 的单元过程", en="Hot spots: the processes that make 80 %")
TOGETHER = Text(zh="累计 {reached}", en="together {reached}")
BY_FLOW = Text(zh="最大的几项", en="Largest contributions")
BY_GAS = Text(zh="按气体", en="By gas")
CONFIDENTIAL = Text(zh="保密", en="confidential")
CONFIDENTIAL_SUM = Text(zh="保密等数据合计", en="confidential and other data together")
BACKGROUND_GAS = Text(zh="CO2e（因子未分气体）", en="CO2e (factors that do not tell gases apart)")
OTHER_PRODUCTS = Text(zh="其他声明产品", en="Other declared products")
PROFILE = Text(zh="口径：", en="profile: ")
PROFILES = Text(zh="其他口径", en="Other rule books")
NO_PROFILES = Text(zh="无，请去掉 --profile", en="none: leave --profile out")
ITSELF = Text(zh="标准本身", en="the standard itself")
QUALITY = Text(zh="数据质量", en="Data quality")
PRIMARY_SHARE = Text(zh="初级数据占比", en="share of primary data")
SCORE = Text(zh="质量得分", en="quality score")
RESULTS = Text(zh="其他结果", en="Further results")
FINDINGS = Text(zh="发现：", en="Findings: ")
NO_FINDINGS = Text(zh="没有发现问题。", en="Nothing to report.")
CONFORMS = Text(zh="没有不符合项。", en="Nothing fails to conform.")
NOT_CONFORMING = Text(
    zh="结果不完整，或不符合标准。",
    en="The result is incomplete, or does not conform.",
)
NO_VALUE = Text(zh="算不出", en="no value")
NOT_GIVEN = Text(zh="未填", en="not given")
OF = Text(zh="{e} 项错误，{w} 项警告。", en="errors {e}, warnings {w}. ")
CHECKED = Text(zh="{name}：没有错误；{what}", en="{name}: no error; {what}")
FAULTY = Text(zh="{name}：{errors} 处错误", en="{name}: errors: {errors}")
DRAFT_CLEAN = Text(zh="{name}：没有发现问题；{what}", en="{name}: nothing to report; {what}")
DRAFT_FOUND = Text(
    zh="{name}：{errors} 处错误，{warnings} 处警告；{what}",
    en="{name}: errors {errors}, warnings {warnings}; {what}",
)
DRAFT_SIZE = Text(
    zh="{paragraphs} 段，{tables} 个表", en="paragraphs {paragraphs}, tables {tables}"
)
STANDARD_SIZE = Text(
    zh="{processes} 个单元过程，{data} 项数据，{formulas} 个公式",
    en="processes {processes}, data {data}, formulas {formulas}",
)
RULE_SIZE = Text(zh="{clauses} 条，{terms} 个术语", en="clauses {clauses}, terms {terms}")
LIBRARY_SIZE = Text(zh="{tables} 个数值表，{values} 个数值", en="tables {tables}, values {values}")
UNVERIFIED = Text(
    zh="未核实的数值 {n} 个（--verbose 逐一列出）",
    en="unverified values: {n} (--verbose lists them)",
)
NOT_PROVED = Text(
    zh="未能证明的条件 {n} 处（--verbose 逐一列出，--prove 用 z3 再证）",
    en="conditions not proved: {n} (--verbose lists them, --prove asks z3)",
)
CLASSLESS = Text(
    zh="没有写类别的数据 {n} 项，计算时按最后一级（--verbose 逐一列出）",
    en="data without a class, which count as the last level: {n} (--verbose lists them)",
)
NO_PROVER = Text(
    zh="--prove 需要 z3：pip install 'guiju[proof]'",
    en="--prove needs z3: pip install 'guiju[proof]'",
)
REFORMATTED = Text(zh="已改写 {name}", en="rewrote {name}")
WOULD_REFORMAT = Text(zh="{name} 不合排版", en="{name} is not in the house layout")
BUILDING = Text(zh="正在生成 {name} …", en="making {name} …")
BUILT = Text(zh="正在生成 {name}：{file} 已就绪 …", en="making {name}: {file} is ready …")
A_PRODUCT = Text(zh="产品名称（待填）", en="name of the product (to fill in)")
SHIPPED = Text(
    zh="可以从随规矩提供的一部标准开始：{names}",
    en="You may start from a standard that comes with Guiju: {names}",
)
ASK_LIKE = Text(zh="从哪一部开始（空：小模板）", en="Start from (empty: a small template)")
ASK_ZH = Text(zh="产品的中文名称", en="Name of the product in Chinese")
ASK_EN = Text(zh="产品的英文名称", en="Name of the product in English")
ASK_UNIT = Text(zh="声明单位：1", en="Declared unit: 1")
NEXT = Text(
    zh="它已经可以核查、计算、生成文件。接下来改成自己的：",
    en="It checks, calculates and builds as it is. Now make it your own:",
)
TO_FILL = {
    "head": Text(zh="编号、发布机构、起草单位和起草人", en="number, issuer, drafters and authors"),
    "product": Text(zh="产品和声明单位", en="product and declared unit"),
    "boundary": Text(zh="系统边界和排除的内容", en="system boundary and exclusions"),
    "process": Text(
        zh="单元过程：输入、输出、排放", en="unit processes: inputs, outputs, emissions"
    ),
    "factor": Text(
        zh="未核实的因子：换成有出处的数",
        en="factors not verified: put figures with a source in their place",
    ),
    "example": Text(
        zh="示例：换成一家企业的数据，结果用手算",
        en="examples: data of a plant, the result worked out by hand",
    ),
}
THEN = Text(
    zh="随时运行：guiju check {folder}　guiju test {folder}　guiju build {folder} -o out",
    en="At any time: guiju check {folder}, guiju test {folder}, guiju build {folder} -o out",
)
TABLE_DONE = Text(
    zh="算完 {declarations} 份申报，其中 {faulty} 份有错误或不符合标准；逐份核算 {aside} 份",
    en="declarations {declarations}, with errors or not conforming {faulty}; one by one {aside}",
)
PARTS_KEPT = Text(
    zh="算完的部分留在 {folder} 里，再次运行同一条命令从那里继续；",
    en="parts that are done stay in {folder}, and the same command goes on from there; ",
)
TRANSLATION_COUNT = Text(
    zh="共 {count} 处文字，{missing} 处没有英文", en="{count} texts, {missing} without English"
)
TO_TRANSLATE = Text(
    zh="{name} 有 {missing} 处文字没有英文，英文版仍印中文；"
    "用 guiju translate {name} --missing 列出",
    en="{missing} texts of {name} have no English; the English edition prints the Chinese. "
    "guiju translate {name} --missing lists them",
)
UNCHANGED = Text(
    zh="{name} 没有变化，{count} 个文件照旧",
    en="nothing has changed for {name}: {count} files are as they were",
)
WRITTEN = Text(zh="写好 {file}", en="wrote {file}")
RESULT_OF = Text(zh="{standard} {version}（{status}）", en="{standard} {version} ({status})")
EXAMPLE_OK = Text(zh="通过", en="ok")
EXAMPLE_WRONG = Text(zh="不符", en="WRONG")
EXAMPLES = Text(zh="{ok} 项符合，{wrong} 项不符", en="as expected {ok}, not as expected {wrong}")
OF_STANDARD = Text(zh="标准 {digest}", en="standard {digest}")
OF_DATA = Text(zh="申报 {digest}", en="declaration {digest}")
CLAUSE = Text(zh="条款 {number}", en="clause {number}")
FORMULA = Text(zh="　公式（{number}）", en="   Formula ({number})")
BETWEEN = Text(zh="；", en="; ")
YES = Text(zh="是", en="yes")
NO = Text(zh="否", en="no")
WHAT_IF = Text(zh="假设", en="What if")
DECLARED = Text(zh="申报", en="as declared")
CHANGED = Text(zh="假设", en="what if")
DIFFERENCE = Text(zh="差", en="difference")
NEW = Text(zh="假设之下新增的发现：", en="Found with the change only:")
GONE = Text(zh="假设之下不再有的发现：", en="Found without the change only:")
SOLVE_FOR = Text(zh="求 {label}  {name}，使 {target}", en="{label}  {name} such that {target}")
AS_DECLARED = Text(
    zh="申报值 {value} 时，{figure} = {is_}{met}",
    en="declared: {value}, where {figure} = {is_}{met}",
)
MEETS = Text(zh="，已达到目标", en=", which meets the target")
NOT_DECLARED = Text(zh="申报没有给出", en="not declared")
JUST_MET = Text(
    zh="恰好达到目标：{value}，此时 {figure} = {is_}",
    en="just met at {value}, where {figure} = {is_}",
)
MET_BELOW = Text(zh="不大于此值时达到", en="met up to it")
MET_ABOVE = Text(zh="不小于此值时达到", en="met from it on")
JUMPS = Text(
    zh="该处结果跳变：{value} 时为 {is_}",
    en="the figure jumps there: at {value} it is {is_}",
)
ALSO_AT = Text(zh="另在 {value} 处", en="also at {value}")
NOT_MONOTONE = Text(
    zh="结果在此范围内有升有降，可能不止一处",
    en="over this range the figure rises and falls; there may be more than one answer",
)
NO_EFFECT = Text(zh="结果与该值无关", en="the figure does not depend on this value")
OUT_OF_REACH = Text(
    zh="在 {range} 内达不到目标；最接近的是 {value}，此时 {figure} = {is_}",
    en="out of reach in {range}; the nearest is {value}, where {figure} = {is_}",
)
ALWAYS_MET = Text(
    zh="在 {range} 内处处达到目标；最好的是 {value}，此时 {figure} = {is_}",
    en="met everywhere in {range}; the best is {value}, where {figure} = {is_}",
)
NEVER_KNOWN = Text(
    zh="在 {range} 内没有一处能算出 {figure}", en="nowhere in {range} has {figure} a value"
)
RANGE_DECLARED = Text(zh="声明的范围 {low} ～ {high}", en="the declared range {low} .. {high}")
RANGE_FROM = Text(
    zh="试过的范围 {low} ～ {high}（只声明了下限 {end}）",
    en="the range tried, {low} .. {high} (only its lower end, {end}, is declared)",
)
RANGE_TO = Text(
    zh="试过的范围 {low} ～ {high}（只声明了上限 {end}）",
    en="the range tried, {low} .. {high} (only its upper end, {end}, is declared)",
)
RANGE_TRIED = Text(zh="试过的范围 {low} ～ {high}", en="the range tried, {low} .. {high}")
MEDIAN = Text(zh="中位数", en="median")
INTERVAL = Text(zh="95 % 区间", en="95 % interval")
DEVIATION = Text(zh="标准差", en="standard deviation")
ANALYTIC = Text(zh="不确定度（一阶方差传播）", en="Uncertainty (first order)")
MONTE_CARLO = Text(
    zh="不确定度（蒙特卡洛，{samples} 次，种子 {seed}，{sampler}）",
    en="Uncertainty (Monte Carlo, {samples} draws, seed {seed}, {sampler})",
)
SAMPLERS = {
    "random": Text(zh="随机", en="random"),
    "lattice": Text(zh="拟随机点阵", en="lattice"),
}
WITHOUT_VALUE = Text(zh="；其中 {count} 次算不出", en="; draws without value: {count}")
VARIANCE = Text(zh="对方差的贡献（一阶）", en="Contribution to variance (first order)")
EXACT_INPUTS = Text(
    zh="另有 {count} 项数据和因子没有给出不确定度，按准确值计",
    en="data and factors without a stated uncertainty, taken as exact: {count}",
)
CLASSLESS_INPUTS = Text(
    zh="没有写数据类别、因而按最后一级计的数据 {count} 项：{names}",
    en="data without a class, which count as the last level: {count} ({names})",
)
COMPARED = Text(
    zh="{a} 低于 {b} 的概率为 {less}；差为 {median}（95 % 区间 {low} ～ {high}）kgCO2e",
    en="{a} is less than {b} with probability {less}; the difference is {median} "
    "(95 % interval {low} .. {high}) kgCO2e",
)
LESS_BY_CHANGES = Text(
    zh="假设低于申报的概率为 {less}；差为 {median}（95 % 区间 {low} ～ {high}）kgCO2e",
    en="less than declared with probability {less}; the difference is {median} "
    "(95 % interval {low} .. {high}) kgCO2e",
)
INPUT = Text(zh="数据或因子", en="datum or factor")
NAME = Text(zh="名称", en="name")
ITS_VALUE = Text(zh="值", en="value")
DERIVATIVE = Text(zh="导数", en="derivative")
ELASTICITY = Text(zh="弹性", en="elasticity")
SENSITIVITY_NOTE = Text(
    zh="导数：该值增加 1 个单位时结果的变化；弹性：该值增加 1 % 时结果变化的百分数；"
    "后两列：该值减少、增加 {step} 时的结果，“算不出”是因为该值超出了限值或公式无解",
    en="derivative: change for one more unit; elasticity: change in percent for one percent more; "
    "last columns: the result with {step} less and more; “no value” where that is beyond a limit "
    "or a formula has none",
)
MORE_INPUTS = Text(
    zh="另有 {count} 项影响更小，见 --format json",
    en="with less effect: {count} more, see --format json",
)
