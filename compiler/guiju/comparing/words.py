"""How rules and what they ask are said."""

from collections.abc import Sequence
from typing import Final

from guiju_runtime.messages import Text, same_words

LEAVES_OUT: Final = Text(zh="不计{what}", en="leaves out: {what}")
COUNTS: Final = Text(zh="计入{what}", en="counts: {what}")
POTENTIALS: Final = Text(zh="全球变暖潜势取{what}", en="warming potentials: {what}")
CHANGES: Final = Text(zh="改写{what}：{said}", en="changes {what}: {said}")
FIXES: Final = Text(zh="{what}取 {said}", en="takes {what} = {said}")
AS_STANDARD: Final = Text(zh="{what}按标准本身", en="{what} as in the standard itself")
ALL_OF: Final = {
    "inputs": Text(zh="{process}各项输入的因子", en="factors of the inputs of {process}"),
    "emissions": Text(zh="{process}的直接排放", en="direct emissions of {process}"),
}
OF_PROCESS: Final = Text(zh="{process}·{what}", en="{process}, {what}")

same = same_words


def joined(parts: Sequence[Text]) -> Text:
    """Say several things in one."""
    return Text(zh="；".join(part.zh for part in parts), en="; ".join(part.en for part in parts))


def filled(sentence: Text, **values: Text) -> Text:
    """Fill a sentence in both languages."""
    return Text(
        zh=sentence.zh.format(**{name: value.zh for name, value in values.items()}),
        en=sentence.en.format(**{name: value.en for name, value in values.items()}),
    )


NEEDED: Final = {
    "always": Text(zh="必填", en="needed"),
    "when": Text(zh="有条件时必填", en="needed under its condition"),
    "never": Text(zh="可不填", en="optional"),
    "default": Text(zh="可取缺省值", en="has a default"),
}
CLASSES: Final = {
    "primary": Text(zh="初级数据", en="primary"),
    "site": Text(zh="现场数据", en="site-specific"),
    "secondary": Text(zh="次级数据", en="secondary"),
}
VALID: Final = Text(zh="有效期 {years} 年", en="valid {years} a")
FORCES: Final = {
    "shall": Text(zh="应", en="shall"),
    "should": Text(zh="宜", en="should"),
    "may": Text(zh="可", en="may"),
}
KINDS: Final = {
    "gwp": Text(zh="全球变暖潜势", en="warming potentials"),
    "boundary": Text(zh="不计入", en="leaves out"),
    "data": Text(zh="影响结果的数据", en="data that count"),
    "quality": Text(zh="质量指标", en="quality indicators"),
    "provision": Text(zh="要求", en="provisions"),
}
SEVERITIES: Final = {
    "error": Text(zh="错误", en="error"),
    "warning": Text(zh="警告", en="warning"),
    "note": Text(zh="提示", en="note"),
}
WATERFALL: Final = Text(zh="逐条改变的影响", en="Effect of each change")
DATA_DIGEST: Final = Text(zh="申报的摘要", en="digest of the declaration")
ENGINE: Final = Text(zh="软件版本", en="version of the software")
CALLED: Final = Text(zh="{title}（{written}）", en="{title} ({written})")
UNITS_DIFFER: Final = Text(
    zh="A 以 {a} 计，B 以 {b} 计，不能换算，不求差",
    en="A is for {a}, B for {b}: they do not convert, so there is no difference",
)
CONVERTED: Final = Text(
    zh="B 的声明单位为 {b}，已换算为 {a}",
    en="the declared unit of B is {b}; converted to {a}",
)
PRODUCTS_DIFFER: Final = Text(zh="A 的产品为{a}，B 的产品为{b}", en="product of A: {a}; of B: {b}")
