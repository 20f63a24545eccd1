"""Diagnostics of what is proved before any data exist: GJ34x and GJ35x."""

from typing import Final

from guiju_runtime.messages import Code, Text

CASE_NOT_COVERED: Final = Code(
    id="GJ340",
    slug="case-not-covered",
    message=Text(
        zh="{case}时，没有一个条件成立，取值没有着落",
        en="no condition holds {case}, so there is no value",
    ),
    hint=Text(
        zh="加上 当 {condition} 则 …，或以 否则 … 结尾",
        en="add when {condition} then …, or end with otherwise …",
    ),
)
OVERLAPPING_CASES: Final = Code(
    id="GJ341",
    slug="overlapping-cases",
    message=Text(
        zh="{case}时，这个条件与前面的条件同时成立",
        en="{case}, this condition holds together with an earlier one",
    ),
    hint=Text(zh="加上 且 非（{first}）", en="add and not ({first})"),
)
NOT_PROVED: Final = Code(
    id="GJ342",
    slug="condition-not-proved",
    message=Text(
        zh="无法证明{what}：条件所比较的量互有关联",
        en="it is not proved that {what}: the conditions compare values that depend on each other",
    ),
    hint=Text(
        zh="guiju check --prove 用 z3 再证；或把比较改为对同一个量",
        en="guiju check --prove asks z3; or compare one value only",
    ),
)
NO_PRODUCT_IN_CASE: Final = Code(
    id="GJ343",
    slug="process-without-product",
    message=Text(
        zh="{case}时，单元过程 {process} 没有产品",
        en="{case}, the process {process} has no product",
    ),
    hint=Text(
        zh="放宽某个产品的 仅当，或给 {process} 写上 仅当",
        en="widen only when of a product, or give {process} only when",
    ),
)
SHARES: Final = Code(
    id="GJ344",
    slug="shares-not-one",
    message=Text(
        zh="单元过程 {process} 中，{whose}分配比例为 {share}，分不出全部的 1",
        en="in {process} the share {whose} is {share}, which does not divide the whole of 1",
    ),
    hint=Text(
        zh="改写 share，使其和为 100 %；不写 share 的产品分得余下的部分",
        en="let the shares sum to 100 %; a product without share takes the rest",
    ),
)
UNUSED: Final = Code(
    id="GJ345",
    slug="unused-data",
    message=Text(
        zh="要收集 {name}，却没有一处用到它",
        en="{name} is asked for, and nothing uses it",
    ),
    hint=Text(
        zh="删去它，或在公式、条文里用上它；只为记录的，用 note 说明用途",
        en="remove it, or use it in a formula or provision; let a note say what it is recorded for",
    ),
)
NOTHING_LEFT: Final = Code(
    id="GJ346",
    slug="loop-without-surplus",
    message=Text(
        zh="回路 {loop} 每产出 1 份 {name}，自身要用去 {gain} 份，没有净产出",
        en="the loop {loop} uses {gain} of {name} for each 1 that it makes: nothing is left",
    ),
    hint=Text(
        zh="核对回路中的用量；不足部分外购的，在 from 之外再写 factor",
        en="check the amounts in the loop; where the rest is bought, add factor beside from",
    ),
)
LOOSENED: Final = Code(
    id="GJ347",
    slug="loosened-rule",
    message=Text(
        zh="{name} 放宽了总则：总则为“{before}”，这里为“{after}”{why}",
        en="{name} loosens the general rule: it says “{before}”, here stands “{after}”{why}",
    ),
    hint=Text(
        zh="只可收紧；要并列另一算法的结果，用 profile",
        en="only tighten it; to show another figure beside the standard's, use a profile",
    ),
)
