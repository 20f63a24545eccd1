"""The words in which changes between editions are told."""

from typing import Final

from guiju_runtime.messages import Text

KINDS: Final = {
    "added": Text(zh="增加", en="added"),
    "changed": Text(zh="更改", en="changed"),
    "removed": Text(zh="删除", en="removed"),
    "renamed": Text(zh="改名", en="renamed"),
}
COUNTS: Final = Text(
    zh="技术变化 {technical}，编辑性改动 {editorial}，改名 {renamed}",
    en="technical changes {technical}, editorial {editorial}, renamed {renamed}",
)
UNCHANGED: Final = Text(
    zh="两版含义相同，没有变化。", en="Both editions mean the same: nothing changed."
)
WAS: Final = Text(zh="原 {clause}", en="was {clause}")
EDITORIAL: Final = Text(zh="编辑性", en="editorial")
NO_CLAUSE: Final = Text(
    zh="标准的基本信息和其他", en="Head of the standard, and what no clause prints"
)
EXAMPLES: Final = Text(zh="计算示例", en="Worked examples")
COLON: Final = Text(zh="：", en=": ")
APART: Final = Text(
    zh="提示：{old} 和 {new} 像是两部不同的标准，标识很少相同，逐条对照意义不大；"
    "比较两套规则用 guiju compare",
    en="note: {old} and {new} look like two different standards: few ids are common, so that a"
    " list of changes says little; to set one rule book beside another, use guiju compare",
)
WITH_ERRORS: Final = {
    "old": Text(zh="旧版 {file} 有错误，无法对照：", en="the old edition, {file}, has errors:"),
    "new": Text(zh="新版 {file} 有错误，无法对照：", en="the new edition, {file}, has errors:"),
}
LABELLED: Final = Text(zh="{what}“{label}”", en="{what} “{label}”")
