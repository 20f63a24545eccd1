"""Findings on declarations for other standards, attached to a declaration: GJ84x."""

from guiju_runtime.messages import Code, Text

NOT_ATTACHED = Code(
    id="GJ840",
    slug="no-attached-declaration",
    message=Text(
        zh="use 下的 {name} 不是一份申报，而是{given}",
        en="what stands under use as {name} is no declaration but {given}",
    ),
    hint=Text(
        zh="写申报文件的路径，如 {name}: {name}.yaml，或把整份申报写在这里",
        en="give the path of its file, {name}: {name}.yaml, or write the whole declaration here",
    ),
)
STANDARD_NOT_USED = Code(
    id="GJ841",
    slug="standard-not-used",
    message=Text(
        zh="标准 {standard} 不使用 {name} 的结果",
        en="the standard {standard} uses no result of {name}",
    ),
    hint=Text(
        zh="{near}use 下可附的是：{names}", en="{near}what can be attached under use: {names}"
    ),
)
STANDARD_NOT_HERE = Code(
    id="GJ842",
    slug="attached-standard-not-here",
    message=Text(
        zh="附有标准 {name} 的申报，但这里没有该标准的计算器",
        en="a declaration for {name} is attached, but the calculator of that standard is not here",
    ),
    hint=Text(
        zh="改填其结果：{rows}；或用 guiju calc 计算",
        en="give its results instead: {rows}; or calculate with guiju calc",
    ),
)
GIVEN_BESIDE_ATTACHED = Code(
    id="GJ843",
    slug="given-beside-attached",
    message=Text(
        zh="{label}已由所附申报得出，填写的值未被使用",
        en="{label} comes from the declaration attached; the value given here is not used",
    ),
    hint=Text(
        zh="删去 {datum}，或不附 {standard} 的申报",
        en="remove {datum}, or attach no declaration for {standard}",
    ),
)
ATTACHED_BY_PATH = Code(
    id="GJ844",
    slug="attached-by-path",
    message=Text(
        zh="{name} 下是文件路径“{given}”，而这份申报不是从文件读入的",
        en="{name} is the path “{given}”, but this declaration was not read from a file",
    ),
    hint=Text(
        zh="把那份申报的内容写在 {name} 下",
        en="put the contents of that declaration under {name}",
    ),
)
CLAIMED_TWICE = Code(
    id="GJ845",
    slug="value-used-in-two-declarations",
    message=Text(
        zh="{label}“{given}”已用于另一份申报（{other}，{first}），不得重复使用",
        en="{label} “{given}” is used in another declaration already ({other}, {first}), "
        "and may be used once",
    ),
    hint=Text(zh="核对两份申报的{label}", en="check {label} in both declarations"),
)
CODES = (
    NOT_ATTACHED,
    STANDARD_NOT_USED,
    STANDARD_NOT_HERE,
    GIVEN_BESIDE_ATTACHED,
    ATTACHED_BY_PATH,
    CLAIMED_TWICE,
)
