"""What is said of effects and of two rule books side by side."""

from guiju_runtime.messages import Text

EFFECTS = Text(zh="逐条的影响", en="Effect of each change")
CHANGE = Text(zh="改变", en="change")
EFFECT = Text(zh="影响", en="effect")
REVERSED = Text(zh="倒序的影响", en="in reverse order")
RUNNING = Text(zh="至此结果", en="result so far")
TOTAL = Text(zh="合计", en="together")
SAME_IN_ANY_ORDER = Text(
    zh="逐条依次改变并重新计算；倒序改变所得相同。",
    en="Changed one after another, calculated again each time; the reverse order gives the same.",
)
DEPENDS_ON_ORDER = Text(
    zh="逐条依次改变并重新计算；影响随次序而异，两种次序各自加总为全部差值。",
    en="Changed one after another, calculated again each time; effects depend on the order, and "
    "each order adds up to the whole difference.",
)
TOGETHER = Text(zh="（不能分开的 {count} 条）", en=" ({count} changes that only stand together)")
ASIDE = Text(
    zh="另有 {count} 条变化只关文字、检验或质量评价，不影响结果。",
    en="changes of wording, tests and quality alone, which no result hangs on: {count} more.",
)
NOT_CALCULABLE = Text(
    zh="下列改变之后算不出结果，未计在内：",
    en="After these changes the result has no value; they are not counted in:",
)
MADE_FIRST = Text(
    zh="不作下列改变就算不出结果，起点已含这些改变：",
    en="Without these changes the result has no value; the start holds them already:",
)
DIFFERENCE = Text(zh="差 B - A", en="difference B - A")
DIFFERENCE_OF = Text(zh="差 {b} - {a}", en="difference {b} - {a}")
OLD = Text(zh="旧版", en="old")
NEW = Text(zh="新版", en="new")
NO_EFFECTS = Text(
    zh="旧版算不出结果，或两版的规则不能对应，各项变化的影响无从说明",
    en="the old edition gives no result, or the rules do not correspond: no effects can be told",
)
BY_STAGE = Text(zh="按阶段", en="By stage")
BY_PROCESS = Text(zh="按单元过程", en="By process")
BY_GAS = Text(zh="按温室气体", en="By greenhouse gas")
NOT_EXPLAINED = Text(
    zh="两部标准的规则不能逐条对应，只能按阶段和单元过程比较",
    en="the rules of the two standards do not correspond one by one; compare stages and processes",
)
APART = Text(zh="只有 {side} 有的单元过程", en="Processes that only {side} has")
ONLY = Text(zh="只有 {side}", en="Only {side}")
ONE_STANDARD = Text(
    zh="标准的要求只对标准本身检验；口径不另设要求。",
    en="The provisions of the standard are tested for the standard itself; a profile has none.",
)
NO_DIFFERENCE_IN_DEMANDS = Text(zh="双方要求相同", en="Both ask the same")
FINDINGS_OF = Text(zh="{side} 的发现：", en="Findings of {side}:")
