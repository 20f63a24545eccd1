"""Diagnostics of names: GJ2xx."""

from guiju_runtime.messages import Code, Text

UNKNOWN_NAME = Code(
    id="GJ201",
    slug="unknown-name",
    message=Text(zh="找不到名称 {name}", en="nothing here is called {name}"),
    hint=Text(zh="是否为 {near}？", en="did you mean {near}?"),
)
DUPLICATE_NAME = Code(
    id="GJ202",
    slug="duplicate-name",
    message=Text(zh="{name} 已经声明过", en="{name} is declared twice"),
    hint=Text(
        zh="改用另一个名称；若要修改总则的内容，写 override {name} {{ … }}",
        en="choose another name; to change what a general rule says, write override {name} {{ … }}",
    ),
)
CIRCULAR_DEFINITION = Code(
    id="GJ203",
    slug="circular-definition",
    message=Text(
        zh="{name} 的定义绕回了自身：{circle}",
        en="the definition of {name} comes back to itself: {circle}",
    ),
    hint=Text(
        zh="其中一个量改为收集的数据，或写出不含 {name} 的公式",
        en="collect one of these as data, or give a formula without {name}",
    ),
)
HIDDEN_NAME = Code(
    id="GJ204",
    slug="hidden-name",
    message=Text(
        zh="{name} 遮住了外层同名的 {outer}",
        en="{name} hides {outer}, which has the same name further out",
    ),
    hint=Text(zh="改用另一个名称", en="choose another name"),
)
CIRCULAR_USE = Code(
    id="GJ205",
    slug="circular-use",
    message=Text(
        zh="{name} 绕回来引用了本文件", en="{name} builds on this document, which builds on it"
    ),
    hint=Text(zh="删去其中一处引用", en="remove one of the two"),
)
UNKNOWN_OVERRIDE = Code(
    id="GJ206",
    slug="unknown-override",
    message=Text(zh="没有可以改写的 {name}", en="there is no {name} to override"),
    hint=Text(zh="是否为 {near}？", en="did you mean {near}?"),
)
UNKNOWN_GAS = Code(
    id="GJ207",
    slug="unknown-gas",
    message=Text(
        zh="全球变暖潜势表 {gwp_set} 中没有 {gas}",
        en="the set {gwp_set} has no global warming potential for {gas}",
    ),
    hint=Text(zh="是否为 {near}？", en="did you mean {near}?"),
)
NO_GWP_SET = Code(
    id="GJ208",
    slug="no-gwp-set",
    message=Text(
        zh="没有选定全球变暖潜势表，{gas} 无法换算为二氧化碳当量",
        en="no set of global warming potentials is selected, so {gas} cannot be counted",
    ),
    hint=Text(
        zh="在 standard 的花括号里写 gwp ar6_7sm7，并 use factors.gwp",
        en="write gwp ar6_7sm7 in the braces of standard, and use factors.gwp",
    ),
)
AMBIGUOUS_NAME = Code(
    id="GJ209",
    slug="ambiguous-name",
    message=Text(
        zh="引用的数据集中不止一个有 {name}",
        en="more than one of the libraries in use has something called {name}",
    ),
    hint=Text(zh="写明是哪一个：{several}", en="say which: {several}"),
)
KEY_NOT_NAMED = Code(
    id="GJ210",
    slug="key-not-a-named-choice",
    message=Text(
        zh="{name} 自带选项，不能作因子的键：键是有名称的选项",
        en="{name} has options of its own and is no key of a factor: a key is a named choice",
    ),
    hint=Text(
        zh="写 choice {choice} {{ {options} }}，data {name} : choice {choice}，by {choice}",
        en="write choice {choice} {{ {options} }}, data {name} : choice {choice}, by {choice}",
    ),
)
CODES = (
    KEY_NOT_NAMED,
    AMBIGUOUS_NAME,
    UNKNOWN_NAME,
    DUPLICATE_NAME,
    CIRCULAR_DEFINITION,
    HIDDEN_NAME,
    CIRCULAR_USE,
    UNKNOWN_OVERRIDE,
    UNKNOWN_GAS,
    NO_GWP_SET,
)
